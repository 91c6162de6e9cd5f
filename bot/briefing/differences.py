"""Two figures in words: how much one is higher, how that was counted, or why they cannot be subtracted."""

from collections.abc import Iterable, Iterator

from bot.briefing.comparison import Difference, Mismatch, difference, yearly_mean
from bot.briefing.context import Context
from bot.briefing.numbers import TIMES, amount, bounded, figure_amount, per_cent, rounded, scaled
from bot.report.model import Bound, Figure, Measure, Role, Unit


def outcome_words(context: Context, one: Figure, other: Figure) -> str:
    """One sentence with both figures in it: the difference, or the reason why there is none."""
    found = difference(context.report, one, other)
    if isinstance(found, Difference):
        return _compared(context, found)
    return _not_compared(context, found, one, other)


def difference_words(context: Context, found: Difference) -> str:
    """204人(−5.7%) lower, with the direction in words."""
    if found.in_points:
        points = scaled(abs(rounded(found.value, 2)), context.language)
        return context.say(f"difference-points-{_points_direction(found)}", points=points)
    difference = amount(abs(found.value), _unit(context, found), context.language)
    words = context.say(f"difference-{_direction(found)}", difference=difference)
    if found.per_cent is None or not found.value:
        return words
    return context.say("difference-share", difference=words, share=per_cent(found.per_cent))


def counted_words(context: Context, differences: Iterable[Difference]) -> Iterator[str]:
    """Which number a limit (以上) was counted with; whether different things were counted."""
    found = tuple(differences)
    limited = (f for each in found for f in (each.newer, each.older) if f.bound is not Bound.EXACT)
    named = any(_are_named(each.newer, each.older) for each in found)
    for figure in dict.fromkeys(limited):
        name = context.name(figure.indicator) if named else _said_period(context, figure)
        number = figure_amount(figure, context.report.indicator(figure.indicator), context.language)
        yield context.say(f"counted-{figure.bound}", figure=name, number=number)
    if any(_count_different_things(context, each) for each in found):
        yield context.say("compared-by-number")


def _direction(found: Difference) -> str:
    """An indicator is higher or lower than at another time; of one thing there is more than of another."""
    if not found.value:
        return "same"
    less, more = ("fewer", "more") if _are_named(found.newer, found.older) else ("lower", "higher")
    return less if found.value < 0 else more


def _points_direction(found: Difference) -> str:
    """Of two falls it is said which is larger: a rate 6 points lower would be misread."""
    if not found.value:
        return "same"
    are_changes = Measure.TOTAL not in (found.newer.measure, found.older.measure)
    if are_changes and found.newer.value < 0 and found.older.value < 0:
        return "steeper" if found.value < 0 else "milder"
    return "lower" if found.value < 0 else "higher"


def _units(context: Context, one: Figure, other: Figure) -> tuple[Unit, Unit]:
    return context.report.indicator(one.indicator).unit, context.report.indicator(other.indicator).unit


def _unit(context: Context, found: Difference) -> Unit:
    """What both share: where sites and projects are counted, a number of neither."""
    if found.newer.measure is Measure.RATIO:
        return TIMES
    one, other = _units(context, found.newer, found.older)
    zh = one.zh if one.zh == other.zh else ""
    return one if one == other else Unit(zh, *((one.en, one.one) if one.en == other.en else ("{}", "{}")))


def _count_different_things(context: Context, found: Difference) -> bool:
    one, other = _units(context, found.newer, found.older)
    return not found.in_points and found.newer.measure is not Measure.RATIO and one.en != other.en


def _are_named(one: Figure, other: Figure) -> bool:
    """Figures of one indicator are told apart by their periods, others by their names."""
    return one.indicator != other.indicator


def _compared(context: Context, found: Difference) -> str:
    one, other = found.newer, found.older
    named = "-named" if _are_named(one, other) else ""
    pair = {"one": _said(context, one, other), "other": _said(context, other, one)}
    if not found.value:
        return context.say(f"compared{named}-same", **pair)
    return context.say(f"compared{named}", **pair, difference=difference_words(context, found))


def _not_compared(context: Context, why: Mismatch, one: Figure, other: Figure) -> str:
    say = context.say
    first, second = _said(context, one, other), _said(context, other, one)
    if why is Mismatch.UNIT:
        names = {"one": context.name(one.indicator), "other": context.name(other.indicator)}
        units = (_unit_name(context, unit) for unit in _units(context, one, other))
        return say("not-compared-unit", **names, **dict(zip(("one_unit", "other_unit"), units, strict=True)))
    if why is Mismatch.BASELINE:
        named = "-named" if _are_named(one, other) else ""
        start, end = (first, second) if one.role is Role.BASELINE else (second, first)
        return say(f"not-compared-baseline{named}", start=start, end=end)
    if why is Mismatch.STOCK:
        stock, added = (first, second) if one.measure is Measure.TOTAL else (second, first)
        return say("not-compared-stock", stock=stock, added=added)
    if why is Mismatch.SPAN and one.measure is other.measure is Measure.FLOW:
        return _of_more_years(context, one, other)
    if why is Mismatch.MEASURE:
        measures = {"one_is": say(f"measure-{one.measure}"), "other_is": say(f"measure-{other.measure}")}
        return say("not-compared-measure", one=first, other=second, **measures)
    return say(f"not-compared-{why}", one=first, other=second)


def _of_more_years(context: Context, one: Figure, other: Figure) -> str:
    """What adds up over more years than the other: their number, and a year's share of it."""
    periods = context.report.periods
    shorter, longer = sorted((one, other), key=lambda figure: periods[figure.period].years)
    unit = context.report.indicator(longer.indicator).unit
    mean = amount(rounded(yearly_mean(context.report, longer) or longer.value, 1), unit, context.language)
    return context.say(
        "not-compared-span-mean",
        longer=_said(context, longer, shorter),
        shorter=_said(context, shorter, longer),
        years=periods[longer.period].years,
        mean=bounded(longer.bound, mean, context.language),
    )


def _unit_name(context: Context, unit: Unit) -> str:
    return unit.zh if context.language == "zh" else unit.en.replace("{}", "").strip()


def _said(context: Context, figure: Figure, beside: Figure) -> str:
    """2026年目标（不少于 3,400人）, or 城镇新增就业（2025年实际 3,604人）."""
    value = context.value(figure)
    if not _are_named(figure, beside):
        return context.say("figure-said", period=_said_period(context, figure), value=value)
    line = context.say("figure-line", period=context.period(figure), value=value)
    return context.say("figure-named", name=context.name(figure.indicator), figure=line)


def _said_period(context: Context, figure: Figure) -> str:
    """What a figure is of its period, within a sentence."""
    period = context.report.periods[figure.period]
    kind = str(figure.role)
    if figure.role is Role.ACTUAL:
        is_sum = figure.measure is Measure.FLOW and period.years > 1
        kind = "sum" if is_sum else "actual" if figure.measure is Measure.FLOW else "figure"
    return context.say(f"said-{kind}", period=period.name[context.language])
