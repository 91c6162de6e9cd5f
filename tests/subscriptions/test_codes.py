"""A schedule in a button: what comes out is what went in, and it always fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.days import WEEK, ChosenWeekdays, DayOfMonth, Days, EveryDay, StatutoryWorkdays
from bot.schedule.schedule import Schedule, read_schedule
from bot.schedule.zones import zone_names
from bot.subscriptions.codes import (
    ScheduleCodeError,
    days_code,
    days_of,
    plain_code,
    schedule_code,
    schedule_of,
)
from tests.schedule.samples import schedules, zones

HOUSE = "Asia/Shanghai"
MOST_BYTES = 64  # of callback data
LONGEST_SUBJECT = "s" * 40
EVERY_DAYS: tuple[Days, ...] = (
    *(EveryDay(), StatutoryWorkdays()),
    *(ChosenWeekdays(tuple(WEEK[i] for i in range(7) if mask >> i & 1)) for mask in range(1, 128)),
    *map(DayOfMonth, range(1, 32)),
)
NO_CODES = (
    "",
    "d",
    "w",
    "m",
    "ma",
    "x",
    "xa",
    "dA",
    "dzz",
    "daaaa",
    "qIa",
    "d..",
    "D8a",
    "d8aa",
    "d8a!!!",
    "d é",
)


@given(schedules, zones)
def test_a_schedule_comes_back_from_its_code(schedule: Schedule, zone: str) -> None:
    assert schedule_of(schedule_code(schedule, zone), zone) == schedule


@given(schedules, zones)
def test_every_schedule_fits_a_button_with_the_longest_subject(schedule: Schedule, zone: str) -> None:
    code = schedule_code(schedule, zone)
    assert len(f"!make.{LONGEST_SUBJECT}.{code}".encode()) <= MOST_BYTES
    assert "." not in code


@given(schedules)
def test_the_chats_own_zone_is_left_out(schedule: Schedule) -> None:
    code = schedule_code(schedule, schedule.zone)
    assert code == plain_code(schedule.days, schedule.times)
    assert schedule_of(code, HOUSE).zone == HOUSE


def test_every_zone_has_a_code_of_its_own() -> None:
    schedule = read_schedule("daily 08:30 UTC")
    codes = {schedule_code(Schedule(schedule.days, schedule.times, name), "") for name in zone_names()}
    assert len(codes) == len(zone_names()) > 500


def test_all_days_come_back_from_their_codes() -> None:
    assert [days_of(days_code(days)) for days in EVERY_DAYS] == list(EVERY_DAYS)


def test_no_two_days_share_a_code() -> None:
    assert len({days_code(days) for days in EVERY_DAYS}) == len(EVERY_DAYS)


@pytest.mark.parametrize("code", NO_CODES)
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises(ScheduleCodeError):
        schedule_of(code, HOUSE)


@given(st.text("dwxymABab01-_.é", max_size=20))
def test_anything_else_is_refused_or_is_the_one_code(text: str) -> None:
    try:
        schedule = schedule_of(text, HOUSE)
    except ScheduleCodeError:
        return
    assert schedule_code(schedule, HOUSE) == text


@pytest.mark.parametrize("code", ["z", "dd", "x", "xa", "ma", "m6", "x!", "mon"])
def test_what_is_no_code_of_days_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        days_of(code)


def test_a_zone_that_could_be_left_out_must_be() -> None:
    schedule = read_schedule(f"workdays 08:30 {HOUSE}")
    with pytest.raises(ScheduleCodeError):
        schedule_of(schedule_code(schedule, "UTC"), HOUSE)
