"""A schedule in a button: days, times and zone in at most 17 characters without a dot."""

from base64 import urlsafe_b64encode
from datetime import time
from functools import cache
from hashlib import sha256
from string import ascii_letters, digits

from bot.errors import UserError
from bot.schedule.days import WEEK, ChosenWeekdays, DayOfMonth, Days, EveryDay, StatutoryWorkdays
from bot.schedule.schedule import Schedule
from bot.schedule.zones import zone_names

_ALPHABET = ascii_letters + digits + "-_"
_ZONE_LENGTH = 3  # odd, so that the length alone tells whether there is a zone behind the times
_SALT = "1"  # one that gives every zone of the database a code of its own


class ScheduleCodeError(UserError, ValueError):
    """A text is not what a schedule is coded as: the button is of another version, or was made up."""


def schedule_code(schedule: Schedule, zone: str) -> str:
    """Days, two characters for each time, and the zone unless it is `zone`, the chat's own."""
    named = "" if schedule.zone == zone else _zone_code(schedule.zone)
    return plain_code(schedule.days, schedule.times) + named


def plain_code(days: Days, times: tuple[time, ...]) -> str:
    """The code of days and times in the chat's own zone, whichever that is."""
    return days_code(days) + "".join(_time_code(each) for each in times)


def schedule_of(code: str, zone: str) -> Schedule:
    """What `schedule_code` was given; raises ScheduleCodeError for anything it would not have made."""
    try:
        schedule = _schedule(code, zone)
    except (KeyError, ValueError) as error:
        raise ScheduleCodeError(code[:20]) from error
    if schedule_code(schedule, zone) != code:
        raise ScheduleCodeError(code[:20])
    return schedule


def days_code(days: Days) -> str:
    """`d`, `w`, or a letter and one character: x and y weekdays without and with Sunday, m of a month."""
    match days:
        case EveryDay():
            return "d"
        case StatutoryWorkdays():
            return "w"
        case ChosenWeekdays():
            mask = sum(1 << place for place, day in enumerate(WEEK) if day in days.weekdays)
            return ("y" if mask & 64 else "x") + _ALPHABET[mask & 63]
        case DayOfMonth():
            return "m" + _ALPHABET[days.number]


def days_of(code: str) -> Days:
    """What `days_code` was given; raises ScheduleCodeError for anything it would not have made."""
    try:
        return _days(code)
    except ValueError as error:
        raise ScheduleCodeError(code[:20]) from error


def _schedule(code: str, zone: str) -> Schedule:
    days, rest = (code[:1], code[1:]) if code[:1] in {"d", "w"} else (code[:2], code[2:])
    if len(rest) % 2:
        rest, zone = rest[:-_ZONE_LENGTH], _zones()[rest[-_ZONE_LENGTH:]]
    times = tuple(_time(rest[place : place + 2]) for place in range(0, len(rest), 2))
    return Schedule(_days(days), times, zone)


def _days(code: str) -> Days:
    if code in {"d", "w"}:
        return EveryDay() if code == "d" else StatutoryWorkdays()
    if len(code) != 2 or code[0] not in "xym":
        raise ValueError("no days")
    number = _ALPHABET.index(code[1])
    if code[0] == "m":
        return DayOfMonth(number)
    mask = number + 64 * (code[0] == "y")
    return ChosenWeekdays(tuple(day for place, day in enumerate(WEEK) if mask >> place & 1))


def _time_code(clock: time) -> str:
    high, low = divmod(clock.hour * 60 + clock.minute, 64)
    return _ALPHABET[high] + _ALPHABET[low]


def _time(code: str) -> time:
    hour, minute = divmod(_ALPHABET.index(code[0]) * 64 + _ALPHABET.index(code[1]), 60)
    return time.min.replace(hour=hour, minute=minute)


def _zone_code(name: str) -> str:
    return urlsafe_b64encode(sha256((_SALT + name).encode()).digest())[:_ZONE_LENGTH].decode()


@cache
def _zones() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in zone_names():
        code = _zone_code(name)
        found[code] = "" if code in found else name  # of a later database: better no zone than the wrong one
    return found
