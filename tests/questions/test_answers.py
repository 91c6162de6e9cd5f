"""Questions in plain words are answered right, and what is answered stands in the first line."""

import re
from collections import Counter
from dataclasses import dataclass
from html import unescape

import pytest

from bot.asking.answers import Answer, Sort
from bot.asking.asking import Asking
from bot.asking.lexicon import units_of
from bot.briefing.answers import echo
from bot.briefing.compose import Composer
from bot.briefing.context import Context
from bot.report.model import LANGUAGES, VOICES, Report, Voice
from bot.telegram.desk import Desk, Question
from bot.telegram.handlers.asking import answer_question
from tests.questions.asked import Asked, asked, paths_of, rows
from tests.questions.divide import FILES, Row, file_of, words_of
from tests.questions.measuring import ANY_DAY, Outcome, Tally, outcomes, tally

TUNED_ON, MEASURED = FILES
# By file: of what the report answers, likewise, of what it does not answer; every third question is asked.
LEAST_RIGHT = {TUNED_ON: 0.94, MEASURED: 0.85}
MOST_WRONGLY_REFUSED = {TUNED_ON: 0.04, MEASURED: 0.12}
MOST_FIGURES_ASSERTED = {TUNED_ON: 0.015, MEASURED: 0.04}
LEAST_ANSWERABLE, LEAST_TO_REFUSE = 300, 100

TO_REFUSE = {
    *("chatter", "injection", "insult", "noise", "outside"),
    *("no-target", "other-measure", "other-place", "other-year"),
}
ANSWERABLE = {
    *("comparison", "english", "fact-five-years", "fact-last-year", "follow-up", "goal", "growth", "list"),
    *("mixed", "no-period", "not-comparable", "passage", "pinyin", "place", "several", "target"),
    *("traditional", "typo"),
}
KEYS = {
    *("ask", "after", "repeat", "kind", "expect", "expect_all", "period", "figures", "place", "refuse"),
}
LISTS = {"targets", "areas", "goals", "achievements"}


@dataclass(frozen=True)
class Known:
    """What a row may name."""

    entries: frozenset[str]
    periods: frozenset[str]
    figures: frozenset[str]


def known_of(report: Report) -> Known:
    indicators = tuple(report.indicators())
    return Known(
        frozenset((*paths_of(report), *(indicator.id for indicator in indicators), *LISTS)),
        frozenset(report.periods),
        frozenset(figure.as_written for indicator in indicators for figure in indicator.figures),
    )


def problems(known: Known, row: Row) -> set[str]:
    """What is wrong with how a row is written; never its words, for they may be of the unseen half."""
    question = Asked(str(row.get("ask", "")), row.get("kind", ""))
    expected = [one for value in _lists(row) for one in ([value] if isinstance(value, str) else value)]
    found = {
        "an unknown key": not row.keys() <= KEYS,
        "no question": not question.ask.strip() and not row.get("refuse"),
        "an unknown kind": question.kind not in ANSWERABLE | TO_REFUSE,
        "refused, of a kind that is answered": "refuse" in row and question.kind in ANSWERABLE,
        "answered, of a kind that is refused": "refuse" not in row and question.kind in TO_REFUSE,
        "neither an answer nor a refusal": ("refuse" in row) == bool(expected),
        "an unknown entry": not known.entries.issuperset(expected),
        "an unknown period": "period" in row and row["period"] not in known.periods,
        "an unknown figure": not known.figures.issuperset(row.get("figures", ())),
    }
    return {problem for problem, is_there in found.items() if is_there}


def _lists(row: Row) -> list[str | list[str]]:
    expected = row.get("expect", [])
    return [*([expected] if isinstance(expected, str) else expected), *row.get("expect_all", [])]


@pytest.mark.parametrize("file", FILES)
def test_the_questions_are_well_written(file: str, report: Report) -> None:
    known = known_of(report)
    found = {number: sorted(problems(known, row)) for number, row in enumerate(rows(file), 1)}
    assert {number: each for number, each in found.items() if each} == {}


def test_each_question_that_measures_belongs_to_its_file() -> None:
    """Those tuned on may have been opened after they had measured once."""
    measured = enumerate(rows(MEASURED), 1)
    assert [number for number, row in measured if file_of(row) != MEASURED] == []


def test_no_question_is_asked_twice() -> None:
    times = Counter(words_of(row) for file in FILES for row in rows(file))
    twice = sum(count > 1 for count in times.values())
    assert twice == 0


def test_there_are_enough_questions() -> None:
    refused = Counter(question.refuse for file in FILES for question in asked(file))
    assert refused[False] >= LEAST_ANSWERABLE
    assert refused[True] >= LEAST_TO_REFUSE


@pytest.fixture(scope="module")
def found(asking: Asking) -> dict[str, tuple[Outcome, ...]]:
    """What every third of each file's questions is answered with; `make questions` asks them all."""
    return {file: outcomes(asking, asked(file)[::3]) for file in FILES}


@pytest.fixture(scope="module")
def tallies(found: dict[str, tuple[Outcome, ...]]) -> dict[str, Tally]:
    return {file: tally(each) for file, each in found.items()}


@pytest.mark.parametrize("file", FILES)
def test_nearly_all_questions_are_answered_right(file: str, tallies: dict[str, Tally]) -> None:
    assert tallies[file].accuracy >= LEAST_RIGHT[file], tallies[file]


@pytest.mark.parametrize("file", FILES)
def test_few_questions_are_refused_that_the_report_answers(file: str, tallies: dict[str, Tally]) -> None:
    assert tallies[file].refused_share <= MOST_WRONGLY_REFUSED[file], tallies[file]


