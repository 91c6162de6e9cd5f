"""From words to entries: the right one, for the right reason, or none."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lookup.index import Index, Reason, build, terms_to_read
from bot.lookup.resolve import LONGEST_QUERY, MOST_CHOICES, NEAREST, Resolution, resolve
from bot.lookup.scripts import readings_of
from bot.report.model import Kind, Report

FOUND = [
    ("jobs", "jobs", Reason.ID, "jobs"),
    ("JOBS", "jobs", Reason.ID, "jobs"),
    ("livelihood-1", "livelihood-1", Reason.ID, "livelihood-1"),
    ("employment-first", "livelihood-1", Reason.ID, "employment-first"),
    ("城镇新增就业", "jobs", Reason.NAME, "城镇新增就业"),
    ("New urban jobs", "jobs", Reason.NAME, "New urban jobs"),
    ("就业", "jobs", Reason.ALIAS, "就业"),
    ("就業", "jobs", Reason.ALIAS, "就业"),
    ("  “就 业”！ ", "jobs", Reason.ALIAS, "就业"),
    ("民生", "livelihood", Reason.ALIAS, "民生"),
    ("8", "livelihood", Reason.NUMBER, "8"),
    ("（八）", "livelihood", Reason.NUMBER, "（八）"),
    ("8-1", "livelihood-1", Reason.NUMBER, "8-1"),
    ("民生福祉 3", "livelihood-3", Reason.NUMBER, "民生福祉 3"),
    ("jiuye", "jobs", Reason.PINYIN, "就业"),
    ("JiuYe", "jobs", Reason.PINYIN, "就业"),
    ("czxzjy", "jobs", Reason.INITIALS, "城镇新增就业"),
    ("3400人以上", "jobs", Reason.FIGURE, "3400"),
    ("3,400", "jobs", Reason.FIGURE, "3400"),
    ("三千四百人", "jobs", Reason.FIGURE, "3400"),
    ("1.52万人", "jobs", Reason.FIGURE, "15200"),
    ("聚乳酸项", "pla-project", Reason.PART, "聚乳酸项目"),
    ("emploment", "jobs", Reason.TYPO, "employment"),
    ("城镇新曾就业", "jobs", Reason.TYPO, "城镇新增就业"),
]
FAMILIAR = "就业城镇新增民生项目投资3400,.万亿人jobsemployt -（）一二三"
UNKNOWN = ("量子计算", "房价", "星际旅行", "quantum computing", "zzzz", "🦄", "一万零一")


LookUp = Callable[[str], Resolution]


@pytest.fixture(scope="module")
def look_up(index: Index) -> LookUp:
    """Resolves; unlike the index it does not print a whole report when an example fails."""
    return lambda text: resolve(index, text)


@pytest.fixture(scope="module")
def look_up_elsewhere(report: Report) -> LookUp:
    other = build(report, readings_of(terms_to_read(report)))
    return lambda text: resolve(other, text)


@pytest.mark.parametrize(("words", "entry", "reason", "term"), FOUND)
def test_the_entry_is_found_and_the_reason_told(
    index: Index, words: str, entry: str, reason: Reason, term: str
) -> None:
    best = resolve(index, words).matches[0]
    assert (best.entry, best.reason, best.term.removesuffix(".00")) == (entry, reason, term)


@pytest.mark.parametrize("words", [words for words, *_ in FOUND if words != "emploment"])
def test_words_that_mean_one_entry_need_no_question(index: Index, words: str) -> None:
    found = resolve(index, words)
    assert found.clear == found.matches[0]


def test_every_id_name_and_alias_leads_to_its_entry(index: Index, report: Report) -> None:
    for entry in report.entries.values():
        assert resolve(index, entry.id).matches[0].entry == entry.id
        for term in (entry.name.zh, entry.name.en, *entry.aliases):
            assert entry.id in {match.entry for match in resolve(index, term).matches}, term


@pytest.mark.parametrize("words", UNKNOWN)
def test_what_the_report_does_not_hold_has_neighbours_only(index: Index, words: str) -> None:
    found = resolve(index, words)
    assert (found.matches, found.clear) == ((), None)
    assert {match.reason for match in found.nearest} <= {Reason.NEAR}
    assert len(found.nearest) == NEAREST or not words.isalpha()


@pytest.mark.parametrize("words", ["", " ", "\n", "。", "！？", "\u200b"])
def test_nothing_asked_is_nothing_found(index: Index, words: str) -> None:
    found = resolve(index, words)
    assert (found.matches, found.nearest, found.clear) == ((), (), None)


@pytest.mark.parametrize(
    ("kind", "words", "entry"),
    [
        (Kind.AREA, "3", "innovation"),
        (Kind.GOAL, "3", "goal-3"),
        (Kind.PLEDGE, "三", "pledge-3"),
        (Kind.THEME, "③", "five-city"),
        (Kind.MEASURE, "就业优先", "livelihood-1"),
    ],
)
def test_only_the_kinds_asked_for_are_found(index: Index, kind: Kind, words: str, entry: str) -> None:
    found = resolve(index, words, frozenset({kind}))
    assert found.matches[0].entry == entry
    assert {index.report.entries[match.entry].kind for match in found.matches} == {kind}


def test_a_bare_number_counts_the_targets_when_targets_are_asked_for(index: Index, report: Report) -> None:
    listed = [figure.indicator for measure in report.passages(Kind.MEASURE) for figure in measure.figures]
    assert resolve(index, "2", frozenset({Kind.TARGET})).matches[0].entry == listed[1]


def test_neighbours_are_of_the_kinds_asked_for(index: Index) -> None:
    found = resolve(index, "量子计算", frozenset({Kind.PLEDGE}))
    assert {index.report.entries[match.entry].kind for match in found.nearest} == {Kind.PLEDGE}


def test_a_number_beside_other_words_is_not_taken_for_a_figure(index: Index) -> None:
    assert Reason.FIGURE not in {
        match.reason for match in resolve(index, "2024年新增就业3400人的名单").matches
    }


def test_matches_lie_between_nought_and_one_best_first(index: Index, report: Report) -> None:
    for entry in report.entries.values():
        scores = [match.score for match in resolve(index, entry.name.zh[:4]).matches]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize("words", ["企业", "建设", "社区", "项目"])
def test_a_word_of_many_entries_offers_a_few_to_choose_from(index: Index, words: str) -> None:
    found = resolve(index, words)
    assert len(found.matches) == MOST_CHOICES
    assert found.clear is None


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=12), st.text(FAMILIAR, max_size=12)))
def test_any_text_has_few_answers_the_same_from_each_index(
    look_up: LookUp, look_up_elsewhere: LookUp, text: str
) -> None:
    found = look_up(text)
    assert len(found.matches) <= MOST_CHOICES
    assert len(found.nearest) <= NEAREST
    assert not (found.matches and found.nearest)
    assert found == look_up_elsewhere(text) == look_up(text)


@pytest.mark.parametrize("unit", ["就业", "a", "3", "一亿", "(", "鑫", "城镇新增就业", "ab ", "\u0301", "th"])
def test_a_very_long_text_is_cut_and_answered_at_once(index: Index, unit: str) -> None:
    begin = time.perf_counter()
    found = resolve(index, unit * 100_000)
    assert time.perf_counter() - begin < 1
    assert found == resolve(index, (unit * 100_000)[:LONGEST_QUERY])
