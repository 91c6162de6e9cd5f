"""A question taken apart: what is wanted, of which time, and the words that are left: its subject."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from bot.asking.lexicon import Lexicon, Meaning, units_of
from bot.asking.times import words_before
from bot.asking.vocabulary import Sign
from bot.lookup.index import Term
from bot.report.model import Report

LONGEST = 120  # units; nobody asks one question in more, and noise costs time
_CHINESE_NUMERALS = frozenset("一二三四五六七八九十两")
NUMERALS = frozenset(
    (*"一二三四五六七八九十两", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
)
_HOW = frozenset(("如何", "怎样", "怎么样"))
_ADVERBS = frozenset("多快慢")  # 多增收; 大 and 小 begin nouns
_DIMENSIONS = {"多长": "公里", "how long": "公里", "多久": "天", "多重": "吨"}
_COUNTING = {Sign.QUANTITY, Sign.LEVEL, Sign.GROWTH, Sign.SHARE}
_COUNTED = re.compile("[是有达为]?(?:多少|几)([百千万亿]*.*)")
_UNKNOWN, _KNOWN, _SINGLE = 3.0, 1.0, 1.2
QUIET = frozenset({Sign.NO, Sign.CHAT, Sign.ON})


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a question: a word that is known, a number, or one unit that is neither."""

    units: tuple[str, ...]
    terms: tuple[Term, ...] = ()
    signs: frozenset[Sign] = frozenset()
    period: str = ""
    is_other_time: bool = False
    is_number: bool = False
    is_measured: bool = False  # names an indicator

    @property
    def text(self) -> str:
        return joined(self.units)

    @property
    def is_content(self) -> bool:
        """Whether it may name what is asked about."""
        known = self.signs or self.period or self.is_other_time or self.is_number
        return bool(self.terms) or not known


@dataclass(frozen=True, slots=True)
class Heard:
    """What was understood of a question."""

    segments: tuple[Segment, ...]
    periods: tuple[str, ...]  # each once, as they come
    other_times: bool  # a time is meant that the report has no figures for
    signs: frozenset[Sign]
    unit: str = ""  # what is to be counted: 多少亿元, 几家
    against: bool = False  # a time is named only as what growth is measured against

    def wants(self, *signs: Sign) -> bool:
        return not self.signs.isdisjoint(signs)

    @property
    def text(self) -> str:
        return joined(tuple(unit for segment in self.segments for unit in segment.units))

    @property
    def content(self) -> tuple[Segment, ...]:
        return tuple(segment for segment in self.segments if segment.is_content)


def joined(units: tuple[str, ...]) -> str:
    """Units as text: spaces between words that are not Chinese only."""
    text = ""
    for unit in units:
        text += f" {unit}" if text and unit.isascii() and text[-1].isascii() else unit
    return text


def hear(report: Report, lexicon: Lexicon, units: tuple[str, ...], *, titles: bool = True) -> Heard:
    """Takes a question apart into known words, the longest first; at will without titles of passages."""
    segments = tuple(_divided(lexicon, units[:LONGEST], titles=titles))
    return understood(report, segments)


def part_of(report: Report, heard: Heard, segments: tuple[Segment, ...]) -> Heard:
    """Some of the segments as a question of their own; what they leave open is as in the whole."""
    part = understood(report, segments)
    return replace(
        part,
        periods=part.periods or heard.periods,
        other_times=part.other_times if part.periods or part.other_times else heard.other_times,
        signs=part.signs | heard.signs,
        unit=part.unit if part.unit or _COUNTING & part.signs else heard.unit,
    )


def hear_again(report: Report, part: Heard) -> Heard:
    """A part of a question with nothing but its own signs; its time stays that of the whole."""
    own = understood(report, part.segments)
    return replace(own, periods=part.periods, other_times=part.other_times)


