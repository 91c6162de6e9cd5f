"""What a question is answered with: a figure, a passage, a list, a comparison, a place; or a refusal."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.asking.choosing import Lack
from bot.asking.hearing import Heard
from bot.lookup.index import Reason
from bot.report.model import Figure


class Sort(StrEnum):
    """What an answer consists of."""

    FIGURE = "figure"
    PASSAGE = "passage"
    LIST = "list"
    COMPARISON = "comparison"
    PLACE = "place"
    CHOICE = "choice"  # several are as likely meant: which one
    REFUSAL = "refusal"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer. Of a refusal the entry is what was understood, empty when nothing was."""

    sort: Sort
    entry: str = ""  # an entry's id; of a list its address
    figures: tuple[Figure, ...] = ()  # of a figure one, of a comparison up to two
    period: str = ""
    score: float = 0.0
    reason: Reason | None = None
    term: str = ""  # what in the question named the entry
    lack: Lack | None = None
    nearest: tuple[str, ...] = ()
    heard: Heard | None = field(default=None, repr=False, compare=False)  # what a follow-up goes on from

    @property
    def is_bare(self) -> bool:
        """Whether a thing was only named, and nothing said of when or what of it."""
        return self.heard is not None and not self.heard.periods and not self.heard.signs

    @property
    def missing(self) -> tuple[str, ...]:
        """Periods a comparison was asked of and has no figure for."""
        given = {figure.period for figure in self.figures}
        return tuple(period for period in (self.heard.periods if self.heard else ()) if period not in given)


def refusal(lack: Lack, heard: Heard | None, *nearest: str, entry: str = "", period: str = "") -> Answer:
    """No figure is asserted; at most three neighbours, named as such."""
    return Answer(
        Sort.REFUSAL, entry, period=period, lack=lack, nearest=tuple(dict.fromkeys(nearest))[:3], heard=heard
    )


def is_answer(found: tuple[Answer, ...]) -> bool:
    """Whether there is an answer, and no refusal first."""
    return bool(found) and found[0].sort is not Sort.REFUSAL
