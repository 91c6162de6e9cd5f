"""From a subject to its answer: the figure of the period and kind asked for, the passage, the place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bot.asking.answers import Answer, Sort, refusal
from bot.asking.choosing import RATES, Choice, Lack, choose, counts
from bot.asking.hearing import Heard
from bot.asking.parts import Part
from bot.asking.subjects import Around, Subject, explains, period_of, stretches
from bot.asking.vocabulary import Sign
from bot.lookup.index import Index, Reason
from bot.lookup.normalise import key
from bot.lookup.search import TextIndex, by_text
from bot.report.model import Figure, Indicator, Kind, Passage, Report, Role

_MOST_FIGURES = 3  # of a passage answer a question for a number
_CLOSE = 0.12  # of two subjects this near in score the one that can answer is meant
_MOST_OF, _SIMILAR = 0.6, 0.34  # of a question's words: to answer it, to be named as near
_COVERED = 0.8  # of the pairs of characters of a question must stand in a text that answers it


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
    def index(self) -> Index:
        return self.texts.index

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
        answers = [self.on(heard, s.entry, s.reason, s.term, s.score) for s in self._fitting(heard, close)]
        found_one = next((each for each in answers if each[0].sort is not Sort.REFUSAL), None)
        return found_one or self._otherwise(heard, found) or answers[0]

    def _otherwise(self, heard: Heard, found: list[Subject]) -> tuple[Answer, ...]:
        """Deeds from the report's text; what is counted in another unit by another name: 农村公路多长."""
        if heard.wants(Sign.ACTION, Sign.LIST) and not wants_number(heard):
            passage = self.by_text(heard, " ".join(segment.text for segment in heard.content))
            return (passage,) if passage else ()
        if not heard.unit:
            return ()
        pieces = [subject for subject in found if subject.reason is Reason.PART]
        answers = [self.on(heard, s.entry, s.reason, s.term, s.score) for s in pieces]
        return next((each for each in answers if each[0].sort is Sort.FIGURE), ())

    def _fitting(self, heard: Heard, close: list[Subject]) -> list[Subject]:
        """Indicators first where a number is wanted, passages where deeds are."""
        deeds = heard.wants(Sign.ACTION, Sign.LIST, Sign.DONE, Sign.AREAS) and not wants_number(heard)
        entries = self.report.entries

        def order(subject: Subject) -> tuple[bool, bool]:
            entry = entries[subject.entry]
            is_passage = isinstance(entry, Passage)
            return (is_passage is not deeds, is_passage and not self._is_of(entry, heard))

        return sorted(close, key=order)

    def _is_of(self, entry: Passage | Indicator, heard: Heard) -> bool:
        return not heard.periods or period_of(self.report, entry) in heard.periods

    def on(self, heard: Heard, entry_id: str, reason: Reason, term: str, score: float) -> tuple[Answer, ...]:
        """The answer about one entry; several where a passage holds several figures that were asked for."""
        entry = self.report.entries[entry_id]
        if isinstance(entry, Passage):
            found = self._on_passage(heard, entry)
        else:
            found = (self._on_indicator(heard, entry),)
        return tuple(
            replace(each, score=round(score, 4), reason=reason, term=term, heard=heard) for each in found
        )

    def _on_indicator(self, heard: Heard, indicator: Indicator) -> Answer:
        if heard.wants(Sign.COMPARE) or len(heard.periods) > 1:
            return self._compared(heard, indicator)
        if Part.CHOICE not in self.parts:
            first = (indicator.targets or indicator.figures)[0]
            return Answer(Sort.FIGURE, indicator.id, (first,), first.period)
        if heard.wants(Sign.PLACE):
            plain = replace(heard, signs=heard.signs - {*_NUMBERS, Sign.MORE, Sign.LESS})
            return self._place_of(heard, indicator, choose(self.report, indicator, plain))
        choice = choose(self.report, indicator, heard)
        figure = choice.figure or (self._counted_so(heard, indicator) if choice.lack is Lack.UNIT else None)
        if figure is None:
            asked = heard.periods[0] if heard.periods else ""
            return refusal(choice.lack or Lack.WORDS, heard, indicator.id, entry=indicator.id, period=asked)
        if heard.wants(Sign.ACTION) and not wants_number(heard):
            return Answer(Sort.PASSAGE, figure.passage, (), figure.period)
        return Answer(Sort.FIGURE, figure.indicator, (figure,), figure.period)

    def _counted_so(self, heard: Heard, indicator: Indicator) -> Figure | None:
        """What the same passage counts in the unit asked for: 惠及多少户, after the number of 小区."""
        passages = dict.fromkeys(
            f.passage for f in indicator.figures if not heard.periods or f.period in heard.periods
        )
        found = []
        for figure in (f for passage in passages for f in self.report.passage(passage).figures):
            other = self.report.indicator(figure.indicator)
            if other is not indicator and counts(figure, other, heard.unit) and _is_unit(other, heard.unit):
                choice = choose(self.report, other, heard)
                found.extend([figure] if choice.figure is figure else [])
        return found[0] if len(found) == 1 else None

    def _place_of(self, heard: Heard, indicator: Indicator, choice: Choice) -> Answer:
        figure = choice.figure
        if figure is None and heard.periods:
            return refusal(choice.lack or Lack.PERIOD, heard, indicator.id, entry=indicator.id)
        figure = figure or (indicator.targets or indicator.figures)[0]
        return Answer(Sort.PLACE, indicator.id, (figure,), figure.period)

    def _compared(self, heard: Heard, indicator: Indicator) -> Answer:
        """Two periods of one indicator: those named, or the plan's target and what is nearest to it."""
        if heard.other_times:
            return refusal(Lack.PERIOD, heard, indicator.id, entry=indicator.id)
        if heard.against or (len(heard.periods) == 1 and not indicator.targets):
            choice = choose(self.report, indicator, _by_growth(heard))
            if choice.figure:
                return Answer(Sort.FIGURE, indicator.id, (choice.figure,), choice.figure.period)
            if heard.wants(Sign.GROWTH, Sign.SHARE):
                return refusal(
                    Lack.MEASURE,
                    heard,
                    indicator.id,
                    entry=indicator.id,
                    period=heard.periods[0] if heard.periods else "",
                )
        return Answer(Sort.COMPARISON, indicator.id, tuple(self._pair_of(indicator, heard)))

    def _pair_of(self, indicator: Indicator, heard: Heard) -> list[Figure]:
        """The latest first, one a period and what it began with, at most two."""
        periods = self.report.periods
        named = [*heard.periods]
        if len(named) == 1 and self.report.plan.id not in named and indicator.targets:
            named.append(self.report.plan.id)
        rates = heard.wants(Sign.GROWTH)

        def order(figure: Figure) -> tuple[bool, int, int, bool]:
            period = periods[figure.period]
            is_rate = figure.measure in RATES
            return (figure.role is Role.BASELINE, -period.last_year, period.years, is_rate is not rates)

        kept = sorted((f for f in indicator.figures if not named or f.period in named), key=order)
        first = {(f.period, f.role): f for f in reversed(kept)}
        return [f for f in kept if first[f.period, f.role] is f][:2]

    def pair(self, heard: Heard, each: tuple[list[Subject], ...]) -> Answer | None:
        """A comparison of two indicators; None where not each part of the question names one."""
        figures: list[Figure] = []
        for found in each[:2]:
            entries = (self.report.entries[subject.entry] for subject in found)
            indicator = next((entry for entry in entries if isinstance(entry, Indicator)), None)
            if indicator is None:
                return None
            signs = heard.signs - {Sign.COMPARE, Sign.WHICH, Sign.LIST}
            plain = replace(heard, periods=heard.periods[:1], signs=signs)
            choice = choose(self.report, indicator, plain)
            if choice.figure is None:  # 高几个点: so the difference is counted, not what is compared
                bare = replace(plain, signs=signs - {*_NUMBERS, Sign.MORE, Sign.LESS}, unit="")
                choice = choose(self.report, indicator, bare)
            if choice.figure is None:
                return refusal(choice.lack or Lack.PERIOD, heard, indicator.id, entry=indicator.id)
            figures.append(choice.figure)
        if len(figures) < 2 or figures[0].indicator == figures[1].indicator:
            return None
        best = each[0][0]
        return Answer(
            Sort.COMPARISON,
            figures[0].indicator,
            tuple(figures),
            figures[0].period,
            best.score,
            best.reason,
            best.term,
            heard=heard,
        )

    def _on_passage(self, heard: Heard, passage: Passage) -> tuple[Answer, ...]:
        if heard.other_times:
            return (refusal(Lack.PERIOD, heard, passage.id, entry=passage.id),)
        if not self._is_of(passage, heard):
            return (self._elsewhere(heard, passage),)
        period = period_of(self.report, passage)
        if heard.wants(Sign.PLACE):
            return (Answer(Sort.PLACE, passage.id, (), period),)
        child = self._child_meant(heard, passage)
        if child:
            return self._on_passage(heard, child)
        return tuple(self._numbers_in(heard, passage)) or (Answer(Sort.PASSAGE, passage.id, (), period),)

    def _child_meant(self, heard: Heard, passage: Passage) -> Passage | None:
        """The one part of an area or theme that all the words belong to: 财税体制改革 of 改革."""
        words = [segment.text for segment in heard.content if segment.terms]
        fitting = [
            child
            for child in self.report.children(passage)
            if all(explains(self.around[child.id], stretch) for stretch in (*words, *_runs(heard)))
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _numbers_in(self, heard: Heard, passage: Passage) -> Iterator[Answer]:
        """The figures of a passage that were asked for, or that there are none."""
        if heard.wants(Sign.WHICH, Sign.COMPARE, Sign.DEGREE) and len(passage.figures) == 2:
            first = passage.figures[0]
            yield Answer(Sort.COMPARISON, first.indicator, passage.figures, first.period)
            return
        numbers = passage.figures or heard.wants(Sign.QUANTITY, Sign.GROWTH, Sign.SHARE)
        if not (wants_number(heard) and numbers):
            return
        found = []
        for figure in passage.figures:
            indicator = self.report.indicator(figure.indicator)
            if choose(self.report, indicator, heard).figure is figure:
                found.append(Answer(Sort.FIGURE, indicator.id, (figure,), figure.period))
        named = [answer for answer in found if self._is_named(heard, answer.entry)]
        if 0 < len(named) <= _MOST_FIGURES:
            yield from named
        else:
            yield refusal(Lack.NUMBER, heard, passage.id, entry=passage.id)

    def _is_named(self, heard: Heard, entry: str) -> bool:
        """Whether a part of an indicator's name stands in the question: 水库 of 河流和水库."""
        texts = [key(segment.text) for segment in heard.content]
        pairs = (text[i : i + 2] for text in texts if not text.isascii() for i in range(len(text) - 1))
        english = (unit for segment in heard.content for unit in segment.units if unit.isascii())
        around = self.around[entry]
        return any(pair in around.names for pair in pairs) or any(w in around.english_names for w in english)

    def _elsewhere(self, heard: Heard, passage: Passage) -> Answer:
        """What the report says on the same matter for the period asked for."""
        words = " ".join(segment.text for segment in heard.content)
        found = self.by_text(heard, words) or self._goal(heard)
        return found or refusal(Lack.PERIOD, heard, passage.id, entry=passage.id, period=heard.periods[0])

    def _goal(self, heard: Heard) -> Answer | None:
        """Of the years ahead the one goal that has a word of the question in its name."""
        goals = [goal for goal in self.report.passages(Kind.GOAL) if self._is_of(goal, heard)]
        named = [goal for goal in goals if self._is_named(heard, goal.id)]
        if len(named) != 1 or not heard.periods:
            return None
        return Answer(Sort.PASSAGE, named[0].id, (), heard.periods[0])

    def by_text(self, heard: Heard, core: str) -> Answer | None:
        """The passage whose own words hold those of the question; never for a number."""
        said = tuple(stretches(heard.segments, list(heard.content)))
        planned = heard.wants(Sign.TARGET) and not heard.wants(Sign.ACTION, Sign.LIST)
        if heard.other_times or wants_number(heard) or planned or not _says_enough(said):
            return None
        for match in by_text(self.texts, core, _MOST_OF)[:10]:
            entry = self.report.entries[match.entry]
            if (
                isinstance(entry, Passage)
                and self._is_of(entry, heard)
                and _covers(self.around[entry.id], said)
            ):
                sort = Sort.PLACE if heard.wants(Sign.PLACE) else Sort.PASSAGE
                return Answer(
                    sort,
                    entry.id,
                    (),
                    period_of(self.report, entry),
                    round(match.score, 4),
                    Reason.TEXT,
                    match.term,
                    heard=heard,
                )
        return None

    def without_subject(self, heard: Heard) -> Answer:
        """Questions on the report as a whole: which targets, areas, goals, achievements there are."""
        if heard.other_times:
            return refusal(Lack.PERIOD, heard)
        address = self._list(heard)
        if not address:
            return refusal(Lack.SUBJECT if heard.periods or heard.signs else Lack.CHAT, heard)
        period = heard.periods[0] if heard.periods else ""
        return Answer(Sort.LIST, address, (), period, 0.9, Reason.NAME, heard=heard)

    def _list(self, heard: Heard) -> str:
        kinds = {self.report.periods[period].kind for period in heard.periods}
        if "outlook" in kinds or heard.wants(Sign.GOALS):
            return "goals"
        if "review" in kinds:
            return f"achievements_{heard.periods[0]}" if heard.signs else ""
        if heard.wants(Sign.DONE):
            return "achievements"
        if heard.wants(Sign.AREAS, Sign.ACTION) and not heard.wants(Sign.TARGET, Sign.FIGURES):
            return "areas" if heard.wants(Sign.AREAS) or heard.periods else ""
        if heard.wants(Sign.TARGET, Sign.FIGURES):
            return "targets"
        return "areas" if heard.periods and heard.signs else ""

    def refused(self, heard: Heard, core: str, candidates: list[Subject]) -> Answer:
        """Nothing in the report is meant by these words; what they come nearest to is named."""
        named = (subject.entry for subject in candidates)
        similar = (match.entry for match in by_text(self.texts, core, _SIMILAR)[:3])
        return refusal(Lack.WORDS, heard, *named, *similar)


_NUMBERS = (Sign.QUANTITY, Sign.GROWTH, Sign.LEVEL, Sign.SHARE)


def _runs(heard: Heard) -> list[str]:
    """Neighbouring unknown words as one."""
    return list(stretches(heard.segments, [s for s in heard.content if not s.terms]))


def _is_unit(indicator: Indicator, unit: str) -> bool:
    """Whether the indicator is counted in just this, or in people where people are asked for."""
    return indicator.unit.zh == unit.lstrip("百千万亿") or (
        indicator.unit.zh == "人" and unit in ("群众", "people")
    )


_COUNTED_DEEDS = ("项", "条", "件", "个")  # 几项工作分别是什么


def wants_number(heard: Heard) -> bool:
    """Whether a question can only be answered with a number."""
    if heard.wants(Sign.QUANTITY) and not (heard.wants(Sign.LIST) and heard.unit in _COUNTED_DEEDS):
        return True
    numbers = heard.wants(*_NUMBERS, Sign.MORE, Sign.LESS, Sign.COMPARE)
    return numbers and not heard.wants(Sign.ACTION, Sign.LIST)


def _by_growth(heard: Heard) -> Heard:
    signs = (heard.signs - {Sign.COMPARE, Sign.QUANTITY, Sign.LEVEL}) | {Sign.GROWTH}
    return replace(heard, signs=frozenset(signs))


def _says_enough(said: tuple[str, ...]) -> bool:
    """One English word, or two characters, stand in too many texts by chance."""
    english = sum(len(text.split()) for text in said if text.isascii())
    return english > 1 or sum(len(text) for text in said if not text.isascii()) > 2


def _covers(around: Around, said: tuple[str, ...]) -> bool:
    """Whether nearly all of the words stand in the entry's texts."""
    pairs = [s[i : i + 2] for s in said if not s.isascii() for i in range(max(1, len(s) - 1))]
    english = [word for text in said if text.isascii() for word in text.split()]
    met = sum(pair in around.chinese for pair in pairs) + sum(explains(around, word) for word in english)
    # 浚县 beside a long name is a small share of the words, and another place.
    foreign = any(
        not s.isascii() and not any(s[i : i + 2] in around.chinese for i in range(max(1, len(s) - 1)))
        for s in said
    )
    return not foreign and met >= _COVERED * (len(pairs) + len(english))
