"""Citations: every entry in every form is held to the report's own words."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.briefing.citation import Cited, Form, address_of, at_address, citable, cite, cite_within, forms_of
from bot.briefing.citation_page import citation_briefing, how_to_cite_briefing, no_such_period_briefing
from bot.briefing.compose import Composer
from bot.briefing.context import SYMBOLS, Context
from bot.errors import UnknownAddressError
from bot.report.model import Language, Report
from bot.report.source import Source, clean
from tests.conftest import ROOT
from tests.second_report import second_report, write_second_report

DAY = date(2026, 11, 23)
SOURCE = "鹤壁市山城区人民政府《2026年政府工作报告》第三部分第八节"
ENGLISH_SOURCE = (
    "People's Government of Shancheng District, Hebi City, 2026 Government Work Report, Part 3, section 8"
)
DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
OFFICIAL = re.compile(r"“(.+)”（([^“”]+)）")


def told(report: Report, language: Language = "zh") -> Context:
    return Composer(report).context(language, DAY)


def everything(report: Report) -> Iterator[tuple[Cited, Form]]:
    for entry in report.entries.values():
        for cited in citable(report, entry):
            yield from ((cited, form) for form in forms_of(report, cited))


def evidence(report: Report, cited: Cited) -> str:
    """Everything a number in a citation may come from: the quote, the names, the period, the title."""
    passage = report.passage(cited.figure.passage if cited.figure else cited.entry.id)
    period = report.periods[cited.figure.period].name.zh if cited.figure else ""
    return f"{passage.quote} {cited.entry.name.zh} {period} {report.title.zh}"


@pytest.fixture(scope="module", params=["own", "second"])
def held(request: pytest.FixtureRequest, report: Report, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The report at hand, and one of another place."""
    return report if request.param == "own" else second_report(tmp_path_factory.mktemp("second"))


@pytest.fixture(scope="module")
def source(held: Report, report: Report, tmp_path_factory: pytest.TempPathFactory) -> str:
    seeds = ROOT / "seeds" if held is report else write_second_report(tmp_path_factory.mktemp("text"))[1]
    return Source.parse((seeds / Path(held.source_file)).read_text(encoding="utf-8")).text


def first(report: Report, entry: str, period: str = "") -> Cited:
    return citable(report, report.entries[entry], period)[0]


def test_every_official_wording_stands_in_the_report(held: Report, source: str) -> None:
    for cited, form in everything(held):
        if form is Form.OFFICIAL:
            match = OFFICIAL.fullmatch(cite(told(held), cited, form))
            assert match, cited
            assert clean(match[1]) in source
            assert held.title.zh in match[2]


def test_the_official_wording_holds_the_figure_as_written(held: Report) -> None:
    for cited, form in everything(held):
        if form is Form.OFFICIAL and cited.figure:
            assert cited.figure.as_written in cite(told(held), cited, form)


def test_no_chinese_citation_has_a_number_from_elsewhere(held: Report) -> None:
    for cited, form in everything(held):
        known = set(DIGITS.findall(evidence(held, cited)))
        said = cite(told(held), cited, form).split("\n")[0]
        assert set(DIGITS.findall(said)) <= known, (cited.entry.id, form)


def test_a_figure_alone_is_written_as_the_report_writes_it(held: Report) -> None:
    figures = [(cited, cited.figure) for cited, form in everything(held) if form is Form.FIGURE]
    assert figures
    for cited, figure in figures:
        text = cite(told(held), cited, Form.FIGURE)
        assert figure
        assert text[text.find(figure.number) :] in held.passage(figure.passage).quote


def test_what_has_no_unit_of_its_own_is_never_cited_as_a_bare_number(report: Report) -> None:
    share = first(report, "primary-share")
    assert Form.FIGURE not in forms_of(report, share)
    assert cite(told(report), share, Form.LINE) == "“十四五”时期：三次产业结构优化调整至4.7:42.3:53"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_form_is_plain_text_of_a_length_that_can_be_sent(held: Report, language: Language) -> None:
    for cited, form in everything(held):
        text = cite(told(held, language), cited, form)
        assert text == text.strip()
        assert 0 < len(text) <= 2000
        assert not [symbol for symbol in SYMBOLS.values() if symbol in text]
        assert "  " not in text


def test_passages_have_no_figure_form_and_the_others_have(report: Report) -> None:
    assert forms_of(report, first(report, "livelihood")) == (Form.OFFICIAL, Form.BILINGUAL, Form.LINE)
    assert forms_of(report, first(report, "jobs")) == tuple(Form)


@pytest.mark.parametrize(
    ("entry", "period", "form", "text"),
    [
        ("jobs", "", Form.OFFICIAL, f"“全年城镇新增就业3400人以上”（{SOURCE}）"),
        ("jobs", "", Form.LINE, "2026年目标：城镇新增就业3400人以上"),
        ("jobs", "", Form.FIGURE, "3400人以上"),
        ("jobs", "2025", Form.LINE, "2025年实际：城镇新增就业3604人"),
        ("jobs", "five", Form.FIGURE, "1.52万人"),
        ("pm25", "2025", Form.FIGURE, "下降20.8%"),
        ("budget-revenue", "five", Form.LINE, "“十四五”时期：一般公共预算收入突破10亿元"),
        ("national-pilot-bases", "", Form.LINE, "“十四五”时期累计：国家级中试基地1家"),
        ("meal-sites", "", Form.LINE, "2026年目标：老年助餐场所新增10个"),
        ("living-circles", "", Form.LINE, "“十四五”时期：一刻钟便民生活圈实现全覆盖"),
        ("livelihood", "", Form.OFFICIAL, f"“聚焦民生福祉,在增强人民群众获得感上达到新高度。”（{SOURCE}）"),
        ("livelihood", "", Form.LINE, "民生福祉：在增强人民群众获得感上达到新高度。"),
        ("slogan-1", "", Form.LINE, "加快建设“两区三基地”"),
    ],
)
def test_forms_read_as_an_official_would_write_them(
    report: Report, entry: str, period: str, form: Form, text: str
) -> None:
    assert cite(told(report), first(report, entry, period), form) == text


