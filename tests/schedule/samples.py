"""Schedules, zones and instants to try, and what is due by looking at the clock minute by minute."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

import chinese_calendar
from hypothesis import strategies as st

from bot.schedule.days import WEEK, ChosenWeekdays, DayOfMonth, Days, EveryDay, StatutoryWorkdays
from bot.schedule.schedule import MAX_TIMES, Schedule

MINUTE = timedelta(minutes=1)
# Clocks that did something odd, and about when.
CHANGES = {
    "Australia/Lord_Howe": (datetime(2025, 4, 5, 15, tzinfo=UTC), datetime(2025, 10, 4, 15, 30, tzinfo=UTC)),
    "Pacific/Apia": (datetime(2011, 12, 30, 10, tzinfo=UTC), datetime(2010, 9, 26, 11, tzinfo=UTC)),
    "Pacific/Kwajalein": (datetime(1993, 8, 21, 12, tzinfo=UTC),),
    "Pacific/Kiritimati": (datetime(1994, 12, 31, 10, tzinfo=UTC),),
    "Europe/Berlin": (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)),
    "Europe/Dublin": (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)),
    "America/New_York": (datetime(2026, 3, 8, 7, tzinfo=UTC), datetime(2026, 11, 1, 6, tzinfo=UTC)),
    "America/Toronto": (datetime(1990, 4, 1, 7, tzinfo=UTC), datetime(1990, 10, 28, 6, tzinfo=UTC)),
    "America/Sao_Paulo": (datetime(2018, 11, 4, 3, tzinfo=UTC), datetime(2018, 2, 18, 2, tzinfo=UTC)),
    "America/St_Johns": (datetime(1990, 4, 1, 3, 31, tzinfo=UTC), datetime(2010, 11, 7, 2, 31, tzinfo=UTC)),
    "America/Caracas": (datetime(2016, 5, 1, 7, tzinfo=UTC), datetime(2007, 12, 9, 7, tzinfo=UTC)),
    "Asia/Beirut": (datetime(2025, 3, 29, 22, tzinfo=UTC), datetime(2025, 10, 25, 21, tzinfo=UTC)),
    "Asia/Pyongyang": (datetime(2015, 8, 14, 15, tzinfo=UTC), datetime(2018, 5, 4, 15, tzinfo=UTC)),
    "Asia/Shanghai": (datetime(1991, 4, 13, 18, tzinfo=UTC), datetime(1991, 9, 14, 17, tzinfo=UTC)),
    "Africa/Casablanca": (datetime(2026, 2, 15, 2, tzinfo=UTC), datetime(2026, 3, 22, 2, tzinfo=UTC)),
    "Antarctica/Troll": (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)),
}

zones = st.sampled_from(files("tzdata").joinpath("zones").read_text().split()).filter(
    lambda name: name != "Factory"
)
days: st.SearchStrategy[Days] = st.one_of(
    st.just(EveryDay()),
    st.just(StatutoryWorkdays()),
    st.sets(st.sampled_from(WEEK), min_size=1, max_size=6).map(lambda chosen: ChosenWeekdays(tuple(chosen))),
    st.integers(1, 31).map(DayOfMonth),
)
clocks = st.builds(time, st.integers(0, 23), st.integers(0, 59))


def times_of(clock: st.SearchStrategy[time]) -> st.SearchStrategy[tuple[time, ...]]:
    return st.sets(clock, min_size=1, max_size=MAX_TIMES).map(lambda chosen: tuple(sorted(chosen)))


schedules = st.builds(Schedule, days, times_of(clocks), zones)
instants = st.datetimes(
    datetime.fromisoformat("1975-01-01"), datetime.fromisoformat("2090-01-01"), timezones=st.just(UTC)
)


@lru_cache(maxsize=10_000)
def falls_on(days: Days, day: date) -> bool:
    """Whether a schedule falls on a day, said the plain way."""
    match days:
        case StatutoryWorkdays():
            known = 2004 <= day.year <= 2026
            return chinese_calendar.is_workday(day) if known else day.isoweekday() <= 5
        case ChosenWeekdays(weekdays):
            return f"{day:%a}".lower() in {weekday.value for weekday in weekdays}
        case DayOfMonth(number):
            return day.day == number
    return True


def first_shown(wall: datetime, zone: ZoneInfo) -> datetime:
    """The first minute at which clocks show a time or have passed it: looked for minute by minute."""
    minute = wall.replace(tzinfo=UTC) - timedelta(hours=16)
    while minute.astimezone(zone).replace(tzinfo=None) < wall:
        minute += MINUTE
    return minute


def is_lived(day: date, zone: ZoneInfo) -> bool:
    """Whether clocks ever showed a day."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return any((noon + timedelta(hours=hour)).astimezone(zone).date() == day for hour in range(-28, 28))


def due_between(schedule: Schedule, start: date, end: date) -> list[datetime]:
    """Everything due on the days from `start` to `end`, in order."""
    zone = ZoneInfo(schedule.zone)
    span = (start + timedelta(days=n) for n in range((end - start).days + 1))
    lived = (day for day in span if falls_on(schedule.days, day) and is_lived(day, zone))
    return sorted({_due(datetime.combine(day, clock), zone) for day in lived for clock in schedule.times})


def _due(wall: datetime, zone: ZoneInfo) -> datetime:
    """Where the clocks do not change within days around it, simply its distance from UTC."""
    around = {(wall.replace(tzinfo=zone) + timedelta(days=n)).utcoffset() for n in range(-2, 3)}
    steady = around.pop()
    return first_shown(wall, zone) if around or steady is None else wall.replace(tzinfo=UTC) - steady
