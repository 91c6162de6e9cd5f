"""A question divided into known words, numbers, and units of which nothing is known."""

from collections.abc import Iterator

from bot.asking.hearing import Segment
from bot.asking.lexicon import Lexicon, Meaning
from bot.asking.vocabulary import NUMERALS

LONGEST = 120  # units; nobody asks one question in more, and noise costs time
_UNKNOWN, _KNOWN, _SINGLE = 3.0, 1.0, 1.2
_Step = tuple[
    float, int, Meaning | None
]  # the cost from here to the end, where the segment ends, its meaning


def divided(lexicon: Lexicon, units: tuple[str, ...], *, titles: bool) -> Iterator[Segment]:
    """The division that leaves least unknown and has fewest parts; at will without titles of passages."""
    best: list[_Step] = [(0.0, 0, None)] * (len(units) + 1)
    best[len(units)] = (0.0, len(units), None)
    for start in range(len(units) - 1, -1, -1):
        chosen: _Step = (_UNKNOWN + best[start + 1][0], start + 1, None)
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
        narrows=meaning.narrows,
    )