def _divided(lexicon: Lexicon, units: tuple[str, ...], *, titles: bool) -> Iterator[Segment]:
    """The division that leaves least unknown and has fewest parts."""
    best: list[tuple[float, int, Meaning | None]] = [(0.0, 0, None)] * (len(units) + 1)
    best[len(units)] = (0.0, len(units), None)
    for start in range(len(units) - 1, -1, -1):
        chosen: tuple[float, int, Meaning | None] = (_UNKNOWN + best[start + 1][0], start + 1, None)
        for end, meaning in lexicon.words_at(units, start):
            if titles or not meaning.is_title:
                cost = _cost(meaning, units[start:end]) + best[end][0]
                if cost <= chosen[0]:
                    chosen = (cost, end, meaning)
        best[start] = chosen
    at = 0
    while at < len(units):
        _, end, found = best[at]
        yield _segment(units[at:end], found)
        at = end


def _cost(meaning: Meaning, units: tuple[str, ...]) -> float:
    """As good are first the names of what is measured, then words of asking, then titles: 发案率下降."""
    cost = _SINGLE if len(units) == 1 and len(units[0]) == 1 else _KNOWN
    if meaning.period or (meaning.terms and not meaning.is_title):
        return cost
    return cost + (0.02 if meaning.is_title else 0.01)


def _segment(units: tuple[str, ...], meaning: Meaning | None) -> Segment:
    if meaning is None:
        number = units[0] in NUMERALS or (units[0].isascii() and units[0][0].isdecimal())
        year = number and len(units[0]) == 4 and units[0][:2] in ("19", "20") and units[0].isdecimal()
        return Segment(units, is_number=number, is_other_time=year)
    return Segment(
        units,
        meaning.terms,
        meaning.signs,
        meaning.period,
        meaning.is_other_time,
        is_measured=meaning.is_measured,
    )


def understood(report: Report, segments: tuple[Segment, ...]) -> Heard:
    """What segments say together: times, signs, the unit."""
    segments = tuple(_with_words_in_place(tuple(_with_short_dates(segments))))
    signs = frozenset(sign for segment in segments for sign in (*segment.signs, *_implied(segment)))
    times = [segment for segment in segments if segment.period or segment.is_other_time]
    bases = {id(segment): period for segment, period in _bases(report, segments, times)}
    periods = tuple(dict.fromkeys(s.period for s in times if s.period and id(s) not in bases))
    other = any(segment.is_other_time and id(segment) not in bases for segment in times)
    if bases and not periods:
        periods = (next(iter(bases.values())),)
    if not times and Sign.WITHIN in signs:
        periods = (report.plan.id,)
    return Heard(segments, periods, other, signs - QUIET, _unit(segments), bool(bases))


def _unit(segments: tuple[Segment, ...]) -> str:
    """What stands after 多少 or 几: 多少亿元, 几家, 几个亿."""
    for segment, follows in zip(segments, (*segments[1:], None), strict=False):
        if segment.text in _DIMENSIONS:
            return _DIMENSIONS[segment.text]
        if Sign.QUANTITY in segment.signs and (found := _COUNTED.fullmatch(segment.text)):
            after = "" if follows is None or follows.is_content else follows.text
            return found[1] or after
    return ""


def _implied(segment: Segment) -> Iterator[Sign]:
    """What a name says besides naming: 投资目标, 经济增速."""
    if segment.period and segment.text.endswith(("平均", "年均")):
        yield Sign.GROWTH
    if segment.terms:
        if any(word in segment.text for word in ("目标", "target")):
            yield Sign.TARGET
        if any(word in segment.text for word in ("增速", "growth")):
            yield Sign.GROWTH


def _with_short_dates(segments: tuple[Segment, ...]) -> Iterator[Segment]:
    """24年, 3年, 3月, 2季度 as the times they are."""
    after: tuple[Segment | None, ...] = (*segments[1:], None)
    for segment, follows in zip(segments, after, strict=False):
        first = follows.units[0] if follows else ""
        if segment.is_number and first in ("年", "月", "季", "季度", "日", "号", "quarter", "month"):
            yield replace(segment, is_other_time=True)
        else:
            yield segment


