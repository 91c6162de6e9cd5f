"""A briefing on one entry: target, indicator, area, measure, theme, achievement, goal, pledge."""

from collections.abc import Iterable, Iterator

from bot.briefing.briefing import Block, Briefing, Fact, Link
from bot.briefing.comparison import Difference, difference, due_by, elapsed, latest_first
from bot.briefing.context import SYMBOLS, Context
from bot.briefing.differences import difference_words
from bot.briefing.numbers import amount, roughly, rounded
from bot.report.model import Entry, Figure, Indicator, Kind, Measure, Passage, Role


def entry_briefing(context: Context, entry: Entry) -> Briefing:
    """The briefing on an entry of any kind."""
    if isinstance(entry, Indicator):
        return target_briefing(context, entry) if entry.targets else indicator_briefing(context, entry)
    if entry.kind is Kind.AREA:
        return area_briefing(context, entry)
    return passage_briefing(context, entry)


_SAME_LENGTH = 0.8  # a Chinese summary this close in length to its quote is the quote in other punctuation
# Where an entry without a parent is listed.
_LISTS = {
    Kind.THEME: ("achievements",),
    Kind.GOAL: ("goals",),
    Kind.REQUIREMENTS: ("goals",),
    Kind.SELF_BUILDING: ("goals",),
    Kind.OPENING: ("about", "start"),
    Kind.SLOGAN: ("start",),
}


def target_briefing(context: Context, target: Indicator) -> Briefing:
    """What is wanted; how that compares; how far the year should be; where it stands; the words."""
    say = context.say
    first, *more = target.targets
    blocks: list[Block] = [
        *_labelled("", (context.value(figure) for figure in more)),
        *_labelled(say("label-comparison"), _comparisons(context, target, first)),
        *_pace(context, target, first),
        context.whereabouts(context.report.passage(first.passage)),
        _english_of(context, first.passage),
        context.quote_of(first),
    ]
    title = say("target-title", name=target.name[context.language], year=context.plan_year())
    lead = sentence_case(context.value(first))
    return Briefing(
        target.id,
        context.language,
        SYMBOLS[target.kind],
        title,
        lead,
        tuple(blocks),
        _ways_from_indicator(context, target),
    )


def indicator_briefing(context: Context, indicator: Indicator) -> Briefing:
    """Something measured without a target: what the report gives, and that it sets none."""
    say = context.say
    latest, *older = latest_first(context.report, indicator.figures)
    blocks: list[Block] = [
        Fact(say("indicator-no-target", year=context.plan_year()), say("label-target")),
        *_labelled(say("label-comparison"), (_figure_line(context, figure) for figure in older)),
        context.whereabouts(context.report.passage(latest.passage)),
        _english_of(context, latest.passage),
        context.quote_of(latest),
    ]
    lead = sentence_case(_figure_line(context, latest))
    name = indicator.name[context.language]
    return Briefing(
        indicator.id,
        context.language,
        SYMBOLS[indicator.kind],
        name,
        lead,
        tuple(blocks),
        _ways_from_indicator(context, indicator),
    )


def area_briefing(context: Context, area: Passage) -> Briefing:
    """Name and quantified targets first, then the measures."""
    say = context.say
    targets = targets_of(context, area)
    lead = say("list-separator").join(context.named_value(figure) for figure in targets)
    measures = context.report.children(area)
    blocks: list[Block] = [
        Fact(area.summary[context.language], say("label-aim")),
        *(_item(context, measure) for measure in measures),
        context.quote(area),
    ]
    targeted = (context.link(figure.indicator) for figure in targets)
    links = (*targeted, *context.ways("areas"), _way_to_cite(context, area))
    lead = lead or say("area-no-figures")
    symbol = SYMBOLS[area.kind]
    return Briefing(area.id, context.language, symbol, context.numbered(area), lead, tuple(blocks), links)


def passage_briefing(context: Context, passage: Passage) -> Briefing:
    """A measure, an achievement, a theme, a goal …: its figures or gist, its parts, its words."""
    language = context.language
    children = context.report.children(passage)
    reached = [figure for figure in passage.figures if figure.role is not Role.BASELINE]
    figures = [context.named_value(figure) for figure in reached]
    lead = context.say("list-separator").join(figures) or passage.summary[language]
    blocks: list[Block] = [_gist(context, passage) if figures else Fact("")]
    blocks += [_item(context, child) for child in children]
    if passage.parent or passage.period:
        blocks.append(context.whereabouts(passage))
    blocks.append(context.quote(passage))
    indicators = dict.fromkeys(figure.indicator for figure in passage.figures)
    links = [context.link(indicator) for indicator in indicators]
    links += [context.link(passage.parent)] if passage.parent else context.ways(*_LISTS.get(passage.kind, ()))
    symbol = SYMBOLS[passage.kind]
    ways = (*dict.fromkeys(links), _way_to_cite(context, passage))
    return Briefing(passage.id, language, symbol, _title(context, passage), lead, tuple(blocks), ways)


