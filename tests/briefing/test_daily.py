"""The rotating briefing: the same for everyone on a day, and in time everything."""

from datetime import date, timedelta

import pytest

from bot.briefing.briefing import Fact
from bot.briefing.compose import Composer
from bot.report.model import Kind, Report

FIRST = date(2026, 1, 1)


def links(composer: Composer, day: date) -> list[str]:
    blocks = composer.compose("today", "zh", day).blocks
    return [link.address for block in blocks if isinstance(block, Fact) for link in block.links]


def test_it_begins_with_the_date_and_the_days_of_the_year(composer: Composer) -> None:
    told = composer.compose("today", "zh", date(2026, 5, 6))
    assert told.title == "今日简报 · 2026年5月6日 星期三"
    assert told.lead == "2026年已过126天（34.5%），还剩239天"


def test_it_begins_with_the_date_in_english(composer: Composer) -> None:
    told = composer.compose("today", "en", date(2026, 5, 6))
    assert told.title == "Today's briefing · Wednesday, 6 May 2026"
    assert told.lead == "126 days of 2026 gone (34.5%), 239 left"


@pytest.mark.parametrize(
    ("day", "lead"),
    [
        (date(2025, 12, 31), "报告的目标年度2026年尚未开始"),
        (date(2027, 1, 1), "报告的目标年度2026年已经结束，以下内容供查考"),
    ],
)
def test_outside_the_plan_year_it_says_so(composer: Composer, day: date, lead: str) -> None:
    assert composer.compose("today", "zh", day).lead == lead


def test_every_area_has_its_day_before_the_first_comes_again(composer: Composer, report: Report) -> None:
    areas = [area.id for area in report.passages(Kind.AREA)]
    shown = [links(composer, FIRST + timedelta(n))[0] for n in range(len(areas))]
    assert sorted(shown) == sorted(areas)


def test_every_figure_of_the_review_has_its_day(composer: Composer, report: Report) -> None:
    shown = {links(composer, FIRST + timedelta(n))[-1] for n in range(365)}
    reached = {i.id for i in report.indicators() if any(f.role == "actual" for f in i.figures)}
    assert shown == reached


def test_the_targets_of_the_area_are_in_it(composer: Composer, report: Report) -> None:
    for n in range(9):
        area, *others = links(composer, FIRST + timedelta(n))
        measures = report.children(report.passage(area))
        targets = {f.indicator for measure in measures for f in measure.figures if f.role == "target"}
        assert targets <= set(others)
