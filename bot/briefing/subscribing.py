"""Making a subscription, step by step: subject, days, time, and what was understood."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

from bot.briefing.answers import choice_briefing, nothing_briefing
from bot.briefing.briefing import Block, Briefing, Fact, Link
from bot.briefing.context import Context
from bot.briefing.schedule_words import capitalised, date_text, days_words, listed, schedule_text, time_words
from bot.lookup.resolve import Resolution
from bot.report.model import Kind
from bot.schedule.ahead import Basis, day_ahead
from bot.schedule.days import WEEK, ChosenWeekdays, DayOfMonth, Days, EveryDay, StatutoryWorkdays
from bot.schedule.problems import Problem
from bot.schedule.schedule import MAX_TIMES, Schedule, upcoming
from bot.schedule.typed import Unclear
from bot.schedule.workdays import is_published
from bot.subscriptions.codes import days_code, plain_code, schedule_code
from bot.subscriptions.model import MOST_SUBSCRIPTIONS, Subscription

SYMBOL = "🔔"
PAGES = ("today", "targets")  # what can be subscribed to besides entries
OFFERED_DAYS: tuple[Days, ...] = (
    StatutoryWorkdays(),
    EveryDay(),
    ChosenWeekdays(WEEK[:5]),
    *(ChosenWeekdays((WEEK[place],)) for place in (0, 2, 4)),
    DayOfMonth(1),
)
OFFERED_TIMES = tuple(
    time.fromisoformat(clock)
    for clock in ("07:30", "08:00", "08:30", "09:00", "10:00", "12:00", "14:00", "17:30", "20:00")
)


def ready_made(zone: str) -> Schedule:
    """What a group is offered before it has said anything."""
    return Schedule(StatutoryWorkdays(), (time.fromisoformat("08:30"),), zone)


def subject_name(context: Context, subject: str) -> str:
    """What a subject is called; one the report no longer has keeps its id."""
    if subject in PAGES:
        return context.say(f"subject-{subject}")
    return context.name(subject) if subject in context.report.entries else subject


def page(
    context: Context, title: str, lead: str, blocks: tuple[Fact, ...] = (), links: tuple[Link, ...] = ()
) -> Briefing:
    """A page of the conversation about subscriptions."""
    return Briefing("subscribe", context.language, SYMBOL, title, lead, blocks, links)


def subject_choice(context: Context, code: str = "") -> Briefing:
    """What there is to subscribe to; targets are too many for buttons and are typed.

    `code` is that of a schedule which is known already.
    """
    say = context.say
    subjects = (*PAGES, *(area.id for area in context.report.passages(Kind.AREA)))
    leads = ("!ask", f".{code}") if code else ("!days", "")
    links = tuple(Link(subject_name(context, each), f"{leads[0]}.{each}{leads[1]}") for each in subjects)
    typed = (Fact(say("subjects-typed", example=example_line(context))),)
    return page(context, say("subjects-title"), say("subjects-lead"), typed, links)


def which_subject(context: Context, words: str, found: Resolution, way: Callable[[str], str]) -> Briefing:
    """The near ones to choose from; `way` makes an entry's id the address of the next step."""
    if found.matches:
        asked = choice_briefing(context, words, found.matches)
    else:
        asked = nothing_briefing(context, words, found.nearest)
    return replace(asked, blocks=tuple(_leading(block, way) for block in asked.blocks))


def _leading(block: Block, way: Callable[[str], str]) -> Block:
    if not isinstance(block, Fact):
        return block
    return replace(block, links=tuple(Link(link.label, way(link.address)) for link in block.links))


def days_choice(context: Context, subject: str) -> Briefing:
    """On which days."""
    say = context.say
    links = tuple(
        Link(capitalised(days_words(say, days)), f"!times.{subject}.{days_code(days)}")
        for days in OFFERED_DAYS
    )
    title = say("days-title", subject=subject_name(context, subject))
    typed = (Fact(say("days-typed", example=example_line(context))),)
    return page(context, title, say("days-lead"), typed, links)


def time_choice(context: Context, subject: str, days: Days) -> Briefing:
    """At what time."""
    say = context.say
    links = tuple(
        Link(time_words(say, each), f"!ask.{subject}.{plain_code(days, (each,))}") for each in OFFERED_TIMES
    )
    title = say("times-title", subject=subject_name(context, subject), days=days_words(say, days))
    typed = (Fact(say("times-typed", example=example_line(context))),)
    return page(context, title, say("times-lead"), typed, links)


