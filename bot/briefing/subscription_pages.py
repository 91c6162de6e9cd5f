"""Subscriptions that exist: the list, one of them, what can be changed about it, its end."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.briefing.answers import echo
from bot.briefing.briefing import Briefing, Fact, Link
from bot.briefing.context import Context
from bot.briefing.schedule_words import (
    capitalised,
    date_text,
    days_words,
    moment_text,
    schedule_text,
    time_words,
)
from bot.briefing.subscribing import (
    OFFERED_DAYS,
    OFFERED_TIMES,
    example_line,
    next_dates,
    page,
    subject_name,
)
from bot.schedule.schedule import Schedule, next_after
from bot.subscriptions.codes import schedule_code
from bot.subscriptions.judge import is_paused_at
from bot.subscriptions.model import Chat, Subscription


def subscription_list(
    context: Context, subscriptions: Sequence[Subscription], chat: Chat, zone: str, now: datetime
) -> Briefing:
    """All of a chat's, each with its next time; or how to begin."""
    say = context.say
    is_paused = is_paused_at(chat, now)
    pause = (Fact(pause_words(context, chat, zone)),) if is_paused else ()
    pausing = _pausing(context, subscriptions, is_paused=is_paused)
    links = (Link(say("button-new"), "!new"), *pausing, _settings(context))
    if not subscriptions:
        how = Fact(example_line(context), say("label-example"))
        title, lead = say("list-none"), say("list-how")
        return page(context, title, lead, (*pause, how), links)
    lines = tuple(_line(context, each, chat, zone, now) for each in subscriptions)
    title = say("list-title", count=len(subscriptions))
    return page(context, title, say("list-lead"), (*pause, *lines), links)


def _pausing(context: Context, subscriptions: Sequence[Subscription], *, is_paused: bool) -> tuple[Link, ...]:
    if is_paused:
        return (Link(context.say("button-resume-all"), "!resumeall"),)
    return (Link(context.say("button-pause-all"), "!pauseall"),) if subscriptions else ()


def _settings(context: Context) -> Link:
    return Link(context.say("button-settings"), "!settings")


def _line(context: Context, subscription: Subscription, chat: Chat, zone: str, now: datetime) -> Fact:
    name = subject_name(context, subscription.subject)
    when = capitalised(schedule_text(context, subscription.schedule, zone))
    due = next_after(subscription.schedule, now)
    text = context.say("list-paused", when=when)
    if due and not (subscription.is_paused or is_paused_at(chat, now)):
        text = context.say("list-next", when=when, date=date_text(context, due, subscription.schedule.zone))
    return Fact(text, name, (Link(name, f"!sub.{subscription.id}"),), stacked=True)


def pause_words(context: Context, chat: Chat, zone: str) -> str:
    """That the whole chat is paused, and until when."""
    until = chat.paused_until
    if until is None:
        return context.say("chat-paused")
    return context.say("chat-paused-until", date=moment_text(context, until, zone))


def subscription_card(
    context: Context, subscription: Subscription, chat: Chat, zone: str, now: datetime
) -> Briefing:
    """One subscription, when it comes next, and what can be done with it."""
    say, number = context.say, subscription.id
    blocks = [next_dates(context, subscription.schedule, now)]
    if subscription.is_paused:
        blocks = [Fact(say("card-paused"))]
    elif is_paused_at(chat, now):
        blocks = [Fact(pause_words(context, chat, zone))]
    pausing = ("button-resume", "resume") if subscription.is_paused else ("button-pause", "pause")
    links = (
        Link(say(pausing[0]), f"!{pausing[1]}.{number}"),
        Link(say("button-other-time"), f"!retime.{number}"),
        Link(say("button-other-days"), f"!redays.{number}"),
        Link(say("button-now"), f"!now.{number}"),
        Link(say("button-end"), f"!end.{number}"),
        Link(say("button-list"), "!list"),
    )
    when = capitalised(schedule_text(context, subscription.schedule, zone))
    return page(context, subject_name(context, subscription.subject), when, tuple(blocks), links)


