"""Every question of a file asked, and what came of it: right or not, and in how long."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from statistics import median
from time import process_time
from typing import Protocol

from bot.asking.answers import Answer, Sort
from bot.briefing.compose import Composer
from bot.report.model import Report
from tests.questions.asked import Asked, asserts, asserts_figure, is_right

ANY_DAY = date(2000, 1, 3)  # where a passage stands does not depend on it
_ROUNDS = 3


class Answering(Protocol):
    """What answers questions: the understanding as it is, with parts left out, or another way."""

    @property
    def report(self) -> Report:
        """What is asked about."""

    def answer(self, text: str, before: Answer | None = None, /) -> tuple[Answer, ...]:
        """One answer or more; a refusal where there is none."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question and what it was answered with."""

    question: Asked
    answers: tuple[Answer, ...]
    right: bool

    @property
    def wrongly_refused(self) -> bool:
        """Whether the report answers this, and nothing was answered."""
        return not self.question.refuse and not self.right and not asserts(self.answers)

    @property
    def figure_asserted(self) -> bool:
        """Whether a figure is asserted where the report has none."""
        return self.question.refuse and asserts_figure(self.answers)

    @property
    def wrong_figure(self) -> bool:
        """Whether a figure is given that is none of those asked for."""
        if self.question.refuse or self.right:
            return False
        wanted = {*self.question.expect, *chain.from_iterable(self.question.expect_all)}
        figures = (f for answer in self.answers if answer.sort is not Sort.REFUSAL for f in answer.figures)
        return any(f.as_written not in self.question.figures or f.indicator not in wanted for f in figures)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over the questions of a file."""

    answerable: int
    to_refuse: int
    right: int  # of the answerable
    wrongly_refused: int  # of the answerable
    wrong_figures: int  # given to answerable questions
    figures_asserted: int  # given to questions that must be refused
    passages_asserted: int  # likewise, without a figure

    @property
    def accuracy(self) -> float:
        """The share of answerable questions that are answered right."""
        return self.right / self.answerable

    @property
    def refused_share(self) -> float:
        """The share of answerable questions that are refused."""
        return self.wrongly_refused / self.answerable


def outcomes(answering: Answering, questions: Iterable[Asked]) -> tuple[Outcome, ...]:
    """Each question asked once, after the one it follows."""
    composer = Composer(answering.report)
    return tuple(_outcome(answering, composer, question) for question in questions)


def tally(found: Iterable[Outcome]) -> Tally:
    """What of it was right, refused, asserted."""
    found = tuple(found)
    answerable = [each for each in found if not each.question.refuse]
    to_refuse = [each for each in found if each.question.refuse]
    asserted = sum(each.figure_asserted for each in to_refuse)
    return Tally(
        answerable=len(answerable),
        to_refuse=len(to_refuse),
        right=sum(each.right for each in answerable),
        wrongly_refused=sum(each.wrongly_refused for each in answerable),
        wrong_figures=sum(each.wrong_figure for each in answerable),
        figures_asserted=asserted,
        passages_asserted=sum(not each.right for each in to_refuse) - asserted,
    )


def by_kind(found: Iterable[Outcome]) -> dict[str, tuple[int, int]]:
    """Of each kind how many were answered right, and how many there are."""
    found = tuple(found)
    asked = Counter(each.question.kind for each in found)
    right = Counter(each.question.kind for each in found if each.right)
    return {kind: (right[kind], asked[kind]) for kind in sorted(asked)}


def times(answering: Answering, questions: Iterable[Asked]) -> list[float]:
    """CPU seconds of each question, the middle of several rounds, after one that is not counted."""
    pairs = [(question, _before(answering, question)) for question in questions]
    rounds = [[_time(answering, *pair) for pair in pairs] for _ in range(1 + _ROUNDS)]
    return [median(each) for each in zip(*rounds[1:], strict=True)]


def place_of(composer: Composer, answers: tuple[Answer, ...]) -> str:
    """Where in the report an answer to where says it stands; empty for other answers."""
    first = answers[0]
    if first.sort is not Sort.PLACE:
        return ""
    passage = composer.report.passage(first.figures[0].passage if first.figures else first.entry)
    return composer.context("zh", ANY_DAY).place(passage.place)


def _outcome(answering: Answering, composer: Composer, question: Asked) -> Outcome:
    answers = answering.answer(question.ask, _before(answering, question))
    place = place_of(composer, answers)
    return Outcome(question, answers, is_right(answering.report, question, answers, place))


def _before(answering: Answering, question: Asked) -> Answer | None:
    return answering.answer(question.after)[0] if question.after else None


def _time(answering: Answering, question: Asked, before: Answer | None) -> float:
    begin = process_time()
    answering.answer(question.ask, before)
    return process_time() - begin
