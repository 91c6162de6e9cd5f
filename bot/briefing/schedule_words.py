"""Schedules and dates in words: 每个法定工作日 8:30, every Monday and Thursday at 09:00."""

from collections.abc import Iterable
from datetime import date, datetime, time

from bot.briefing.context import Context
from bot.briefing.phrases import Phrases
from bot.schedule.days import WEEK, ChosenWeekdays, DayOfMonth, Days, EveryDay, StatutoryWorkdays
from bot.schedule.schedule import Schedule
from bot.schedule.zones import zone_named


def schedule_text(context: Context, schedule: Schedule, zone: str) -> str:
    """When a schedule is due; its zone is named when it is not `zone`, the chat's own."""
    return schedule_words(context.say, schedule, zone)


def date_text(context: Context, instant: datetime, zone: str) -> str:
    """An instant by the clocks of a zone: 11月26日（星期四）8:30."""
    local = instant.astimezone(zone_named(zone))
    return context.say("schedule-date", time=time_words(context.say, local), **_parts(context.say, local))


def moment_text(context: Context, instant: datetime, zone: str) -> str:
    """As `date_text`, with the year when it is not this one: 2028年5月2日（星期二）0:00."""
    local = instant.astimezone(zone_named(zone))
    if local.year == context.day.year:
        return date_text(context, instant, zone)
    say = context.say
    return say("schedule-moment", day=day_words(say, local.date()), time=time_words(say, local))


def schedule_words(say: Phrases, schedule: Schedule, zone: str) -> str:
    """As `schedule_text`, from the sentences alone."""
    times = listed(say, [time_words(say, each) for each in schedule.times])
    text = say("schedule-line", days=days_words(say, schedule.days), times=times)
    return text if schedule.zone == zone else say("schedule-elsewhere", schedule=text, zone=schedule.zone)


def days_words(say: Phrases, days: Days) -> str:
    """每个法定工作日, every Monday and Thursday."""
    match days:
        case EveryDay():
            return say("schedule-daily")
        case StatutoryWorkdays():
            return say("schedule-workdays")
        case ChosenWeekdays():
            return _weekdays(say, days)
        case DayOfMonth():
            return say("schedule-monthly", number=days.number)


def _weekdays(say: Phrases, days: ChosenWeekdays) -> str:
    if days.weekdays == WEEK[:5]:
        return say("schedule-monday-to-friday")
    names = [say(f"schedule-{day.value}") for day in days.weekdays]
    return say("schedule-weekly", weekdays=listed(say, names))


def time_words(say: Phrases, clock: time | datetime) -> str:
    """8:30 in Chinese, 08:30 in English."""
    return f"{clock.hour}:{clock.minute:02}" if say.language == "zh" else f"{clock:%H:%M}"


def day_words(say: Phrases, day: date) -> str:
    """A day with its year: 2026年11月26日（星期四）."""
    return say("schedule-day", year=str(day.year), **_parts(say, day))


def capitalised(words: str) -> str:
    """As a line of its own begins; Chinese has no capitals."""
    return words[:1].upper() + words[1:]


def listed(say: Phrases, words: Iterable[str]) -> str:
    """一、二、三; one, two and three."""
    *first, last = words
    if not first:
        return last
    return say("list-last", first=say("list-comma").join(first), last=last)


def _parts(say: Phrases, day: date) -> dict[str, str | int]:
    return {
        "month": day.month,
        "month_name": say(f"month-{day.month}"),
        "day": day.day,
        "weekday": say(f"weekday-{day.isoweekday()}"),
    }
