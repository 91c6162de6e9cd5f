"""From a subject to its answer, whatever it is; and what is answered where there is no subject."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.asking.answers import Answer, Sort, is_answer, refusal
from bot.asking.choosing import Lack
from bot.asking.hearing import COUNTED_DEEDS, LISTED, Heard
from bot.asking.indicators import first_figure, on_indicator
from bot.asking.parts import Part
from bot.asking.passages import on_passage
from bot.asking.reading import Reading
from bot.asking.subjects import Subject, is_of
from bot.asking.surroundings import Around
from bot.asking.vocabulary import Sign
from bot.lookup.index import Reason
from bot.lookup.search import TextIndex
from bot.report.model import Indicator, Passage, Report

_CLOSE = 0.12  # of two subjects this near in score the one that can answer is meant


@dataclass(frozen=True, slots=True)
class Replying:
    """Knows the report and how a question's words relate to its entries."""

    texts: TextIndex
    around: Mapping[str, Around]
    parts: frozenset[Part]

    @property
    def report(self) -> Report:
        return self.texts.index.report

    @property
    def reading(self) -> Reading:
        """What looks for answers in the report's text."""
        return Reading(self.texts, self.around)

    def about(self, heard: Heard, found: list[Subject]) -> tuple[Answer, ...]:
        """The answer on the best of the subjects that has one; else why the best has none."""
        best = found[0]
        # What is named in pieces only stands beside what is: 优良天数 is not 优良天数比例.
        close = [
            subject
            for subject in found
            if best.score - subject.score <= _CLOSE
            and (subject.reason is not Reason.PART or subject.reason is best.reason)
        ]
        answers = [self._on_subject(heard, subject) for subject in self._fitting(heard, close)]
        first = next((each for each in answers if is_answer(each)), None)
        return first or self._otherwise(heard, found) or answers[0]

    def on(self, heard: Heard, entry_id: str, reason: Reason, term: str, score: float) -> tuple[Answer, ...]:
        """The answer about one entry; several where a passage holds several figures that were asked for."""
        entry = self.report.entries[entry_id]
        if isinstance(entry, Passage):
            found = on_passage(self.reading, heard, entry)
        else:
            found = (self._on_indicator(heard, entry),)
        return tuple(
            replace(each, score=round(score, 4), reason=reason, term=term, heard=heard) for each in found
        )

    def without_subject(self, heard: Heard) -> Answer:
        """Questions on the report as a whole: which targets, areas, goals, achievements there are."""
        if heard.other_times:
            return refusal(Lack.PERIOD, heard)
        # 去年多少人 is a question on something that was not understood.
        counts = heard.wants_number and not heard.wants(*LISTED)
        names_unit = heard.names_unit and heard.unit not in COUNTED_DEEDS
        counts = counts or (names_unit and heard.wants(Sign.QUANTITY))
        address = "" if counts else self._list(heard)
        if not address:
            return refusal(Lack.SUBJECT if heard.periods or heard.signs else Lack.CHAT, heard)
        return Answer(Sort.LIST, address, (), heard.period, 0.9, Reason.NAME, heard=heard)

    def refused(self, heard: Heard, core: str, candidates: list[Subject]) -> Answer:
        """Nothing in the report is meant by these words; what they come nearest to is named."""
        named = (subject.entry for subject in candidates)
        return refusal(Lack.WORDS, heard, *named, *self.reading.similar(core))

    def _on_subject(self, heard: Heard, subject: Subject) -> tuple[Answer, ...]:
        return self.on(heard, subject.entry, subject.reason, subject.term, subject.score)

    def _on_indicator(self, heard: Heard, indicator: Indicator) -> Answer:
        if Part.CHOICE in self.parts or heard.wants(Sign.COMPARE) or len(heard.periods) > 1:
            return on_indicator(self.report, heard, indicator)
        first = first_figure(indicator)
        return Answer(Sort.FIGURE, indicator.id, (first,), first.period)

    def _fitting(self, heard: Heard, close: list[Subject]) -> list[Subject]:
        """Indicators first where a number is wanted, passages where deeds are."""
        deeds = heard.wants(Sign.ACTION, Sign.LIST, Sign.DONE, Sign.AREAS) and not heard.wants_number
        entries = self.report.entries

        def order(subject: Subject) -> tuple[bool, bool]:
            entry = entries[subject.entry]
            is_passage = isinstance(entry, Passage)
            return (is_passage is not deeds, is_passage and not is_of(self.report, entry, heard))

        return sorted(close, key=order)

    def _otherwise(self, heard: Heard, found: list[Subject]) -> tuple[Answer, ...]:
        """Deeds from the report's text; what is counted in another unit by another name: 农村公路多长."""
        if heard.wants(Sign.ACTION, Sign.LIST) and not heard.wants_number and not heard.wants(Sign.NAMES):
            passage = self.reading.by_text(heard)
            return (passage,) if passage else ()
        if not heard.names_unit:
            return ()
        pieces = [subject for subject in found if subject.reason is Reason.PART]
        answers = [self._on_subject(heard, subject) for subject in pieces]
        return next((each for each in answers if each[0].sort is Sort.FIGURE), ())

    def _list(self, heard: Heard) -> str:
        """The address of the list that is asked for; empty where none is."""
        kinds = {self.report.periods[period].kind for period in heard.periods}
        if "outlook" in kinds or heard.wants(Sign.GOALS):
            return "goals"
        if "review" in kinds:
            return f"achievements_{heard.period}" if heard.signs else ""
        if heard.wants(Sign.DONE):
            return "achievements"
        if heard.wants(Sign.AREAS, Sign.ACTION) and not heard.wants(Sign.TARGET, Sign.FIGURES):
            return "areas" if heard.wants(Sign.AREAS) or heard.periods else ""
        if heard.wants(Sign.TARGET, Sign.FIGURES):
            return "targets"
        return "areas" if heard.periods and heard.signs else ""
