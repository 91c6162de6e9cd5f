"""Words that are meant only where they stand: units behind a number, numerals, dates, 大 and 多."""

from collections.abc import Iterator
from dataclasses import replace

from bot.asking.hearing import QUIET, Segment
from bot.asking.vocabulary import CHINESE_NUMERALS, Sign

_HOW = frozenset(("如何", "怎样", "怎么样"))
_ADVERBS = frozenset("多快慢")  # 多增收; 大 and 小 begin nouns
_OF_DATES = ("年", "月", "季", "季度", "日", "号", "quarter", "month")
_BOUNDS = frozenset(("under", "over", "aged", "below", "above"))
_CEILINGS, _EXCEEDS = frozenset(("以上", "以下", "以内")), frozenset(("超过", "高于", "低于", "不到"))
_BOUNDING = _BOUNDS | _CEILINGS | _EXCEEDS | {"only", "of", "who"}  # may say of whom or of what part
_INSIDE = frozenset(("里", "里面", "里头", "里边", "当中"))
_NOTHING = frozenset({Sign.NO})
_WHICH = frozenset(("哪", "which"))
_NAMES = frozenset({Sign.LIST, Sign.NAMES})
_BEFORE_DEGREES = frozenset({Sign.WHICH, Sign.COMPARE, Sign.AND, Sign.COMMA})
_BEHIND_DEGREES = frozenset({Sign.AND, Sign.COMMA, Sign.GROWTH})


def in_context(segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The segments, each with what it means where it stands."""
    numbered = any(segment.is_number for segment in segments)
    dated = tuple(_with_short_dates(segments)) if numbered else segments
    found: list[Segment] = []
    for n, segment in enumerate(dated):
        placed = _in_place(segment, found[-1] if found else None, dated, n + 1)
        if placed.is_unknown:
            placed = _as_part(placed, found, dated[n + 1 :])
        elif placed.text in _WHICH and dated[n + 1 : n + 2]:
            follows = dated[n + 1]
            # 哪4家, which three rivers, which villages; not which share
            if follows.is_number or (placed.text == "which" and follows.is_content):
                placed = replace(placed, signs=placed.signs | _NAMES)
        found.append(placed)
    return tuple(found)


def _with_short_dates(segments: tuple[Segment, ...]) -> Iterator[Segment]:
    """24年, 3年, 3月, 2季度 as the times they are."""
    after: tuple[Segment | None, ...] = (*segments[1:], None)
    for segment, follows in zip(segments, after, strict=False):
        is_date = segment.is_number and follows is not None and follows.units[0] in _OF_DATES
        yield replace(segment, is_other_time=True) if is_date else segment


def _in_place(segment: Segment, before: Segment | None, segments: tuple[Segment, ...], after: int) -> Segment:
    """The segment, without what it cannot mean between the one before and those from `after` on.

    人, 户, 元 behind 多少 or a number, not in 老人; 大, 小, 多 at the end or behind 哪个, not in 小区.
    """
    if segment.signs == {Sign.UNIT}:
        stands = before is not None and (before.is_number or _counts(before))
    elif segment.signs == {Sign.DEGREE} and not segment.units[0].isascii():
        stands = _compares(before) or _closes(segments[after:])
    elif segment.text in _BOUNDING and _bounds(segment, before, segments[after:]):
        return replace(segment, signs=frozenset(), narrows=True, is_part=True)
    elif segment.text in _HOW:  # 增速如何 asks for the rate
        return replace(segment, signs=_NOTHING) if _are_quiet(segments[after:]) else segment
    elif segment.is_number and segment.units[0] in CHINESE_NUMERALS:  # not in 三甲, 一本
        return segment if _is_numbered(segments[after:]) else replace(segment, is_number=False)
    else:
        return segment
    if stands:
        return segment
    return replace(segment, signs=_NOTHING if segment.text in _ADVERBS else frozenset())


def _as_part(segment: Segment, before: list[Segment], rest: tuple[Segment, ...]) -> Segment:
    """Marked where it is one part of what is named: doctors of family doctor teams, 经营主体里的合作社."""
    if segment.narrows and before and Sign.QUANTITY in before[-1].signs and not (rest and rest[0].terms):
        return replace(segment, is_part=True)
    inside = len(before) > 1 and before[-1].text in _INSIDE and bool(before[-2].terms)
    return replace(segment, narrows=True) if inside else segment


def _bounds(segment: Segment, before: Segment | None, rest: tuple[Segment, ...]) -> bool:
    """Whether it says of whom or of what part: people under 30, government money only."""
    follows = rest[0].text if rest else ""
    if segment.text == "only":
        return before is not None and before.is_content
    if segment.text == "of":  # of the ten, how many
        begins = before is None or before.signs & {Sign.COMMA, Sign.ON}
        return bool(begins) and follows in ("the", "those", "these")
    if segment.text in _CEILINGS:  # 十亿元以上的
        return before is not None and (before.is_number or Sign.UNIT in before.signs) and follows == "的"
    if segment.text in _EXCEEDS:  # 超过一万元的
        return bool(rest) and rest[0].is_number and any(each.text == "的" for each in rest[:5])
    if segment.text == "who":  # not the people who
        return before is None or Sign.COMMA in before.signs
    # People over 60; but growth over 2024.
    return segment.text in _BOUNDS and bool(rest) and rest[0].is_number and not rest[0].is_other_time


def _counts(segment: Segment) -> bool:
    return bool(segment.signs & {Sign.QUANTITY, Sign.UNIT}) or segment.text.endswith(("多少", "几"))


def _compares(before: Segment | None) -> bool:
    return before is not None and not before.signs.isdisjoint(_BEFORE_DEGREES)


def _closes(rest: tuple[Segment, ...]) -> bool:
    """Whether a question or its clause ends before the rest: 哪个大, 多大和多高."""
    return _are_quiet(rest) or not rest[0].signs.isdisjoint(_BEHIND_DEGREES) or rest[0].text[0] in "几多"


def _are_quiet(rest: tuple[Segment, ...]) -> bool:
    return all(segment.signs and segment.signs <= QUIET for segment in rest)


def _is_numbered(rest: tuple[Segment, ...]) -> bool:
    """Whether the rest may begin behind a numeral."""
    follows = rest[0] if rest else None
    return follows is None or follows.is_number or not follows.is_content or follows.text == "大"
