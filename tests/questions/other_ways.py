"""The understanding beside simpler ways, and with one part left out: what each brings."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from rapidfuzz import process
from rapidfuzz.fuzz import WRatio
from rapidfuzz.utils import default_process

from bot.asking.answers import Answer, Sort, refusal
from bot.asking.asking import Asking
from bot.asking.choosing import Lack
from bot.asking.parts import Part
from bot.lookup.search import TextIndex, by_text
from bot.report.model import Passage, Report
from tests.questions.measuring import Answering

_CUT_OFF = 70  # per cent of likeness; below it nothing is meant


@dataclass(frozen=True, slots=True)
class PlainSearch:
    """The entry BM25 puts first; a refusal only where no word is found. Every question stands alone."""

    texts: TextIndex

    @property
    def report(self) -> Report:
        return self.texts.index.report

    def answer(self, text: str, before: Answer | None = None) -> tuple[Answer, ...]:  # noqa: ARG002
        found = by_text(self.texts, text, 0.0)
        return (_first_figure(self.report, found[0].entry) if found else refusal(Lack.WORDS, None),)


@dataclass(frozen=True, slots=True)
class PlainLikeness:
    """The entry whose name or alias RapidFuzz finds most alike. Every question stands alone."""

    report: Report
    _names: list[str] = field(default_factory=list)
    _entries: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for entry in self.report.entries.values():
            for name in dict.fromkeys((entry.name.zh, entry.name.en, *entry.aliases)):
                self._names.append(default_process(name))
                self._entries.append(entry.id)

    def answer(self, text: str, before: Answer | None = None) -> tuple[Answer, ...]:  # noqa: ARG002
        asked = default_process(text)
        best = process.extractOne(asked, self._names, scorer=WRatio, score_cutoff=_CUT_OFF)
        return (_first_figure(self.report, self._entries[best[2]]) if best else refusal(Lack.WORDS, None),)


def ways(asking: Asking) -> Iterator[tuple[str, Answering]]:
    """All of it, each part left out in turn, and what does without any of them."""
    yield "all parts", asking
    for part in Part:
        yield f"without {part.name}", replace(asking, parts=asking.parts - {part})
    yield "BM25 alone", PlainSearch(asking.texts)
    yield "RapidFuzz alone", PlainLikeness(asking.report)


def _first_figure(report: Report, entry_id: str) -> Answer:
    """The target, or else the first figure there is; of a passage its text."""
    entry = report.entries[entry_id]
    if isinstance(entry, Passage):
        return Answer(Sort.PASSAGE, entry_id)
    figure = (entry.targets or entry.figures)[0]
    return Answer(Sort.FIGURE, entry_id, (figure,), figure.period)
