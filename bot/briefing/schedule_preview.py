"""What a schedule comes to: its next dates and the days left out, each with its reason."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.briefing.phrases import Phrases
from bot.briefing.schedule_words import capitalised, day_words, listed, schedule_words, time_words
from bot.schedule.ahead import Basis, DayAhead, Reason, day_ahead
from bot.schedule.schedule import Schedule

_DATES = 14
_LONGEST = 5 * 366  # days looked at; a 31st comes seven times a year
_PLAIN = (Reason.OTHER_WEEKDAY, Reason.OTHER_DAY_OF_MONTH)  # the schedule itself says so


def preview_lines(say: Phrases, schedule: Schedule, day: date, zone: str) -> tuple[str, ...]:
    """The schedule in words, then from `day` on the next fourteen dates and the days left out between.

    Weekdays and days of the month nobody chose are not listed. The zone is named unless it is `zone`.
    """
    title = capitalised(schedule_words(say, schedule, zone))
    return (title, *(_line(say, each, schedule) for each in _shown(schedule, day)))


def _shown(schedule: Schedule, day: date) -> Iterator[DayAhead]:
    found = 0
    for later in range(min(_LONGEST, (date.max - day).days - 1)):
        ahead = day_ahead(schedule, day + timedelta(days=later))
        found += bool(ahead.due)
        if ahead.due or ahead.reason not in _PLAIN:
            yield ahead
        if found == _DATES:
            return


def _line(say: Phrases, ahead: DayAhead, schedule: Schedule) -> str:
    day = day_words(say, ahead.day)
    if not ahead.due:
        return say("preview-skipped", date=day, why=_why(say, ahead))
    local = (due.astimezone(schedule.clock) for due in ahead.due)
    times = listed(say, [time_words(say, each) for each in local])
    return say("preview-due", date=day, times=times, why=_why(say, ahead))


def _why(say: Phrases, ahead: DayAhead) -> str:
    holiday = say(f"holiday-{ahead.holiday.value}") if ahead.holiday else ""
    why = say(f"preview-why-{ahead.reason.value}", holiday=holiday)
    return say("preview-assumed", why=why) if ahead.basis is Basis.MONDAY_TO_FRIDAY else why
