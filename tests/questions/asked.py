"""The questions with what is right for each, and whether an answer is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from bot.asking.answers import Answer, Sort
from bot.asking.asking import Asking
from bot.report.model import Kind, Passage, Report
from tests.questions.divide import HERE, Row, read_rows

_NARROW = str.maketrans("（）", "()")
_LISTS = {"targets": "targets", "areas": "areas", "goals": "goals", "achievements": "achievements"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A row of tuning.yaml or measured.yaml."""

    ask: str
    kind: str
    after: str = ""
    refuse: bool = False
    expect: tuple[str, ...] = ()
    expect_all: tuple[tuple[str, ...], ...] = ()
    period: str = ""
    figures: tuple[str, ...] = ()
    place: str = ""


@cache
def asked(file: str) -> tuple[Asked, ...]:
    """The questions of a file."""
    return tuple(map(_row, rows(file)))


@cache
def rows(file: str) -> tuple[Row, ...]:
    """The same as they are written; each file is read once."""
    return tuple(read_rows(HERE / file))


def _row(row: Row) -> Asked:
    return Asked(
        ask=str(row["ask"]) * int(row.get("repeat", 1)),
        kind=row["kind"],
        after=str(row.get("after", "")),
        refuse=bool(row.get("refuse", False)),
        expect=_words(row.get("expect", ())),
        expect_all=tuple(_words(one) for one in row.get("expect_all", ())),
        period=str(row.get("period", "")),
        figures=tuple(str(figure) for figure in row.get("figures", ())),
        place=str(row.get("place", "")),
    )


def _words(value: Any) -> tuple[str, ...]:
    return (str(value),) if isinstance(value, str | int) else tuple(str(one) for one in value)


def answers_to(asking: Asking, question: Asked) -> tuple[Answer, ...]:
    """What is answered, after the question before it where there is one."""
    before = asking.answer(question.after)[0] if question.after else None
    return asking.answer(question.ask, before)


def is_right(report: Report, question: Asked, answers: tuple[Answer, ...], place: str) -> bool:
    """Whether the first line says what is asked: the entry, the period, the figures."""
    if question.refuse:
        return not asserts(answers)
    paths = paths_of(report)
    if question.expect_all:
        return _are_all(paths, question, answers)
    if len(answers) != 1 or answers[0].sort is Sort.REFUSAL:
        lacks = question.kind == "not-comparable" and bool(answers[0].lack)
        return lacks and _is_entry(paths, question, answers)
    if question.expect[0] in _LISTS:
        return _is_list(question, answers[0])
    return _is_entry(paths, question, answers) and _says(question, answers[0], place)


def _are_all(paths: dict[str, str], question: Asked, answers: tuple[Answer, ...]) -> bool:
    """Of several subjects, each with its figure, in the order asked."""
    figures = tuple(figure.as_written for answer in answers for figure in answer.figures)
    entries = [answer.entry for answer in answers]
    wanted = [[paths.get(one, one) for one in ones] for ones in question.expect_all]
    met = len(entries) == len(wanted) and all(e in w for e, w in zip(entries, wanted, strict=True))
    return met and (not question.figures or figures == question.figures)


def _says(question: Asked, answer: Answer, place: str) -> bool:
    if question.place:
        return answer.sort is Sort.PLACE and place.translate(_NARROW) == question.place
    given = [figure.as_written for figure in answer.figures]
    if question.kind in ("comparison", "not-comparable") or len(question.figures) > 1:
        return answer.sort is Sort.COMPARISON and set(question.figures) <= set(given)
    return not question.figures or given == list(question.figures)


def _is_entry(paths: dict[str, str], question: Asked, answers: tuple[Answer, ...]) -> bool:
    wanted = {paths.get(one, one) for one in question.expect}
    answer = answers[0]
    found = {answer.entry, *(figure.indicator for figure in answer.figures)}
    if answer.sort is Sort.PLACE:
        found |= {figure.passage for figure in answer.figures}
    return bool(wanted & found) or (answer.entry.startswith("targets_") and answer.entry[8:] in wanted)


def _is_list(question: Asked, answer: Answer) -> bool:
    wanted = _LISTS[question.expect[0]]
    named = answer.entry.partition("_")
    return named[0] == wanted and (not named[2] or not question.period or named[2] == question.period)


def asserts(answers: tuple[Answer, ...]) -> bool:
    """Whether anything is asserted, rather than refused."""
    return any(answer.sort is not Sort.REFUSAL for answer in answers)


def asserts_figure(answers: tuple[Answer, ...]) -> bool:
    """Whether a figure is asserted."""
    return any(answer.figures for answer in answers if answer.sort is not Sort.REFUSAL)


def paths_of(report: Report) -> dict[str, str]:
    """A passage's path in the digest to its id: livelihood/employment-first → livelihood-1."""
    return {path: passage.id for passage in report.passages() for path in _path(report, passage)}


def _path(report: Report, passage: Passage) -> Iterator[str]:
    if passage.kind is Kind.THEME:
        yield f"{passage.period}/{passage.slug}"
    elif passage.kind is Kind.GOAL:
        yield f"goals/{passage.slug}"
    elif passage.parent:
        for above in _path(report, report.passage(passage.parent)):
            yield f"{above}/{passage.slug}"
    elif passage.kind is Kind.REQUIREMENTS:
        yield "goals/requirements"
    else:
        yield passage.slug or passage.id
