"""Two figures side by side: of two periods, or of two indicators."""

from collections.abc import Sequence
from dataclasses import replace

from bot.asking.answers import Answer, Sort, refusal
from bot.asking.choosing import RATES, Choice, Lack, choose, is_counted_in
from bot.asking.hearing import NUMBERS, Heard
from bot.asking.subjects import Subject
from bot.asking.vocabulary import Sign
from bot.report.model import Figure, Indicator, Report, Role


def compared(report: Report, heard: Heard, indicator: Indicator) -> Answer:
    """Two periods of one indicator: those named, or the plan's target and what is nearest to it."""
    if heard.other_times:
        return refusal(Lack.PERIOD, heard, indicator.id, entry=indicator.id)
    mixed = _amount_and_rate(heard, indicator)
    if not mixed and (heard.against or (len(heard.periods) == 1 and not indicator.targets)):
        figure = choose(report, indicator, _by_growth(heard)).figure
        if figure and (figure.measure in RATES or not heard.against):
            return Answer(Sort.FIGURE, indicator.id, (figure,), figure.period)
        if heard.wants(Sign.GROWTH, Sign.SHARE):
            return refusal(Lack.MEASURE, heard, indicator.id, entry=indicator.id, period=heard.period)
    both = mixed or tuple(_pair_of(report, heard, indicator))
    if both and not any(is_counted_in(figure, indicator, heard) for figure in both):
        return refusal(Lack.UNIT, heard, indicator.id, entry=indicator.id)
    given = len(both) == 1 and heard.takes_for_given(both[0])
    began = any(figure.role is Role.BASELINE for figure in both)
    against = heard.against or heard.wants(Sign.START)
    if given or (against and not began):  # the report has nothing of the time it is held against
        return refusal(Lack.NUMBER if given else Lack.PERIOD, heard, indicator.id, entry=indicator.id)
    return Answer(Sort.COMPARISON, indicator.id, both)


def _amount_and_rate(heard: Heard, indicator: Indicator) -> tuple[Figure, ...]:
    """Both, where one is to be held against the other: GDP总量跟去年增速能比吗; none for anything else."""
    level = heard.wants(Sign.LEVEL, Sign.STOCK) or (heard.wants(Sign.UNIT) and heard.gives_number)
    if not (level and heard.wants(Sign.GROWTH) and len(heard.periods) == 1):
        return ()
    amount = next(
        (f for f in indicator.figures if f.measure not in RATES and f.role is not Role.BASELINE), None
    )
    rates = (f for f in indicator.figures if f.measure in RATES and f.period in heard.periods)
    rate = next(rates, None)
    return (amount, rate) if amount and rate else ()


def grown(indicator: Indicator, heard: Heard) -> tuple[Figure, ...]:
    """What there was at the end of a period and at its beginning, where it is asked how much it grew."""
    if not heard.wants(Sign.MORE, Sign.LESS, Sign.GROWTH):
        return ()
    began = next((f for f in indicator.figures if f.role is Role.BASELINE), None)
    if began is None or (heard.periods and heard.periods != (began.period,)):
        return ()
    ended = next((f for f in indicator.figures if f.role is Role.ACTUAL and f.period == began.period), None)
    return (ended, began) if ended else ()


def pair(report: Report, heard: Heard, each: Sequence[list[Subject]]) -> Answer | None:
    """A comparison of two indicators; None where not each part of the question names one."""
    figures: list[Figure] = []
    for found in each[:2]:
        entries = (report.entries[subject.entry] for subject in found)
        indicator = next((entry for entry in entries if isinstance(entry, Indicator)), None)
        if indicator is None:
            return None
        choice = _one_of_two(report, heard, indicator)
        if choice.figure and not is_counted_in(choice.figure, indicator, heard):
            return refusal(Lack.UNIT, heard, indicator.id, entry=indicator.id)
        if choice.figure is None:
            return refusal(choice.lack or Lack.PERIOD, heard, indicator.id, entry=indicator.id)
        figures.append(choice.figure)
    if len(figures) < 2 or figures[0].indicator == figures[1].indicator:
        return None
    if heard.wants(Sign.PROPORTION) and any(figure.measure in RATES for figure in figures):
        return refusal(Lack.MEASURE, heard, figures[0].indicator, entry=figures[0].indicator)
    first, best = figures[0], each[0][0]
    found_by = (best.score, best.reason, best.term)
    return Answer(Sort.COMPARISON, first.indicator, tuple(figures), first.period, *found_by, heard=heard)


def _by_growth(heard: Heard) -> Heard:
    return replace(heard, signs=heard.signs - {Sign.COMPARE, Sign.QUANTITY, Sign.LEVEL} | {Sign.GROWTH})


def _pair_of(report: Report, heard: Heard, indicator: Indicator) -> list[Figure]:
    """The latest first, one a period and what it began with, at most two."""
    named = [*heard.periods]
    if len(named) == 1 and report.plan.id not in named and indicator.targets:
        named.append(report.plan.id)
    rates = heard.wants(Sign.GROWTH)

    def order(figure: Figure) -> tuple[bool, int, int, bool]:
        period = report.periods[figure.period]
        is_rate = figure.measure in RATES
        return (figure.role is Role.BASELINE, -period.last_year, period.years, is_rate is not rates)

    kept = sorted((f for f in indicator.figures if not named or f.period in named), key=order)
    first = {(f.period, f.role): f for f in reversed(kept)}
    return [f for f in kept if first[f.period, f.role] is f][:2]


def _one_of_two(report: Report, heard: Heard, indicator: Indicator) -> Choice:
    """The figure that is held against another's."""
    signs = heard.signs - {Sign.COMPARE, Sign.WHICH, Sign.LIST}
    plain = replace(heard, periods=heard.periods[:1], signs=signs)
    choice = choose(report, indicator, plain)
    if choice.figure:
        return choice
    # 高几个点: so the difference is counted, not what is compared.
    bare = replace(plain, signs=signs - {*NUMBERS, Sign.MORE, Sign.LESS}, unit="")
    return choose(report, indicator, bare)
