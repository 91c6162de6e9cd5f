"""Answers from the report's own text: the passage that holds the words of a question."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.asking.answers import Answer, Sort, refusal
from bot.asking.choosing import Lack
from bot.asking.hearing import Heard, joined, names_a_place
from bot.asking.subjects import is_of, period_of
from bot.asking.surroundings import Around, is_named
from bot.asking.synonyms import canonical
from bot.asking.vocabulary import Sign
from bot.lookup.index import Reason
from bot.lookup.search import TextIndex, by_text, shares, text_words
from bot.report.model import Kind, Passage, Report

_SIMILAR = 0.34  # of a question's words, to be named as near
# How much of what its words tell must stand in a passage that answers a question: on deeds, or any other.
_OF_DEEDS_SHARE, _SHARE = 0.4, 0.8
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
        counted = heard.wants_number or any(segment.is_measured for segment in heard.segments)
        if counted or heard.other_times or names_a_place(heard) or any(s.narrows for s in heard.segments):
            return None
        deeds = heard.wants(*_OF_DEEDS) or bool(heard.periods)
        said = [segment.units for segment in heard.content]
        words = text_words(" ".join(joined(canonical(units)) for units in said))
        found = sorted(
            (
                (share, entry)
                for entry, share in shares(self.texts, words).items()
                if self._may_answer(heard, entry)
            ),
            reverse=True,
        )
        if not found or found[0][0] < (_OF_DEEDS_SHARE if deeds else _SHARE):
            return None
        share, entry = found[0]
        sort = Sort.PLACE if heard.wants(Sign.PLACE) else Sort.PASSAGE
        period = period_of(self.report, self.report.entries[entry])
        return Answer(
            sort, entry, (), period, round(0.7 * share, 4), Reason.TEXT, joined(heard.core), heard=heard
        )

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
        """The theme or area whose id is the same: livelihood of five years for that of this year."""
        if heard.wants_number:
            return None
        for other in self.report.passages(Kind.THEME, Kind.AREA):
            if other.slug == passage.slug and is_of(self.report, other, heard):
                return Answer(Sort.PASSAGE, other.id, (), heard.period)
        return None

    def _goal(self, heard: Heard) -> Answer | None:
        """Of the years ahead the one goal that has a word of the question in its name."""
        goals = [goal for goal in self.report.passages(Kind.GOAL) if is_of(self.report, goal, heard)]
        named = [goal for goal in goals if is_named(self.around[goal.id], heard)]
        if len(named) != 1 or not heard.periods:
            return None
        return Answer(Sort.PASSAGE, named[0].id, (), heard.period)
