"""Several subjects in one line of words."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lookup.index import build
from bot.lookup.search import TextIndex, build_text_index, look_up
from bot.lookup.several import several
from bot.report.model import Indicator, Kind, Report

KINDS = frozenset({Kind.TARGET, Kind.INDICATOR})
Find = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def find(texts: TextIndex) -> Find:
    """Ids of the entries named; unlike the index it does not print a whole report when an example fails."""
    return lambda words: [match.entry for match in several(texts, words, KINDS)]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "就业 助餐",
            "就业、助餐",
            "就业，助餐",
            "就业和助餐",
            "就业与助餐",
            "就业跟助餐",
            "就业及助餐",
            "就业以及助餐",
        ),
        *("就业对比助餐", "就業與助餐", "就业　助餐", "就业 和 助餐", " 就业、 助餐 "),
        *(
            "jobs meal-sites",
            "jobs vs meals",
            "Jobs VS. meals",
            "jobs, meals",
            "jobs,meals",
            "jobs and meals",
            "jy zc",
        ),
    ],
)
def test_two_subjects_are_told_apart_by_any_mark(find: Find, words: str) -> None:
    assert find(words) == ["jobs", "meal-sites"]


def test_subjects_stay_in_the_order_they_were_named(find: Find) -> None:
    assert find("助餐 就业") == ["meal-sites", "jobs"]


@pytest.mark.parametrize("words", ["就业、助餐和GDP", "就业 助餐 GDP", "jobs, meals and gdp"])
def test_three_subjects_are_told_apart(find: Find, words: str) -> None:
    assert find(words) == ["jobs", "meal-sites", "gdp"]


@pytest.mark.parametrize(
    ("words", "entries"),
    [
        ("new enterprises", ["new-enterprises"]),
        ("老旧小区和背街小巷改造惠及户数", ["renewal-households"]),
        ("老旧小区和背街小巷改造惠及户数和就业", ["renewal-households", "jobs"]),
        ("new enterprises and jobs", ["new-enterprises", "jobs"]),
        ("jobs new enterprises", ["jobs", "new-enterprises"]),
        ("parks and gardens built or renovated and jobs", ["parks", "jobs"]),
        ("skilled workers jobs", ["skilled-workers", "jobs"]),
    ],
)
def test_a_mark_within_a_name_divides_nothing(find: Find, words: str, entries: list[str]) -> None:
    assert find(words) == entries


@pytest.mark.parametrize(
    "words", ["就业", "就业，", "就业 城镇新增就业", "3,400人", "就业 3400人", "就业 2", "今年就业目标"]
)
def test_one_subject_is_one_however_it_is_said(find: Find, words: str) -> None:
    assert find(words) == ["jobs"]


@pytest.mark.parametrize(
    "words", ["", " ", "和", "、，", "火星 移民", "就业 火星移民", "就业 投资", "就业 助餐 GDP 四上"]
)
def test_unless_every_part_is_clear_there_is_nothing(find: Find, words: str) -> None:
    assert find(words) == []


def test_no_more_are_found_than_are_wanted(texts: TextIndex) -> None:
    assert several(texts, "就业 助餐 GDP", KINDS, most=2) == ()


def test_what_is_clear_but_not_named_is_kept_whole_unless_its_parts_are_named(texts: TextIndex) -> None:
    """Among all kinds, a passage has both words; each of them is a name of its own."""
    assert look_up(texts, "就业 助餐").clear
    assert [match.entry for match in several(texts, "就业 助餐", frozenset())] == ["jobs", "meal-sites"]


def test_a_name_is_whole_even_when_its_parts_are_names_too(report: Report) -> None:
    parks = report.indicator("parks")
    both = replace(parks, aliases=(*parks.aliases, "就业和助餐"))
    texts = build_text_index(build(replace(report, entries={**report.entries, "parks": both}), {}))
    assert [match.entry for match in several(texts, "就业和助餐", KINDS)] == ["parks"]


def test_any_two_names_are_found_beside_each_other(report: Report, find: Find) -> None:
    named = [indicator for indicator in report.indicators() if find(indicator.name.zh) == [indicator.id]]
    assert len(named) > 80
    for one, other in pairwise(named):
        assert find(f"{one.name.zh} {other.name.zh}") == [one.id, other.id]


@settings(deadline=None, max_examples=150)
@given(
    st.lists(
        st.sampled_from(["就业", "和", "、", " ", "助餐", "jobs", " and ", "2", ",", "\n", "x"]), max_size=40
    )
)
def test_whatever_is_typed_names_at_most_three_each_once(texts: TextIndex, parts: list[str]) -> None:
    found = [match.entry for match in several(texts, "".join(parts), KINDS)]
    assert len(found) <= 3
    assert len(set(found)) == len(found)
    assert all(isinstance(texts.index.report.entries[entry], Indicator) for entry in found)


def test_long_words_are_not_cut_into_ever_more_parts(find: Find) -> None:
    assert find(" ".join(f"x{number}" for number in range(60))) == []
