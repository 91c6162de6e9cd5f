"""Short answers about what was not understood, and how the bot stands for those who run it."""

from collections.abc import Mapping
from dataclasses import replace

from bot.briefing.answers import echo
from bot.briefing.briefing import Briefing, Fact, Link
from bot.briefing.context import Context
from bot.subscriptions.model import State


def pause_unclear(context: Context) -> Briefing:
    """How to say until when."""
    link = Link(context.say("button-pause-all"), "!pauseall")
    lead = context.say("pause-unclear", date=f"{context.day.year}-12-31")
    links = (link, Link(context.say("button-list"), "!list"))
    return Briefing("subscribe", context.language, "⏸", context.say("pause-unclear-title"), lead, (), links)


def settings_unclear(context: Context) -> Briefing:
    """How settings are written."""
    links = (Link(context.say("button-settings"), "!settings"), *context.ways("help"))
    title, lead = context.say("settings-unclear-title"), context.say("settings-unclear")
    return Briefing("subscribe", context.language, "⚙️", title, lead, (), links)


def zone_unknown(context: Context, words: str) -> Briefing:
    """What was not found, and a name that would be."""
    lead = context.say("problem-unknown-zone", read=echo(words))
    return replace(settings_unclear(context), lead=lead)


def operators_only(context: Context) -> Briefing:
    title, lead = context.say("status-title"), context.say("status-operators")
    return Briefing("status", context.language, "🩺", title, lead, (), context.ways("help"))


def status_briefing(context: Context, counts: Mapping[State, int], missing_table: int | None) -> Briefing:
    """Today's deliveries by state; a table of holidays that should be there by now and is not."""
    lead = context.say("status-lead", due=sum(counts.values()), sent=counts.get(State.SENT, 0))
    blocks = [Fact(str(counts.get(state, 0)), context.say(f"ledger-state-{state}")) for state in State]
    if missing_table is not None:
        blocks.append(Fact(context.say("status-table", year=str(missing_table))))
    title, links = context.say("status-title"), context.ways("help")
    return Briefing("status", context.language, "🩺", title, lead, tuple(blocks), links)
