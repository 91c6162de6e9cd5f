"""Which figure of an indicator answers a question of this period and kind; or why none does."""

from dataclasses import dataclass
from enum import StrEnum

from bot.asking.hearing import MANY, SIZES, Heard
from bot.asking.vocabulary import Sign
from bot.report.model import Figure, Indicator, Measure, Report, Role

RATES = frozenset({Measure.GROWTH, Measure.ANNUAL_GROWTH, Measure.RATIO, Measure.CHANGE})
PEOPLE = frozenset(("群众", "老百姓", "百姓", "民众", "people"))  # what people without a trade are called
_PER_CENT = frozenset({Measure.GROWTH, Measure.ANNUAL_GROWTH})
# What can be counted in one can be counted in another of the same kind.
_UNITS = {
    "money": "元 块 钱 块钱",
    "people": " ".join(("人 名 位 个人 人次", *sorted(PEOPLE))),
    "count": "家 项 件 条 座 处 所 支 场 辆 套 栋 种 份 起 宗 例 台 张 本 篇 笔 门 间 届 班 床",
    "households": "户",
    "area": "亩 亩地 平方米 平方 平米 平 公顷 平方公里",
    "weight": "吨 微克 克 斤 公斤",
    "length": "公里 米",
    "time": "天 日 小时",
    "share": "% 百分点 个百分点 点 个点",
    "concentration": "微克/立方米 微克每立方米",
    "times": "倍",
    "energy": "度 度电 千瓦时",
    "volume": "立方米 立方",
    "marks": "分",
}
# Each is said of things of one sort only: 多少张床, 多少棵树 are not asked of centres and of land.
_OF_ONE_SORT = frozenset("张台辆床棵株盏本篇套栋班头层扇匹")
_MONEY_OR_TIME = frozenset(("money", "time"))
_NUMERALS = (("亿", 8), ("万", 4))
_KIND_OF_UNIT = {unit: kind for kind, units in _UNITS.items() for unit in units.split()}
_AMOUNTS = frozenset({Measure.TOTAL, Measure.FLOW})


class Lack(StrEnum):
    """Why the report does not answer."""

    PERIOD = "period"  # nothing on that time
    TARGET = "target"  # no target
    ACTUAL = "actual"  # nothing reached yet: only a target
    MEASURE = "measure"  # a rate where an amount was asked for, or the other way round
    UNIT = "unit"  # counted in something else
    WORDS = "words"  # words that are not of the report's matters
    NUMBER = "number"  # no number at all
    NAMES = "names"  # how many there are, not which
    SUBJECT = "subject"  # a time or a kind, and nothing they are of
    CHAT = "chat"  # no question


@dataclass(frozen=True, slots=True)
class Choice:
    """The figure, or what the report lacks."""

    figure: Figure | None = None
    lack: Lack | None = None


def choose(report: Report, indicator: Indicator, heard: Heard) -> Choice:
    """The figure of the period, role and measure that are asked for; none of another."""
    if heard.other_times or len(heard.periods) > 1:
        return Choice(lack=Lack.PERIOD)
    figures = [f for f in indicator.figures if f.role is not Role.BASELINE or heard.wants(Sign.START)]
    if heard.periods:
        figures = _of_period(report, figures, heard)
        if not figures:
            return Choice(lack=_lack_of(report, heard))
    roles = _of_role(figures, heard)
    if not roles:
        return Choice(lack=Lack.TARGET if _wants_target(heard) else Lack.ACTUAL)
    fitting = [figure for figure in roles if _measures(figure, indicator, heard)]
    if not fitting:
        return Choice(lack=Lack.MEASURE)
    counted = [figure for figure in fitting if counts(figure, indicator, heard.unit)]
    if not counted:
        return Choice(lack=Lack.UNIT if heard.names_unit else Lack.NUMBER)
    return Choice(min(counted, key=lambda figure: _order(report, figure, heard)))


def _of_period(report: Report, figures: list[Figure], heard: Heard) -> list[Figure]:
    """Those of the period named; of how much there was at its end also those of years that end with it."""
    own = [figure for figure in figures if figure.period == heard.periods[0]]
    named = report.periods[heard.periods[0]]
    if own or not heard.ends_with_period:
        return own
    ending = (
        p.id for p in report.periods.values() if p.kind == named.kind and p.last_year == named.last_year
    )
    return [
        figure
        for period in ending
        for figure in figures
        if (figure.period, figure.measure) == (period, Measure.TOTAL)
    ]


