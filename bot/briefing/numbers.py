"""Numbers as officials write them (1.52万人, 3.7亿元) and as English readers expect them."""

from decimal import ROUND_HALF_UP, Decimal

from bot.report.model import Bound, Figure, Indicator, Language, Measure, Unit
from bot.report.quantities import NUMBER

_CHINESE_SCALES = ((Decimal(10**8), "亿"), (Decimal(10**4), "万"))
_ENGLISH_SCALES = ((Decimal(10**9), " billion"), (Decimal(10**6), " million"))
TIMES = Unit("倍", "{} times", "{} times")  # of a ratio, whatever it is a ratio of
_BOUNDS: dict[Bound, tuple[str, str]] = {
    Bound.EXACT: ("", ""),
    Bound.AT_LEAST: ("不少于", "at least "),
    Bound.OVER: ("超过", "over "),
    Bound.AT_MOST: ("不超过", "at most "),
    Bound.ABOUT: ("约", "about "),
}


def rounded(value: Decimal, places: int) -> Decimal:
    """Half away from zero, as officials round; no trailing zeros."""
    return _trimmed(value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))


def roughly(value: Decimal, whole: Decimal) -> Decimal:
    """A computed share of a whole, as exact as it deserves: 1.8 of 2, 3046 of 3400, 331 million of 370."""
    if abs(whole) < 100:
        return rounded(value, 1)
    return rounded(value, min(0, 2 - value.adjusted()) if abs(value) >= 10_000 else 0)


def scaled(value: Decimal, language: Language) -> str:
    """A computed number, to three decimals: 15200 → 1.52万 or 15,200; 370000000 → 3.7亿 or 370 million."""
    for size, name in _CHINESE_SCALES if language == "zh" else _ENGLISH_SCALES:
        shown = rounded(value / size, 3)
        if abs(shown) >= 1:
            return f"{shown:,f}{name}"
    return f"{rounded(value, 2):,f}"


def exact_english(value: Decimal) -> str:
    """A figure of the report to its last digit: 370 million, 50.02 million, 1,202,500.25."""
    for size, name in _ENGLISH_SCALES:
        shown = _trimmed(value / size)
        if abs(shown) >= 1 and shown == rounded(shown, 3):
            return f"{shown:,f}{name}"
    return f"{_trimmed(value):,f}"


def _trimmed(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def amount(value: Decimal, unit: Unit, language: Language) -> str:
    """A number of ours with its unit: 204人, 204 people, CNY 370 million."""
    number = scaled(value, language)
    return number + unit.zh if language == "zh" else _with_unit(value, number, unit)


def _with_unit(value: Decimal, number: str, unit: Unit) -> str:
    return (unit.one if value == 1 else unit.en).replace("{}", number)


def per_cent(value: Decimal) -> str:
    """With its sign, one decimal: −5.7%, +57.1%."""
    shown = rounded(value, 1)
    return f"{'−' if value < 0 else '+'}{abs(shown):f}%"


def bounded(bound: Bound, number: str, language: Language) -> str:
    """The number with the report's bound in words: 不少于 3,400人, at least 3,400 people."""
    chinese, english = _BOUNDS[bound]
    if language == "zh":
        return f"{chinese} {number}".strip()
    return english + number


def figure_amount(figure: Figure, indicator: Indicator, language: Language) -> str:
    """A figure's number and unit without direction; in Chinese just as the report writes it."""
    if language == "zh":
        return _separated(figure.number) + figure.unit
    value = abs(figure.value)
    number = exact_english(value)
    if figure.measure in (Measure.GROWTH, Measure.ANNUAL_GROWTH):
        return f"{number}%"
    if figure.measure is Measure.RATIO:
        return TIMES.en.replace("{}", number)
    if figure.unit == "个百分点":
        return f"{number} percentage points"
    return _with_unit(value, number, indicator.unit)


def _separated(number: str) -> str:
    """3604 → 3,604; 1.52万 and 翻番 stay."""
    match = NUMBER.match(number)
    if not match or "," in number:
        return number
    whole, point, rest = match[0].partition(".")
    return f"{int(whole):,}{point}{rest}{number[match.end() :]}"