def new_times(context: Context, subscription: Subscription, zone: str) -> Briefing:
    """Another time, the days as they are."""
    say, old = context.say, subscription.schedule
    choices = ((time_words(say, each), Schedule(old.days, (each,), old.zone)) for each in OFFERED_TIMES)
    links = tuple(_changing(subscription, label, schedule, zone) for label, schedule in choices)
    title = say("new-times-title", subject=subject_name(context, subscription.subject))
    typed = (Fact(say("change-typed", example=example_line(context))),)
    return page(
        context, title, _now(context, subscription, zone), typed, (*links, _back(context, subscription))
    )


def new_days(context: Context, subscription: Subscription, zone: str) -> Briefing:
    """Other days, the times as they are."""
    say, old = context.say, subscription.schedule
    choices = (
        (capitalised(days_words(say, days)), Schedule(days, old.times, old.zone)) for days in OFFERED_DAYS
    )
    links = tuple(_changing(subscription, label, schedule, zone) for label, schedule in choices)
    title = say("new-days-title", subject=subject_name(context, subscription.subject))
    typed = (Fact(say("change-typed", example=example_line(context))),)
    return page(
        context, title, _now(context, subscription, zone), typed, (*links, _back(context, subscription))
    )


def _now(context: Context, subscription: Subscription, zone: str) -> str:
    return context.say("now-as", when=schedule_text(context, subscription.schedule, zone))


def _changing(subscription: Subscription, label: str, schedule: Schedule, zone: str) -> Link:
    return Link(label, f"!re.{subscription.id}.{schedule_code(schedule, zone)}")


def _back(context: Context, subscription: Subscription) -> Link:
    return Link(context.say("button-back"), f"!sub.{subscription.id}")


def ended(context: Context, subscription: Subscription, zone: str) -> Briefing:
    """No more of it; and a way back for a slip of the finger."""
    say, subject = context.say, subscription.subject
    what = say(
        "subject-schedule",
        subject=subject_name(context, subject),
        when=schedule_text(context, subscription.schedule, zone),
    )
    again = f"!ask.{subject}.{schedule_code(subscription.schedule, zone)}"
    links = (Link(say("button-again"), again), Link(say("button-list"), "!list"))
    return page(context, say("ended-title"), what, (), links)


def which_to_end(context: Context, subscriptions: Sequence[Subscription], zone: str) -> Briefing:
    """Several are meant; a press ends one."""
    say = context.say
    lines = tuple(_to_end(context, each, zone) for each in subscriptions)
    links = (Link(say("button-list"), "!list"),)
    return page(context, say("end-which-title"), say("end-which-lead"), lines, links)


def _to_end(context: Context, subscription: Subscription, zone: str) -> Fact:
    name = subject_name(context, subscription.subject)
    when = schedule_text(context, subscription.schedule, zone)
    label = context.say("subject-schedule", subject=name, when=when)
    return Fact(capitalised(when), name, (Link(label, f"!end.{subscription.id}"),), stacked=True)


def nothing_to_end(context: Context, words: str, listed: Briefing) -> Briefing:
    """There is no subscription to that; `listed` are those there are."""
    return replace(listed, title=context.say("end-none-title", words=echo(words)))


def paused(context: Context, chat: Chat, zone: str) -> Briefing:
    """Nothing comes until the pause ends."""
    say = context.say
    links = (Link(say("button-resume-all"), "!resumeall"), Link(say("button-list"), "!list"))
    return page(context, say("paused-title"), pause_words(context, chat, zone), (), links)


def resumed(context: Context) -> Briefing:
    """Everything comes again."""
    say = context.say
    links = (Link(say("button-list"), "!list"),)
    return page(context, say("resumed-title"), say("resumed-lead"), (), links)
