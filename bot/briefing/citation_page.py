"""The pages of /cite: an entry in every form, how to cite, and what cannot be cited."""

from bot.briefing.briefing import Block, Briefing, Copyable, Fact, Link
from bot.briefing.citation import Cited, address_of, at_address, citable, cite, forms_of
from bot.briefing.context import Context
from bot.report.model import Indicator, Kind, Period

_SYMBOL = "✍️"


def citation_briefing(context: Context, address: str) -> Briefing:
    """Every form of what is cited, to be copied with a tap, and the ways to the other periods.

    Raises UnknownAddressError.
    """
    report = context.report
    cited = at_address(report, address)
    blocks: list[Block] = [
        Copyable(context.say(f"citation-form-{form}"), cite(context, cited, form))
        for form in forms_of(report, cited)
    ]
    others = (other for other in citable(report, cited.entry) if other != cited)
    links = (*(_way(context, other) for other in others), context.link(cited.entry.id))
    title = context.say("citation-title", name=subject_of(context, cited))
    lead = context.say("citation-how-to-copy")
    return Briefing(f"cite_{address}", context.language, _SYMBOL, title, lead, tuple(blocks), links)


def how_to_cite_briefing(context: Context) -> Briefing:
    """/cite alone: what to write, with an entry as the example."""
    say = context.say
    blocks: list[Block] = []
    links: tuple[Link, ...] = ()
    if example := _example(context):
        words = context.called(example.id)
        blocks.append(Fact(say("citation-how-command", words=words)))
        figures = [cited.figure for cited in citable(context.report, example) if cited.figure]
        if len(figures) > 1:
            period = context.report.periods[figures[1].period].name[context.language]
            blocks.append(Fact(say("citation-how-period", words=words, period=period)))
        blocks.append(Fact(say("citation-how-inline", words=words)))
        blocks.append(Fact(say("citation-how-several", words=words)))
        links = (Link(context.name(example.id), f"cite_{example.id}"),)
    title, lead = say("citation-how-title"), say("citation-how-lead")
    links = (*links, *context.ways("targets", "areas"))
    return Briefing("cite", context.language, _SYMBOL, title, lead, tuple(blocks), links)


def no_such_period_briefing(context: Context, entry: str, period: Period) -> Briefing:
    """The report says nothing of this entry in this period: what it does say, and for when."""
    found = citable(context.report, context.report.entries[entry])
    title = context.say("citation-none", name=context.name(entry), period=period.name[context.language])
    lead = context.say("citation-none-lead")
    links = tuple(_way(context, cited) for cited in found)
    return Briefing("cite", context.language, "🤷", title, lead, (), links)


def subject_of(context: Context, cited: Cited) -> str:
    """What is cited, in a few words: 城镇新增就业 · 2026年目标; （八）民生福祉."""
    if cited.figure is None:
        return context.numbered(context.report.passage(cited.entry.id))
    name, period = context.name(cited.entry.id), context.period(cited.figure)
    return context.say("passage-title", name=name, period=period)


def _way(context: Context, cited: Cited) -> Link:
    label = context.period(cited.figure) if cited.figure else context.name(cited.entry.id)
    return Link(label, f"cite_{address_of(context.report, cited)}")


def _example(context: Context) -> Indicator | None:
    """The target with most figures: it has most forms."""
    targets = context.report.indicators(Kind.TARGET)
    return max(targets, key=lambda target: len(target.figures), default=None)
