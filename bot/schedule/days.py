"""On which days: every day, statutory working days, chosen weekdays, a day of the month."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from bot.schedule.workdays import working_day


class Weekday(Enum):
    """Named, because Monday is 0 in one library and 1 in the next. In the order of the week."""

    MONDAY = "mon"
    TUESDAY = "tue"
    WEDNESDAY = "wed"
    THURSDAY = "thu"
    FRIDAY = "fri"
    SATURDAY = "sat"
    SUNDAY = "sun"

    @classmethod
    def of(cls, day: date) -> "Weekday":
        return WEEK[day.weekday()]


WEEK = tuple(Weekday)


@dataclass(frozen=True, slots=True)
class EveryDay:
    """All seven days of every week."""

    def __str__(self) -> str:
        return "daily"


@dataclass(frozen=True, slots=True)
class StatutoryWorkdays:
    """法定工作日: without statutory holidays, with the weekend days worked for them."""

    def __str__(self) -> str:
        return "workdays"


@dataclass(frozen=True, slots=True)
class ChosenWeekdays:
    """The same weekdays every week, whatever the holidays; kept in the week's order, each once."""

    weekdays: tuple[Weekday, ...]

    def __post_init__(self) -> None:
        if not self.weekdays:
            raise ValueError("no weekday is chosen")
        object.__setattr__(self, "weekdays", tuple(day for day in WEEK if day in self.weekdays))

    def __str__(self) -> str:
        return ",".join(weekday.value for weekday in self.weekdays)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """The same day of every month that has it: 31 skips April, as cron does and as people expect."""

    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 31:
            raise ValueError(f"no month has a day {self.number}")

    def __str__(self) -> str:
        return f"monthly {self.number}"


Days = EveryDay | StatutoryWorkdays | ChosenWeekdays | DayOfMonth


def falls_on(days: Days, day: date) -> bool:
    """Whether a day is one of them."""
    match days:
        case EveryDay():
            return True
        case StatutoryWorkdays():
            return working_day(day).is_working
        case ChosenWeekdays():
            return Weekday.of(day) in days.weekdays
        case DayOfMonth():
            return day.day == days.number


def dates(days: Days, start: date, end: date) -> Iterator[date]:
    """Which of the days from `start` to `end`, both included, they are."""
    if isinstance(days, DayOfMonth):
        yield from (day for day in _monthly(days.number, start, end) if start <= day <= end)
        return
    for ordinal in range(start.toordinal(), end.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if falls_on(days, day):
            yield day


def _monthly(number: int, start: date, end: date) -> Iterator[date]:
    for months in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        year, month = divmod(months, 12)
        if number <= monthrange(year, month + 1)[1]:
            yield date(year, month + 1, number)


def read_days(text: str) -> Days:
    """What `str` made of days; raises ValueError for anything else."""
    match text.split(" "):
        case ["daily"]:
            return EveryDay()
        case ["workdays"]:
            return StatutoryWorkdays()
        case ["monthly", number]:
            return DayOfMonth(int(number))
    return ChosenWeekdays(tuple(Weekday(name) for name in text.split(",")))
