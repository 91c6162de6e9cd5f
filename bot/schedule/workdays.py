"""Statutory working days of China: holidays, and the weekend days worked for them (调休)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache, lru_cache


class Holiday(Enum):
    """What a day off, or the day worked in its place, is for."""

    NEW_YEAR = "new-year"
    SPRING_FESTIVAL = "spring-festival"
    TOMB_SWEEPING = "tomb-sweeping"
    LABOUR_DAY = "labour-day"
    DRAGON_BOAT = "dragon-boat"
    MID_AUTUMN = "mid-autumn"
    NATIONAL_DAY = "national-day"
    OTHER = "other"  # a single occasion, such as 3 September 2015


class DayKind(Enum):
    """What a day is to somebody at work."""

    WORKING = "working"
    MAKE_UP = "make-up"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class WorkingDay:
    """What is known of one day."""

    kind: DayKind
    holiday: Holiday | None  # of a holiday and of a make-up day
    is_settled: bool  # it rests on a published table; otherwise on Monday to Friday

    @property
    def is_working(self) -> bool:
        return self.kind in _WORKED


@dataclass(frozen=True, slots=True)
class _Tables:
    off: Mapping[date, Holiday]
    on: Mapping[date, Holiday]
    years: frozenset[int]


_WORKED = (DayKind.WORKING, DayKind.MAKE_UP)
_NAMES = {
    "new_years_day": Holiday.NEW_YEAR,
    "spring_festival": Holiday.SPRING_FESTIVAL,
    "tomb_sweeping_day": Holiday.TOMB_SWEEPING,
    "labour_day": Holiday.LABOUR_DAY,
    "dragon_boat_festival": Holiday.DRAGON_BOAT,
    "mid_autumn_festival": Holiday.MID_AUTUMN,
    "national_day": Holiday.NATIONAL_DAY,
}


@lru_cache(maxsize=2048)
def working_day(day: date) -> WorkingDay:
    """By the State Council's table of the year, and by Monday to Friday where there is none."""
    tables, is_settled = _tables(), _is_settled(day)
    if day in tables.on:
        return WorkingDay(DayKind.MAKE_UP, tables.on[day], is_settled)
    if day in tables.off:
        return WorkingDay(DayKind.HOLIDAY, tables.off[day], is_settled)
    return WorkingDay(DayKind.WORKING if day.weekday() < 5 else DayKind.WEEKEND, None, is_settled)


def is_published(year: int) -> bool:
    """Whether the holidays of a year are known."""
    return year in _tables().years


def published_until() -> int:
    """The last year whose holidays are known."""
    return max(_tables().years)


def missing_table(today: date) -> int | None:
    """The year whose table should be there by now and is not: this one, or from December on the next."""
    wanted = (today.year, today.year + 1) if today.month == 12 else (today.year,)
    return next((year for year in wanted if not is_published(year)), None)


def _is_settled(day: date) -> bool:
    # A year's table has moved days back to 29 December of the year before (2007, 2018).
    reaches_back = day.month == 12 and day.day >= 25
    years = _tables().years
    return day.year in years and (not reaches_back or day.year + 1 in years)


@cache
def _tables() -> _Tables:
    """The library's own functions look through all years at each call; its tables are asked directly."""
    import chinese_calendar as library  # 7 ms, wanted by schedules on working days only

    named = {each.value: _NAMES.get(each.name, Holiday.OTHER) for each in library.Holiday}
    off = {day: named[name] for day, name in library.holidays.items()}
    on = {day: named[name] for day, name in library.workdays.items()}
    # Every table has a National Day; days around New Year can stand in the table of the next year.
    return _Tables(off, on, frozenset(day.year for day in off if (day.month, day.day) == (10, 1)))
