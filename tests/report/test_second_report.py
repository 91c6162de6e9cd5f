"""Another place, other years, four areas: the same service; nothing in bot/ knows the first report."""

import ast
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.briefing.briefing import Briefing, Fact
from bot.briefing.compose import Composer
from bot.lookup.index import Index, Reason, build, terms_to_read
from bot.lookup.resolve import resolve
from bot.lookup.scripts import readings_of
from bot.lookup.search import build_text_index, search
from bot.report.model import VOICES, Kind, Report, Voice
from bot.report.quantities import in_english
from tests.conftest import ROOT
from tests.second_report import second_report

MIDSUMMER = date(2031, 7, 2)
FOUND = [
    ("posts", "posts", Reason.ID),
    ("新增岗位", "posts", Reason.NAME),
    ("New posts", "posts", Reason.NAME),
    ("岗位", "posts", Reason.ALIAS),
    ("崗位", "posts", Reason.ALIAS),
    ("gangwei", "posts", Reason.PINYIN),
    ("gw", "posts", Reason.INITIALS),
    ("2300个以上", "posts", Reason.FIGURE),
    ("120.25万人次", "visitors", Reason.FIGURE),
    ("3", "people", Reason.NUMBER),
    ("第四", "nature", Reason.NUMBER),
    ("3-2", "people-2", Reason.NUMBER),
]
PAGES = (
    "start",
    "help",
    "about",
    "privacy",
    "language",
    "today",
    "areas",
    "targets",
    "achievements",
    "goals",
)
PLACES = ("山城", "Shancheng", "Hebi", "鹤壁")


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Report:
    return second_report(tmp_path_factory.mktemp("second"))


@pytest.fixture(scope="module")
def second_index(second: Report) -> Index:
    return build(second, readings_of(terms_to_read(second)))


def lines(briefing: Briefing) -> list[str]:
    return [f"{block.label} {block.text}".strip() for block in briefing.blocks if isinstance(block, Fact)]


def test_it_is_read_whole(second: Report) -> None:
    covered, total = second.coverage
    assert covered == total == 22
    assert (second.plan_year, second.place.zh) == (2031, "明川县")
    assert [area.number for area in second.passages(Kind.AREA)] == [1, 2, 3, 4]


def test_headings_in_full_width_parentheses_are_read(second: Report) -> None:
    place = second.passage("people-2").place
    assert (place.part, place.section, place.item) == (3, 3, 2)


def test_a_goal_of_later_years_is_no_target_of_the_plan_year(second: Report) -> None:
    output = second.indicator("output")
    assert (output.kind, output.targets) == (Kind.INDICATOR, ())


@pytest.mark.parametrize("address", ["targets", "targets_nature", "nature"])
def test_a_goal_of_later_years_is_not_among_the_targets_of_the_year(second: Report, address: str) -> None:
    told = Composer(second).compose(address, "zh", MIDSUMMER)
    shown = {block.label for block in told.blocks if isinstance(block, Fact)}
    assert "水质达标率" not in shown
    assert "水质达标率" not in told.lead


@pytest.mark.parametrize(("words", "entry", "reason"), FOUND)
def test_its_entries_are_found(second_index: Index, words: str, entry: str, reason: Reason) -> None:
    best = resolve(second_index, words).matches[0]
    assert (best.entry, best.reason) == (entry, reason)


@pytest.mark.parametrize("words", ["城镇新增就业", "3400人", "老年助餐", "龘靐"])
def test_what_only_the_first_report_says_is_not_found(second_index: Index, words: str) -> None:
    assert resolve(second_index, words).matches == ()


def test_its_text_is_searched(second_index: Index) -> None:
    found = search(build_text_index(second_index), "群众就近上班")
    assert found[0].entry == "people-1"


