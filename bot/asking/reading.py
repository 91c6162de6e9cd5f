"""Answers from the report's own text: the passage that holds the words of a question."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.asking.answers import Answer, Sort, refusal
from bot.asking.choosing import Lack
from bot.asking.hearing import Heard
from bot.asking.subjects import is_of, period_of, stretches
from bot.asking.surroundings import Around, explains, is_named
from bot.asking.vocabulary import Sign
from bot.lookup.index import Reason
from bot.lookup.search import TextIndex, by_text
from bot.report.model import Kind, Passage, Report

_MOST_OF, _SIMILAR = 0.6, 0.34  # of a question's words: to answer it, to be named as near
_COVERED = 0.8  # of the pairs of characters of a question must stand in a text that answers it
_TRIED = 10  # passages looked at


@dataclass(frozen=True, slots=True)
class Reading:
    """Knows the report's texts and the words around its entries."""

    texts: TextIndex
    around: Mapping[str, Around]

    @property
    def report(self) -> Report:
        return self.texts.index.report

    def by_text(self, heard: Heard, core: str) -> Answer | None:
        """The passage whose own words hold those of the question; never for a number."""
        said = tuple(stretches(heard.segments, list(heard.content)))
        planned = heard.wants(Sign.TARGET) and not heard.wants(Sign.ACTION, Sign.LIST)
        if heard.other_times or heard.wants_number or planned or not _says_enough(said):
            return None
        for match in by_text(self.texts, core, _MOST_OF)[:_TRIED]:
            entry = self.report.entries[match.entry]
            is_passage = isinstance(entry, Passage) and is_of(self.report, entry, heard)
            if is_passage and _covers(self.around[entry.id], said):
                sort = Sort.PLACE if heard.wants(Sign.PLACE) else Sort.PASSAGE
                period, score = period_of(self.report, entry), round(match.score, 4)
                return Answer(sort, entry.id, (), period, score, Reason.TEXT, match.term, heard=heard)
        return None

    def elsewhere(self, heard: Heard, passage: Passage) -> Answer:
        """What the report says on the same matter for the period asked for, which is not the passage's."""
        words = " ".join(segment.text for segment in heard.content)
        found = self.by_text(heard, words) or self._goal(heard)
        return found or refusal(Lack.PERIOD, heard, passage.id, entry=passage.id, period=heard.period)

    def similar(self, core: str) -> tuple[str, ...]:
        """The entries whose texts come nearest to these words, at most three."""
        return tuple(match.entry for match in by_text(self.texts, core, _SIMILAR)[:3])

    def _goal(self, heard: Heard) -> Answer | None:
        """Of the years ahead the one goal that has a word of the question in its name."""
        goals = [goal for goal in self.report.passages(Kind.GOAL) if is_of(self.report, goal, heard)]
        named = [goal for goal in goals if is_named(self.around[goal.id], heard)]
        if len(named) != 1 or not heard.periods:
            return None
        return Answer(Sort.PASSAGE, named[0].id, (), heard.period)


def _says_enough(said: tuple[str, ...]) -> bool:
    """One English word, or two characters, stand in too many texts by chance."""
    english = sum(len(text.split()) for text in said if text.isascii())
    return english > 1 or sum(len(text) for text in said if not text.isascii()) > 2


def _covers(around: Around, said: tuple[str, ...]) -> bool:
    """Whether nearly all of the words stand in the entry's texts."""
    chinese = [_pairs(text) for text in said if not text.isascii()]
    # 浚县 beside a long name is a small share of the words, and another place.
    if not all(any(pair in around.chinese for pair in pairs) for pairs in chinese):
        return False
    english = [word for text in said if text.isascii() for word in text.split()]
    met = sum(pair in around.chinese for pairs in chinese for pair in pairs)
    covered = met >= _COVERED * sum(map(len, chinese))
    return covered and all(explains(around, word) for word in english)  # Luoyang is one word of six


def _pairs(text: str) -> list[str]:
    """Neighbouring characters; of a single one itself."""
    return [text[i : i + 2] for i in range(max(1, len(text) - 1))]
