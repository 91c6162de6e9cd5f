"""A schedule, its one text (`workdays 08:30,17:00 Asia/Shanghai`), and when it is due next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from zoneinfo import ZoneInfo

from bot.errors import BriefingBotError
from bot.schedule.days import Days, dates, read_days
from bot.schedule.zones import moment, zone_named

MAX_TIMES = 6
_HORIZON = 5 * 366  # days


class ScheduleTextError(BriefingBotError):
    """A text is not what a schedule is written as."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Days, times of the day and the zone both are meant in. `str` gives its one text.

    Times are whole minutes, kept in order and each once. Raises ValueError for what cannot be.
    """

    days: Days
    times: tuple[time, ...]
    zone: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "times", tuple(sorted(set(self.times))))
        if not 1 <= len(self.times) <= MAX_TIMES:
            raise ValueError(f"{len(self.times)} times a day; 1 to {MAX_TIMES} are possible")
        if any(each.second or each.microsecond or each.tzinfo for each in self.times):
            raise ValueError("times are whole minutes of the schedule's own zone")
        zone_named(self.zone)

    def __str__(self) -> str:
        return f"{self.days} {','.join(f'{each:%H:%M}' for each in self.times)} {self.zone}"

    @property
    def clock(self) -> ZoneInfo:
        """What shows an instant as the schedule's people see it: `instant.astimezone(schedule.clock)`."""
        return zone_named(self.zone)


def read_schedule(text: str) -> Schedule:
    """What `str` made of a schedule, and nothing else; raises ScheduleTextError."""
    try:
        days, times, zone = text.rsplit(" ", 2)
        schedule = Schedule(read_days(days), tuple(map(time.fromisoformat, times.split(","))), zone)
    except ValueError as error:
        raise ScheduleTextError(f"{text[:80]!r} is no schedule: {error}") from error
    if str(schedule) != text:
        raise ScheduleTextError(f"{text[:80]!r} is no schedule as it is written: {schedule}")
    return schedule


def moments_of(schedule: Schedule, day: date) -> tuple[datetime, ...]:
    """When the times of a day come, in UTC, in order, each once: none if clocks left the day out.

    Whether the schedule falls on that day is not asked.
    """
    found = (moment(day, clock, schedule.clock) for clock in schedule.times)
    return tuple(dict.fromkeys(each for each in found if each))


def next_after(schedule: Schedule, instant: datetime) -> datetime | None:
    """The first due instant strictly after another, in UTC; None when five years hold none.

    Between instants of one zone Python compares the clock's face, wrong at its changes: hence UTC. None also
    at the very ends of the calendar (years 1 and 9999). Raises ValueError for an instant without a zone.
    """
    if instant.utcoffset() is None:
        raise ValueError("an instant needs its zone")
    try:
        return next((each for each in _from(schedule, instant) if each > instant), None)
    except OverflowError:
        return None


def upcoming(schedule: Schedule, instant: datetime, count: int) -> tuple[datetime, ...]:
    """The next due instants strictly after another, in UTC; fewer where they end."""
    return tuple(islice(_following(schedule, instant), count))


def _following(schedule: Schedule, instant: datetime) -> Iterator[datetime]:
    due = next_after(schedule, instant)
    while due:
        yield due
        due = next_after(schedule, due)


def _from(schedule: Schedule, instant: datetime) -> Iterator[datetime]:
    # Days before the clock's own cannot come again: what they had was shown before.
    start = instant.astimezone(schedule.clock).date()
    end = date.fromordinal(min(start.toordinal() + _HORIZON, date.max.toordinal()))
    for day in dates(schedule.days, start, end):
        yield from moments_of(schedule, day)
