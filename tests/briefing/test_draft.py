"""A text with references in it."""

from datetime import date

import pytest

from bot.briefing.citation import Form, citable
from bot.briefing.compose import Composer
from bot.briefing.context import Context
from bot.briefing.draft import Reference, fill, references_in
from bot.report.model import Report

PART_3_8 = "鹤壁市山城区人民政府《2026年政府工作报告》第三部分第八节"
PART_1 = "鹤壁市山城区人民政府《2026年政府工作报告》第一部分"


@pytest.fixture
def context(report: Report) -> Context:
    return Composer(report).context("zh", date(2026, 11, 23))


def find(context: Context, words: str) -> Reference | None:
    """By id and period: `jobs`, `jobs 2025`."""
    entry, _, period = words.partition(" ")
    known = context.report.entries.get(entry)
    return Reference(citable(context.report, known, period)[0]) if known else None


def filled(context: Context, text: str, form: Form, *, with_sources: bool = True) -> str:
    return fill(context, text, lambda words: find(context, words), form, with_sources=with_sources)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全年+就业+，+投资+。", ("就业", "投资")),
        ("全年＋就业＋", ("就业",)),
        ("+rural roads+ and +jobs+", ("rural roads", "jobs")),
        ("PM2.5+PM2.5+，", ("PM2.5",)),
        ("“1+8+N”体系", ()),
        ("“1+2+4+N”", ()),
        ("5+1", ()),
        ("1 + 2 + 3", ()),
        ("C++", ()),
        ("++", ()),
        ("+就业", ()),
        ("+就业+投资+", ("就业",)),
        ("+就\n业+", ()),
    ],
)
def test_references_stand_between_plus_signs(text: str, found: tuple[str, ...]) -> None:
    assert references_in(text) == found


def test_sources_are_numbered_and_stand_once_each_at_the_end(context: Context) -> None:
    text = filled(context, "今年+jobs+，去年+jobs 2025+，即+skilled-workers 2025+。", Form.LINE)
    assert text == (
        "今年城镇新增就业3400人以上[1]，去年城镇新增就业3604人[2]，即新增高技能人才1200人[2]。\n\n"
        f"[1] {PART_3_8}\n[2] {PART_1}"
    )


def test_the_official_wording_stands_between_quotation_marks(context: Context) -> None:
    assert filled(context, "+jobs+", Form.OFFICIAL).startswith("“全年城镇新增就业3400人以上”[1]\n")


def test_figures_alone_need_no_sources(context: Context) -> None:
    assert filled(context, "新增就业+jobs+。", Form.FIGURE, with_sources=False) == "新增就业3400人以上。"


def test_what_is_not_found_is_marked_and_the_rest_stays(context: Context) -> None:
    text = filled(context, "<b> & +火星+ +jobs+", Form.FIGURE, with_sources=False)
    assert text == "<b> & 〔火星：未找到〕 3400人以上"


def test_a_reference_may_ask_for_a_form_of_its_own(context: Context, report: Report) -> None:
    jobs = Reference(citable(report, report.entries["jobs"])[0], Form.FIGURE)
    assert fill(context, "+x+", lambda _: jobs, Form.OFFICIAL, with_sources=False) == "3400人以上"
