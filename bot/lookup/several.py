"""Several subjects in one line of words: 就业 助餐, jobs vs meals, 就业、助餐和GDP."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations
from typing import NamedTuple

from bot.lookup.index import Match
from bot.lookup.normalise import is_bare_number
from bot.lookup.resolve import LONGEST_QUERY
from bot.lookup.search import TextIndex, look_up
from bot.report.model import Kind

# A comma between digits is part of a number: 3,400人.
_MARKS = r"\s*(?:[、，；;/]|(?<!\d),|,(?!\d)|以及|对比|[和与與跟及]|\b(?:vs\.?|versus|and|with)(?!\w))\s*"
_MARK = re.compile(_MARKS, re.IGNORECASE)
_MARK_OR_SPACE = re.compile(rf"{_MARKS}|\s+", re.IGNORECASE)
_MOST_PIECES = 8  # of n pieces n² / 2 stretches are looked up


class HalfClear(NamedTuple):
    """Of two subjects the one that is clear, and what the other may be."""

    clear: Match
    part: str  # the words that may mean several
    matches: tuple[Match, ...]


Find = Callable[[str], Match | None]


def several(texts: TextIndex, words: str, kinds: frozenset[Kind], most: int = 3) -> tuple[Match, ...]:
    """The entries of these kinds that are clearly meant, each once, in the order they are named.

    One when the words as a whole name an entry, so that 和 within a name divides nothing; up to `most` when
    every part does; empty when neither is clear. Deterministic.
    """
    words = words.strip()[:LONGEST_QUERY]

    @cache
    def find(part: str) -> Match | None:
        return look_up(texts, part, kinds).clear

    whole = find(words)
    if whole and whole.is_exact:
        return (whole,)
    found = [matches for parts in _splits(words, most) if (matches := _all(find, parts))]
    best = max(found, key=_sureness, default=())
    are_named = best and all(match.is_exact for match in best)
    return (whole,) if whole and not are_named else best


def half_clear(texts: TextIndex, words: str, kinds: frozenset[Kind]) -> HalfClear | None:
    """Two parts of which one names an entry and the other may mean several; None where it is not so."""
    for parts in _splits(words.strip()[:LONGEST_QUERY], 2):
        one, other = (look_up(texts, part, kinds) for part in parts)
        for named, unclear, part in ((one, other, parts[1]), (other, one, parts[0])):
            if named.clear and not unclear.clear and unclear.matches:
                return HalfClear(named.clear, part, unclear.matches)
    return None


def _sureness(matches: tuple[Match, ...]) -> float:
    return min(match.score for match in matches)


def _all(find: Find, parts: tuple[str, ...]) -> tuple[Match, ...]:
    """What the parts name, when each names something of its own; a number beside names is no subject."""
    if len({is_bare_number(part) for part in parts}) > 1:
        return ()
    matches = tuple(match for part in parts if (match := find(part)))
    return matches if len(matches) == len({match.entry for match in matches}) == len(parts) else ()


def _splits(words: str, most: int) -> Iterator[tuple[str, ...]]:
    """Every way to cut the words into two to `most` parts, at marks first, then at spaces too."""
    for cut in (_MARK, _MARK_OR_SPACE):
        cuts = [(match.start(), match.end()) for match in cut.finditer(words)]
        cuts = [(start, end) for start, end in cuts if start > 0 and end < len(words)]
        if len(cuts) < _MOST_PIECES:
            for count in range(1, min(most, len(cuts) + 1)):
                yield from (_parts(words, chosen) for chosen in combinations(cuts, count))


def _parts(words: str, cuts: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    starts = (0, *(end for _, end in cuts))
    ends = (*(start for start, _ in cuts), len(words))
    return tuple(words[start:end] for start, end in zip(starts, ends, strict=True))