def proposal(  # noqa: PLR0913 - all of it is shown
    context: Context, subject: str, schedule: Schedule, zone: str, now: datetime, *, others_see: bool
) -> Briefing:
    """What was understood, when that will be, and a button that makes it so."""
    say = context.say
    what = say(
        "subject-schedule",
        subject=subject_name(context, subject),
        when=schedule_text(context, schedule, zone),
    )
    notes = [Fact(say("proposal-others-see"))] if others_see else []
    links = (
        Link(say("button-make"), f"!make.{subject}.{schedule_code(schedule, zone)}"),
        Link(say("button-other-days"), f"!days.{subject}"),
        Link(say("button-cancel"), "!cancel"),
    )
    blocks = (next_dates(context, schedule, now), *_cautions(context, schedule, now), *notes)
    return page(context, say("proposal-title"), what, blocks, links)


def next_dates(context: Context, schedule: Schedule, now: datetime) -> Fact:
    """The next three dates, by the schedule's own clocks."""
    dates = [date_text(context, due, schedule.zone) for due in upcoming(schedule, now, 3)]
    return Fact(
        context.say("list-separator").join(dates) or context.say("dates-none"), context.say("label-next")
    )


def _cautions(context: Context, schedule: Schedule, now: datetime) -> list[Fact]:
    """What the dates rest on, where that may surprise."""
    days = [due.astimezone(schedule.clock).date() for due in upcoming(schedule, now, 3)]
    assumed = [day for day in days if day_ahead(schedule, day).basis is Basis.MONDAY_TO_FRIDAY]
    if assumed:
        return [Fact(context.say("proposal-assumed", year=str(_unpublished(assumed[0]))))]
    if isinstance(schedule.days, DayOfMonth) and schedule.days.number > 28:
        return [Fact(context.say("proposal-short-months", number=schedule.days.number))]
    return []


def _unpublished(day: date) -> int:
    """The year whose table is missing: the last days of December wait for the next year's."""
    return day.year + is_published(day.year)


def subscribed(
    context: Context, subscription: Subscription, zone: str, *, is_new: bool, held: str = ""
) -> Briefing:
    """Done; or it was so already. `held` says that the chat is paused and nothing comes for now."""
    say, due = context.say, subscription.next_due
    what = say(
        "subject-schedule",
        subject=subject_name(context, subscription.subject),
        when=schedule_text(context, subscription.schedule, zone),
    )
    first = (Fact(date_text(context, due, subscription.schedule.zone), say("label-next")),) if due else ()
    first = (Fact(held),) if held else first
    links = (
        Link(say("button-now"), f"!now.{subscription.id}"),
        Link(say("button-change"), f"!sub.{subscription.id}"),
        Link(say("button-list"), "!list"),
    )
    return page(context, say("subscribed-title" if is_new else "subscribed-already"), what, first, links)


def too_many(context: Context) -> Briefing:
    """The chat has as many as it can have."""
    say = context.say
    links = (Link(say("button-list"), "!list"),)
    title = say("too-many-title", most=MOST_SUBSCRIPTIONS)
    return page(context, title, say("too-many-lead"), (), links)


def unclear(context: Context, unclear: Unclear) -> Briefing:
    """What would have to be said otherwise, and a line that works."""
    say = context.say
    heard = _heard(context, unclear)
    blocks = (
        *(Fact(_problem(context, problem)) for problem in unclear.problems[1:]),
        *((Fact(heard, say("label-heard")),) if heard else ()),
        Fact(example_line(context), say("label-example")),
    )
    lead = _problem(context, unclear.problems[0]) if unclear.problems else say("unclear-lead")
    links = (Link(say("button-choose"), "!new"),)
    return page(context, say("unclear-title"), lead, blocks, links)


def _problem(context: Context, problem: Problem) -> str:
    return context.say(f"problem-{problem.kind.value}", read=problem.read, most=MAX_TIMES)


def _heard(context: Context, unclear: Unclear) -> str:
    say = context.say
    times = listed(say, [time_words(say, each) for each in unclear.times]) if unclear.times else ""
    days = capitalised(days_words(say, unclear.days)) if unclear.days else ""
    return say("list-separator").join(part for part in (days, times, unclear.zone or "") if part)


def cancelled(context: Context) -> Briefing:
    """Nothing was changed."""
    say = context.say
    return page(
        context, say("cancelled-title"), say("cancelled-lead"), (), (Link(say("button-list"), "!list"),)
    )


def example_line(context: Context) -> str:
    """A line that works as it stands: /subscribe 生产总值 工作日 8:30."""
    return context.say("example-line", words=example_subject(context))


def example_subject(context: Context) -> str:
    """What people type for the target that has most to show, as in /help."""
    targets = context.report.indicators(Kind.TARGET)
    best = max(targets, key=lambda target: len(target.figures), default=None)
    return context.called(best.id) if best else context.say("example-today")
