"""Traditional characters and pinyin, from libraries that are slow to load: import this late."""

import json
import sys
import warnings
from collections.abc import Iterable

from bot.lookup.index import Reading

with warnings.catch_warnings():
    # zhconv looks for its table through setuptools' deprecated interface and leaves the file open.
    warnings.simplefilter("ignore")
    import zhconv

    zhconv.convert("", "zh-hans")


def to_simplified(text: str) -> str:
    """就業 → 就业."""
    return str(zhconv.convert(text, "zh-hans"))


def readings_of(terms: Iterable[str]) -> dict[str, Reading]:
    """Pinyin of each term, without tones; a Latin stretch is one syllable a letter. Takes 55 MB."""
    from pypinyin import Style, lazy_pinyin  # 0.1 s and 55 MB, wanted once

    found = {}
    for term in terms:
        parts = lazy_pinyin(term, style=Style.NORMAL, errors="default")
        found[term] = Reading(tuple(syllable for part in parts for syllable in _syllables(part)))
    return found


def _syllables(part: str) -> tuple[str, ...]:
    """A syllable of pinyin as it is; what had no reading (Latin, digits) letter by letter."""
    if part.isascii() and part.isalpha() and part.islower():
        return (part,)
    return tuple(character.lower() for character in part if character.isalnum() and character.isascii())


if __name__ == "__main__":
    # A list of terms in, their syllables out: see app.readings.
    terms = json.load(sys.stdin)
    json.dump({term: reading.syllables for term, reading in readings_of(terms).items()}, sys.stdout)
