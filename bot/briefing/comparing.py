"""Briefings that compare: an indicator across periods, several indicators, two figures."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from bot.briefing.briefing import LONGEST_ADDRESS, Block, Briefing, Fact, Link, Quote
from bot.briefing.comparison import Difference, difference, latest_first
from bot.briefing.context import Context
from bot.briefing.differences import counted_words, outcome_words
from bot.briefing.entries import sentence_case
from bot.report.model import Figure, Indicator, Kind, Measure, Role

MOST_COMPARED = 3  # indicators beside each other; more is a wall on a phone
_SYMBOL = "📊"

Pair = tuple[Figure, Figure]


def comparison_address(ids: Iterable[str]) -> str:
    """`compare_jobs_meal-sites`; empty where a button could not hold it."""
    address = "_".join(("compare", *ids))
    return address if len(address) <= LONGEST_ADDRESS else ""


def comparisons_briefing(context: Context) -> Briefing:
    """What can be compared across periods, targets first."""
    every = (*context.report.indicators(Kind.TARGET), *context.report.indicators(Kind.INDICATOR))
    several = [indicator for indicator in every if len({f.period for f in indicator.figures}) > 1]
    blocks: list[Block] = [
        Fact(
            "",
            indicator.name[context.language],
            (Link(context.name(indicator.id), f"compare_{indicator.id}"),),
        )
        for indicator in several
    ]
    blocks.append(_example_of_two(context, every))
    title, lead = context.say("comparisons-title"), context.say("comparisons-lead", count=len(several))
    return Briefing("compare", context.language, _SYMBOL, title, lead, tuple(blocks), context.ways("targets"))


def comparison_briefing(context: Context, indicator: Indicator) -> Briefing:
    """The latest figure against the one before it, every period's figure, the rest or why not, the quotes."""
    newest, *others = latest_first(context.report, indicator.figures)
    # Where a period began is in the table; beside other figures there is no more to say of it.
    worth = [figure for figure in others if figure.role is not Role.BASELINE] or others
    outcomes = _differences_first(context, [(newest, older) for older in worth])
    table = [Fact(context.value(figure), context.period(figure)) for figure in (newest, *others)]
    blocks: list[Block] = [*table, *_said(context, outcomes), *_quotes(context, (newest, *others))]
    lead = _sentence(context, outcomes[0]) if outcomes else context.say("comparison-single")
    title = context.say("comparison-title", name=indicator.name[context.language])
    links = (context.link(indicator.id), *context.ways("compare"))
    address = f"compare_{indicator.id}"
    return Briefing(address, context.language, _SYMBOL, title, lead, tuple(blocks), links)


def indicators_briefing(context: Context, indicators: tuple[Indicator, ...]) -> Briefing:
    """Two or three indicators: whether they compare, their figures period by period, the quotes."""
    pairs = [
        pair for one, other in combinations(indicators, 2) for pair in _worth_saying(context, one, other)
    ]
    outcomes = _differences_first(context, pairs)
    blocks: list[Block] = [
        *_rows(context, indicators),
        *_said(context, outcomes),
        *_quotes(context, (figure for pair in outcomes for figure in pair)),
    ]
    ids = [indicator.id for indicator in indicators]
    links = (*(context.link(entry_id) for entry_id in ids), *context.ways("compare"))
    lead = _sentence(context, outcomes[0])
    address, title = comparison_address(ids) or "answer", _title(context, ids)
    return Briefing(address, context.language, _SYMBOL, title, lead, tuple(blocks), links)


def figures_briefing(context: Context, one: Figure, other: Figure) -> Briefing:
    """One figure against another, of the same indicator or not: the answer or why there is none.

    It has no address; it leads to the entries and to the whole comparison.
    """
    ids = list(dict.fromkeys((one.indicator, other.indicator)))
    table = [Fact(context.value(figure), context.period(figure)) for figure in (one, other)]
    if len(ids) > 1:
        table = [Fact(_line(context, figure), context.name(figure.indicator)) for figure in (one, other)]
    blocks: list[Block] = [*table, *_said(context, [(one, other)]), *_quotes(context, (one, other))]
    address = comparison_address(ids)
    whole = (Link(context.say("link-compare"), address),) if address else ()
    links = (*(context.link(entry_id) for entry_id in ids), *whole)
    lead = _sentence(context, (one, other))
    title = _title(context, ids)
    return Briefing("answer", context.language, _SYMBOL, title, lead, tuple(blocks), links)


