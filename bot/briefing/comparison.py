"""Figures beside each other: what may be subtracted from what, and how far the year should have come."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.report.model import Figure, Measure, Period, Report, Role


class Mismatch(StrEnum):
    """Why two figures cannot be subtracted."""

    MEASURE = "measure"  # a growth rate beside a total
    STOCK = "stock"  # how many there are beside how many were added
    UNIT = "unit"  # people beside sites
    SPAN = "span"  # one year beside five
    PERIOD = "period"  # different things, each of a time of its own
    BASELINE = "baseline"  # where a period began


@dataclass(frozen=True, slots=True)
class Difference:
    """`newer` minus `older`, in the unit both share; per cent where it is a share of something."""

    newer: Figure
    older: Figure
    value: Decimal
    per_cent: Decimal | None
    in_points: bool


_RATES = (Measure.GROWTH, Measure.ANNUAL_GROWTH)
_RELATIVE = (*_RATES, Measure.RATIO)  # the indicator's own unit is no part of these
_POINTS = ("%", "个百分点")


def difference(report: Report, newer: Figure, older: Figure) -> Difference | Mismatch:
    """Only like with like: same measure, and for what adds up or grows, the same number of years.

    Figures of two indicators also need a unit and a period in common; the order is the caller's.
    """
    mismatch = _mismatch(report, newer, older)
    if mismatch:
        return mismatch
    value = newer.value - older.value
    in_points = newer.measure in _RATES or report.indicator(newer.indicator).unit.zh in _POINTS
    is_share = not in_points and newer.measure is not Measure.RATIO and older.value > 0
    return Difference(newer, older, value, value / older.value * 100 if is_share else None, in_points)


def _mismatch(report: Report, newer: Figure, older: Figure) -> Mismatch | None:
    if Role.BASELINE in (newer.role, older.role):
        return Mismatch.BASELINE
    return _of_what(report, newer, older) or _of_when(report, newer, older)


def _of_what(report: Report, newer: Figure, older: Figure) -> Mismatch | None:
    """Whether they measure different things."""
    measures = {newer.measure, older.measure}
    if not measures & {*_RELATIVE} and not _have_one_unit(report, newer, older):
        return Mismatch.UNIT
    if measures == {Measure.TOTAL, Measure.FLOW}:
        return Mismatch.STOCK
    if len(measures) > 1 and not measures <= {*_RATES}:
        return Mismatch.MEASURE
    return None


def _of_when(report: Report, newer: Figure, older: Figure) -> Mismatch | None:
    """Whether they measure different times."""
    if newer.measure is not Measure.TOTAL and _span(report, newer) != _span(report, older):
        return Mismatch.SPAN
    if newer.indicator != older.indicator and _time(report, newer) != _time(report, older):
        return Mismatch.PERIOD
    return None


def _have_one_unit(report: Report, one: Figure, other: Figure) -> bool:
    """Whether a reader of either language sees one unit: 个 counts sites and projects."""
    first, second = (report.indicator(figure.indicator).unit for figure in (one, other))
    return first.zh == second.zh or first.en == second.en or {first.zh, second.zh} <= {*_POINTS}


def _span(report: Report, figure: Figure) -> int:
    """Years the number is for; a yearly mean is for one."""
    return 1 if figure.measure is Measure.ANNUAL_GROWTH else report.periods[figure.period].years


def _time(report: Report, figure: Figure) -> tuple[int, int]:
    """First and last year; a total is of the end of its period, however long that was."""
    period = report.periods[figure.period]
    first = period.last_year if figure.measure is Measure.TOTAL else period.first_year
    return first, period.last_year


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
