"""Figures beside each other: what may be subtracted from what, and how far the year should have come."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.report.model import Figure, Indicator, Measure, Period, Report, Role


class Mismatch(StrEnum):
    """Why two figures cannot be subtracted."""

    MEASURE = "measure"  # a growth rate beside a total
    SPAN = "span"  # one year beside five
    BASELINE = "baseline"  # where a period began


@dataclass(frozen=True, slots=True)
class Difference:
    """`newer` minus `older`, in the unit both share; per cent where the older is not nought or a rate."""

    newer: Figure
    older: Figure
    value: Decimal
    per_cent: Decimal | None
    in_points: bool


_RATES = (Measure.GROWTH, Measure.ANNUAL_GROWTH)


def difference(report: Report, indicator: Indicator, newer: Figure, older: Figure) -> Difference | Mismatch:
    """Only like with like: same measure, and for what adds up or grows, the same number of years."""
    if Role.BASELINE in (newer.role, older.role):
        return Mismatch.BASELINE
    both_rates = newer.measure in _RATES and older.measure in _RATES
    if newer.measure is not older.measure and not both_rates:
        return Mismatch.MEASURE
    if newer.measure is not Measure.TOTAL and _span(report, newer) != _span(report, older):
        return Mismatch.SPAN
    value = newer.value - older.value
    in_points = both_rates or indicator.unit.zh in ("%", "个百分点")
    share = value / older.value * 100 if older.value and not in_points else None
    return Difference(newer, older, value, share, in_points)


def _span(report: Report, figure: Figure) -> int:
    """Years the number is for; a yearly mean is for one."""
    return 1 if figure.measure is Measure.ANNUAL_GROWTH else report.periods[figure.period].years


def latest_first(report: Report, figures: tuple[Figure, ...]) -> list[Figure]:
    """By the end of the period, latest first, the shorter period first; else in the report's order."""
    periods = report.periods

    def order(figure: Figure) -> tuple[int, int, bool]:
        period = periods[figure.period]
        return (-period.last_year, period.years, figure.role is Role.BASELINE)

    return sorted(figures, key=order)


def yearly_mean(report: Report, figure: Figure) -> Decimal | None:
    """A total over several years, divided by their number; None for anything else."""
    years = report.periods[figure.period].years
    return figure.value / years if figure.measure is Measure.FLOW and years > 1 else None


@dataclass(frozen=True, slots=True)
class Elapsed:
    """How much of a year is gone at the end of a day."""

    days: int
    of: int

    @property
    def left(self) -> int:
        return self.of - self.days

    @property
    def share(self) -> Decimal:
        return Decimal(self.days) / self.of


def elapsed(period: Period, day: date) -> Elapsed | None:
    """None when the day is outside the period."""
    first, last = date(period.first_year, 1, 1), date(period.last_year, 12, 31)
    if not first <= day <= last:
        return None
    return Elapsed((day - first).days + 1, (last - first).days + 1)


def due_by(figure: Figure, gone: Elapsed) -> Decimal:
    """序时: the part of a year's target that should be reached when the year ran evenly."""
    return figure.value * gone.share