def _with_words_in_place(segments: tuple[Segment, ...]) -> Iterator[Segment]:
    """Single characters count where they can stand: elsewhere they are part of a word.

    人, 户, 元 behind 多少 or a number, not in 老人; 大, 小, 多 at the end or behind 哪个, not in 小区.
    """
    before: Segment | None = None
    for n, segment in enumerate(segments):
        stands = True
        if segment.signs == {Sign.UNIT}:
            stands = before is not None and (before.is_number or _counts(before))
        elif segment.signs == {Sign.DEGREE} and not segment.units[0].isascii():
            rest = segments[n + 1 :]
            ends = all(s.signs and s.signs <= QUIET for s in rest)
            ends = (
                ends or bool(rest[0].signs & {Sign.AND, Sign.COMMA, Sign.GROWTH}) or rest[0].text[0] in "几多"
            )
            stands = ends or (
                before is not None and bool(before.signs & {Sign.WHICH, Sign.COMPARE, Sign.AND, Sign.COMMA})
            )
        elif segment.text in _HOW and all(s.signs and s.signs <= QUIET for s in segments[n + 1 :]):
            before = replace(segment, signs=frozenset({Sign.NO}))  # 增速如何 asks for the rate
            yield before
            continue
        elif segment.is_number and segment.units[0] in _CHINESE_NUMERALS:
            follows = segments[n + 1] if n + 1 < len(segments) else None
            stands = follows is None or follows.is_number or not follows.is_content or follows.text == "大"
            if not stands:  # 三甲, 一本
                before = replace(segment, is_number=False)
                yield before
                continue
        quiet = frozenset({Sign.NO}) if segment.text in _ADVERBS else frozenset[Sign]()
        before = segment if stands else replace(segment, signs=quiet)
        yield before


def _counts(segment: Segment) -> bool:
    return bool(segment.signs & {Sign.QUANTITY, Sign.UNIT}) or segment.text.endswith(("多少", "几"))


def _bases(
    report: Report, segments: tuple[Segment, ...], times: list[Segment]
) -> Iterator[tuple[Segment, str]]:
    """Times growth is only measured against, and the period that grew: 2025年比2024年, 去年比上年."""
    compared = ("from", "than", "on", "since")
    if not any(Sign.COMPARE in s.signs or s.text in compared or "倍" in s.text for s in segments):
        return
    named = [segment.period for segment in times if segment.period]
    for segment in times:
        if segment.is_other_time:
            grown = next(_periods_after(report, segment, named), "")
            if grown:
                yield segment, grown
    for one, other in pairwise(times):
        if one.period and one.period == other.period:
            yield other, one.period


def _periods_after(report: Report, segment: Segment, named: list[str]) -> Iterator[str]:
    """Periods measured against this time: of those named, or where none is, of several years."""
    for period in report.periods.values():
        fits = period.id in named if named else period.years > 1 and period.kind == "review"
        if segment.text == "前年" and fits and period.first_year - 1 == report.plan_year - 2:
            yield period.id
        if fits and segment.text in words_before(period):
            yield period.id


def heard_words(lexicon: Lexicon, text: str) -> tuple[str, ...]:
    """The units of a text; pinyin, together or by syllables, as the words it spells."""
    found: list[str] = []
    for is_latin, run in groupby(units_of(text), lambda unit: _may_be_pinyin(lexicon, unit)):
        units = tuple(run)
        found.extend(_spelt(lexicon, units) if is_latin else units)
    return tuple(found)


def _may_be_pinyin(lexicon: Lexicon, unit: str) -> bool:
    return unit.isascii() and unit.isalpha() and (unit not in lexicon.english or unit in lexicon.readings)


def _spelt(lexicon: Lexicon, units: tuple[str, ...]) -> tuple[str, ...]:
    """jinnianjiuyemubiao, jin nian jiu ye mu biao → 今年就业目标; as they are when something is left."""
    together = _divide("".join(units), lexicon.readings)
    if together:
        return tuple(unit for piece in together for unit in lexicon.readings[piece])
    return tuple(
        found
        for unit in units
        for piece in _divide(unit, lexicon.readings) or (unit,)
        for found in lexicon.readings.get(piece, (piece,))
    )


def _divide(run: str, known: Container[str]) -> tuple[str, ...]:
    """A run in the fewest known pieces; nothing when something is left."""
    best: list[tuple[str, ...] | None] = [None] * (len(run) + 1)
    best[len(run)] = ()
    for start in range(len(run) - 1, -1, -1):
        for end in range(len(run), start, -1):
            rest = best[end]
            shortest = best[start]
            if (
                rest is not None
                and run[start:end] in known
                and (shortest is None or len(rest) + 1 < len(shortest))
            ):
                best[start] = (run[start:end], *rest)
    return best[0] or ()
