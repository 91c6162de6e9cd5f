"""What counts as a slip, and what means something else."""

import pytest

from bot.lookup.index import Reason
from bot.lookup.search import TextIndex, look_up
from bot.report.model import Kind


@pytest.mark.parametrize(
    "words",
    [
        *("2024年就业", "2028年助餐", "去年造林", "明年就业"),  # another time
        *("失业人数", "外资企业", "规模以下工业", "PM1", "PM100", "unemployment"),  # another thing
        *("全市城镇新增就业", "省级重点项目"),  # another place
        *("3人", "3401人", "7%人"),  # another unit or number
    ],
)
def test_a_slip_never_changes_time_thing_place_or_number(texts: TextIndex, words: str) -> None:
    assert look_up(texts, words).matches == ()


@pytest.mark.parametrize("words", ["城镇新曾就业", "森林乡春", "emploment"])
def test_a_slip_that_sounds_or_looks_alike_is_understood(texts: TextIndex, words: str) -> None:
    found = look_up(texts, words).clear
    assert found
    assert found.reason is Reason.TYPO


@pytest.mark.parametrize("words", ["10", "十", "三十", "0", "3.0", "-1"])
def test_a_number_beyond_the_areas_finds_none(texts: TextIndex, words: str) -> None:
    assert look_up(texts, words, frozenset({Kind.AREA, Kind.MEASURE})).matches == ()


@pytest.mark.parametrize(("words", "written"), [("100%", "100%"), ("全覆盖", "全覆盖"), ("翻番", "翻番")])
def test_a_word_for_a_quantity_and_the_number_are_not_the_same(
    texts: TextIndex, words: str, written: str
) -> None:
    found = [texts.index.report.entries[match.entry] for match in look_up(texts, words).matches]
    assert found
    assert all(any(written in figure.as_written for figure in entry.figures) for entry in found)
