"""What a question is about, and whether that explains all of its words."""

from collections.abc import Callable

import pytest

from bot.asking.asking import Asking
from bot.asking.subjects import Subject, period_of, subjects
from bot.report.model import Report
from tests.asking.conftest import Answers, Hears, written

Finds = Callable[[str], list[Subject]]


@pytest.fixture
def finds(asking: Asking, hears: Hears) -> Finds:
    """What a text may be about, the best first."""
    return lambda text: subjects(asking.texts.index, asking.around, hears(text))


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("去年城镇新增就业多少", "jobs"),
        ("今年重点项目投资目标", "key-project-investment"),
        ("重点项目今年多少个", "key-projects"),
        ("investment in key projects", "key-project-investment"),
        ("PM2.5", "pm25"),
    ],
)
def test_what_is_named_comes_first_and_explains_all(finds: Finds, text: str, entry: str) -> None:
    best = finds(text)[0]
    assert best.entry == entry
    assert best.foreign == ()
    assert 0 < best.score <= 1


@pytest.mark.parametrize(
    ("text", "word"), [("北京就业", "北京"), ("就业诈骗", "诈骗"), ("jobs in Tokyo", "tokyo")]
)
def test_what_does_not_belong_to_it_is_foreign(finds: Finds, text: str, word: str) -> None:
    assert all(word in "".join(subject.foreign) for subject in finds(text))


def test_foreign_words_make_a_subject_less_likely(finds: Finds) -> None:
    assert finds("北京就业")[0].score < finds("就业")[0].score


@pytest.mark.parametrize("text", ["", "你好", "去年多少", "离婚"])
def test_where_nothing_is_named_there_is_no_subject(finds: Finds, text: str) -> None:
    assert finds(text) == []


def test_the_better_explained_comes_first(finds: Finds) -> None:
    scores = [subject.score for subject in finds("外贸实绩企业和就业")]
    assert len(scores) > 1
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("entry", "period"),
    [
        ("livelihood", "2026"),
        ("five-economy", "five"),
        ("2025-economy", "2025"),
        ("jobs", ""),
        ("goal-1", "next-five"),
    ],
)
def test_a_passage_speaks_of_a_period(report: Report, entry: str, period: str) -> None:
    assert period_of(report, report.entries[entry]) == period


@pytest.mark.parametrize("text", ["去年社零和投资哪个增速高", "去年社零、投资各增长多少"])
def test_what_is_only_named_with_its_growth_is_known_where_growth_is_asked(
    answers: Answers, text: str
) -> None:
    assert written(answers(text)) == ["5.9%", "5.4%"]


def test_elsewhere_it_is_what_else_is_called_so(finds: Finds) -> None:
    assert "fixed-investment" not in [subject.entry for subject in finds("今年投资怎么抓")]
