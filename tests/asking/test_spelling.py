"""Slips are mended; other words are never made into names."""

import pytest

from bot.asking.answers import Sort
from bot.asking.asking import Asking
from bot.asking.hearing import joined
from bot.asking.spelling import mended
from bot.lookup.index import Reason
from tests.asking.conftest import Answers, Hears

MENDED = [
    ("去年就页多少人", "3604人"),
    ("今年就也目标", "3400人以上"),
    ("今年新增就叶目标", "3400人以上"),
    ("城镇新就业今年目标", "3400人以上"),
    ("今年城镇新新增就业目标", "3400人以上"),
    ("过去五年日间照料中兴几个", "62个"),
    ("过去五年瞪领企业几家", "2家"),
    ("GPD growth last year", "6.7%"),
    ("last year GDP growht", "6.7%"),
    ("employmant target this year", "3400人以上"),
    ("skiled workers last year", "1200人"),
]


@pytest.mark.parametrize(("text", "figure"), MENDED)
def test_a_slip_is_mended(answers: Answers, text: str, figure: str) -> None:
    (answer,) = answers(text)
    assert [each.as_written for each in answer.figures] == [figure]


NOT_MENDED = [
    *("过去五年外资年均增长", "今年县级以上创新平台新增几家", "县级创新平台", "去年失业多少人"),
    *("今年就业率目标", "unemployment last year", "去年退休多少人", "今年造纸目标", "离婚率", "去年出口增长"),
    *("过去五年PM1下降多少", "PM25微克的PM3", "国家级绿色工厂几家", "去年旧页多少人"),
]


@pytest.mark.parametrize("text", NOT_MENDED)
def test_another_word_is_no_slip(answers: Answers, text: str) -> None:
    """It is refused, or asked back at most."""
    assert {answer.sort for answer in answers(text)} <= {Sort.REFUSAL, Sort.CHOICE}


def test_what_was_mended_is_less_sure(answers: Answers) -> None:
    (slip,), (right,) = answers("去年就页多少人"), answers("去年就业多少人")
    assert slip.reason is Reason.TYPO
    assert slip.score < right.score


@pytest.mark.parametrize("text", ["今年就业目标", "去年GDP增长", "how many jobs", "你好", ""])
def test_nothing_is_mended_where_all_is_known(asking: Asking, hears: Hears, text: str) -> None:
    assert mended(asking.texts.index, asking.lexicon, hears(text)) is None


def test_only_the_slip_is_changed(asking: Asking, hears: Hears) -> None:
    units = mended(asking.texts.index, asking.lexicon, hears("去年就页多少人"))
    assert units
    assert joined(units) == "去年就业多少人"


@pytest.mark.parametrize("year", ["2024", "2023", "2016"])
def test_a_year_is_never_mended_into_one_of_the_report(answers: Answers, year: str) -> None:
    assert all(answer.sort is Sort.REFUSAL for answer in answers(f"{year}年就页多少人"))
