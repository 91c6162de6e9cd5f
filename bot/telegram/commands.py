"""The one table of commands: it answers messages, fills Telegram's menus and writes /help."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.briefing import context as briefing
from bot.briefing.phrases import phrases
from bot.report.model import Kind, Language, Report
from bot.telegram.desk import Desk, Question
from bot.telegram.handlers import keeping
from bot.telegram.handlers.asking import ask
from bot.telegram.handlers.cite import cite
from bot.telegram.handlers.comparing import compare
from bot.telegram.handlers.entries import ACHIEVEMENTS, AREAS, TARGETS, LookUp
from bot.telegram.handlers.lists import achievements, targets
from bot.telegram.handlers.pages import ShowPage
from bot.telegram.handlers.search import search_words
from bot.telegram.handlers.starting import begin
from bot.telegram.handlers.status import status
from bot.telegram.handlers.subscribing import subscribe
from bot.telegram.handlers.unsubscribing import unsubscribe
from bot.telegram.office import Act
from bot.telegram.render import Page

Answer = Callable[[Desk, Question], Page]


_HELP = ShowPage("help")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, who sees it in the menu, what answers it. Its sentence is `command-<name>`.

    What needs nothing but the report answers from the desk; what is kept is the office's business (`act`).
    """

    name: str
    answer: Answer = _HELP
    in_groups: bool = True
    example: Kind | None = None  # what kind of entry /help takes an example from
    act: Act | None = None
    is_listed: bool = True  # in menus and /help


COMMANDS = (
    Command("start", act=begin, in_groups=False),
    Command("today", ShowPage("today")),
    Command("areas", ShowPage("areas")),
    Command("area", LookUp(AREAS, "areas"), example=Kind.AREA),
    Command("targets", targets),
    Command("target", LookUp(TARGETS, "targets"), example=Kind.TARGET),
    Command("achievements", achievements),
    Command("achievement", LookUp(ACHIEVEMENTS, "achievements"), example=Kind.THEME),
    Command("goals", ShowPage("goals")),
    Command("ask", act=ask),
    Command("search", search_words),
    Command("compare", compare, example=Kind.TARGET),
    Command("cite", cite, example=Kind.TARGET),
    Command("subscribe", act=subscribe),
    Command("subscriptions", act=keeping.subscriptions),
    Command("unsubscribe", act=unsubscribe),
    Command("pause", act=keeping.pause),
    Command("resume", act=keeping.resume),
    Command("deliveries", act=keeping.deliveries),
    Command("settings", act=keeping.settings),
    Command("language", ShowPage("language")),
    Command("forget", act=keeping.forget, in_groups=False),
    Command("status", act=status, in_groups=False, is_listed=False),
    Command("help", ShowPage("help")),
    Command("about", ShowPage("about"), in_groups=False),
    Command("privacy", ShowPage("privacy"), in_groups=False),
)
BY_NAME: Mapping[str, Command] = {command.name: command for command in COMMANDS}


def help_lines(report: Report) -> tuple[briefing.Command, ...]:
    """The commands as /help shows them, with examples from the report at hand."""
    return tuple(
        briefing.Command(command.name, _example(command, report)) for command in COMMANDS if command.is_listed
    )


def _example(command: Command, report: Report) -> str:
    """The entry of the kind that has most figures: it has most to show."""
    entries = (entry for entry in report.entries.values() if entry.kind is command.example)
    best = max(entries, key=lambda entry: len(entry.figures), default=None)
    return best.id if best else ""


@dataclass(frozen=True, slots=True)
class Menu:
    """The parameters of one setMyCommands call."""

    commands: list[dict[str, str]]
    scope: dict[str, str]
    language_code: str  # empty: everyone without a menu of their own language


def menus() -> Iterator[Menu]:
    """A menu for private chats and one for groups, in each language; Chinese for everyone else."""
    languages: tuple[tuple[Language, str], ...] = (("zh", ""), ("zh", "zh"), ("en", "en"))
    for scope in ("all_private_chats", "all_group_chats"):
        for language, code in languages:
            listed = [c for c in COMMANDS if c.is_listed and (c.in_groups or scope == "all_private_chats")]
            lines = [
                {"command": c.name, "description": phrases(language)(f"command-{c.name}")} for c in listed
            ]
            yield Menu(lines, {"type": scope}, code)
