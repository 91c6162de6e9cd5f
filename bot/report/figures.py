"""A figure against the words it stands in: number, unit, bound and direction, in both languages."""

import re
from collections.abc import Iterator
from decimal import Decimal

from bot.report.draft import DraftPassage
from bot.report.model import Figure, Indicator, Measure
from bot.report.quantities import WORDED, Quantity, in_chinese, in_chinese_numerals, in_english
from bot.report.shapes import FigureShape
from bot.report.source import clean

# What stands between a fact and the next: the direction of 下降14.3%、45.6% holds for both numbers.
_CLAUSE_END = ",，。;；!！?？"
_UP = ("增长", "提高", "提升", "增加", "上升", "增速", "翻番", "翻一番", "翻两番", "新增")
_DOWN = ("下降", "减少", "压缩", "降低", "缩减", "下滑", "回落", "减")
_ENGLISH_UP = re.compile(
    r"\b(r[io]s|grew|grow|up\b|increas|gain|add|improv|doubl|higher|expan|rais|climb)", re.IGNORECASE
)
_ENGLISH_DOWN = re.compile(
    r"\b(f[ae]ll|down|drop|cut|reduc|decreas|lower|declin|shorten|shrink|less|fewer)", re.IGNORECASE
)
_PER_CENT = (Measure.GROWTH, Measure.ANNUAL_GROWTH)


def place_of(as_written: str, quote: str) -> tuple[int, ...]:
    """Offsets in the cleaned quote at which the words stand as a whole, not inside a longer number."""
    words, text = clean(as_written), clean(quote)
    found, at = [], text.find(words) if words else -1
    while at >= 0:
        before, after = text[max(0, at - 1) : at], text[at + len(words) : at + len(words) + 2]
        goes_on = after[:1].isdecimal() or (after[:1] == "." and after[1:].isdecimal())
        if not (before == "." or before.isdecimal() or goes_on):
            found.append(at)
        at = text.find(words, at + 1)
    return tuple(found)


def read_as_written(as_written: str, unit: str) -> Quantity | None:
    """The one quantity these words state, or None when they state none or several."""
    words = clean(as_written)
    found = list(in_chinese(words, unit, "个百分点")) or list(in_chinese_numerals(words, unit))
    return found[0] if len(found) == 1 else None


def measure_of(shape: FigureShape, indicator: Indicator) -> Measure:
    """As given, or what is usual for the indicator."""
    return shape.measure or (Measure.FLOW if indicator.accrues else Measure.TOTAL)


def figure_of(shape: FigureShape, indicator: Indicator, passage: str) -> Figure:
    """The figure; call only when `problems_of` found nothing."""
    written = read_as_written(shape.as_written, indicator.unit.zh)
    if written is None:
        raise ValueError(shape.as_written)
    measure = measure_of(shape, indicator)
    unit = written.unit or _unit_for(measure, indicator)
    return Figure(
        indicator.id,
        shape.period,
        shape.role,
        measure,
        shape.bound,
        shape.value,
        clean(shape.as_written),
        written.number,
        "" if written.number in WORDED else unit,
        passage,
    )


def problems_of(shape: FigureShape, indicator: Indicator, draft: DraftPassage) -> Iterator[tuple[str, str]]:
    """Pairs of a field (`value`, `as_written`, `bound`, `summary.en` …) and what is wrong with it."""
    written = read_as_written(shape.as_written, indicator.unit.zh)
    if written is None:
        yield "as_written", f"“{shape.as_written}” holds no number, or several; give one, with its unit"
        return
    places = place_of(shape.as_written, draft.passage.quote)
    if len(places) != 1:
        how = "does not stand in the quote" if not places else "stands in the quote more than once"
        yield "as_written", f"“{shape.as_written}” {how}; copy it from there, long enough to be the only one"
        return
    yield from _against_words(shape, indicator, written)
    yield from _against_quote(shape, indicator, clean(draft.passage.quote), places[0])
    yield from _against_summaries(shape, indicator, draft)


def _against_words(shape: FigureShape, indicator: Indicator, written: Quantity) -> Iterator[tuple[str, str]]:
    measure = measure_of(shape, indicator)
    says = _value_said(written, measure)
    if abs(shape.value) != says:
        yield "value", f"{shape.value} but “{shape.as_written}” is {says:f}; make them agree"
    unit = _unit_for(measure, indicator)
    allowed = {"", unit, "倍"} if measure in _PER_CENT else {"", unit}
    if measure is Measure.CHANGE:
        allowed.add("个百分点")
    follows = clean(shape.as_written)[written.end :]
    if written.unit not in allowed or (follows and not written.unit and written.number not in WORDED):
        wrong = written.unit or follows
        yield "as_written", f"“{wrong}” is not the unit “{unit}”; mend it or the indicator's unit"
    negative = shape.value < 0
    if negative and measure not in (*_PER_CENT, Measure.CHANGE):
        yield "value", "only a growth or a change can be negative; remove the sign"


