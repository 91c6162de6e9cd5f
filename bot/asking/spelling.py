"""Slips in a question mended: characters that sound alike, letters swapped, one missing or too many."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from bot.asking.hearing import QUIET, Heard
from bot.asking.lexicon import Lexicon, units_of
from bot.asking.vocabulary import NUMERALS, Sign
from bot.lookup.index import Index
from bot.lookup.near import is_slip, slips_allowed
from bot.lookup.normalise import grams, stem

_DOUBLED = re.compile(r"([a-z])\1")
_LONGEST_WORD = 10  # characters looked at together
_MOST_UNKNOWN = 10  # units; what is not understood in so much is no slip
_MOST_TRIED = 12  # names compared letter by letter
_Units = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Text:
    """The units of a question, which of them nothing is known of, and where known words can be divided."""

    units: _Units
    unknown: tuple[bool, ...]
    inside: tuple[bool, ...]  # whether a unit goes on with a word that is known

    def with_word(self, first: int, last: int, word: _Units) -> "_Text":
        """With a known word in place of these units."""
        return _Text(
            (*self.units[:first], *word, *self.units[last:]),
            (*self.unknown[:first], *(False for _ in word), *self.unknown[last:]),
            (*self.inside[:first], *(n > 0 for n in range(len(word))), *self.inside[last:]),
        )


def mended(index: Index, lexicon: Lexicon, heard: Heard) -> _Units | None:
    """The question with its unknown stretches read as the words they are slips of; None where none is."""
    text = _text(heard)
    # A word that narrows a question stays foreign to its subject: 货物出口额 is no slip of 货物进出口额.
    if not 0 < sum(text.unknown) <= _MOST_UNKNOWN or any(segment.narrows for segment in heard.segments):
        return None
    latin = _english_mended(lexicon, text)
    chinese = _chinese_mended(index, lexicon, latin)
    return chinese.units if chinese.units != text.units else None


def _text(heard: Heard) -> _Text:
    # Where nothing is named, single characters that say nothing may be slips: 就也目标.
    light = QUIET if not heard.content else frozenset[Sign]()
    unknown = [
        segment.is_unknown or (len(segment.units) == 1 and bool(segment.signs) and segment.signs <= light)
        for segment in heard.segments
    ]
    return _Text(
        heard.units,
        tuple(
            strange for segment, strange in zip(heard.segments, unknown, strict=True) for _ in segment.units
        ),
        tuple(n > 0 for segment in heard.segments for n in range(len(segment.units))),
    )


def _english_mended(lexicon: Lexicon, text: _Text) -> _Text:
    units = tuple(
        _nearest_word(lexicon, unit) if strange and unit.isascii() else unit
        for unit, strange in zip(text.units, text.unknown, strict=True)
    )
    return _Text(units, text.unknown, text.inside)


def _nearest_word(lexicon: Lexicon, word: str) -> str:
    once = stem(_DOUBLED.sub(r"\1", word))
    choices = lexicon.mendable.get(word[0], ())
    if once in choices:
        return once
    slips = slips_allowed(word)
    if not slips or not word.isalpha():
        return _swapped(lexicon, word)
    from rapidfuzz import process  # as in lookup.near
    from rapidfuzz.distance import OSA

    near = process.extractOne(word, choices, scorer=OSA.distance, score_cutoff=slips)
    return str(near[0]) if near else word


def _swapped(lexicon: Lexicon, word: str) -> str:
    """A short word with two letters in the wrong order: GPD."""
    swaps = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1))
    choices = lexicon.mendable.get(word[0], ())
    return next((swap for swap in swaps if swap in choices), word)


def _chinese_mended(index: Index, lexicon: Lexicon, text: _Text) -> _Text:
    """Stretch by stretch, until nothing more can be mended."""
    at = 0
    while at < len(text.units):
        if text.unknown[at] and not text.units[at].isascii():
            better = _by_sound(lexicon, text, at) or _by_form(index, text, at)
            if better:
                first, last, word = better
                text = text.with_word(first, last, word)
                at = first + len(word)
                continue
        at += 1
    return text


def _windows(text: _Text, at: int) -> Iterator[tuple[int, int]]:
    """Stretches of Chinese around a unit that divide no known word, the longest first."""
    units = text.units
    first = at
    while first > 0 and not units[first - 1].isascii() and at - first < _LONGEST_WORD - 1:
        first -= 1
    last = at + 1
    while last < len(units) and not units[last].isascii() and last - at < _LONGEST_WORD:
        last += 1
    for length in range(min(_LONGEST_WORD, last - first), 1, -1):
        for start in range(max(first, at + 1 - length), min(at, last - length) + 1):
            end = start + length
            if not text.inside[start] and not (end < len(units) and text.inside[end]):
                yield start, end


def _by_sound(lexicon: Lexicon, text: _Text, at: int) -> tuple[int, int, _Units] | None:
    """就也 sounds as 就业."""
    for first, last in _windows(text, at):
        typed = text.units[first:last]
        sounds = [lexicon.sounds.get(unit, "") for unit in typed]
        word = lexicon.readings.get("".join(sounds), ()) if all(sounds) else ()
        # 截至 is no slip of 节支: some of it must be as it should. And 三甲 is not 三家.
        alike = len(word) == last - first and any(map(str.__eq__, word, typed))
        if alike and NUMERALS.isdisjoint(typed) and _says_something(lexicon, word):
            return first, last, word
    return None


def _says_something(lexicon: Lexicon, word: _Units) -> bool:
    meaning = lexicon.meaning(word)
    return meaning is not None and bool(
        meaning.terms or meaning.period or meaning.signs - {Sign.NO, Sign.CHECK, Sign.END}
    )


def _by_form(index: Index, text: _Text, at: int) -> tuple[int, int, _Units] | None:
    """A name of four characters or more with one slip: 城镇新就业, 城镇新新增就业."""
    windows = tuple(_windows(text, at))
    units = text.units
    around = "".join(units[min(w[0] for w in windows) : max(w[1] for w in windows)]) if windows else ""
    shared = Counter(
        position for gram in dict.fromkeys(grams(around)) for position in index.postings.get(gram, ())
    )
    likely = [
        (count / max(1, len(index.keys[position]) - 1), position)
        for position, count in shared.items()
        if len(index.keys[position]) >= 4 and not index.keys[position].isascii()
    ]
    for _, position in sorted(likely, reverse=True)[:_MOST_TRIED]:
        name = index.keys[position]
        for first, last in windows:
            typed = "".join(units[first:last])
            if abs(len(typed) - len(name)) <= 1 and _is_near(index, typed, name):
                return first, last, units_of(name)
    return None


def _is_near(index: Index, typed: str, name: str) -> bool:
    """One slip apart: a character too many only when it was typed twice, or 企业利润 would be worn down."""
    from rapidfuzz.distance import OSA  # as above

    if len(typed) > len(name) and not any(one == other for one, other in pairwise(typed)):
        return False
    distance = OSA.distance(typed, name, score_cutoff=1)
    return distance <= min(1, slips_allowed(name)) and is_slip(index, typed, name)
