"""What the coming days hold, and why a day holds nothing: as data, for previews and the ledger."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from bot.schedule.days import ChosenWeekdays, DayOfMonth, Days, EveryDay, StatutoryWorkdays, falls_on
from bot.schedule.schedule import Schedule, moments_of
from bot.schedule.workdays import DayKind, Holiday, working_day


class Reason(Enum):
    """Why something is due on a day, or why nothing is."""

    EVERY_DAY = "every-day"
    WORKING_DAY = "working-day"
    MAKE_UP_DAY = "make-up-day"  # with the holiday it is worked for
    CHOSEN_WEEKDAY = "chosen-weekday"
    DAY_OF_MONTH = "day-of-month"

    WEEKEND = "weekend"
    HOLIDAY = "holiday"  # with its name
    OTHER_WEEKDAY = "other-weekday"
    OTHER_DAY_OF_MONTH = "other-day-of-month"
    MONTH_TOO_SHORT = "month-too-short"  # on its last day, where the missing one is looked for
    NO_SUCH_DATE = "no-such-date"  # the zone's clocks left the whole day out


class Basis(Enum):
    """What the statement on a day rests on."""

    CALENDAR = "calendar"
    PUBLISHED_TABLE = "published-table"
    MONDAY_TO_FRIDAY = "monday-to-friday"  # the year's holidays are not published yet


@dataclass(frozen=True, slots=True)
class DayAhead:
    """A calendar day of the schedule's zone: the instants due (UTC), and why these or none."""

    day: date
    due: tuple[datetime, ...]
    reason: Reason
    holiday: Holiday | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class _Verdict:
    reason: Reason
    holiday: Holiday | None = None
    basis: Basis = Basis.CALENDAR


_WORKING_DAYS = {
    DayKind.WORKING: Reason.WORKING_DAY,
    DayKind.MAKE_UP: Reason.MAKE_UP_DAY,
    DayKind.WEEKEND: Reason.WEEKEND,
    DayKind.HOLIDAY: Reason.HOLIDAY,
}


def days_ahead(schedule: Schedule, day: date, count: int) -> tuple[DayAhead, ...]:
    """A day and those after it, `count` in all."""
    return tuple(day_ahead(schedule, day + timedelta(days=later)) for later in range(count))


def day_ahead(schedule: Schedule, day: date) -> DayAhead:
    """What one day holds."""
    verdict = _verdict(schedule.days, day)
    due = moments_of(schedule, day) if falls_on(schedule.days, day) else ()
    if falls_on(schedule.days, day) and not due:
        verdict = _Verdict(Reason.NO_SUCH_DATE)
    return DayAhead(day, due, verdict.reason, verdict.holiday, verdict.basis)


def _verdict(days: Days, day: date) -> _Verdict:
    match days:
        case EveryDay():
            return _Verdict(Reason.EVERY_DAY)
        case StatutoryWorkdays():
            known = working_day(day)
            basis = Basis.PUBLISHED_TABLE if known.is_settled else Basis.MONDAY_TO_FRIDAY
            return _Verdict(_WORKING_DAYS[known.kind], known.holiday, basis)
        case ChosenWeekdays():
            return _Verdict(Reason.CHOSEN_WEEKDAY if falls_on(days, day) else Reason.OTHER_WEEKDAY)
        case DayOfMonth():
            return _Verdict(_of_month(days.number, day))


def _of_month(number: int, day: date) -> Reason:
    if day.day == number:
        return Reason.DAY_OF_MONTH
    is_last = day.day == monthrange(day.year, day.month)[1]
    return Reason.MONTH_TOO_SHORT if is_last and day.day < number else Reason.OTHER_DAY_OF_MONTH
