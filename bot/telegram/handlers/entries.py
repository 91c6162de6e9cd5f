"""Commands that look an entry up: /area, /target, /achievement, /compare; and words alone."""

from dataclasses import dataclass

from bot.report.model import Kind
from bot.telegram.desk import Desk, Question
from bot.telegram.render import Page

AREAS = frozenset({Kind.AREA, Kind.MEASURE})
TARGETS = frozenset({Kind.TARGET, Kind.INDICATOR})
ACHIEVEMENTS = frozenset({Kind.THEME, Kind.ACHIEVEMENT})


@dataclass(frozen=True, slots=True)
class LookUp:
    """Looks words up among some kinds; without words, offers the list to choose from."""

    kinds: frozenset[Kind]
    choice: str  # address of the list
    page: str = ""  # what to show of the entry: nothing for itself, `compare_` for the comparison

    def __call__(self, desk: Desk, question: Question) -> Page:
        if not question.words:
            return desk.show(self.choice, question)
        return desk.look_up(question, self.kinds, self.page)
