"""Numbers as people write them: 1.52万人, 3400人以上, 翻番, 三千四百, at least CNY 370 million."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.report.model import Bound

# Words that state a quantity without a digit, as per cent, and the English that carries the same.
WORDED = {
    "翻两番": (Decimal(300), "quadrupl"),
    "翻一番": (Decimal(100), "doubl"),
    "翻番": (Decimal(100), "doubl"),
    "全覆盖": (Decimal(100), "full coverage|cover(?:s|ed|ing)? (?:all|every)|fully cover"),
    "清零": (Decimal(0), "zero|eliminat"),
}

_SCALES = {"": 1, "千": 10**3, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_ENGLISH_SCALES = {"": 1, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_BEFORE = {
    "不少于": Bound.AT_LEAST,
    "不低于": Bound.AT_LEAST,
    "至少": Bound.AT_LEAST,
    "不超过": Bound.AT_MOST,
    "不高于": Bound.AT_MOST,
    "超过": Bound.OVER,
    "突破": Bound.OVER,
    "超": Bound.OVER,
    "逾": Bound.OVER,
    "约": Bound.ABOUT,
    "近": Bound.ABOUT,
}
_AFTER = {
    "以上": Bound.AT_LEAST,
    "以内": Bound.AT_MOST,
    "以下": Bound.AT_MOST,
    "左右": Bound.ABOUT,
    "多": Bound.OVER,
    "余": Bound.OVER,
}
_ENGLISH_BEFORE = (
    (r"at least|no fewer than|no less than|not less than", Bound.AT_LEAST),
    (r"at most|no more than|not more than|not over|not exceeding|up to|within", Bound.AT_MOST),
    (r"over|more than|above|beyond|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?", Bound.OVER),
    (r"about|around|roughly|approximately|nearly", Bound.ABOUT),
)
_NUMBER = r"(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\d)"
_HAN_DIGITS = dict(zip("零〇一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_HAN_POWERS = {"十": 10, "百": 100, "千": 1000}
_HAN_BELOW_WAN = "[零〇一二两三四五六七八九十百千]+"
_HAN_NUMBER = f"(?:{_HAN_BELOW_WAN}[万亿])*{_HAN_BELOW_WAN}"

_PLURALS = {"percentage point": "percentage points", "time": "times"}

NUMBER = re.compile(_NUMBER)
_DIGIT = re.compile(r"\d")  # most names and sentences have none, and need no closer look
_ENGLISH = re.compile(
    "(?:(?P<before>"
    + "|".join(words for words, _ in _ENGLISH_BEFORE)
    + r")\s+)?(?-i:(?P<currency>[A-Z]{3})\s)?(?P<number>"
    + _NUMBER
    + r")(?:[\s-](?P<scale>thousand|million|billion|trillion)\b)?"
    r"(?P<unit>%|\s(?:percentage points?|times)\b)?(?P<after>\s(?:or|and) (?:more|above))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number found in a text; `value` has 万, 亿, million multiplied out."""

    value: Decimal
    bound: Bound
    number: str  # number and scale as written, or the word
    unit: str  # the unit right after it, if it is one of those looked for
    start: int  # of the whole quantity, bound words included
    end: int


def in_chinese(text: str, *units: str) -> Iterator[Quantity]:
    """Every number in Arabic digits or as one of `WORDED`, with the bound words that touch it.

    `units` are the units a bound word may stand behind (3400人以上); `%` and `倍` always count.
    """
    for match in _chinese(_NUMBER, units).finditer(text) if _DIGIT.search(text) else ():
        number = match["number"].replace(",", "")
        yield _chinese_quantity(match, Decimal(number) * _SCALES[match["scale"]])
    for match in _WORDED.finditer(text):
        value = WORDED[match[0]][0]
        yield Quantity(value, Bound.EXACT, match[0], "", match.start(), match.end())


def in_chinese_numerals(text: str, *units: str) -> Iterator[Quantity]:
    """Every number in Chinese numerals: 三千四百人以上, 五万."""
    for match in _chinese(_HAN_NUMBER, units).finditer(text):
        number = chinese_number(match["number"])
        if number is not None:
            yield _chinese_quantity(match, Decimal(number) * _SCALES[match["scale"]])


def in_english(text: str) -> Iterator[Quantity]:
    """Every number in an English text: `at least 3,400`, `over CNY 1 billion`, `24.8%`."""
    for match in _ENGLISH.finditer(text) if _DIGIT.search(text) else ():
        scale = (match["scale"] or "").lower()
        value = Decimal(match["number"].replace(",", "")) * _ENGLISH_SCALES[scale]
        bound = Bound.AT_LEAST if match["after"] else _english_bound(match["before"])
        said = (match["unit"] or "").strip().lower()
        unit = match["currency"] or _PLURALS.get(said, said)
        yield Quantity(value, bound, match["number"], unit, match.start(), match.end())


def chinese_number(text: str) -> int | None:
    """三千四百 → 3400, 十二 → 12, 二〇二六 → 2026, 三万九千 → 39000; None when it makes no number."""
    for scale in ("亿", "万"):
        high, found, low = text.partition(scale)
        if found and scale in low:
            return None
        if found:
            parts = chinese_number(high), chinese_number(low) if low else 0
            return None if None in parts else (parts[0] or 0) * _SCALES[scale] + (parts[1] or 0)
    if not any(power in text for power in _HAN_POWERS):
        if not text or any(character not in _HAN_DIGITS for character in text):
            return None
        return int("".join(str(_HAN_DIGITS[character]) for character in text))
    return _below_ten_thousand(text)


def _below_ten_thousand(text: str) -> int | None:
    """三千零四 → 3004, and as people say it 三千四 → 3400; None when powers do not fall, as in 百千."""
    total, digit, power, zero = 0, 0, 10_000, False
    for character in text:
        if character in _HAN_POWERS and _HAN_POWERS[character] < power:
            power = _HAN_POWERS[character]
            total += (digit or 1) * power
            digit, zero = 0, False
        elif character in _HAN_DIGITS and not digit:
            digit = _HAN_DIGITS[character]
            zero = zero or not digit
        else:
            return None
    return total + digit * (1 if zero else power // 10)


_PATTERNS: dict[tuple[str, tuple[str, ...]], re.Pattern[str]] = {}
_WORDED = re.compile("|".join(WORDED))


def _chinese(number: str, units: tuple[str, ...]) -> re.Pattern[str]:
    pattern = _PATTERNS.get((number, units))
    if pattern is None:
        known = "|".join(
            re.escape(unit) for unit in sorted({*units, "%", "倍"} - {""}, key=len, reverse=True)
        )
        pattern = re.compile(
            f"(?P<before>{'|'.join(_BEFORE)})?(?P<number>{number})(?P<scale>万亿|亿|万|千|)"
            f"(?P<unit>{known}|)(?P<after>{'|'.join(_AFTER)}|)"
        )
        _PATTERNS[number, units] = pattern
    return pattern


def _chinese_quantity(match: re.Match[str], value: Decimal) -> Quantity:
    bound = _AFTER.get(match["after"]) or _BEFORE.get(match["before"] or "", Bound.EXACT)
    return Quantity(value, bound, match["number"] + match["scale"], match["unit"], match.start(), match.end())


def _english_bound(words: str | None) -> Bound:
    if words is None:
        return Bound.EXACT
    return next(bound for pattern, bound in _ENGLISH_BEFORE if re.fullmatch(pattern, words, re.IGNORECASE))
