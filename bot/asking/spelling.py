"""Slips in a question mended: characters that sound alike, letters swapped, one missing or too many."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from bot.asking.hearing import Heard
from bot.asking.lexicon import Lexicon, units_of
from bot.lookup.index import Index
from bot.lookup.near import is_slip, slips_allowed
from bot.lookup.normalise import grams

_LONGEST_WORD = 10  # characters looked at together
_MOST_TRIED = 12  # names compared letter by letter
_Units = tuple[str, ...]


def mended(index: Index, lexicon: Lexicon, heard: Heard) -> _Units | None:
    """The question with its unknown stretches read as the words they are slips of; None where none is."""
    units, unknown = _flat(heard)
    if not any(unknown):
        return None
    by_words = _english_mended(lexicon, units, unknown)
    chinese = _mended_once(index, lexicon, by_words or units, unknown)
    return chinese or by_words


def _flat(heard: Heard) -> tuple[_Units, tuple[bool, ...]]:
    """All units, and which of them nothing is known of."""
    units = tuple(unit for segment in heard.segments for unit in segment.units)
    known = tuple(
        not (segment.is_content and not segment.terms) for segment in heard.segments for _ in segment.units
    )
    return units, tuple(not one for one in known)


def _english_mended(lexicon: Lexicon, units: _Units, unknown: tuple[bool, ...]) -> _Units | None:
    found = tuple(
        _nearest_word(lexicon, unit) if strange and unit.isascii() else unit
        for unit, strange in zip(units, unknown, strict=True)
    )
    return found if found != units else None


def _nearest_word(lexicon: Lexicon, word: str) -> str:
    slips = slips_allowed(word)
    if not slips or not word.isalpha():
        return _swapped(lexicon, word)
    from rapidfuzz import process  # as in lookup.near
    from rapidfuzz.distance import OSA

    choices = [w for w, n in lexicon.english.items() if abs(n - len(word)) <= slips and w[0] == word[0]]
    near = process.extractOne(word, choices, scorer=OSA.distance, score_cutoff=slips)
    return str(near[0]) if near else word


def _swapped(lexicon: Lexicon, word: str) -> str:
    """A short word with two letters in the wrong order: GPD."""
    swaps = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1))
    return next((swap for swap in swaps if swap in lexicon.english), word)


def _mended_once(index: Index, lexicon: Lexicon, units: _Units, unknown: tuple[bool, ...]) -> _Units | None:
    """Stretch by stretch, until nothing more can be mended."""
    found: _Units | None = None
    start = 0
    while start < len(units):
        if not unknown[start] or units[start].isascii():
            start += 1
            continue
        better = _by_sound(lexicon, units, start) or _by_form(index, units, start)
        if better is None:
            start += 1
            continue
        first, last, word = better
        units = (*units[:first], *word, *units[last:])
        unknown = (*unknown[:first], *(False for _ in word), *unknown[last:])
        found = units
        start = first + len(word)
    return found


def _windows(units: _Units, at: int) -> Iterator[tuple[int, int]]:
    """Stretches of Chinese around a unit, the longest first."""
    first = at
    while first > 0 and not units[first - 1].isascii() and at - first < _LONGEST_WORD - 1:
        first -= 1
    last = at + 1
    while last < len(units) and not units[last].isascii() and last - at < _LONGEST_WORD:
        last += 1
    for length in range(min(_LONGEST_WORD, last - first), 1, -1):
        for start in range(max(first, at + 1 - length), min(at, last - length) + 1):
            yield start, start + length


def _by_sound(lexicon: Lexicon, units: _Units, at: int) -> tuple[int, int, _Units] | None:
    """就也 sounds as 就业."""
    for first, last in _windows(units, at):
        sounds = [lexicon.sounds.get(unit, "") for unit in units[first:last]]
        word = units_of(lexicon.readings.get("".join(sounds), "")) if all(sounds) else ()
        # 截至 is no slip of 节支: some of it must be as it should.
        if len(word) == last - first and any(map(str.__eq__, word, units[first:last])):
            return first, last, word
    return None


def _by_form(index: Index, units: _Units, at: int) -> tuple[int, int, _Units] | None:
    """A name of four characters or more with one slip: 城镇新就业, 城镇新新增就业."""
    windows = tuple(_windows(units, at))
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
