"""What is said to words that are no address: search results, a choice, a kind refusal."""

from collections.abc import Iterable

from bot.briefing.briefing import Briefing, Fact, Link
from bot.briefing.context import SYMBOLS, Context
from bot.lookup.index import Match
from bot.report.model import Indicator

_LONGEST_ECHO = 40  # characters of a person's words shown back


def results_briefing(context: Context, query: str, matches: tuple[Match, ...], *, more: bool) -> Briefing:
    """Entries found by search, best first; `more` when there are others."""
    blocks = tuple(_line(context, match.entry) for match in matches)
    title = context.say("search-title", query=echo(query))
    lead = context.say("search-lead-first" if more else "search-lead", count=len(matches))
    return Briefing("search", context.language, "🔎", title, lead, blocks)


def choice_briefing(context: Context, query: str, matches: tuple[Match, ...], page: str = "") -> Briefing:
    """Several entries are near: which one is meant; `page` is what is shown of it, such as `compare_`."""
    blocks = tuple(_line(context, match.entry, page) for match in matches)
    title = context.say("choice-title")
    return Briefing(
        "choice", context.language, "🤔", title, context.say("choice-lead", query=echo(query)), blocks
    )


def nothing_briefing(context: Context, query: str, nearest: tuple[Match, ...]) -> Briefing:
    """The report does not say; its nearest entries, named as no more than that."""
    blocks = tuple(_line(context, match.entry) for match in nearest)
    title = context.say("nothing-title", query=echo(query))
    lead = context.say("nothing-lead") if nearest else context.say("nothing-lead-bare")
    links = context.ways("areas", "targets", "help")
    return Briefing("nothing", context.language, "🤷", title, lead, blocks, links)


def ask_for_words_briefing(context: Context) -> Briefing:
    """/search without words: how to search, and where to begin."""
    examples = [indicator.id for indicator in context.report.indicators()][:1]
    blocks = tuple(_line(context, entry) for entry in examples)
    links = context.ways("targets", "areas", "achievements", "goals")
    return Briefing(
        "search", context.language, "🔎", context.say("search-ask"), context.say("search-how"), blocks, links
    )


def unknown_command_briefing(context: Context, command: str, nearest: Iterable[str]) -> Briefing:
    """A command the bot does not have, and the nearest it has."""
    blocks = tuple(Fact(context.say(f"command-{name}"), f"/{name}") for name in nearest)
    lead = context.say("unknown-command-lead" if blocks else "unknown-command-bare")
    title = context.say("unknown-command", command=echo(command))
    links = context.ways("help")
    return Briefing("unknown", context.language, "🤷", title, lead, blocks, links)


def echo(words: str) -> str:
    """A person's words, short enough to repeat, on one line."""
    return shortened(" ".join(words.split()), _LONGEST_ECHO)


def _line(context: Context, entry_id: str, page: str = "") -> Fact:
    entry = context.report.entries[entry_id]
    if isinstance(entry, Indicator):
        figure = (entry.targets or entry.figures)[0]
        text = context.say("figure-line", period=context.period(figure), value=context.value(figure))
    else:
        text = shortened(entry.summary[context.language], 60 if context.language == "zh" else 120)
    kind = context.say(f"kind-{entry.kind}")
    label = f"{SYMBOLS[entry.kind]} {entry.name[context.language]}"
    return Fact(
        f"{kind} · {text}", label, stacked=True, links=(Link(entry.name[context.language], page + entry_id),)
    )


def shortened(text: str, most: int) -> str:
    """At most so many characters, with a sign that there were more."""
    return text if len(text) <= most else text[: most - 1] + "…"
