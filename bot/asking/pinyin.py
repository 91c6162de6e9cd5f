"""Pinyin in a question read as the words it spells."""

from collections.abc import Container
from itertools import groupby

from bot.asking.lexicon import Lexicon, units_of

_ENGLISH_TOO = frozenset({"women", "name"})  # alone among other words


def heard_words(lexicon: Lexicon, text: str) -> tuple[str, ...]:
    """The units of a text; pinyin, together or by syllables, as the words it spells."""
    found: list[str] = []
    for is_latin, run in groupby(units_of(text), _is_latin):
        units = tuple(run)
        # All of it at once first: she is an English word, and begins she ling.
        whole = _together(lexicon, units) if is_latin else units
        found.extend(whole or _word_by_word(lexicon, units))
    return tuple(found)


def _is_latin(unit: str) -> bool:
    return unit.isascii() and unit.isalpha()


def _word_by_word(lexicon: Lexicon, read: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for is_latin, run in groupby(read, lambda unit: _may_be_pinyin(lexicon, unit)):
        units = tuple(run)
        found.extend(_spelt(lexicon, units) if is_latin else units)
    return tuple(found)


def _may_be_pinyin(lexicon: Lexicon, unit: str) -> bool:
    return _is_latin(unit) and (unit not in lexicon.english or unit in lexicon.readings)


def _spelt(lexicon: Lexicon, units: tuple[str, ...]) -> tuple[str, ...]:
    """jinnianjiuyemubiao, jin nian jiu ye mu biao → 今年就业目标; as they are when something is left."""
    if len(units) == 1 and units[0] in _ENGLISH_TOO:
        return units
    return _together(lexicon, units) or tuple(
        found
        for unit in units
        for piece in _divide(unit, lexicon.readings) or (unit,)
        for found in lexicon.readings.get(piece, (piece,))
    )


def _together(lexicon: Lexicon, units: tuple[str, ...]) -> tuple[str, ...]:
    pieces = _divide("".join(units), lexicon.spellings)
    if not any(piece in lexicon.readings for piece in pieces):
        return ()
    return tuple(unit for piece in pieces for unit in lexicon.spellings[piece])


def _divide(run: str, known: Container[str]) -> tuple[str, ...]:
    """A run in the fewest known pieces; nothing when something is left."""
    if not _can_be_divided(run, known):
        return ()
    best: list[tuple[str, ...] | None] = [None] * (len(run) + 1)
    best[len(run)] = ()
    for start in range(len(run) - 1, -1, -1):
        for end in range(len(run), start, -1):
            rest = best[end]
            shortest = best[start]
            if (
                rest is not None
                and run[start:end] in known
                and (shortest is None or len(rest) + 1 < len(shortest))
            ):
                best[start] = (run[start:end], *rest)
    return best[0] or ()


def _can_be_divided(run: str, known: Container[str]) -> bool:
    """Whether pieces lead from its beginning to its end; in English they seldom lead far."""
    reached = {0}
    for start in range(len(run)):
        if start in reached:
            reached.update(end for end in range(start + 1, len(run) + 1) if run[start:end] in known)
    return len(run) in reached
