"""One form for what people type: width, case, script, numerals, punctuation."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from bot.report.quantities import chinese_number

_NOISE = ("Mn", "Me", "Cc", "Cf", "Co", "Cs", "Cn")  # Unicode categories that carry no letters
_DROPPED = re.compile(r"[^\w.+]|_", re.UNICODE)
_STRAY_DOT = re.compile(r"(?<!\d)\.|\.(?!\d)|(?<!\w)\+|\+(?!\w)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNTED = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ENGLISH = {word: n for spellings in (_CARDINALS, _COUNTED) for n, word in enumerate(spellings, 1)}
_NUMERAL = r"\d{1,3}|[一二三四五六七八九十]{1,3}"
_COUNTED_THINGS = "个|项|大|类|是|、|方面|领域|th|st|nd|rd|\\."
_ORDINAL = re.compile(rf"(?:第|no\.?|number|#)?\(?({_NUMERAL}|[ivx]+|[a-z]+)\)?(?:{_COUNTED_THINGS})*")
_PLACE = re.compile(rf"(?:{_NUMERAL}(?=\())?\(?({_NUMERAL})\)?[-.·、/)]?第?\(?({_NUMERAL})\)?(?:是|条|项)?")


def _common_characters() -> Iterator[str]:
    for row in range(0xB0, 0xD8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:  # the last row is not full
                continue


# The 3,755 most common simplified characters: the first level of the national standard GB 2312.
COMMON = frozenset(_common_characters())


class _Kept(dict[int, int | None]):
    """A table for str.translate that learns which characters are noise; it stops learning when large."""

    def __missing__(self, code: int) -> int | None:
        kept = None if unicodedata.category(chr(code)) in _NOISE else code
        if len(self) < 20_000:
            self[code] = kept
        return kept


_KEPT = _Kept()


def folded(text: str) -> str:
    """Compatibility forms resolved (width, ③, Ⅲ), lower case, accents and controls dropped."""
    text = unicodedata.normalize("NFKD", text).casefold()
    return unicodedata.normalize("NFKC", text.translate(_KEPT)).strip()


def words(text: str) -> str:
    """Folded, with punctuation and emoji as single spaces: `“四上” 企业!` → `四上 企业`."""
    spaced = _DROPPED.sub(" ", folded(text))
    if "." in spaced or "+" in spaced:
        spaced = _STRAY_DOT.sub(" ", spaced)
    return " ".join(spaced.split())


def key(text: str) -> str:
    """`words` without the spaces: what two spellings of the same thing have in common."""
    return words(text).replace(" ", "")


@lru_cache(maxsize=8192)  # the same few thousand words make up all names
def stem(word: str) -> str:
    """An English word without its plural: economies, ditches, villages → economy, ditch, village."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")) and len(word) > 4:
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def ordinal(text: str) -> int | None:
    """3, 三, (三), 第三, Ⅲ, ③, three, third → 3; None for anything else."""
    match = _ORDINAL.fullmatch(folded(text).replace(" ", ""))
    if not match:
        return None
    numeral = match[1]
    if numeral.isdecimal():
        return int(numeral)
    return _ENGLISH.get(numeral) or _ROMAN.get(numeral) or chinese_number(numeral)


def is_bare_number(text: str) -> bool:
    """Whether nothing but a number was typed: 12, 三十, 3.0, -1."""
    return ordinal(text) is not None or not any(character.isalpha() for character in folded(text))


def place(text: str) -> tuple[int, int] | None:
    """8-1, (八)一是, 8.1, 八、一 → (8, 1); None for anything else, a bare 81 too."""
    compact = folded(text).replace(" ", "")
    match = _PLACE.fullmatch(compact)
    if not match or compact.isalnum():
        return None
    first, second = (int(n) if n.isdecimal() else chinese_number(n) for n in match.groups())
    return (first, second) if first and second else None


def grams(text: str) -> list[str]:
    """Pieces two similar keys share: pairs of characters where there is Chinese, triples otherwise."""
    size = 3 if text.isascii() else 2
    return [text[i : i + size] for i in range(len(text) - size + 1)] or [text]
