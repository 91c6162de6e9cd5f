"""Briefings that list entries: areas, targets, achievements, goals."""

from bot.briefing.briefing import Block, Briefing, Fact, Link
from bot.briefing.context import Context
from bot.briefing.entries import targets_of
from bot.report.model import Kind, Passage


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


def _area_line(context: Context, area: Passage) -> Fact:
    line = context.say("area-line", measures=len(area.children), targets=len(targets_of(context, area)))
    return Fact(line, context.numbered(area), (Link(context.numbered(area), area.id),))


def _theme_line(context: Context, theme: Passage) -> Fact:
    period = context.report.periods[theme.period].name[context.language]
    text = context.say("theme-line", period=period, items=len(theme.children))
    return Fact(text, context.name(theme.id), (context.link(theme.id),))
