"""Like with like only, and how far the year is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.briefing.comparison import (
    Difference,
    Elapsed,
    Mismatch,
    difference,
    due_by,
    elapsed,
    latest_first,
    yearly_mean,
)
from bot.report.model import Figure, Measure, Period, Report, Role, Text


def figure(report: Report, indicator: str, period: str, role: Role = Role.ACTUAL) -> Figure:
    figures = report.indicator(indicator).figures
    return next(f for f in figures if (f.period, f.role) == (period, role))


def compared(report: Report, newer: Figure, older: Figure) -> Difference | Mismatch:
    return difference(report, newer, older)


def year(number: int) -> Period:
    return Period("year", "plan", number, number, Text("年", "year"), ())


def test_a_target_is_compared_with_the_year_before(report: Report) -> None:
    found = compared(report, figure(report, "jobs", "2026", Role.TARGET), figure(report, "jobs", "2025"))
    assert isinstance(found, Difference)
    assert (found.value, found.in_points) == (Decimal(-204), False)
    assert found.per_cent == pytest.approx(Decimal("-5.66"), abs=Decimal("0.01"))


@pytest.mark.parametrize(
    ("indicator", "newer", "older", "reason"),
    [
        ("gdp", "2025", "five", Mismatch.MEASURE),
        ("tech-smes", "2025", "five", Mismatch.MEASURE),
        ("skilled-workers", "2025", "five", Mismatch.SPAN),
        ("pm25", "2025", "five", Mismatch.SPAN),
    ],
)
def test_what_is_not_alike_is_not_subtracted(
    report: Report, indicator: str, newer: str, older: str, reason: Mismatch
) -> None:
    assert compared(report, figure(report, indicator, newer), figure(report, indicator, older)) is reason


def test_where_a_period_began_is_not_subtracted(report: Report) -> None:
    start = figure(report, "park-area-per-person", "five", Role.BASELINE)
    reached = figure(report, "park-area-per-person", "five")
    assert compared(report, reached, start) is compared(report, start, reached) is Mismatch.BASELINE


def test_a_rate_is_compared_with_a_mean_rate_in_points(report: Report) -> None:
    found = compared(report, figure(report, "retail-sales", "2025"), figure(report, "retail-sales", "five"))
    assert isinstance(found, Difference)
    assert (found.value, found.in_points, found.per_cent) == (Decimal("-0.1"), True, None)


def test_totals_are_compared_whatever_their_spans(report: Report) -> None:
    total = replace(figure(report, "jobs", "five"), measure=Measure.TOTAL)
    newer = replace(figure(report, "jobs", "2025"), measure=Measure.TOTAL)
    assert isinstance(compared(report, newer, total), Difference)


def test_what_two_indicators_total_at_one_time_is_compared_however_long_it_took(report: Report) -> None:
    found = compared(
        report,
        figure(report, "innovation-platforms", "five"),
        figure(report, "high-tech-enterprises", "2025"),
    )
    assert isinstance(found, Difference)
    assert found.value == Decimal(47)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (("jobs", "2025"), ("meal-sites", "2025"), Mismatch.UNIT),
        (("gas-renewal", "2025"), ("meal-sites", "2025"), Mismatch.STOCK),
        (("jobs", "2025"), ("skilled-workers", "five"), Mismatch.SPAN),
        (("retail-sales", "2025"), ("industrial-output", "five"), Mismatch.PERIOD),
        (("gdp", "2025"), ("budget-revenue", "five"), Mismatch.MEASURE),
    ],
)
def test_figures_of_two_indicators_need_more_in_common(
    report: Report, one: tuple[str, str], other: tuple[str, str], reason: Mismatch
) -> None:
    first, second = figure(report, *one), figure(report, *other)
    assert compared(report, first, second) is compared(report, second, first) is reason


def test_what_is_below_nought_has_no_share(report: Report) -> None:
    newer = replace(figure(report, "good-air-days", "2025"), value=Decimal(5))
    found = compared(report, newer, replace(newer, value=Decimal(-3)))
    assert isinstance(found, Difference)
    assert (found.value, found.per_cent) == (Decimal(8), None)


def test_multiples_are_subtracted_as_multiples(report: Report) -> None:
    newer = figure(report, "tech-smes", "five")
    found = compared(report, newer, replace(newer, value=Decimal(2)))
    assert isinstance(found, Difference)
    assert (found.value, found.per_cent, found.in_points) == (Decimal("0.8"), None, False)


def test_nothing_is_a_share_of_nought(report: Report) -> None:
    newer = figure(report, "jobs", "2025")
    found = compared(report, newer, replace(newer, value=Decimal(0)))
    assert isinstance(found, Difference)
    assert found.per_cent is None


def test_the_latest_and_shortest_period_comes_first(report: Report) -> None:
    figures = latest_first(report, report.indicator("jobs").figures)
    assert [found.period for found in figures] == ["2026", "2025", "five"]


def test_only_what_adds_up_over_years_has_a_yearly_mean(report: Report) -> None:
    assert yearly_mean(report, figure(report, "jobs", "five")) == Decimal(3040)
    assert yearly_mean(report, figure(report, "jobs", "2025")) is None
    assert yearly_mean(report, figure(report, "gdp", "five")) is None


def test_the_even_pace_is_the_share_of_the_year(report: Report) -> None:
    gone = elapsed(report.plan, date(2026, 11, 23))
    assert gone == Elapsed(327, 365)
    assert round(due_by(figure(report, "jobs", "2026", Role.TARGET), gone)) == 3046


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2027, 1, 1)])
def test_outside_its_years_nothing_of_a_period_is_gone(report: Report, day: date) -> None:
    assert elapsed(report.plan, day) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)))
def test_days_gone_and_left_make_the_year(day: date) -> None:
    gone = elapsed(year(day.year), day)
    assert gone is not None
    assert gone.days + gone.left == gone.of in {365, 366}
    assert 0 < gone.share <= 1


def test_a_leap_year_has_a_day_more() -> None:
    assert elapsed(year(2028), date(2028, 12, 31)) == Elapsed(366, 366)
