"""Briefings that list entries: areas, targets, achievements, goals, comparisons."""

from bot.briefing.briefing import Block, Briefing, Fact, Link
from bot.briefing.comparison import Difference, Mismatch, difference, latest_first, yearly_mean
from bot.briefing.context import Context
from bot.briefing.entries import difference_words, targets_of
from bot.briefing.numbers import amount, rounded
from bot.report.model import Figure, Indicator, Kind, Passage, Role


def areas_briefing(context: Context) -> Briefing:
    """The work areas, each with how many measures and quantified targets it has."""
    areas = list(context.report.passages(Kind.AREA))
    blocks = [_area_line(context, area) for area in areas]
    lead = context.say("areas-lead", areas=len(areas), measures=sum(len(area.children) for area in areas))
    title = context.say("areas-title", year=context.plan_year())
    return Briefing("areas", context.language, "📌", title, lead, tuple(blocks), context.ways("targets"))


def targets_briefing(context: Context, area_id: str = "") -> Briefing:
    """Every quantified target of the year, or those of one area."""
    areas = list(context.report.passages(Kind.AREA))
    if area_id:
        areas = [area for area in areas if area.id == area_id]
    figures = [figure for area in areas for figure in targets_of(context, area)]
    blocks: list[Block] = [
        Fact(
            context.value(figure),
            context.name(figure.indicator),
            (context.link(figure.indicator),),
        )
        for figure in figures
    ]
    name = context.numbered(areas[0]) if area_id else ""
    title = context.say("targets-title", year=context.plan_year())
    if area_id:
        title = context.say("targets-title-area", year=context.plan_year(), area=name)
    lead = context.say("targets-lead", count=len(figures)) if figures else context.say("area-no-figures")
    address = f"targets_{area_id}" if area_id else "targets"
    links = (context.link(area_id), *context.ways("targets")) if area_id else context.ways("areas")
    return Briefing(address, context.language, "🎯", title, lead, tuple(blocks), links)


def achievements_briefing(context: Context, period: str = "") -> Briefing:
    """The themes of the review, of all its periods or of one."""
    themes = [t for t in context.report.passages(Kind.THEME) if not period or t.period == period]
    blocks = [_theme_line(context, theme) for theme in themes]
    reviewed = [p for p in context.report.periods.values() if any(t.period == p.id for t in themes)]
    names = context.say("and-separator").join(p.name[context.language] for p in reviewed)
    title = context.say("achievements-title", period=names)
    lead = context.say("achievements-lead", themes=len(themes), items=sum(len(t.children) for t in themes))
    address = f"achievements_{period}" if period else "achievements"
    others = tuple(
        Link(p.name[context.language], f"achievements_{p.id}")
        for p in context.report.periods.values()
        if p.kind == "review" and p.id != period
    )
    return Briefing(address, context.language, "🏅", title, lead, tuple(blocks), others)


def goals_briefing(context: Context) -> Briefing:
    """The goals of the years ahead, and the ways to the general requirements and the pledges."""
    goals = list(context.report.passages(Kind.GOAL))
    outlook = next((p for p in context.report.periods.values() if p.kind == "outlook"), context.report.plan)
    blocks: list[Block] = [
        Fact(goal.name[context.language], context.numeral(goal.number), (context.link(goal.id),))
        for goal in goals
    ]
    title = context.say("goals-title", period=outlook.name[context.language])
    links = [
        context.link(kind)
        for kind in (Kind.REQUIREMENTS, Kind.SELF_BUILDING)
        if kind in context.report.entries
    ]
    lead = context.say("goals-lead", count=len(goals)) if goals else context.say("goals-none")
    return Briefing("goals", context.language, "🧭", title, lead, tuple(blocks), tuple(links))


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
    title, lead = context.say("comparisons-title"), context.say("comparisons-lead", count=len(several))
    return Briefing("compare", context.language, "📊", title, lead, tuple(blocks), context.ways("targets"))


def comparison_briefing(context: Context, indicator: Indicator) -> Briefing:
    """Every period's figure, the difference to the latest, and the quotes; or why there is none."""
    say = context.say
    newest, *others = latest_first(context.report, indicator.figures)
    blocks: list[Block] = [
        Fact(context.value(figure), context.period(figure)) for figure in (newest, *others)
    ]
    lead = _comparison_lead(context, indicator, newest, others)
    comparable = [figure for figure in others if figure.role is not Role.BASELINE]
    compared = [_compared(context, indicator, newest, older) for older in comparable]
    blocks += [fact if fact.text != lead else Fact("") for fact in compared]
    shown: dict[str, Figure] = {}
    for figure in (newest, *others):
        shown.setdefault(figure.passage, figure)
    blocks += [context.quote_of(figure) for figure in shown.values()]
    title = say("comparison-title", name=indicator.name[context.language])
    links = (context.link(indicator.id), *context.ways("compare"))
    return Briefing(f"compare_{indicator.id}", context.language, "📊", title, lead, tuple(blocks), links)


def _comparison_lead(context: Context, indicator: Indicator, newest: Figure, others: list[Figure]) -> str:
    for older in others:
        found = difference(context.report, indicator, newest, older)
        if isinstance(found, Difference):
            return _compared(context, indicator, newest, older).text
    if len(others) == 1 and others[0].role is Role.BASELINE:
        start, end = context.value(others[0]), context.value(newest)
        return context.say("comparison-from", **{"from": start, "to": end})
    return context.say("comparison-impossible" if others else "comparison-single")


def _compared(context: Context, indicator: Indicator, newer: Figure, older: Figure) -> Fact:
    say = context.say
    pair = {"newer": context.period(newer), "older": context.period(older)}
    found = difference(context.report, indicator, newer, older)
    if isinstance(found, Difference):
        return Fact(say("compared", **pair, difference=difference_words(context, found)))
    mean = yearly_mean(context.report, older)
    if found is Mismatch.SPAN and mean is not None:
        yearly = amount(rounded(mean, 1), indicator.unit, context.language)
        return Fact(say("not-compared-span-mean", **pair, mean=yearly))
    measures = {"newer_is": say(f"measure-{newer.measure}"), "older_is": say(f"measure-{older.measure}")}
    return Fact(say(f"not-compared-{found}", **pair, **measures))


def _area_line(context: Context, area: Passage) -> Fact:
    line = context.say("area-line", measures=len(area.children), targets=len(targets_of(context, area)))
    return Fact(line, context.numbered(area), (Link(context.numbered(area), area.id),))


def _theme_line(context: Context, theme: Passage) -> Fact:
    period = context.report.periods[theme.period].name[context.language]
    text = context.say("theme-line", period=period, items=len(theme.children))
    return Fact(text, context.name(theme.id), (context.link(theme.id),))
