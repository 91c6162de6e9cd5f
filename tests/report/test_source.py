"""The report's own text: headings, lines, and what counts as the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report.model import Place
from bot.report.source import Source, clean

TEXT = """山区报告

前言,共3章。
一、过去一年
全年增长**5%**。

二、明年工作
(一)抓产业。
- 一是**稳工业**。新增10家。
- 十二是强园区。
续写园区20个。
（二)抓民生。
三、自身建设
"""


@pytest.fixture(scope="module")
def source() -> Source:
    return Source.parse(TEXT)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("前言", Place()),
        ("全年增长", Place(1)),
        ("抓产业", Place(2, 1)),
        ("稳工业", Place(2, 1, 1)),
        ("强园区", Place(2, 1, 12)),
        ("续写园区", Place(2, 1, 12)),
        ("抓民生", Place(2, 2)),
        ("自身建设", Place(3)),
    ],
)
def test_words_stand_under_the_last_heading_before_them(source: Source, words: str, place: Place) -> None:
    assert source.place_at(source.find(words)) == place


@pytest.mark.parametrize(
    ("words", "line"), [("山区", 1), ("前言", 3), ("全年", 5), ("二、", 7), ("续写", 11)]
)
def test_words_stand_on_the_line_an_editor_shows(source: Source, words: str, line: int) -> None:
    assert source.line_at(source.find(words)) == line


def test_every_number_in_digits_is_found(source: Source) -> None:
    assert [source.text[start:end] for start, end in source.numbers()] == ["3", "5", "10", "20"]


@pytest.mark.parametrize("quote", ["新增 10 家", "**稳工业**。新增１０家", "强园区。续写园区"])
def test_markup_width_and_white_space_do_not_count(source: Source, quote: str) -> None:
    assert source.count(quote) == 1


@pytest.mark.parametrize("quote", ["", "  ", "**", "新增11家", "稳工业新增"])
def test_what_does_not_occur_is_not_found(source: Source, quote: str) -> None:
    assert source.find(quote) == -1


def test_subscripts_are_written_plainly() -> None:
    assert clean("PM_{2.5} 浓度") == "PM2.5浓度"


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text("一二十、(（)是-增长3% \n*_{}\f\u2028"))
def test_any_text_has_a_line_and_a_place_for_each_of_its_numbers(text: str) -> None:
    source = Source.parse(text)
    for start, _ in source.numbers():
        assert 1 <= source.line_at(start) <= len(text.splitlines())
        assert isinstance(source.place_at(start), Place)
