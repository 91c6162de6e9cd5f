"""Names by other words: companies for enterprises, 食堂 for 助餐场所."""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from bot.asking.vocabulary import synonym_classes
from bot.lookup.normalise import stem

_Units = tuple[str, ...]
_ROUNDS = 2  # older people → elderly; then care of the elderly → elderly care


def canonical(units: _Units, kept: frozenset[int] = frozenset()) -> _Units:
    """The units with each word as the first of its class, the longest first; those at `kept` as they are."""
    for _ in range(_ROUNDS):
        read = _read(units, kept) if _may_hold_some(units) else units
        if read == units:
            break
        # Once units have moved, those that were to stay are no longer known by their place.
        units, kept = read, frozenset()
    return units


def _may_hold_some(units: _Units) -> bool:
    """Whether a word that is read as another may stand in these units: most names have none."""
    single, double = _beginnings()
    return not (single.isdisjoint(units) and double.isdisjoint(pairwise(units)))


def _read(units: _Units, kept: frozenset[int]) -> _Units:
    first, lengths = _first_of_class(), _lengths()
    found: list[str] = []
    at = 0
    while at < len(units):
        for length in lengths.get(units[at], ()):
            word = first.get(units[at : at + length])
            if word and kept.isdisjoint(range(at, at + length)):
                found.extend(word)
                at += length
                break
        else:
            found.append(units[at])
            at += 1
    return tuple(found)


@cache
def _first_of_class() -> Mapping[_Units, _Units]:
    """Each word to the first of its class, the first to itself so that nothing inside it is replaced."""
    found: dict[_Units, _Units] = {}
    for first, *others in synonym_classes():
        for word in (first, *others):
            found.setdefault(units_of_word(word), units_of_word(first))
    return found


@cache
def _beginnings() -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """Of words that are read as others those of one unit, and the first two units of longer ones."""
    words = [word for word, first in _first_of_class().items() if word != first]
    single = frozenset(word[0] for word in words if len(word) == 1)
    return single, frozenset(word[:2] for word in words if len(word) > 1)


@cache
def _lengths() -> Mapping[str, tuple[int, ...]]:
    """The first unit of words to how many units they have, the most first."""
    found: dict[str, set[int]] = {}
    for word in _first_of_class():
        found.setdefault(word[0], set()).add(len(word))
    return {unit: tuple(sorted(each, reverse=True)) for unit, each in found.items()}


def units_of_word(word: str) -> _Units:
    """A word of the files of words in units: English words in their stem, or Chinese characters."""
    return tuple(stem(part) for part in word.replace("-", " ").split()) if word.isascii() else tuple(word)
