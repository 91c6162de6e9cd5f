"""Names by other words: companies for enterprises, 食堂 for 助餐场所."""

from collections.abc import Mapping
from functools import cache

from bot.asking.vocabulary import synonym_classes
from bot.lookup.normalise import stem

_Units = tuple[str, ...]
_ROUNDS = 2  # older people → elderly; then care of the elderly → elderly care


def canonical(units: _Units, kept: frozenset[int] = frozenset()) -> _Units:
    """The units with each word as the first of its class, the longest first; those at `kept` as they are."""
    begins = _longest().keys()
    for _ in range(_ROUNDS):
        read = units if begins.isdisjoint(units) else _read(units, kept)
        if read == units:
            break
        # Once units have moved, those that were to stay are no longer known by their place.
        units, kept = read, frozenset()
    return units


def _read(units: _Units, kept: frozenset[int]) -> _Units:
    first, longest = _first_of_class(), _longest()
    found: list[str] = []
    at = 0
    while at < len(units):
        end = min(len(units), at + longest.get(units[at], 0))
        while end > at and (units[at:end] not in first or not kept.isdisjoint(range(at, end))):
            end -= 1
        if end > at:
            found.extend(first[units[at:end]])
            at = end
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
            found.setdefault(_units(word), _units(first))
    return found


@cache
def _longest() -> Mapping[str, int]:
    """The first unit of words to how many units the longest of them has."""
    found: dict[str, int] = {}
    for word in _first_of_class():
        found[word[0]] = max(len(word), found.get(word[0], 0))
    return found


def _units(word: str) -> _Units:
    return tuple(stem(part) for part in word.replace("-", " ").split()) if word.isascii() else tuple(word)
