"""What the coming days hold, and why a day holds nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.ahead import Basis, Reason, day_ahead, days_ahead
from bot.schedule.schedule import Schedule, next_after, read_schedule
from bot.schedule.workdays import Holiday, published_until
from tests.schedule.samples import falls_on, schedules

SHANGHAI = "08:30 Asia/Shanghai"
DUE = {
    *(Reason.EVERY_DAY, Reason.WORKING_DAY, Reason.MAKE_UP_DAY),
    *(Reason.CHOSEN_WEEKDAY, Reason.DAY_OF_MONTH),
}


@pytest.mark.parametrize(
    ("schedule", "day", "reason"),
    [
        (f"daily {SHANGHAI}", "2026-10-01", Reason.EVERY_DAY),
        (f"workdays {SHANGHAI}", "2026-10-09", Reason.WORKING_DAY),
        (f"workdays {SHANGHAI}", "2026-10-10", Reason.MAKE_UP_DAY),
        (f"workdays {SHANGHAI}", "2026-10-01", Reason.HOLIDAY),
        (f"workdays {SHANGHAI}", "2026-10-11", Reason.WEEKEND),
        (f"mon,thu {SHANGHAI}", "2026-10-01", Reason.CHOSEN_WEEKDAY),
        (f"mon,thu {SHANGHAI}", "2026-10-02", Reason.OTHER_WEEKDAY),
        (f"monthly 31 {SHANGHAI}", "2026-10-31", Reason.DAY_OF_MONTH),
        (f"monthly 31 {SHANGHAI}", "2026-10-30", Reason.OTHER_DAY_OF_MONTH),
        (f"monthly 31 {SHANGHAI}", "2026-09-30", Reason.MONTH_TOO_SHORT),
        (f"monthly 30 {SHANGHAI}", "2026-02-28", Reason.MONTH_TOO_SHORT),
        (f"monthly 29 {SHANGHAI}", "2028-02-28", Reason.OTHER_DAY_OF_MONTH),
        (f"monthly 1 {SHANGHAI}", "2026-09-30", Reason.OTHER_DAY_OF_MONTH),
        ("daily 08:30 Pacific/Apia", "2011-12-30", Reason.NO_SUCH_DATE),
        ("fri 08:30 Pacific/Apia", "2011-12-30", Reason.NO_SUCH_DATE),
        ("mon 08:30 Pacific/Apia", "2011-12-30", Reason.OTHER_WEEKDAY),
    ],
)
def test_a_day_says_why(schedule: str, day: str, reason: Reason) -> None:
    found = day_ahead(read_schedule(schedule), date.fromisoformat(day))
    assert found.reason is reason
    assert bool(found.due) is (reason in DUE)


def test_a_holiday_and_the_day_worked_for_it_carry_its_name() -> None:
    ahead = days_ahead(read_schedule(f"workdays {SHANGHAI}"), date(2026, 2, 13), 4)
    assert [day.holiday for day in ahead] == [None, *[Holiday.SPRING_FESTIVAL] * 3]
    assert [bool(day.due) for day in ahead] == [True, True, False, False]


def test_days_follow_each_other_over_the_end_of_a_year() -> None:
    ahead = days_ahead(read_schedule(f"daily {SHANGHAI}"), date(2026, 12, 30), 4)
    assert [str(day.day) for day in ahead] == ["2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02"]
    assert ahead[3].due == (datetime(2027, 1, 2, 0, 30, tzinfo=UTC),)


def test_working_days_say_whether_a_table_stands_behind_them() -> None:
    until = date(published_until(), 12, 1)
    workdays = read_schedule(f"workdays {SHANGHAI}")
    assert day_ahead(workdays, until).basis is Basis.PUBLISHED_TABLE
    assert day_ahead(workdays, until + timedelta(days=45)).basis is Basis.MONDAY_TO_FRIDAY
    assert day_ahead(read_schedule(f"daily {SHANGHAI}"), until).basis is Basis.CALENDAR


def test_a_day_lists_all_its_times() -> None:
    found = day_ahead(read_schedule("daily 08:30,17:00 UTC"), date(2026, 5, 6))
    assert [f"{due:%H:%M}" for due in found.due] == ["08:30", "17:00"]


def test_the_last_day_of_the_calendar_can_be_asked() -> None:
    found = day_ahead(read_schedule("monthly 30 08:30 UTC"), date.max)
    assert (found.reason, found.due) == (Reason.OTHER_DAY_OF_MONTH, ())


@given(schedules, st.dates(date(1980, 1, 1), date(2080, 1, 1)))
def test_the_preview_and_the_delivery_agree(schedule: Schedule, day: date) -> None:
    ahead = days_ahead(schedule, day, 8)
    previewed = sorted({due for each in ahead for due in each.due})
    found = next_after(schedule, previewed[0] - timedelta(seconds=1)) if previewed else None
    assert found == (previewed[0] if previewed else None)
    assert [each.reason in DUE for each in ahead] == [bool(each.due) for each in ahead]


@given(schedules, st.dates(date(1980, 1, 1), date(2080, 1, 1)))
def test_what_is_due_falls_on_its_days(schedule: Schedule, day: date) -> None:
    found = day_ahead(schedule, day)
    assert (found.reason in {*DUE, Reason.NO_SUCH_DATE}) is falls_on(schedule.days, day)
