"""A chat's own pages: settings, the ledger in words, forgetting, and what a group is told."""

from collections.abc import Sequence

from bot.briefing.briefing import Briefing, Fact, Link
from bot.briefing.context import Context
from bot.briefing.schedule_words import date_text, schedule_text, time_words
from bot.briefing.subscribing import example_subject, page, ready_made, subject_name
from bot.report.model import Voice
from bot.subscriptions.codes import schedule_code
from bot.subscriptions.model import Chat, Delivery, QuietHours, Reason

_MOST_SHOWN = 10


def settings(context: Context, chat: Chat, house_zone: str, house_voice: Voice) -> Briefing:
    """What the chat chose or the house has chosen for it, and how to change each."""
    say = context.say
    blocks = [
        Fact(say(f"voice-{chat.voice or house_voice}"), say("label-language")),
        Fact(say("setting-zone", zone=chat.zone or house_zone), say("label-zone")),
        Fact(say("setting-silent" if chat.sends_silently else "setting-sound"), say("label-sound")),
        Fact(_quiet(context, chat.quiet), say("label-quiet")),
    ]
    if chat.is_group:
        who = "setting-members" if chat.members_may_change else "setting-administrators"
        blocks.append(Fact(say(who), say("label-who")))
    return page(
        context, say("settings-title"), say("settings-lead"), tuple(blocks), _setting_links(context, chat)
    )


def _quiet(context: Context, quiet: QuietHours | None) -> str:
    if not quiet:
        return context.say("setting-not-quiet")
    start, end = (time_words(context.say, each) for each in (quiet.start, quiet.end))
    return context.say(
        "setting-over-midnight" if quiet.end <= quiet.start else "setting-quiet", start=start, end=end
    )


def _setting_links(context: Context, chat: Chat) -> tuple[Link, ...]:
    say = context.say
    links = [
        Link(say("button-language"), "language"),
        _switch(context, "silent", is_on=chat.sends_silently),
        Link(say("button-quiet-off"), "!set.quiet.off")
        if chat.quiet
        else Link(say("button-quiet-on"), "!set.quiet.2200-0700"),
    ]
    if chat.is_group:
        links.append(_switch(context, "members", is_on=chat.members_may_change))
    return (*links, Link(say("button-list"), "!list"))


def _switch(context: Context, what: str, *, is_on: bool) -> Link:
    turned = "off" if is_on else "on"
    return Link(context.say(f"button-{what}-{turned}"), f"!set.{what}.{turned}")


def delivery_list(context: Context, deliveries: Sequence[Delivery], zone: str) -> Briefing:
    """What became of the last ten, in words; the latest first as they are given."""
    say = context.say
    shown = tuple(_delivery(context, each, zone) for each in deliveries[:_MOST_SHOWN])
    lead = say("deliveries-lead", count=len(shown)) if shown else say("deliveries-none")
    return page(context, say("deliveries-title"), lead, shown, (Link(say("button-list"), "!list"),))


def _delivery(context: Context, delivery: Delivery, zone: str) -> Fact:
    say = context.say
    words = [subject_name(context, delivery.subject), delivery_words(context, delivery)]
    words += [say("ledger-late")] if delivery.is_late else []
    words += [say("ledger-may-repeat")] if delivery.may_repeat else []
    return Fact(say("list-separator").join(words), date_text(context, delivery.due, zone), stacked=True)


def delivery_words(context: Context, delivery: Delivery) -> str:
    """Where a delivery stands, and why."""
    state = context.say(f"ledger-state-{delivery.state}")
    if delivery.reason is Reason.NONE:
        return state
    return context.say("ledger-because", state=state, why=context.say(f"ledger-why-{delivery.reason}"))


def forget_question(context: Context) -> Briefing:
    """Asked once more, for nothing of it can be brought back."""
    say = context.say
    links = (Link(say("button-forget"), "!forget.yes"), Link(say("button-cancel"), "!cancel"))
    return page(context, say("forget-title"), say("forget-lead"), (), links)


def forgotten(context: Context) -> Briefing:
    """Everything about the chat is gone."""
    return page(context, context.say("forgotten-title"), context.say("forgotten-lead"))


def introduction(context: Context, zone: str) -> Briefing:
    """What a group is told when the bot comes in: three lines and one subscription ready to accept.

    `zone` is the group's.
    """
    say, schedule = context.say, ready_made(zone)
    blocks = (
        Fact(say("introduction-ask", words=example_subject(context))),
        Fact(say("introduction-offer", when=schedule_text(context, schedule, zone))),
    )
    links = (Link(say("button-accept"), f"!make.today.{schedule_code(schedule, zone)}"),)
    lead = say("introduction-lead", title=context.report.title[context.language])
    return page(context, say("introduction-title"), lead, blocks, links)


def refused_member(context: Context) -> Briefing:
    """To a member who pressed or typed what is the administrators' to decide."""
    return _sentence(context, "refused-member")


def outsider(context: Context) -> Briefing:
    """To somebody the bot does not serve."""
    return _sentence(context, "refused-outsider")


def storage_trouble(context: Context) -> Briefing:
    """What is kept cannot be reached just now; the report still can."""
    return _sentence(context, "refused-storage")


def _sentence(context: Context, phrase: str) -> Briefing:
    return page(context, context.say(phrase), "")