@pytest.mark.parametrize("file", FILES)
def test_hardly_ever_is_a_figure_asserted_that_the_report_does_not_give(
    file: str, tallies: dict[str, Tally]
) -> None:
    tallied = tallies[file]
    assert tallied.figures_asserted <= MOST_FIGURES_ASSERTED[file] * tallied.to_refuse, tallied


@pytest.fixture(scope="module")
def desk(composer: Composer, asking: Asking) -> Desk:
    return Desk(composer, lambda: asking)


@pytest.fixture(scope="module")
def tuned_on(found: dict[str, tuple[Outcome, ...]]) -> tuple[Outcome, ...]:
    """Some of the half that may be shown where a test fails: each is written out in three voices."""
    return found[TUNED_ON][::2]


def shown(desk: Desk, outcome: Outcome, voice: Voice) -> str:
    """The message as it is read."""
    question = outcome.question
    before = desk.asking.answer(question.after)[0] if question.after else None
    page = answer_question(desk, Question(question.ask, voice, ANY_DAY), before).page
    return unescape(re.sub("<[^>]+>", "", page.html))


def spoken(composer: Composer, voice: Voice) -> list[Context]:
    return [composer.context(language, ANY_DAY) for language in LANGUAGES if voice in (language, "both")]


def said_of(context: Context, answers: tuple[Answer, ...]) -> list[str]:
    """What must be read at once: of each figure its value and period."""
    periods = context.report.periods
    given = [answer for answer in answers if answer.sort in (Sort.FIGURE, Sort.COMPARISON)]
    figures = [figure for answer in given for figure in answer.figures]
    names = [periods[figure.period].name[context.language] for figure in figures]
    return [*names, *(context.value(figure) for figure in figures)]


def first_lines(message: str, answers: tuple[Answer, ...]) -> str:
    """The title; where several are answered a line each, which is twice that in two languages."""
    return message.split("\n\n" if len(answers) > 1 else "\n", maxsplit=1)[0]


def missing_from(composer: Composer, voice: Voice, outcome: Outcome, text: str) -> list[str]:
    every = [word for context in spoken(composer, voice) for word in said_of(context, outcome.answers)]
    return [word for word in every if word.casefold() not in text.casefold()]  # a line begins with a capital


def is_only_named(outcome: Outcome) -> bool:
    """Whether the whole entry is shown, since neither a time nor a kind was asked for."""
    return len(outcome.answers) == 1 and outcome.answers[0].is_bare


@pytest.mark.parametrize("voice", VOICES)
def test_the_first_lines_hold_every_figure_and_its_period(
    voice: Voice, desk: Desk, composer: Composer, tuned_on: tuple[Outcome, ...]
) -> None:
    given = [each for each in tuned_on if has_figure(each) and not is_only_named(each)]
    missing = {}
    for each in given:
        first = first_lines(shown(desk, each, voice), each.answers)
        if missing_from(composer, voice, each, first):
            missing[each.question.ask] = first
    assert len(given) >= 100
    assert missing == {}


@pytest.mark.parametrize("voice", VOICES)
def test_what_is_only_named_is_shown_with_its_figure(
    voice: Voice, desk: Desk, composer: Composer, tuned_on: tuple[Outcome, ...]
) -> None:
    named = [each for each in tuned_on if has_figure(each) and is_only_named(each)]
    pages = ((each, shown(desk, each, voice)) for each in named)
    missing = {each.question.ask: text for each, text in pages if missing_from(composer, voice, each, text)}
    assert named
    assert missing == {}


@pytest.mark.parametrize("voice", VOICES)
def test_a_comparison_shows_both_figures_and_their_periods(
    voice: Voice, desk: Desk, composer: Composer, tuned_on: tuple[Outcome, ...]
) -> None:
    compared = [each for each in tuned_on if each.answers[0].sort is Sort.COMPARISON]
    pages = ((each, shown(desk, each, voice)) for each in compared)
    missing = {each.question.ask: text for each, text in pages if missing_from(composer, voice, each, text)}
    assert compared
    assert missing == {}


def has_figure(outcome: Outcome) -> bool:
    return any(answer.sort is Sort.FIGURE for answer in outcome.answers)


def heard_or_named(context: Context, outcome: Outcome) -> list[str]:
    """What a refusal may repeat: the question, names of entries and periods, the longest first."""
    report = context.report
    names = [name for entry in report.entries.values() for name in (entry.name.zh, entry.name.en, entry.id)]
    periods = [period.name[language] for period in report.periods.values() for language in LANGUAGES]
    called = [context.called(indicator.id) for indicator in report.indicators()]
    return sorted({echo(outcome.question.ask), *names, *periods, *called}, key=len, reverse=True)


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)*", text))


@pytest.mark.parametrize("voice", VOICES)
def test_a_refusal_gives_no_number_but_those_asked_with(
    voice: Voice, desk: Desk, composer: Composer, tuned_on: tuple[Outcome, ...]
) -> None:
    refused = [each for each in tuned_on if all(answer.sort is Sort.REFUSAL for answer in each.answers)]
    given = {}
    for each in refused:
        message = shown(desk, each, voice)
        for name in heard_or_named(composer.context("zh", ANY_DAY), each):
            message = message.replace(name, "…")
        asked_with = " ".join(units_of(f"{each.question.after} {each.question.ask}"))  # 二〇二三年 is 2023
        if not numbers(message) <= numbers(asked_with):
            given[each.question.ask[:80]] = message[:200]
    assert len(refused) >= LEAST_TO_REFUSE
    assert given == {}