def counts(figure: Figure, indicator: Indicator, unit: str) -> bool:
    """Whether the figure is in what was asked for: 多少亿元 of money, 多少人 of people."""
    own = (
        "%" if figure.measure in _PER_CENT else "倍" if figure.measure is Measure.RATIO else indicator.unit.zh
    )
    size = next((10**power for numeral, power in _NUMERALS if numeral in unit), 0)
    if size and (own == "%" or figure.value < size):
        return False  # nobody asks 几个亿 of 200 projects
    counted = _KIND_OF_UNIT.get(own, "count")
    asked = unit.lstrip(SIZES)
    if asked in _OF_ONE_SORT and asked != own:
        return False
    if asked == MANY:
        return counted not in ("money", "share")
    if asked == "个":
        return counted not in ("money", "area", "weight", "length", "share", "concentration")
    kind = _KIND_OF_UNIT.get(asked.removeprefix("个"))
    return kind is None or counted == kind


def is_money(unit: str) -> bool:
    """Whether a sum is asked for: 元, 多少钱, 几个亿."""
    asked = unit.lstrip(SIZES)
    return _KIND_OF_UNIT.get(asked) == "money" or (not asked and "亿" in unit)


def is_counted_in(figure: Figure, indicator: Indicator, heard: Heard) -> bool:
    """Whether a difference can be told in the unit asked for: of two rates none in yuan or days."""
    kind = _KIND_OF_UNIT.get(heard.unit.lstrip(SIZES))
    return kind not in _MONEY_OR_TIME or counts(figure, indicator, heard.unit)


def _lack_of(report: Report, heard: Heard) -> Lack:
    return Lack.TARGET if heard.periods[0] == report.plan.id else Lack.PERIOD


def _wants_target(heard: Heard) -> bool:
    return heard.wants(Sign.TARGET) and not heard.wants(Sign.ASSERTED, Sign.ACTUAL)


def _of_role(figures: list[Figure], heard: Heard) -> list[Figure]:
    if _wants_target(heard):
        return [figure for figure in figures if figure.role is Role.TARGET]
    if heard.wants(Sign.START):
        return [f for f in figures if f.role is Role.BASELINE]
    past = heard.wants(Sign.ASSERTED) or (
        heard.wants(Sign.ACTUAL) and not heard.wants(Sign.TARGET, Sign.WILL)
    )
    return [figure for figure in figures if figure.role is Role.ACTUAL] if past else figures


def _measures(figure: Figure, indicator: Indicator, heard: Heard) -> bool:
    """Whether the figure measures what is asked: the rate of growth, or the amount."""
    rate = figure.measure in RATES
    flow = figure.measure is Measure.FLOW
    wanted = next((sign for sign in _BY_WEIGHT if heard.wants(sign)), None)
    # Of 新增就业 the growth is asked, of 高技能人才 how many were added.
    added = flow and "新增" not in heard.text
    # Of what is to be new the report does not say how many there are: 四上企业总共多少家.
    counted = _KIND_OF_UNIT.get(indicator.unit.zh, "count") == "count"
    is_new = flow and counted and figure.role is Role.TARGET and "新增" not in heard.text
    fits = {
        Sign.PROPORTION: not rate and indicator.unit.zh == "%",
        Sign.GROWTH: rate,
        # The sum over a period that is named is what was added in it: 十四五新增就业总数.
        Sign.STOCK: figure.measure is Measure.TOTAL or (flow and (heard.wants(Sign.ADDED) or heard.is_timed)),
        Sign.LEVEL: not rate and (not is_new or heard.is_timed or heard.wants(Sign.ADDED)),
        Sign.LESS: rate and figure.value < 0,
        Sign.MORE: added or (rate and figure.value > 0),
        Sign.SHARE: figure.measure in _PER_CENT or (not rate and indicator.unit.zh == "%"),
        Sign.ADDED: flow or figure.measure is Measure.CHANGE,
        Sign.QUANTITY: not rate,
    }
    return wanted is None or fits[wanted]


# Of several signs the one that says most of how a thing is measured.
_BY_WEIGHT = (
    *(Sign.PROPORTION, Sign.GROWTH, Sign.STOCK, Sign.LESS, Sign.MORE),
    *(Sign.SHARE, Sign.LEVEL, Sign.ADDED, Sign.QUANTITY),
)


def _order(report: Report, figure: Figure, heard: Heard) -> tuple[bool, bool, int, int]:
    """Without a period the plan's target first, then what is latest; an amount before a rate."""
    period = report.periods[figure.period]
    asked = bool(heard.periods) or heard.wants(Sign.ACTUAL, Sign.ASSERTED)
    is_wanted = asked or figure.role is Role.TARGET
    amount = figure.measure in _AMOUNTS
    return (not is_wanted, not amount and bool(heard.periods), -period.last_year, period.years)
