"""The bot on itself: welcome, help, about, privacy, language."""

from bot.briefing.briefing import Briefing, Fact, Link
from bot.briefing.context import Command, Context
from bot.report.model import VOICES, Kind


def start_briefing(context: Context) -> Briefing:
    """Three lines and the ways in."""
    say, report = context.say, context.report
    title = say("start-title", title=report.title[context.language], place=report.place[context.language])
    example = next((command.example for command in context.commands if command.name == "target"), "")
    blocks = []
    if example:
        blocks.append(Fact(say("start-example", words=context.called(example))))
    pages = ("today", "targets", "areas", "achievements", "goals", "help")
    return Briefing(
        "start", context.language, "👋", title, say("start-lead"), tuple(blocks), context.ways(*pages)
    )


def help_briefing(context: Context) -> Briefing:
    """Every command with what it does; made from the command table."""
    say = context.say
    blocks = [
        Fact(say(f"command-{command.name}"), f"/{command.name} {_example(context, command)}".strip())
        for command in context.commands
    ]
    blocks.append(Fact(say("help-words")))
    return Briefing(
        "help",
        context.language,
        "💡",
        say("help-title"),
        say("help-lead"),
        tuple(blocks),
        context.ways("start", "about"),
    )


def _example(context: Context, command: Command) -> str:
    return context.called(command.example) if command.example else ""


def about_briefing(context: Context) -> Briefing:
    """Source, version of the digest, how it is checked, licence."""
    say, report = context.say, context.report
    covered, total = report.coverage
    blocks = [
        Fact(f"{report.body[context.language]} · {report.source_file}", say("label-source")),
        Fact(f"{report.id} {report.version}", say("label-version")),
        Fact(
            say("about-evidence", covered=covered, total=total, entries=len(report.entries)),
            say("label-evidence"),
        ),
        Fact(say("about-stored"), say("label-stored")),
        Fact(say("about-licence"), say("label-licence")),
    ]
    lead = report.title[context.language]
    return Briefing(
        "about",
        context.language,
        "ℹ️",
        say("about-title"),
        lead,
        tuple(blocks),
        (*_opening(context), *context.ways("privacy", "help")),
    )


def _opening(context: Context) -> tuple[Link, ...]:
    """The way to what the report says of itself, where it does."""
    return tuple(context.link(passage.id) for passage in context.report.passages(Kind.OPENING))


def privacy_briefing(context: Context) -> Briefing:
    """What is kept of a person, and what is not."""
    say = context.say
    told = ("privacy-kept", "privacy-counted", "privacy-not-kept", "privacy-telegram")
    blocks = [Fact(say(each)) for each in told]
    return Briefing(
        "privacy",
        context.language,
        "🔒",
        say("privacy-title"),
        say("privacy-lead"),
        tuple(blocks),
        context.ways("about", "help"),
    )


def language_briefing(context: Context) -> Briefing:
    """The choice of language; the buttons set it for the chat."""
    say = context.say
    links = tuple(Link(say(f"voice-{voice}"), f"speak_{voice}") for voice in VOICES)
    return Briefing(
        "language", context.language, "🌐", say("language-title"), say("language-lead"), (), links
    )
