"""What an indicator answers: a figure, two periods compared, where it stands; or why it does not."""

from dataclasses import replace

from bot.asking.answers import Answer, Sort, refusal
from bot.asking.choosing import PEOPLE, Choice, Lack, choose, counts, is_money
from bot.asking.comparing import compared, grown
from bot.asking.hearing import NUMBERS, SIZES, Heard
from bot.asking.vocabulary import Sign
from bot.report.model import Figure, Indicator, Report


def on_indicator(report: Report, heard: Heard, indicator: Indicator) -> Answer:
    """The one answer; of a figure that of the period and kind asked for."""
    if heard.wants(Sign.COMPARE) or len(heard.periods) > 1 or _holds_target_against(report, heard):
        return compared(report, heard, indicator)
    if heard.wants(Sign.PLACE):
        return _place_of(report, heard, indicator)
    choice = choose(report, indicator, heard)
    if choice.lack is Lack.MEASURE and (both := grown(indicator, heard)):
        return Answer(Sort.COMPARISON, indicator.id, both, both[0].period)
    figure = choice.figure or (counted_so(report, heard, indicator) if choice.lack is Lack.UNIT else None)
    lack = _lacking(heard, indicator, choice, figure)
    if figure is None or lack:
        return refusal(lack or Lack.WORDS, heard, indicator.id, entry=indicator.id, period=heard.period)
    if heard.wants(Sign.ACTION) and not heard.wants_number:
        return Answer(Sort.PASSAGE, figure.passage, (), figure.period)
    return Answer(Sort.FIGURE, figure.indicator, (figure,), figure.period)


def _holds_target_against(report: Report, heard: Heard) -> bool:
    """Which is bigger, the target or last year's number."""
    held = heard.wants(Sign.WHICH, Sign.DEGREE) and heard.wants(Sign.TARGET)
    return held and bool(heard.periods) and report.plan.id not in heard.periods


def _lacking(heard: Heard, indicator: Indicator, choice: Choice, figure: Figure | None) -> Lack | None:
    """What the report does not say of the indicator: the figure, another number of it, which they are."""
    if heard.wants(Sign.NAMES) and not heard.wants(Sign.QUANTITY):
        return Lack.NAMES
    if figure is None:
        return choice.lack
    given = any(map(heard.takes_for_given, indicator.figures))
    return Lack.NUMBER if given else None


def first_figure(indicator: Indicator) -> Figure:
    """The target, or else the first figure there is."""
    return (indicator.targets or indicator.figures)[0]


def _place_of(report: Report, heard: Heard, indicator: Indicator) -> Answer:
    plain = replace(heard, signs=heard.signs - {*NUMBERS, Sign.MORE, Sign.LESS})
    choice = choose(report, indicator, plain)
    if choice.figure is None and heard.periods:
        return refusal(choice.lack or Lack.PERIOD, heard, indicator.id, entry=indicator.id)
    figure = choice.figure or first_figure(indicator)
    return Answer(Sort.PLACE, indicator.id, (figure,), figure.period)


def counted_so(report: Report, heard: Heard, indicator: Indicator) -> Figure | None:
    """What the same passage counts in the unit asked for: 惠及多少户, after the number of 小区."""
    own = (f for f in indicator.figures if not heard.periods or f.period in heard.periods)
    passages = dict.fromkeys(figure.passage for figure in own)
    found = []
    for figure in (figure for passage in passages for figure in report.passage(passage).figures):
        other = report.indicator(figure.indicator)
        is_counted = counts(figure, other, heard.unit) and _is_unit(other, heard)
        if other is not indicator and is_counted and choose(report, other, heard).figure is figure:
            found.append(figure)
    return found[0] if len(found) == 1 else None


def _is_unit(indicator: Indicator, heard: Heard) -> bool:
    """Whether the indicator is counted in just this, people where people are asked for, money; 个 is any."""
    own, asked = indicator.unit.zh, heard.unit.lstrip(SIZES)
    # 几个、要投多少亿: of the projects spoken of, and not of those in store.
    if own == "元" and not heard.content:
        return is_money(heard.unit)
    return (own == "人" and asked in PEOPLE) or (asked != "个" and own == asked)
