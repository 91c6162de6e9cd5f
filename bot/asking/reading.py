"""Answers from the report's own text: the passage that holds the words of a question."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from bot.asking.answers import Answer, Sort, refusal
from bot.asking.choosing import Lack
from bot.asking.hearing import Heard, joined, names_a_place
from bot.asking.subjects import is_of, period_of
from bot.asking.surroundings import Around, is_named
from bot.asking.telling import shares
from bot.asking.vocabulary import Sign
from bot.lookup.index import Reason
from bot.lookup.search import TextIndex, by_text
from bot.report.model import Kind, Passage, Report

_SIMILAR = 0.34  # of a question's words, to be named as near
# How much of what its words tell must stand in a passage that answers a question: on deeds, on those in
# a matter that is counted, or any other.
_OF_DEEDS_SHARE, _MEASURED_SHARE, _SHARE = 0.4, 0.7, 0.8
_OF_DEEDS = (Sign.ACTION, Sign.LIST, Sign.PLACE, Sign.DONE, Sign.TARGET, Sign.GOALS, Sign.WILL)


@dataclass(frozen=True, slots=True)
class Reading:
    """Knows the report's texts and the words around its entries."""

    texts: TextIndex
    around: Mapping[str, Around]

    @property
    def report(self) -> Report:
        return self.texts.index.report

    def by_text(self, heard: Heard) -> Answer | None:
        """The passage that holds most of what the words tell; never for a number."""
        least = self._least(heard)
        if least is None:
            return None
        # One word may be enough for the time that is named: what was done for the streets last year.
        told = shares(self.texts, _stretches(heard), 1 if heard.periods else 2)
        found = sorted(
            ((share, passage) for passage, share in told.items() if self._may_answer(heard, passage)),
            reverse=True,
        )
        if not found or found[0][0] < least:
            return None
        share, entry = found[0]
        sort = Sort.PLACE if heard.wants(Sign.PLACE) else Sort.PASSAGE
        period = period_of(self.report, self.report.entries[entry])
        return Answer(
            sort, entry, (), period, round(0.7 * share, 4), Reason.TEXT, joined(heard.core), heard=heard
        )

    def _least(self, heard: Heard) -> float | None:
        """How much of what is asked a passage has to tell to answer it; None where no passage can."""
        if heard.wants_number or heard.other_times or names_a_place(heard.segments):
            return None
        if any(segment.narrows for segment in heard.segments):
            return None
        if any(segment.is_measured for segment in heard.segments):
            # The plans for kindergartens; but which roads, and what they cost, is no matter of deeds.
            return _MEASURED_SHARE if heard.wants(Sign.ACTION) else None
        return _OF_DEEDS_SHARE if heard.wants(*_OF_DEEDS) or heard.periods else _SHARE

    def _may_answer(self, heard: Heard, entry_id: str) -> bool:
        entry = self.report.entries[entry_id]
        return isinstance(entry, Passage) and is_of(self.report, entry, heard)

    def elsewhere(self, heard: Heard, passage: Passage) -> Answer:
        """What the report says on the same matter for the period asked for, which is not the passage's."""
        found = self.by_text(heard) or self._of_the_same(heard, passage) or self._goal(heard)
        return found or refusal(Lack.PERIOD, heard, passage.id, entry=passage.id, period=heard.period)

    def similar(self, core: str) -> tuple[str, ...]:
        """The entries whose texts come nearest to these words, at most three."""
        return tuple(match.entry for match in by_text(self.texts, core, _SIMILAR)[:3])

    def _of_the_same(self, heard: Heard, passage: Passage) -> Answer | None:
        """The one passage that is called the same in the digest: education of 2025 for that of this year."""
        if heard.wants_number:
            return None
        alike = [p.id for p in self.report.passages() if _slug(p) == _slug(passage)]
        alike = [other for other in alike if self._may_answer(heard, other)]
        return Answer(Sort.PASSAGE, alike[0], (), heard.period) if len(alike) == 1 else None

    def _goal(self, heard: Heard) -> Answer | None:
        """Of the years ahead the one goal that has a word of the question in its name."""
        goals = [goal for goal in self.report.passages(Kind.GOAL) if is_of(self.report, goal, heard)]
        named = [goal for goal in goals if is_named(self.around[goal.id], heard)]
        if len(named) != 1 or not heard.periods:
            return None
        return Answer(Sort.PASSAGE, named[0].id, (), heard.period)


def _slug(passage: Passage) -> str:
    """What an editor calls it in the digest, without what it belongs to."""
    return passage.slug or passage.id


def _stretches(heard: Heard) -> Iterator[tuple[str, ...]]:
    """The units of each name, and of what is unknown side by side: 雾, 霾 as one."""
    for unknown, segments in groupby(heard.segments, key=lambda segment: segment.is_unknown):
        if unknown:
            yield tuple(unit for segment in segments for unit in segment.units)
        else:
            yield from (segment.units for segment in segments if segment.is_content)