def _title(context: Context, ids: list[str]) -> str:
    names = context.say("name-separator").join(context.name(entry_id) for entry_id in ids)
    return context.say("comparison-title-several", names=names)


def _line(context: Context, figure: Figure) -> str:
    return context.say("figure-line", period=context.period(figure), value=context.value(figure))


def _differences_first(context: Context, pairs: list[Pair]) -> list[Pair]:
    """What can be subtracted, then what cannot, each in the order given."""
    return sorted(pairs, key=lambda pair: not isinstance(difference(context.report, *pair), Difference))


def _sentence(context: Context, pair: Pair) -> str:
    return sentence_case(outcome_words(context, *pair))


def _said(context: Context, outcomes: list[Pair]) -> Iterator[Fact]:
    """How the differences were counted; every outcome but the first, which is the lead."""
    found = [difference(context.report, *pair) for pair in outcomes]
    counted = counted_words(context, (each for each in found if isinstance(each, Difference)))
    yield from (Fact(sentence_case(words)) for words in counted)
    yield from (Fact(_sentence(context, pair)) for pair in outcomes[1:])


def _quotes(context: Context, figures: Iterable[Figure]) -> Iterable[Quote]:
    """The sentence of each figure, once."""
    quotes: dict[str, Quote] = {}
    for quote in map(context.quote_of, figures):
        quotes.setdefault(quote.text, quote)
    return quotes.values()


def _worth_saying(context: Context, one: Indicator, other: Indicator) -> list[Pair]:
    """Every pair of figures that can be subtracted; if there is none, the one to give the reason with."""
    firsts, seconds = (latest_first(context.report, each.figures) for each in (one, other))
    pairs = [(first, second) for first in firsts for second in seconds]
    found = [pair for pair in pairs if isinstance(difference(context.report, *pair), Difference)]
    of_one_time = [pair for pair in pairs if _row(pair[0]) == _row(pair[1])]
    return found or (of_one_time or pairs)[:1]


def _row(figure: Figure) -> tuple[str, Role]:
    return figure.period, figure.role


def _rows(context: Context, indicators: tuple[Indicator, ...]) -> Iterator[Fact]:
    """Period by period, what the report gives for each indicator, or that it gives nothing."""
    figures = latest_first(context.report, tuple(f for each in indicators for f in each.figures))
    for period, role in dict.fromkeys(_row(figure) for figure in figures):
        lines = []
        for indicator in indicators:
            found = [figure for figure in indicator.figures if _row(figure) == (period, role)]
            values = [_value_in_row(context, figure) for figure in found] or [context.say("figure-none")]
            name = context.name(indicator.id)
            lines += [context.say("named-value", name=name, value=value) for value in values]
        yield Fact("\n".join(lines), _row_label(context, period, role), stacked=True)


def _row_label(context: Context, period_id: str, role: Role) -> str:
    period = context.report.periods[period_id].name[context.language]
    return period if role is Role.ACTUAL else context.say(f"period-{role}", period=period)


def _value_in_row(context: Context, figure: Figure) -> str:
    """The value; of what adds up over years, that it does, which the period alone does not say."""
    value = context.value(figure)
    is_sum = figure.measure is Measure.FLOW and context.report.periods[figure.period].years > 1
    return context.say("value-sum", value=value) if is_sum else value


def _example_of_two(context: Context, indicators: Iterable[Indicator]) -> Fact:
    """How to compare two, shown with the first two of one unit that can be."""
    for one, other in combinations(indicators, 2):
        first = difference(context.report, *_worth_saying(context, one, other)[0])
        if isinstance(first, Difference) and one.unit == other.unit:
            names = {"one": context.called(one.id), "other": context.called(other.id)}
            return Fact(context.say("comparisons-how", **names))
    return Fact("")
