"""How people name the periods of a report: years, plans, 过去五年, next five years."""

import re
from collections.abc import Iterator

from bot.report.model import Period, Report

_NUMERALS = "零一二三四五六七八九"
_CARDINALS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PAST = ("过去", "近", "这", "前", "最近", "以往", "刚过去的", "过去的", "上一个", "前面", "之前的", "上")
_AHEAD = (
    "未来",
    "今后",
    "接下来",
    "下一个",
    "往后",
    "后",
    "下",
    "将来",
    "新的",
    "未来的",
    "接下来的",
    "以后",
    "此后",
    "下个",
)
_AFTER = (
    "",
    "来",
    "间",
    "里",
    "内",
    "时间",
    "以来",
    "期间",
    "中",
    "平均",
    "年均",
    "下来",
    "以后",
    "后",
    "前后",
    "平均水平",
    "均值",
)
# A report that looks back on several years means these.
_PAST_UNCOUNTED = (
    *(
        "这几年",
        "近几年",
        "过去几年",
        "最近几年",
        "前几年",
        "几年来",
        "近年来",
        "这些年",
        "这几年来",
        "头五年",
    ),
    *(
        "recent years",
        "past few years",
        "last few years",
        "these past years",
        "plan period",
        "the plan period",
    ),
)
_AHEAD_UNCOUNTED = (
    "未来几年",
    "今后几年",
    "往后几年",
    "后头五年",
    "后头几年",
    "coming years",
    "next few years",
)
_ORDINALS = {12: "twelfth", 13: "thirteenth", 14: "fourteenth", 15: "fifteenth", 16: "sixteenth"}
_COUNTED_PLAN = re.compile(r"(\d+)th five[ -]year plan", re.IGNORECASE)
MEANS = ("平均", "年均", "均值", "平均水平")
_OF_TIME = ("期间", "时期", "末", "期末", "底", "末期", "以来", "全年", "年末", "年底", *MEANS)
_UNTIL = ("up to", "to", "until", "through", "ending", "ending in", "till")
_PAST_ENGLISH = ("past", "last", "previous", "recent", "preceding")
_AHEAD_ENGLISH = ("next", "coming", "following", "future", "upcoming")


def period_words(report: Report) -> Iterator[tuple[str, str]]:
    """Each way to name a period, and its id; the digest's own names and aliases first."""
    for period in report.periods.values():
        for name in (period.name.zh, period.name.en, *period.aliases):
            yield name, period.id
            if not name.isascii() and not name.endswith(_OF_TIME):
                yield from ((f"{name}{after}", period.id) for after in _OF_TIME)
        yield from ((word, period.id) for word in _in_years(period))
        if period.years > 1:
            yield from ((word, period.id) for word in _long(period))


def _in_years(period: Period) -> Iterator[str]:
    first, last = str(period.first_year), str(period.last_year)
    if period.years == 1:
        yield from (first, f"{first}年", f"{first}年度", f"{first[2:]}年", f"{first}年全年", f"FY{first}")
        return
    for start, end in ((first, last), (f"{first}年", f"{last}年")):
        for between in ("", "到", "至", "—", " to ", "-"):
            yield f"{start}{between}{end}"
            yield f"{start}{between}{end}年"
    yield from (f"{first[2:]}{between}{last[2:]}年" for between in ("到", "至", "-"))
    yield from (f"{first}{between}{last[2:]}" for between in ("-", " ", " to "))
    yield from (f"between {first} and {last}", f"from {first} to {last}", f"{first} through {last}")
    if period.kind == "review":
        yield from (f"since {first}", f"{first}年以来")
    if period.kind == "outlook":
        yield from (f"到{last}年", f"到{last}", f"by {last}", f"{last}年", f"{last}")


def _long(period: Period) -> Iterator[str]:
    n, last = period.years, period.last_year
    yield from _AHEAD_UNCOUNTED if period.kind == "outlook" else _PAST_UNCOUNTED
    numbers = (str(n), _NUMERALS[n]) if n < 10 else (str(n),)
    ahead = period.kind == "outlook"
    for number in numbers:
        for before in _AHEAD if ahead else _PAST:
            yield from (f"{before}{number}年{after}" for after in _AFTER)
        if not ahead:
            yield from (f"{number}年{after}" for after in _AFTER)
    for number in (str(n), _CARDINALS[n] if n <= 10 else str(n)):
        before_plans = _AHEAD_ENGLISH if ahead else ("", "the")
        plans = ("FYP", f"{number} year plan", f"{number} year plan period")
        yield from (f"{before} {plan}".strip() for before in before_plans for plan in plans)
        if not ahead:
            yield from (f"{number} year period", f"{number} years", f"the {number} years")
            yield from (f"{number} years {until} {last}" for until in _UNTIL)
        for before in _AHEAD_ENGLISH if ahead else _PAST_ENGLISH:
            yield from (
                f"{before} {number} years",
                f"{before} {number} year",
                f"{before} {number} year period",
            )
            if not ahead:
                yield from (f"{before} {number} years {until} {last}" for until in _UNTIL)


def words_before(period: Period) -> Iterator[str]:
    """What the figures of a period are measured against: the year before it, the plan before it."""
    yield from (str(period.first_year - 1), f"{period.years}年前", f"{_CARDINALS[period.years]} year ago")
    if period.years == 1:
        yield from ("前一年", "头一年", "上一年度", "去年同期", "上年同期")
    if period.years < 10:
        yield f"{_NUMERALS[period.years]}年前"
    for alias in period.aliases:
        if len(alias) == 3 and alias[0] == "十" and alias[2] == "五" and alias[1] in _NUMERALS[2:]:
            yield f"十{_NUMERALS[_NUMERALS.index(alias[1]) - 1]}五"
        if counted := _COUNTED_PLAN.fullmatch(alias):
            before = int(counted[1]) - 1
            for ordinal in (f"{before}th", _ORDINALS.get(before, "")):
                yield from (f"{ordinal} {plan}" for plan in ("five year plan", "five year", "plan", "fyp"))
