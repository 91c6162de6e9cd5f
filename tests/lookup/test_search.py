"""Search over everything the report says."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lookup.index import Index, Match, Reason
from bot.lookup.search import TextIndex, build_text_index, search

Find = Callable[[str], tuple[Match, ...]]


@pytest.fixture(scope="module")
def find(texts: TextIndex) -> Find:
    """Searches; unlike the index it does not print a whole report when an example fails."""
    return lambda query: search(texts, query)


def ids(texts: TextIndex, query: str) -> list[str]:
    return [match.entry for match in search(texts, query)]


NAMES = [
    ("就业", "jobs"),
    ("城镇新增就业", "jobs"),
    ("民生福祉", "livelihood"),
    ("PM2.5", "pm25"),
    ("老年助餐", "meal-sites"),
]


@pytest.mark.parametrize(("query", "first"), NAMES)
def test_an_entry_of_that_name_comes_first(texts: TextIndex, query: str, first: str) -> None:
    assert ids(texts, query)[0] == first


@pytest.mark.parametrize("query", ["3400", "3400人", "3,400", "３４００", "三千四百人"])
def test_a_figure_is_found_however_it_is_written(texts: TextIndex, query: str) -> None:
    assert ids(texts, query)[0] == "jobs"


@pytest.mark.parametrize(
    ("query", "entry"),
    [
        ("unpaid wages", "livelihood-1"),
        ("non-payment of wages", "livelihood-1"),
        ("meal sites for the elderly", "meal-sites"),
        ("utility tunnels", "industry-3"),
        ("Utility Tunnel", "industry-3"),
        ("严厉打击恶意欠薪", "livelihood-1"),
        ("嚴厲打擊惡意欠薪", "livelihood-1"),
        ("夜间经济", "demand-1"),
    ],
)
def test_a_phrase_leads_to_the_passage_that_has_it(texts: TextIndex, query: str, entry: str) -> None:
    assert entry in ids(texts, query)[:3]


@pytest.mark.parametrize("query", ["", "量子计算", "zzzz", "🦄"])
def test_what_nobody_says_is_not_found(texts: TextIndex, query: str) -> None:
    assert ids(texts, query) == []


def test_an_entry_is_found_once_and_never_more_than_asked_for(texts: TextIndex) -> None:
    found = [match.entry for match in search(texts, "建设", limit=4)]
    assert len(found) == len(set(found)) == 4


def test_text_alone_never_outranks_a_name(texts: TextIndex) -> None:
    found = search(texts, "就业")
    by_text = [match.reason is Reason.TEXT for match in found]
    assert by_text == sorted(by_text)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=12), st.text("就业城镇新增3400,.万人jobs employment", max_size=16)))
def test_any_query_has_few_answers_best_first(find: Find, query: str) -> None:
    found = find(query)
    assert len(found) <= 10
    assert [m.score for m in found] == sorted((m.score for m in found), reverse=True)


def test_two_indexes_of_a_report_answer_alike(texts: TextIndex, index: Index) -> None:
    again = build_text_index(index)
    for query in ("就业", "3400", "elderly", "投资 项目", "生态"):
        assert search(again, query) == search(texts, query)


def test_a_very_long_query_is_answered(texts: TextIndex) -> None:
    assert len(search(texts, "城镇新增就业" * 50_000)) <= 10