def _against_quote(
    shape: FigureShape, indicator: Indicator, quote: str, start: int
) -> Iterator[tuple[str, str]]:
    end = start + len(clean(shape.as_written))
    around = _quantity_around(quote, start, end, indicator.unit.zh)
    if around and around.bound is not shape.bound:
        words = quote[around.start : around.end]
        yield (
            "bound",
            f"{shape.bound.value} but the report says “{words}”: {around.bound.value}; make them agree",
        )
    elif around and (around.start < start or around.end > end):
        words = quote[around.start : around.end]
        yield "as_written", f"the report says “{words}”; write all of it"
    measure = measure_of(shape, indicator)
    yearly = "年均" in quote[_clause_start(quote, end) : end]
    if measure in _PER_CENT and yearly is not (measure is Measure.ANNUAL_GROWTH):
        right = Measure.ANNUAL_GROWTH if yearly else Measure.GROWTH
        yield (
            "measure",
            f"{measure.value} but the report {'says' if yearly else 'does not say'} 年均: {right.value}",
        )
    if measure in (*_PER_CENT, Measure.CHANGE):
        falls = _falls(quote, end)
        if falls is not None and falls != (shape.value < 0):
            word = "falls: make it negative" if falls else "rises: make it positive"
            yield "value", f"{shape.value} but the report says it {word}"


def _against_summaries(
    shape: FigureShape, indicator: Indicator, draft: DraftPassage
) -> Iterator[tuple[str, str]]:
    measure = measure_of(shape, indicator)
    summary = draft.passage.summary
    if not _chinese_says(shape, indicator, clean(summary.zh)):
        yield "summary.zh", f"must say “{shape.as_written}”, as the quote does"
    if not _english_says(shape, indicator, summary.en):
        yield "summary.en", f"must say {abs(shape.value):,f} with the bound “{shape.bound.value}”, converted"
    if shape.value < 0 and not _ENGLISH_DOWN.search(summary.en):
        yield "summary.en", f"must say that {indicator.name.en} fell"
    if shape.value > 0 and measure in (*_PER_CENT, Measure.CHANGE) and not _ENGLISH_UP.search(summary.en):
        yield "summary.en", f"must say that {indicator.name.en} rose"


def _chinese_says(shape: FigureShape, indicator: Indicator, chinese: str) -> bool:
    """Whether one quantity of the summary has the value, bound, unit and direction of the figure."""
    measure = measure_of(shape, indicator)
    written = read_as_written(shape.as_written, indicator.unit.zh)
    directed = measure in (*_PER_CENT, Measure.CHANGE)
    return any(
        _value_said(quantity, measure) == abs(shape.value)
        and quantity.bound is shape.bound
        and (written is None or quantity.unit == written.unit)
        and (not directed or bool(_falls(chinese, quantity.end)) is (shape.value < 0))
        for quantity in in_chinese(chinese, indicator.unit.zh, "个百分点")
    )


def _english_says(shape: FigureShape, indicator: Indicator, english: str) -> bool:
    written = read_as_written(shape.as_written, indicator.unit.zh)
    if written and written.number in WORDED:
        return re.search(WORDED[written.number][1], english, re.IGNORECASE) is not None
    units = {_english_unit(shape, indicator), "" if written and not written.unit else None}
    return any(
        quantity.value == abs(shape.value) and quantity.bound is shape.bound and quantity.unit in units
        for quantity in in_english(english)
    )


def _english_unit(shape: FigureShape, indicator: Indicator) -> str:
    """The unit the English must name beside the number; empty for nouns, which grammar may move."""
    measure = measure_of(shape, indicator)
    if measure in _PER_CENT:
        return "%"
    if measure is Measure.RATIO:
        return "times"
    if "个百分点" in shape.as_written:
        return "percentage points"
    before, _, after = indicator.unit.en.partition("{}")
    return before.strip() or (after if after == "%" else "")


def _value_said(written: Quantity, measure: Measure) -> Decimal:
    """增长4倍 is growth of 400 per cent; 2.8倍 as a ratio is 2.8."""
    if written.unit == "倍" and measure in _PER_CENT:
        return written.value * 100
    return written.value


def _unit_for(measure: Measure, indicator: Indicator) -> str:
    if measure in _PER_CENT:
        return "%"
    return "倍" if measure is Measure.RATIO else indicator.unit.zh


def _quantity_around(quote: str, start: int, end: int, unit: str) -> Quantity | None:
    """The quantity of the quote that overlaps these words, with the bound words the report gives it."""
    found = [*in_chinese(quote, unit, "个百分点")] or [*in_chinese_numerals(quote, unit)]
    return next((q for q in found if q.start < end and q.end > start), None)


def _clause_start(quote: str, end: int) -> int:
    return max(quote.rfind(mark, 0, end) for mark in _CLAUSE_END) + 1


def _falls(quote: str, end: int) -> bool | None:
    """Whether the last word of direction before `end`, in the same clause, is one of falling."""
    clause = quote[_clause_start(quote, end) : end]
    up = max(clause.rfind(word) for word in _UP)
    down = max(clause.rfind(word) for word in _DOWN)
    return None if up == down else down > up
