"""A schedule, its one text, and when it is due next."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.days import ChosenWeekdays, DayOfMonth, EveryDay, StatutoryWorkdays, Weekday
from bot.schedule.schedule import (
    Schedule,
    ScheduleTextError,
    moments_of,
    next_after,
    read_schedule,
    upcoming,
)
from tests.schedule.samples import CHANGES, days, due_between, falls_on, instants, schedules, times_of

TEXTS = (
    *("daily 08:30 Asia/Shanghai", "workdays 08:30,17:00 Asia/Shanghai", "mon,thu 09:00 Etc/GMT+8"),
    *("monthly 1 00:00 UTC", "monthly 31 23:59 America/Argentina/ComodRivadavia"),
)
NO_TEXTS = (
    *(
        "",
        " ",
        "daily",
        "daily 08:30",
        "daily 08:30 Mars",
        "daily 8:30 UTC",
        "daily 0830 UTC",
        "daily 25:00 UTC",
    ),
    *("daily 08:30:00 UTC", "daily 08:30+01:00 UTC", "daily 17:00,08:30 UTC", "daily 08:30,08:30 UTC"),
    *("thu,mon 09:00 UTC", "mon,mon 09:00 UTC", "monthly 0 09:00 UTC", "monthly 32 09:00 UTC", "0 09:00 UTC"),
    *(
        "monthly 01 09:00 UTC",
        "monthly x 09:00 UTC",
        "daily  08:30 UTC",
        " daily 08:30 UTC",
        "Daily 08:30 UTC",
    ),
    *(
        "daily 08:30 utc",
        "daily 08:30 ../UTC",
        "daily 08:30 Asia",
        "daily 08:30 Asia/Shanghai\n",
        "monthly ١ 09:00 UTC",
    ),
    *("daily 00:00,01:00,02:00,03:00,04:00,05:00,06:00 UTC", ",mon 09:00 UTC", "daily 08:30 \0"),
)
NEXT = [
    # A year's end, leap days, months without the day, weekends, holidays.
    ("daily 08:30 Asia/Shanghai", "2026-12-31 08:30+08:00", "2027-01-01 08:30+08:00"),
    ("daily 08:30 Asia/Shanghai", "2026-12-31 08:29:59+08:00", "2026-12-31 08:30+08:00"),
    ("daily 08:30,17:00 Asia/Shanghai", "2026-05-06 08:30+08:00", "2026-05-06 17:00+08:00"),
    ("monthly 29 09:00 UTC", "2026-01-29 09:00+00:00", "2026-03-29 09:00+00:00"),
    ("monthly 29 09:00 UTC", "2028-01-29 09:00+00:00", "2028-02-29 09:00+00:00"),
    ("monthly 31 09:00 UTC", "2026-03-31 09:00+00:00", "2026-05-31 09:00+00:00"),
    ("mon 09:00 Asia/Shanghai", "2026-02-28 00:00+08:00", "2026-03-02 09:00+08:00"),
    ("workdays 08:30 Asia/Shanghai", "2026-02-14 08:30+08:00", "2026-02-24 08:30+08:00"),
    ("workdays 08:30 Asia/Shanghai", "2026-10-09 12:00+08:00", "2026-10-10 08:30+08:00"),
    ("workdays 08:30 Asia/Shanghai", "2026-12-31 12:00+08:00", "2027-01-01 08:30+08:00"),
    # Summer time: a gap, what two gaps share, an hour that comes twice.
    ("daily 02:30 Europe/Berlin", "2026-03-28 12:00+00:00", "2026-03-29 03:00+02:00"),
    ("daily 02:30,03:00 Europe/Berlin", "2026-03-29 03:00+02:00", "2026-03-30 02:30+02:00"),
    ("daily 02:30 Europe/Berlin", "2026-10-25 00:00+02:00", "2026-10-25 02:30+02:00"),
    ("daily 02:30 Europe/Berlin", "2026-10-25 02:30+02:00", "2026-10-26 02:30+01:00"),
    ("daily 02:15 Australia/Lord_Howe", "2025-10-04 12:00+10:30", "2025-10-05 02:30+11:00"),
    ("daily 01:45 Australia/Lord_Howe", "2025-04-06 01:45+11:00", "2025-04-07 01:45+10:30"),
    ("daily 00:30 America/Sao_Paulo", "2018-11-03 12:00+00:00", "2018-11-04 01:00-02:00"),
    ("daily 23:30 America/Toronto", "1990-03-31 12:00+00:00", "1990-03-31 23:30-05:00"),
    # Apia had no 30 December 2011.
    ("daily 08:30 Pacific/Apia", "2011-12-29 08:30-10:00", "2011-12-31 08:30+14:00"),
    ("monthly 30 08:30 Pacific/Apia", "2011-11-30 08:30-10:00", "2012-01-30 08:30+14:00"),
    ("fri 08:30 Pacific/Apia", "2011-12-23 08:30-10:00", "2012-01-06 08:30+14:00"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read_and_written_the_same(text: str) -> None:
    assert str(read_schedule(text)) == text


@given(schedules)
def test_every_schedule_is_read_back_from_its_text(schedule: Schedule) -> None:
    assert read_schedule(str(schedule)) == schedule


@pytest.mark.parametrize("text", NO_TEXTS)
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(ScheduleTextError):
        read_schedule(text)


@given(st.text(max_size=60))
def test_a_text_that_is_refused_is_refused_in_one_way(text: str) -> None:
    with pytest.raises(ScheduleTextError):
        read_schedule(text)


def test_times_and_weekdays_are_kept_in_order_and_once() -> None:
    weekdays = ChosenWeekdays((Weekday.SUNDAY, Weekday.MONDAY, Weekday.SUNDAY))
    schedule = Schedule(weekdays, (time(17), time(8, 30), time(17)), "UTC")
    assert str(schedule) == "mon,sun 08:30,17:00 UTC"


@pytest.mark.parametrize(
    ("times", "zone"),
    [
        ((), "UTC"),
        (tuple(time(hour) for hour in range(7)), "UTC"),
        ((time(8, 30, 1),), "UTC"),
        ((time(8, 30, 0, 1),), "UTC"),
        ((time(8, 30, tzinfo=UTC),), "UTC"),
        ((time(8, 30),), "Mars"),
        ((time(8, 30),), "asia/shanghai"),
        ((time(8, 30),), ""),
    ],
)
def test_what_cannot_be_is_no_schedule(times: tuple[time, ...], zone: str) -> None:
    with pytest.raises(ValueError, match=r"time|zone"):
        Schedule(EveryDay(), times, zone)


def test_there_is_no_schedule_without_days() -> None:
    with pytest.raises(ValueError, match="weekday"):
        ChosenWeekdays(())
    for number in (0, 32, -1):
        with pytest.raises(ValueError, match="month"):
            DayOfMonth(number)


@pytest.mark.parametrize(("text", "instant", "due"), NEXT)
def test_the_next_instant_is_the_one_a_person_expects(text: str, instant: str, due: str) -> None:
    found = next_after(read_schedule(text), datetime.fromisoformat(instant))
    assert found == datetime.fromisoformat(due)


@given(schedules, instants)
def test_the_next_instant_is_later_and_on_the_schedule(schedule: Schedule, instant: datetime) -> None:
    found = next_after(schedule, instant)
    assert found is not None
    assert found > instant
    local = found.astimezone(schedule.clock)
    assert found in due_between(schedule, local.date() - timedelta(days=1), local.date())


@given(schedules, instants)
def test_nothing_is_due_in_between(schedule: Schedule, instant: datetime) -> None:
    start, end = (instant - timedelta(days=2)).date(), (instant + timedelta(days=40)).date()
    plainly = [due for due in due_between(schedule, start, end + timedelta(days=2)) if due > instant]
    found = upcoming(schedule, instant, 5)
    assert [due for due in found if due.date() < end] == [due for due in plainly if due.date() < end][:5]


@given(st.data())
def test_around_odd_changes_of_the_clock_it_is_what_the_clock_shows(data: st.DataObject) -> None:
    zone = data.draw(st.sampled_from(sorted(CHANGES)))
    change = data.draw(st.sampled_from(CHANGES[zone]))
    near = st.integers(-180, 180).map(lambda n: _clock_near(change, zone, n))
    schedule = Schedule(data.draw(days), data.draw(times_of(near)), zone)
    instant = change + timedelta(minutes=data.draw(st.integers(-3000, 1500)))
    day = change.date()
    plainly = [
        due
        for due in due_between(schedule, day - timedelta(days=4), day + timedelta(days=4))
        if due > instant
    ]
    found = upcoming(schedule, instant, len(plainly))
    assert [due for due in found if due.date() < day + timedelta(days=3)] == [
        due for due in plainly if due.date() < day + timedelta(days=3)
    ]


def _clock_near(change: datetime, zone: str, minutes: int) -> time:
    shown = (change + timedelta(minutes=minutes)).astimezone(read_schedule(f"daily 00:00 {zone}").clock)
    return time(shown.hour, shown.minute)


@given(schedules, instants)
def test_instants_are_in_utc_and_rise(schedule: Schedule, instant: datetime) -> None:
    found = upcoming(schedule, instant, 6)
    assert {due.tzinfo for due in found} == {UTC}
    assert list(found) == sorted(set(found))
    assert len(found) == 6


@given(schedules, instants)
def test_the_zone_an_instant_is_written_in_does_not_matter(schedule: Schedule, instant: datetime) -> None:
    assert next_after(schedule, instant) == next_after(schedule, instant.astimezone(schedule.clock))


def test_an_instant_in_the_repeated_hour_is_told_from_the_first() -> None:
    schedule = read_schedule("daily 02:30 Europe/Berlin")
    second = datetime(2026, 10, 25, 2, 15, fold=1, tzinfo=schedule.clock)
    assert next_after(schedule, second) == datetime(2026, 10, 26, 1, 30, tzinfo=UTC)


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        next_after(read_schedule("daily 08:30 UTC"), datetime.fromisoformat("2026-05-06"))


@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"])
@pytest.mark.parametrize("instant", ["9999-12-31T23:59:59.999999+00:00", "9999-12-31T08:30+00:00"])
def test_after_the_last_day_of_the_calendar_comes_nothing(zone: str, instant: str) -> None:
    assert next_after(read_schedule(f"monthly 1 08:30 {zone}"), datetime.fromisoformat(instant)) is None


def test_the_far_future_is_not_too_far() -> None:
    found = next_after(read_schedule("monthly 31 08:30 UTC"), datetime(9999, 11, 30, tzinfo=UTC))
    assert found == datetime(9999, 12, 31, 8, 30, tzinfo=UTC)


def test_times_that_share_a_gap_come_once() -> None:
    schedule = read_schedule("daily 02:00,02:30,03:00 Europe/Berlin")
    assert moments_of(schedule, date(2026, 3, 29)) == (datetime(2026, 3, 29, 1, tzinfo=UTC),)


def test_a_year_of_working_days_has_as_many_as_the_table() -> None:
    schedule = Schedule(StatutoryWorkdays(), (time(8, 30),), "Asia/Shanghai")
    found = upcoming(schedule, datetime(2025, 12, 31, 16, tzinfo=UTC), 248)
    year = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert [due.date() for due in found] == [day for day in year if falls_on(schedule.days, day)]
