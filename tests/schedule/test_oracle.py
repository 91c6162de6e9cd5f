"""The same answers as APScheduler's CronTrigger, away from changes of the clock."""

from datetime import datetime, time, timedelta

from apscheduler.triggers.cron import CronTrigger
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.schedule.days import ChosenWeekdays, DayOfMonth, Days, StatutoryWorkdays
from bot.schedule.schedule import Schedule, next_after
from tests.schedule.samples import clocks, days, instants, times_of

ZONES = ("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC")
regular = days.filter(lambda days: not isinstance(days, StatutoryWorkdays))


def fields(days: Days) -> dict[str, str]:
    """The days in CronTrigger's words."""
    if isinstance(days, ChosenWeekdays):
        return {"day_of_week": str(days)}
    return {"day": str(days.number)} if isinstance(days, DayOfMonth) else {}


@given(regular, times_of(clocks), st.sampled_from(ZONES), instants)
def test_cron_agrees(days: Days, times: tuple[time, ...], zone: str, instant: datetime) -> None:
    schedule = Schedule(days, times, zone)
    assume(_is_steady(schedule, instant))
    triggers = (
        CronTrigger(**fields(days), hour=each.hour, minute=each.minute, timezone=schedule.clock)
        for each in schedule.times
    )
    after = instant + timedelta(microseconds=1)
    assert next_after(schedule, instant) == min(
        trigger.get_next_fire_time(None, after) for trigger in triggers
    )


def _is_steady(schedule: Schedule, instant: datetime) -> bool:
    """Whether the clocks do not change from the instant to the day after what is due."""
    due = next_after(schedule, instant)
    ends = (instant - timedelta(days=1), *([due + timedelta(days=1)] if due else []))
    return len({end.astimezone(schedule.clock).utcoffset() for end in ends}) == 1
