"""Statutory working days."""

from datetime import date, timedelta

import chinese_calendar
import pytest

from bot.schedule.workdays import (
    DayKind,
    Holiday,
    is_published,
    missing_table,
    published_until,
    working_day,
)

# By the notices of the State Council for 2025 and 2026.
DAYS_OFF = [
    *(("2025-01-01", Holiday.NEW_YEAR), ("2025-01-28", Holiday.SPRING_FESTIVAL)),
    *(("2025-02-04", Holiday.SPRING_FESTIVAL), ("2025-05-31", Holiday.DRAGON_BOAT)),
    *(("2025-10-06", Holiday.MID_AUTUMN), ("2025-10-08", Holiday.NATIONAL_DAY)),
    *(("2026-01-02", Holiday.NEW_YEAR), ("2026-02-15", Holiday.SPRING_FESTIVAL)),
    *(("2026-02-23", Holiday.SPRING_FESTIVAL), ("2026-04-06", Holiday.TOMB_SWEEPING)),
    *(("2026-05-01", Holiday.LABOUR_DAY), ("2026-05-05", Holiday.LABOUR_DAY)),
    *(("2026-06-19", Holiday.DRAGON_BOAT), ("2026-09-25", Holiday.MID_AUTUMN)),
    *(("2026-10-07", Holiday.NATIONAL_DAY), ("2015-09-03", Holiday.OTHER)),
]
WORKED_WEEKENDS = [
    *("2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"),
    *("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"),
]
ORDINARY = [
    *(("2026-02-24", DayKind.WORKING), ("2026-05-06", DayKind.WORKING), ("2026-10-08", DayKind.WORKING)),
    *(("2026-02-07", DayKind.WEEKEND), ("2026-05-10", DayKind.WEEKEND), ("2026-10-11", DayKind.WEEKEND)),
]


@pytest.mark.parametrize(("day", "holiday"), DAYS_OFF)
def test_a_holiday_is_known_by_its_name(day: str, holiday: Holiday) -> None:
    found = working_day(date.fromisoformat(day))
    assert (found.kind, found.holiday, found.is_working) == (DayKind.HOLIDAY, holiday, False)


@pytest.mark.parametrize("day", WORKED_WEEKENDS)
def test_a_weekend_day_is_worked_for_a_holiday(day: str) -> None:
    found = working_day(date.fromisoformat(day))
    assert (found.kind, found.is_working) == (DayKind.MAKE_UP, True)
    assert date.fromisoformat(day).isoweekday() > 5
    assert found.holiday


def test_no_other_weekend_day_is_worked_in_these_years() -> None:
    span = (date(2025, 1, 1) + timedelta(days=n) for n in range(730))
    assert [str(day) for day in span if working_day(day).kind is DayKind.MAKE_UP] == WORKED_WEEKENDS


@pytest.mark.parametrize(("day", "kind"), ORDINARY)
def test_any_other_day_goes_by_the_week(day: str, kind: DayKind) -> None:
    found = working_day(date.fromisoformat(day))
    assert (found.kind, found.holiday, found.is_settled) == (kind, None, True)


def test_the_library_itself_says_the_same_of_every_day_it_knows() -> None:
    span = (date(2004, 1, 1) + timedelta(days=n) for n in range(0, 23 * 365, 11))
    wrong = [day for day in span if working_day(day).is_working != chinese_calendar.is_workday(day)]
    assert wrong == []


def test_every_holiday_of_the_library_has_a_name_here() -> None:
    others = {day for day in chinese_calendar.holidays if working_day(day).holiday is Holiday.OTHER}
    assert {day.year for day in others} == {2015}


@pytest.mark.parametrize("year", [2003, 2100, 9999])
def test_a_year_without_a_table_goes_by_the_week_and_says_so(year: int) -> None:
    week = [working_day(date(year, 10, 1) + timedelta(days=n)) for n in range(7)]
    assert sum(day.is_working for day in week) == 5
    assert {(day.is_settled, day.holiday) for day in week} == {(False, None)}


def test_the_tables_reach_this_far() -> None:
    until = published_until()
    assert until >= 2026
    assert all(is_published(year) for year in range(2004, until + 1))
    assert not is_published(2003)
    assert not is_published(until + 1)


def test_the_last_days_of_a_year_wait_for_the_next_table() -> None:
    until = published_until()
    assert not working_day(date(until, 12, 29)).is_settled
    assert working_day(date(until, 12, 24)).is_settled
    assert working_day(date(until - 1, 12, 29)).is_settled


def test_a_missing_table_is_missed_from_december_on() -> None:
    until = published_until()
    assert missing_table(date(until, 11, 30)) is None
    assert missing_table(date(until, 12, 1)) == until + 1
    assert missing_table(date(until + 1, 1, 1)) == until + 1
    assert missing_table(date(until - 1, 12, 31)) is None