def test_bilingual_is_all_the_passage_says_in_each_language_with_its_source(report: Report) -> None:
    chinese, english = cite(told(report, "en"), first(report, "jobs"), Form.BILINGUAL).split("\n")
    assert chinese.startswith("“健全完善公共就业服务体系,稳定重点群体就业,全年城镇新增就业3400人以上。")
    assert chinese.endswith(f"依法严厉打击恶意欠薪行为。”（{SOURCE}）")
    assert english.startswith("Improve the public employment service system")
    assert english.endswith(f"({ENGLISH_SOURCE})")


def test_in_english_line_and_figure_are_english_and_the_wording_stays(report: Report) -> None:
    context, jobs = told(report, "en"), first(report, "jobs")
    assert cite(context, jobs, Form.LINE) == "New urban jobs (2026 target): at least 3,400 people"
    assert cite(context, jobs, Form.FIGURE) == "at least 3,400 people"
    assert cite(context, jobs, Form.OFFICIAL) == cite(told(report), jobs, Form.OFFICIAL)


def test_a_clause_that_does_not_say_what_it_measures_is_cited_with_its_sentence(report: Report) -> None:
    for entry in ("proposal-satisfaction", "proposal-completion"):  # 办结率、满意率100%
        assert cite(told(report), first(report, entry), Form.OFFICIAL).startswith("“办理人大代表建议")


def test_a_title_that_names_its_place_needs_no_body(tmp_path: Path) -> None:
    report = second_report(tmp_path)
    cited = first(report, "posts")
    official = "“新增岗位2300个以上”（《2031年明川县政府工作报告》第三部分第三节）"
    assert cite(told(report), cited, Form.OFFICIAL) == official


def test_what_stands_before_all_headings_is_of_the_lead_in(report: Report) -> None:
    assert cite(told(report), first(report, "slogan-1"), Form.OFFICIAL).endswith(
        "《2026年政府工作报告》导语）"
    )


def test_within_a_sentence_there_is_neither_source_nor_full_stop(report: Report) -> None:
    context, jobs, area = told(report), first(report, "jobs"), first(report, "livelihood")
    assert cite_within(context, jobs, Form.OFFICIAL) == "“全年城镇新增就业3400人以上”"
    assert cite_within(context, jobs, Form.LINE) == "城镇新增就业3400人以上"
    assert cite_within(context, jobs, Form.FIGURE) == "3400人以上"
    assert cite_within(context, area, Form.FIGURE) == "“聚焦民生福祉,在增强人民群众获得感上达到新高度”"


def test_the_target_comes_first_and_then_the_latest(report: Report) -> None:
    periods = [cited.figure.period for cited in citable(report, report.entries["jobs"]) if cited.figure]
    assert periods == ["2026", "2025", "five"]


@pytest.mark.parametrize(
    ("entry", "period"),
    [("jobs", "next-five"), ("livelihood", "2025"), ("2025-livelihood", "2026"), ("goal-1", "2026")],
)
def test_of_a_period_the_report_is_silent_on_nothing_can_be_cited(
    report: Report, entry: str, period: str
) -> None:
    assert citable(report, report.entries[entry], period) == ()


def test_every_address_leads_back(held: Report) -> None:
    for cited, _ in everything(held):
        assert at_address(held, address_of(held, cited)) == cited


@pytest.mark.parametrize("address", ["", "_", "jobs_", "jobs_2", "jobs_7", "jobs_x", "livelihood_0", "JOBS"])
def test_other_addresses_are_refused(report: Report, address: str) -> None:
    with pytest.raises(UnknownAddressError):
        at_address(report, address)


def test_the_page_has_every_form_and_the_ways_to_the_other_periods(report: Report) -> None:
    page = citation_briefing(told(report), "jobs")
    assert [block.text for block in page.blocks if hasattr(block, "text")] == [
        cite(told(report), first(report, "jobs"), form) for form in Form
    ]
    assert [link.address for link in page.links] == ["cite_jobs_1", "cite_jobs_0", "jobs"]


def test_what_the_report_does_not_say_of_a_period_is_refused_with_what_it_does(report: Report) -> None:
    page = no_such_period_briefing(told(report), "jobs", report.periods["next-five"])
    assert page.title == "报告里没有“城镇新增就业”“十五五”时期的内容"
    assert [link.address for link in page.links] == ["cite_jobs", "cite_jobs_1", "cite_jobs_0"]


def test_how_to_cite_takes_its_example_from_the_report(held: Report) -> None:
    page = how_to_cite_briefing(told(held))
    assert at_address(held, page.links[0].address.removeprefix("cite_")).figure
    assert len(page.blocks) == 4