def test_a_target_page_in_chinese(second: Report) -> None:
    told = Composer(second).compose("posts", "zh", MIDSUMMER)
    assert (told.title, told.lead) == ("新增岗位 · 2031年目标", "不少于 2,300个")
    assert any("2030年实际 2,100个" in line and "高 200个（+9.5%）" in line for line in lines(told))
    assert any("50.1%" in line and "1,153个" in line for line in lines(told))


def test_a_target_page_in_english(second: Report) -> None:
    told = Composer(second).compose("posts", "en", MIDSUMMER)
    assert (told.title, told.lead) == ("New posts · 2031 target", "At least 2,300 posts")
    assert any("200 posts higher (+9.5%)" in line for line in lines(told))
    assert any("50.1%" in line and "1,153 posts" in line for line in lines(told))


def test_an_area_page_names_its_targets_first(second: Report) -> None:
    told = Composer(second).compose("people", "zh", MIDSUMMER)
    assert (told.title, told.lead) == ("（三）民生实事", "新增岗位 不少于 2,300个 · 门诊满意率 不少于 97%")


def test_a_growth_target_has_no_pace(second: Report) -> None:
    assert not any("序时" in line for line in lines(Composer(second).compose("tea-output", "zh", MIDSUMMER)))


def test_english_does_not_round_a_figure_of_the_report(second: Report) -> None:
    lead = Composer(second).compose("visitors", "en", MIDSUMMER).lead
    assert [quantity.value for quantity in in_english(lead)] == [Decimal(1_202_500)]


def test_years_and_five_years_are_not_subtracted(second: Report) -> None:
    told = Composer(second).compose("compare_new-roads", "zh", MIDSUMMER)
    assert told.lead == "2031年目标（25公里）比2030年实际（21公里）高 4公里（+19%）"
    assert any("平均 24公里" in line for line in lines(told))


def test_a_quote_folded_in_the_yaml_is_shown_in_one_line(second: Report) -> None:
    assert (
        second.passage("past-growth").quote
        == "五年来,发展成色更足。地区生产总值达到86.4亿元,新建道路120公里。"
    )


@pytest.mark.parametrize("voice", VOICES)
def test_every_page_and_entry_is_composed(second: Report, voice: Voice) -> None:
    composer = Composer(second)
    compared = [f"compare_{indicator.id}" for indicator in second.indicators()]
    for address in (*PAGES, *second.entries, *compared, "targets_nature", "achievements_past"):
        told = composer.compose(address, voice, MIDSUMMER)
        assert told.title
        assert told.lead


def test_nothing_in_the_bot_names_the_first_report() -> None:
    for path in (*ROOT.glob("bot/**/*.py"), *ROOT.glob("bot/**/*.ftl")):
        text = path.read_text(encoding="utf-8")
        assert [place for place in PLACES if place in text] == [], path


def test_no_string_in_the_bot_is_a_year_or_an_id_of_the_first_report(report: Report) -> None:
    known = {entry.id for entry in report.entries.values() if not _is_word_of_the_bot(report, entry.id)}
    known |= {str(report.plan_year), report.source_file, report.id}
    for path in ROOT.glob("bot/**/*.py"):
        strings = set(_strings(path))
        assert strings & known == set(), path
        assert [text for text in strings if str(report.plan_year) in text] == [], path


def test_no_sentence_of_the_bot_names_a_year_or_an_entry_of_the_first_report(report: Report) -> None:
    for path in ROOT.glob("bot/**/*.ftl"):
        text = path.read_text(encoding="utf-8")
        assert str(report.plan_year) not in text
        assert [i.id for i in report.indicators() if f" {i.id} }}" in text or f'"{i.id}"' in text] == []
        assert [i.name.zh for i in report.indicators() if i.name.zh in text] == []


def _is_word_of_the_bot(report: Report, entry_id: str) -> bool:
    """Entries there is one of have the name of their kind."""
    return entry_id in {kind.value for kind in Kind} and report.entries[entry_id].kind.value == entry_id


def _strings(path: Path) -> Iterator[str]:
    """String constants of a module, docstrings aside: those are examples."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    alone = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value
