"""Questions heard and answered in one call, for the real report and for another."""

from collections.abc import Callable

import pytest

from bot.asking.answers import Answer
from bot.asking.asking import Asking
from bot.asking.coordination import spelt_out
from bot.asking.hearing import Heard
from bot.asking.pinyin import heard_words
from bot.asking.understanding import hear
from bot.report.model import Report
from tests.asking.building import asking_of
from tests.second_report import second_report

Hears = Callable[[str], Heard]
Answers = Callable[..., tuple[Answer, ...]]


def written(answers: tuple[Answer, ...]) -> list[str]:
    """The figures given, as the report writes them."""
    return [figure.as_written for answer in answers for figure in answer.figures]


def hearing_of(asking: Asking) -> Hears:
    def hears(text: str) -> Heard:
        units = spelt_out(asking.lexicon, heard_words(asking.lexicon, text))
        return hear(asking.report, asking.lexicon, units)

    return hears


@pytest.fixture(scope="session")
def hears(asking: Asking) -> Hears:
    """What is understood of a text."""
    return hearing_of(asking)


@pytest.fixture(scope="session")
def answers(asking: Asking) -> Answers:
    """Answers a text, after others; unlike `asking` it prints no whole report when an example fails."""
    return answering_of(asking)


def answering_of(asking: Asking) -> Answers:
    def answer(*texts: str) -> tuple[Answer, ...]:
        found: tuple[Answer, ...] = ()
        for text in texts:
            found = asking.answer(text, found[0] if found else None)
        return found

    return answer


@pytest.fixture(scope="session")
def other_report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Another place's, of other years."""
    return second_report(tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="session")
def other_asking(other_report: Report) -> Asking:
    return asking_of(other_report)