def _title(context: Context, passage: Passage) -> str:
    """The name; of what was reached, also when."""
    name = passage.name[context.language]
    if not passage.period:
        return name
    period = context.report.periods[passage.period].name[context.language]
    return context.say("passage-title", name=name, period=period)


def targets_of(context: Context, area: Passage) -> list[Figure]:
    """The plan year's target figures under an area's measures, in the report's order."""
    return [
        figure
        for measure in context.report.children(area)
        for figure in measure.figures
        if figure.role is Role.TARGET and figure.period == context.report.plan.id
    ]


def sentence_case(text: str) -> str:
    """First letter upper case: leads begin a line."""
    return text[:1].upper() + text[1:]


def _labelled(label: str, lines: Iterable[str]) -> Iterator[Fact]:
    """The lines as facts, the first with the label."""
    for line in lines:
        yield Fact(line, label)
        label = ""


def _figure_line(context: Context, figure: Figure) -> str:
    return context.say("figure-line", period=context.period(figure), value=context.value(figure))


def _comparisons(context: Context, target: Indicator, wanted: Figure) -> Iterator[str]:
    """The other periods, latest first; beside the year before, the difference."""
    others = [figure for figure in target.figures if figure not in target.targets]
    for figure in latest_first(context.report, tuple(others)):
        line = _figure_line(context, figure)
        found = difference(context.report, wanted, figure)
        if isinstance(found, Difference):
            period = context.report.periods[figure.period]
            last_year = (period.first_year, period.last_year) == (context.report.plan_year - 1,) * 2
            phrase = "comparison-last-year" if last_year else "comparison-target"
            line = context.say(phrase, figure=line, difference=difference_words(context, found))
        yield line
    if not others:
        yield context.say("comparison-none")


def _pace(context: Context, target: Indicator, wanted: Figure) -> Iterator[Fact]:
    """序时, for what accrues over the year."""
    if not target.accrues or wanted.measure is not Measure.FLOW:
        return
    say, label = context.say, context.say("label-pace")
    gone = elapsed(context.report.plan, context.day)
    if gone is None:
        over = context.day.year > context.report.plan_year
        yield Fact(say("pace-after" if over else "pace-before", year=context.plan_year()), label)
        return
    due = amount(roughly(due_by(wanted, gone), wanted.value), target.unit, context.language)
    share = f"{rounded(gone.share * 100, 1):f}%"
    yield Fact(say("pace", year=context.plan_year(), share=share, due=due), label)


def _english_of(context: Context, passage: str) -> Fact:
    """For readers of English, what the Chinese sentence says; nothing in Chinese."""
    if context.language != "en":
        return Fact("")
    return Fact(context.report.passage(passage).summary.en, context.say("label-gist"))


def _gist(context: Context, passage: Passage) -> Fact:
    """The curated wording; nothing where it would only say the quote again."""
    if context.language == "zh" and len(passage.summary.zh) > _SAME_LENGTH * len(passage.quote):
        return Fact("")
    return Fact(passage.summary[context.language], context.say("label-gist"))


def _item(context: Context, passage: Passage) -> Fact:
    """A part of a whole: its name, what it says, a way to it."""
    name, summary = passage.name[context.language], passage.summary[context.language]
    summary = "" if summary == name else summary
    number = context.numeral(passage.number)
    label = context.say("item-label", number=number, name=name)
    return Fact(summary, label, (context.link(passage.id),), stacked=True)


def _ways_from_indicator(context: Context, indicator: Indicator) -> tuple[Link, ...]:
    """The area its target belongs to, or the theme of its latest figure; comparison; citation."""
    figure = (indicator.targets or latest_first(context.report, indicator.figures))[0]
    passage = context.report.passage(figure.passage)
    links = [context.link(passage.parent or passage.id)]
    if len(indicator.figures) > 1:
        links.append(Link(context.say("link-compare"), f"compare_{indicator.id}"))
    return (*links, _way_to_cite(context, indicator))


def _way_to_cite(context: Context, entry: Entry) -> Link:
    """The forms in which it is put into papers."""
    return Link(context.say("link-cite"), f"cite_{entry.id}")
