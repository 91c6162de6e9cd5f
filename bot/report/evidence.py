"""Every quote and figure against the report's text; which of its numbers nobody accounts for."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from bot.report.draft import Draft, DraftPassage
from bot.report.figures import place_of, problems_of
from bot.report.model import Indicator, Kind, Text
from bot.report.quantities import NUMBER, Quantity, in_chinese, in_english
from bot.report.source import Source, clean

_SEARCHED = 100_000  # characters of the source looked through for what a wrong quote may have meant


def passage_problems(draft: Draft, source: Source) -> Iterator[str]:
    """What is wrong with each passage by itself: its quote, its numbers, its figures."""
    indicators = {indicator.id: indicator for indicator, _ in draft.indicators}
    for passage in draft.passages:
        if source.find(passage.passage.quote) < 0:
            yield passage.origin.problem(_not_found(source, passage.passage.quote), "quote")
        elif passage.passage.kind is not Kind.SLOGAN and source.count(passage.passage.quote) > 1:
            yield passage.origin.problem("stands in the report more than once; make it longer", "quote")
        yield from _stray_numbers(passage)
        yield from _figure_problems(passage, indicators)


def order_problems(draft: Draft, source: Source) -> Iterator[str]:
    """A numbered area or measure must stand under that number in the report."""
    sections: dict[str, tuple[int, int]] = {}
    for drafted in draft.passages:
        passage = drafted.passage
        offset = source.find(passage.quote)
        if offset < 0 or passage.kind not in (Kind.AREA, Kind.MEASURE):
            continue
        place = source.place_at(offset)
        if passage.kind is Kind.AREA:
            sections[passage.id] = (place.part, place.section)
            if place.section != passage.number:
                yield drafted.origin.problem(
                    f"{passage.number} but the report counts {place.section}", "number"
                )
        elif sections.get(passage.parent, place) != (place.part, place.section):
            yield drafted.origin.problem("stands in another section of the report; move it", "quote")
        elif place.item and place.item != passage.number:
            yield drafted.origin.problem(
                f"is number {place.item} in the report but {passage.number} here; keep the report's order",
                "quote",
            )


def uncovered(draft: Draft, source: Source) -> tuple[list[tuple[int, int]], int]:
    """The numbers of the source neither a figure nor an exception accounts for, and how many there are."""
    spans = [span for passage in draft.passages for span in _figure_spans(passage, source)] + [
        span for text, _ in draft.exceptions for span in _occurrences(source, text)
    ]
    numbers = source.numbers()
    return [n for n in numbers if not any(s <= n[0] and n[1] <= e for s, e in spans)], len(numbers)


def coverage_problems(draft: Draft, source: Source, source_file: str) -> Iterator[str]:
    """Numbers nobody accounts for, and exceptions that except nothing."""
    for start, end in uncovered(draft, source)[0]:
        words = source.text[max(0, start - 10) : end + 10]
        yield (
            f"{source_file}:{source.line_at(start)}: number {source.text[start:end]}: "
            f"no figure and no exception accounts for it (…{words}…); add one"
        )
    for text, origin in draft.exceptions:
        cleaned = clean(text)
        if NUMBER.fullmatch(cleaned):
            yield origin.problem("excepts a bare number everywhere; write the words around it too", "text")
        elif not NUMBER.search(cleaned) or not _occurrences(source, text):
            yield origin.problem(f"“{text}” excepts no number of the report; remove it", "text")
        elif _is_figure(cleaned, draft):
            yield origin.problem(f"“{text}” is a figure of the digest; remove it from one of the two", "text")


def _is_figure(excepted: str, draft: Draft) -> bool:
    return any(excepted == clean(shape.as_written) for passage in draft.passages for shape in passage.figures)


def _not_found(source: Source, quote: str) -> str:
    return f"not in the report; nearest there: “{nearest_words(source, quote)}”; copy it from there"


def nearest_words(source: Source, quote: str) -> str:
    """The stretch of the report most like the quote, for the editor to compare."""
    wanted = clean(quote)[:400]
    match = SequenceMatcher(None, source.text[:_SEARCHED], wanted, autojunk=False).find_longest_match()
    start = max(0, match.a - match.b)
    found = source.text[start : start + len(wanted)]
    return found if len(found) <= 80 else _first_difference(found, wanted)


def _first_difference(found: str, wanted: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(found, wanted, strict=False)) if a != b), 0)
    return f"…{found[max(0, at - 20) : at + 20]}…"


def _stray_numbers(drafted: DraftPassage) -> Iterator[str]:
    """Numbers of a name or summary that the quote does not have."""
    passage = drafted.passage
    quote = clean(passage.quote)
    known = {quantity.value for quantity in in_chinese(quote)} | {
        quantity.value * 100 for quantity in in_chinese(quote) if quantity.unit == "倍"
    }
    fields: tuple[tuple[str, Text], ...] = (("name", passage.name), ("summary", passage.summary))
    if passage.kind is Kind.AREA:
        fields = (("name", passage.name), ("aim", passage.summary))
    for field, text in fields:
        if _in_another_order(clean(text.zh), quote):
            yield drafted.origin.problem(
                "has the numbers of the quote in another order; keep it", field, "zh"
            )
        for quantity in in_chinese(clean(text.zh)):
            if quantity.value not in known:
                yield drafted.origin.problem(f"{quantity.number} is not in the quote; mend it", field, "zh")
        for quantity in in_english(text.en):
            if quantity.value not in known:
                yield drafted.origin.problem(f"{quantity.number} is not in the quote; mend it", field, "en")


def _in_another_order(chinese: str, quote: str) -> bool:
    """Whether numbers both have may have been swapped."""
    said, written = ([q.value for q in sorted(in_chinese(text), key=_start)] for text in (chinese, quote))
    rest = iter(written)
    return all(value in written for value in said) and not all(value in rest for value in said)


def _start(quantity: Quantity) -> int:
    return quantity.start


def _figure_problems(passage: DraftPassage, indicators: dict[str, Indicator]) -> Iterator[str]:
    for index, shape in enumerate(passage.figures):
        indicator = indicators.get(shape.indicator)
        if indicator is None:
            yield passage.origin.problem(
                f"no indicator {shape.indicator!r}; mend the id or add it to indicators.yaml",
                *("figures", index, "indicator"),
            )
            continue
        for field, what in problems_of(shape, indicator, passage):
            path = tuple(field.split(".")) if field.startswith("summary") else ("figures", index, field)
            yield passage.origin.problem(what, *path)


def _figure_spans(passage: DraftPassage, source: Source) -> Iterator[tuple[int, int]]:
    offset = source.find(passage.passage.quote)
    if offset < 0:
        return
    for shape in passage.figures:
        for start in place_of(shape.as_written, passage.passage.quote):
            yield offset + start, offset + start + len(clean(shape.as_written))


def _occurrences(source: Source, text: str) -> list[tuple[int, int]]:
    wanted, found, at = clean(text), [], -1
    while wanted and (at := source.text.find(wanted, at + 1)) >= 0:
        found.append((at, at + len(wanted)))
    return found
