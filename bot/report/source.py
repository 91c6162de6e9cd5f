"""The report's own text: where a quote stands in it, and which numbers it holds."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from bot.report.model import Place
from bot.report.quantities import NUMBER, chinese_number

_MARKUP = re.compile(r"\*\*|_\{|\}|\s+")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
_NUMERAL = "[一二三四五六七八九十]+"
_PART = re.compile(f"({_NUMERAL})、")
_SECTION = re.compile(f"-?[（(]({_NUMERAL})[)）]")
_ITEM = re.compile(f"-?({_NUMERAL})是")


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """Without Markdown bold, subscript braces and white space; digits half-width."""
    return _MARKUP.sub("", text).translate(_FULL_WIDTH)


@dataclass(frozen=True, slots=True)
class Source:
    """The cleaned text, with the line and the heading every character stands under."""

    text: str
    starts: tuple[int, ...]  # offset at which each line of the file begins in `text`
    places: tuple[Place, ...]  # of each line

    @classmethod
    def parse(cls, raw: str) -> "Source":
        """Reads the headings 一、 (一) 一是 at the start of lines; lines without one belong to the last."""
        lines = [clean(line) for line in raw.splitlines()]
        ends = list(accumulate(len(line) for line in lines))
        places, place = [], Place()
        for line in lines:
            place = _place_after(place, line)
            places.append(place)
        return cls("".join(lines), (0, *ends[:-1]), tuple(places))

    def find(self, quote: str) -> int:
        """Offset of the quote in the cleaned text, -1 when it does not occur."""
        return self.text.find(clean(quote)) if clean(quote) else -1

    def count(self, quote: str) -> int:
        """How often the quote occurs."""
        return self.text.count(clean(quote))

    def place_at(self, offset: int) -> Place:
        """The heading the character at this offset stands under."""
        return self.places[self._line_index(offset)]

    def line_at(self, offset: int) -> int:
        """Line of the file, from 1."""
        return self._line_index(offset) + 1

    def numbers(self) -> tuple[tuple[int, int], ...]:
        """Start and end of every number in Arabic digits."""
        return tuple(match.span() for match in NUMBER.finditer(self.text))

    def _line_index(self, offset: int) -> int:
        return bisect_right(self.starts, offset) - 1


def _place_after(place: Place, line: str) -> Place:
    if match := _PART.match(line):
        return Place(chinese_number(match[1]) or 0)
    if match := _SECTION.match(line):
        return Place(place.part, chinese_number(match[1]) or 0)
    if match := _ITEM.match(line):
        return Place(place.part, place.section, chinese_number(match[1]) or 0)
    return place
