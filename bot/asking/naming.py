"""Answers to what a question names: one subject that explains all its words, or two or three."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.asking.answers import Answer, Sort, is_answer
from bot.asking.choosing import Lack
from bot.asking.comparing import pair
from bot.asking.dividing import counts, divisions, is_list, nameless, narrowed
from bot.asking.hearing import Heard, joined
from bot.asking.indicators import counted_so
from bot.asking.parts import Part
from bot.asking.replying import Replying
from bot.asking.subjects import Subject, subjects
from bot.asking.understanding import hear_again, part_of
from bot.asking.vocabulary import Sign
from bot.report.model import Figure, Indicator, Passage, Report

MOST = 3  # subjects of one question
_Division = tuple[tuple[Heard, list[Subject]], ...]  # the parts of a question, each with what it may be about


@dataclass(frozen=True, slots=True)
class Naming:
    """Finds subjects, checks them against the words of a question, and has them answered."""

    replying: Replying

    @property
    def report(self) -> Report:
        return self.replying.report

    def named(self, heard: Heard) -> tuple[Answer, ...]:
        """Answers to what is named and explains all the words; none where nothing does."""
        candidates = self._subjects(heard)
        if heard.wants(Sign.COMPARE, Sign.WHICH, Sign.DEGREE):
            compared = self._compared(heard)
            if compared:
                return (compared,)
        whole = self._explained(heard, candidates)
        answers = self.replying.about(heard, whole) if whole else ()
        answers += tuple(self._counted_beside(heard, answers))[: MOST - len(answers)]
        # 老旧小区和背街小巷 are two things, though one name holds both words.
        two = Sign.AND in heard.signs or heard.wants_two
        if is_answer(answers) and not two:
            return answers
        divided = tuple(self._divisions(heard))
        if is_answer(answers) and not divided:
            return answers
        if not heard.wants(Sign.COMPARE, Sign.WHICH):
            for division in divided:
                several = self._several(heard, division, has_answer=is_answer(answers))
                if several:
                    return several
        if divided and not answers:
            return (self.replying.refused(heard, joined(heard.core), candidates),)
        return answers

    def _subjects(self, heard: Heard) -> list[Subject]:
        return subjects(self.replying.texts.index, self.replying.around, heard)

    def _explained(self, heard: Heard, candidates: list[Subject]) -> list[Subject]:
        """The candidates that have to do with all the words."""
        whole = [c for c in candidates if not c.foreign or Part.CHECK not in self.replying.parts]
        return whole or [c for c in candidates[:1] if self._only_adds(heard, c)]

    def _only_adds(self, heard: Heard, subject: Subject) -> bool:
        """Whether deeds are asked about, and what is foreign follows the name: not 浚县石林镇."""
        if not isinstance(self.report.entries[subject.entry], Passage) or heard.wants_number:
            return False
        if any(segment.narrows for segment in heard.segments):
            return False
        text = heard.text
        name = max((text.find(s.text) for s in heard.content if s.terms), default=-1)
        follows = all(text.find(word) > name for word in subject.foreign)
        return heard.wants(Sign.ACTION, Sign.LIST) and follows

    def _divisions(self, heard: Heard) -> Iterator[_Division]:
        """Ways to divide a question of two or three subjects so that each part is explained by its own."""
        for chunks in divisions(heard):
            if 1 < len(chunks) <= MOST:
                parts = [part_of(self.report, heard, chunk) for chunk in chunks]
                each = [[c for c in self._subjects(part) if not c.foreign] for part in parts]
                if all(each):
                    yield tuple(zip(parts, each, strict=True))

    def _compared(self, heard: Heard) -> Answer | None:
        """Two subjects held against each other."""
        divided = self._divisions(heard)
        pairs = (pair(self.report, heard, [found for _, found in division]) for division in divided)
        return next((each for each in pairs if each), None)

    def _counted_beside(self, heard: Heard, answers: tuple[Answer, ...]) -> Iterator[Answer]:
        """What else the passage counts, where a part only says its unit: 家庭医生团队几支、签了多少人."""
        if len(answers) != 1 or answers[0].sort is not Sort.FIGURE or not heard.wants_two:
            return
        indicator = self.report.indicator(answers[0].entry)
        for chunk in nameless(heard):
            figure = counted_so(self.report, part_of(self.report, heard, chunk), indicator)
            if figure and figure not in answers[0].figures:
                yield replace(answers[0], entry=figure.indicator, figures=(figure,), period=figure.period)

    def _several(self, heard: Heard, division: _Division, *, has_answer: bool) -> tuple[Answer, ...]:
        """An answer to each part; none where the question as a whole is understood better."""
        each = [self._part(heard, *part) for part in division]
        several = tuple({_told_by(answer): answer for answer in reversed(each)}.values())[::-1]
        several = tuple(answer for answer in several if not _is_said(heard, self.report, answer, several))
        empty = [
            a for a, (part, _) in zip(each, division, strict=True) if a.sort is Sort.PASSAGE and counts(part)
        ]
        told = tuple(answer for answer in several if answer.sort is not Sort.REFUSAL and answer not in empty)
        if not told or (has_answer and len(told) < len(several)):
            return ()
        # Without 和 the one is a circumstance of the other: 石林镇去年新增就业.
        # 几条河几座水库
        each_counts = Sign.COMMA not in heard.signs and all(counts(part) for part, _ in division)
        if Sign.AND in heard.signs or each_counts or (is_list(heard) and self._are_alike(several)):
            return several
        if Sign.COMMA not in heard.signs:
            return ()
        # A comma may part a thing from what is said of it: 消费这块，去年社零增速.
        silent = (part for answer, (part, _) in zip(each, division, strict=True) if answer not in told)
        return () if any(narrowed(part) or counts(part) for part in silent) else told

    def _are_alike(self, answers: tuple[Answer, ...]) -> bool:
        """Whether all are counted in the same: 一产二产三产; not 家庭医生团队签约居民."""
        found = (self.report.entries.get(answer.entry) for answer in answers)
        return len({entry.unit.zh for entry in found if isinstance(entry, Indicator)}) < 2

    def _part(self, heard: Heard, part: Heard, found: list[Subject]) -> Answer:
        """The answer to a part; what was said of how much may be meant of another part only."""
        answer = self.replying.about(part, found)[0]
        if answer.lack is Lack.MEASURE and heard.wants(Sign.AND, Sign.COMMA):
            answer = self.replying.about(hear_again(self.report, part), found)[0]
        return answer


def _told_by(answer: Answer) -> tuple[str, tuple[Figure, ...]]:
    """What two answers have in common that tell the same; of places the passage."""
    if answer.sort is Sort.PLACE and answer.figures:
        return answer.figures[0].passage, ()
    return answer.entry, answer.figures


def _is_said(heard: Heard, report: Report, answer: Answer, others: tuple[Answer, ...]) -> bool:
    """Whether a passage only says where the other answers' figures stand: 老旧小区改造，受益户数."""
    figures = (figure for other in others for figure in other.figures)
    says_where = answer.sort is Sort.PASSAGE and Sign.AND not in heard.signs
    return (says_where or answer.lack is Lack.NUMBER) and answer.entry in {
        above for figure in figures for above in (figure.passage, report.passage(figure.passage).parent)
    }
