"""What today's rotating briefing holds: one area in focus, one figure of the review, the days of the year."""

from bot.briefing.briefing import Block, Briefing, Fact, Link
from bot.briefing.comparison import elapsed
from bot.briefing.context import Context
from bot.briefing.entries import targets_of
from bot.briefing.numbers import rounded
from bot.report.model import Figure, Kind, Passage, Role


def daily_briefing(context: Context) -> Briefing:
    """The same for everyone on a day: the day alone chooses."""
    say, day = context.say, context.day
    area = _area_in_focus(context)
    targets = targets_of(context, area)
    blocks: list[Block] = [
        Fact(context.numbered(area), say("label-focus"), (Link(context.numbered(area), area.id),)),
        *(_target_line(context, figure) for figure in targets),
        *(
            Fact(measure.summary[context.language], measure.name[context.language], stacked=True)
            for measure in context.report.children(area)
        ),
    ]
    figure = _figure_in_focus(context)
    if figure:
        line = context.named_value(figure)
        label = say("label-review", period=context.report.periods[figure.period].name[context.language])
        blocks += [Fact(line, label, (context.link(figure.indicator),)), context.quote_of(figure)]
    title = say(
        "today-title",
        year=str(day.year),
        month=day.month,
        month_name=say(f"month-{day.month}"),
        day=day.day,
        weekday=say(f"weekday-{day.isoweekday()}"),
    )
    return Briefing("today", context.language, "🗓", title, _lead(context), tuple(blocks))


def _lead(context: Context) -> str:
    year = context.plan_year()
    gone = elapsed(context.report.plan, context.day)
    if gone is None:
        over = context.day.year > context.report.plan_year
        return context.say("today-after" if over else "today-before", year=year)
    share = f"{rounded(gone.share * 100, 1):f}%"
    return context.say("today-lead", year=year, gone=gone.days, left=gone.left, share=share)


def _area_in_focus(context: Context) -> Passage:
    areas = list(context.report.passages(Kind.AREA))
    return areas[context.day.toordinal() % len(areas)]


def _figure_in_focus(context: Context) -> Figure | None:
    reached = [f for i in context.report.indicators() for f in i.figures if f.role is Role.ACTUAL]
    return reached[context.day.toordinal() % len(reached)] if reached else None


def _target_line(context: Context, figure: Figure) -> Fact:
    return Fact(context.value(figure), context.name(figure.indicator), (context.link(figure.indicator),))
