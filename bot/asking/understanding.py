"""What the segments of a question say together: the time, what is wanted, what is counted."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bot.asking.bases import bases
from bot.asking.choosing import PEOPLE
from bot.asking.context import in_context
from bot.asking.hearing import MANY, QUIET, SIZES, Heard, Segment
from bot.asking.lexicon import Lexicon
from bot.asking.segmenting import LONGEST, divided
from bot.asking.times import MEANS
from bot.asking.vocabulary import Sign
from bot.report.model import Report

_DIMENSIONS = {
    "多长": "公里",
    "how long": "公里",
    "多久": "天",
    "多重": "吨",
    "kilometre": "公里",
    "kilometer": "公里",
    "km": "公里",
    "hectare": "公顷",
    "tonne": "吨",
    "ton": "吨",
    "square metre": "平方米",
    "square meter": "平方米",
    "sqm": "平方米",
    "yuan": "元",
    "cny": "元",
    "rmb": "元",
}
_SPENDS = re.compile("要?[投花耗].{0,2}多少")
_COUNTED = re.compile("[是有达为]?(?:多少|几)(.*)")
_NUMBER_OF = re.compile("(人|户|家|个|件|条|亩|座|支|项)数")
_SHARES = frozenset(("point", "percentage point", "percent", "per cent", "time", "fold"))  # as units
_HOW_MANY = ("几", "多少")
_PARTICLES = frozenset(("", "且", *"呢嘛啊呀吧么哦啦了"))
_RATES = frozenset({Sign.GROWTH, Sign.SHARE, Sign.PROPORTION})
_COUNTING = frozenset({Sign.QUANTITY, Sign.LEVEL, Sign.GROWTH, Sign.SHARE})


def hear(report: Report, lexicon: Lexicon, units: tuple[str, ...], *, titles: bool = True) -> Heard:
    """Takes a question apart into known words, the longest first; at will without titles of passages."""
    return understood(report, tuple(divided(lexicon, units[:LONGEST], titles=titles)))


def part_of(report: Report, heard: Heard, segments: tuple[Segment, ...]) -> Heard:
    """Some of the segments as a question of their own; what they leave open is as in the whole."""
    part = understood(report, segments)
    return replace(
        part,
        periods=part.periods or heard.periods,
        other_times=part.other_times if part.is_timed else heard.other_times,
        signs=part.signs | heard.signs,
        unit=part.unit if part.unit or _COUNTING & part.signs or _is_behind(heard, segments) else heard.unit,
    )


def _is_behind(heard: Heard, segments: tuple[Segment, ...]) -> bool:
    """Whether what is counted was said of something before: 重点项目个数和投资目标."""
    counted = [n for n, segment in enumerate(heard.segments) if Sign.QUANTITY in segment.signs]
    begins = next((n for n, segment in enumerate(heard.segments) if segment is segments[0]), 0)
    return bool(counted) and counted[-1] < begins


def hear_again(report: Report, part: Heard) -> Heard:
    """A part of a question with nothing but its own signs; its time stays that of the whole."""
    own = understood(report, part.segments)
    return replace(own, periods=part.periods, other_times=part.other_times)


def understood(report: Report, segments: tuple[Segment, ...]) -> Heard:
    """What segments say together: times, signs, the unit."""
    segments = in_context(segments)
    named = (segment for segment in segments if segment.terms or segment.period)
    signs = frozenset[Sign]().union(*(segment.signs for segment in segments), *map(_implied, named))
    times = [segment for segment in segments if segment.period or segment.is_other_time]
    against = {id(segment): period for segment, period in bases(report, segments, times)}
    periods = tuple(dict.fromkeys(s.period for s in times if s.period and id(s) not in against))
    other = any(segment.is_other_time and id(segment) not in against for segment in times)
    if against and not periods:
        periods = (next(iter(against.values())),)
    began = Sign.START in signs or any(
        one.text in ("从", "由") and other.text.startswith(_HOW_MANY) for one, other in pairwise(segments)
    )
    if began and sum(Sign.QUANTITY in segment.signs for segment in segments) > 1:
        signs |= {Sign.COMPARE, Sign.START}  # 以前几平方米，现在几平方米; 从几平方米到几平方米
    if not times and Sign.WITHIN in signs:
        periods = (report.plan.id,)
    return Heard(segments, periods, other, signs - QUIET, _unit(segments), bool(against))


def _unit(segments: tuple[Segment, ...]) -> str:
    """What stands after 多少 or 几: 多少亿元, 几家, 几个亿; else the people before it: 老百姓有多少."""
    for before, segment, follows in zip((None, *segments), segments, (*segments[1:], None), strict=False):
        spent = "元" if _SPENDS.fullmatch(segment.text) else ""
        dimension = _DIMENSIONS.get(segment.text.removeprefix("in "), spent)
        if dimension:
            said = follows.text if follows and Sign.UNIT in follows.signs else ""  # 花了多少天, 投多少亿
            return said if said.strip(SIZES) else said + dimension
        if segment.text == "how many":
            return _of_how_many(segments, follows.text if follows else "")
        if Sign.QUANTITY in segment.signs and (named := _NUMBER_OF.fullmatch(segment.text)):
            return "" if any(_RATES & s.signs for s in segments) else named[1]
        if Sign.QUANTITY in segment.signs and (found := _COUNTED.fullmatch(segment.text)):
            after = "" if follows is None or follows.is_content else follows.text
            people = before.text if before and not before.terms and before.text in PEOPLE else ""
            if found[1] and not found[1].strip(SIZES):  # 几十亿
                return found[1] + (after if follows and Sign.UNIT in follows.signs else "")
            return found[1] or (after if after not in _PARTICLES else people)
    return ""


def _of_how_many(segments: tuple[Segment, ...], follows: str) -> str:
    """The unit named anywhere, people, or things: how many schools is no question for money or a share."""
    if follows == "people":
        return "人"
    named = next((segment.text for segment in segments if segment.text in _DIMENSIONS), "")
    return _DIMENSIONS[named] if named else "" if follows in _SHARES else MANY


def _implied(segment: Segment) -> Iterator[Sign]:
    """What a name says besides naming: 投资目标, 经济增速."""
    if segment.period and segment.text.endswith(MEANS):
        yield Sign.GROWTH
    if segment.terms:
        if any(word in segment.text for word in ("目标", "target")):
            yield Sign.TARGET
        if any(word in segment.text for word in ("增速", "增长", "growth")):
            yield Sign.GROWTH
        if segment.text.endswith(("增加", "提高")):
            yield Sign.MORE
