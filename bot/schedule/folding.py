"""One form for what people type, that remembers which characters it came from."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LONGEST_QUOTE = 40
_SAME = str.maketrans(
    {
        **dict(zip("週點點號時兩間鐘鍾禮個發後與淩", "周点点号时两间钟钟礼个发后与凌", strict=True)),
        **dict(zip("∶。’‘", ":.''", strict=True)),
        **dict.fromkeys("‐‑‒–—―−〜", "-"),
    }
)


@dataclass(frozen=True, slots=True)
class Folded:
    """Width, case, script and spaces made one: `８：３０` → `8:30`, `週一` → `周一`."""

    text: str
    typed: str
    origins: tuple[int, ...]  # of each character of `text`, its place in `typed`

    def quote(self, start: int, end: int) -> str:
        """The words as they were typed, cut when long."""
        words = self.typed[self.origin(start) : self.origin(end - 1) + 1].strip()
        return words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…"

    def origin(self, place: int) -> int:
        return self.origins[place] if place < len(self.origins) else len(self.typed)


def fold(typed: str) -> Folded:
    """Each character by itself, so that every place keeps its origin; runs of spaces become one."""
    text: list[str] = []
    origins: list[int] = []
    for origin, character in enumerate(typed):
        for piece in _folded(character):
            if piece != " " or (text and text[-1] != " "):
                text.append(piece)
                origins.append(origin)
    return Folded("".join(text), typed, tuple(origins))


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    if character.isspace():
        return " "
    pieces = unicodedata.normalize("NFKC", character.translate(_SAME)).casefold().translate(_SAME)
    seen = "".join(" " if piece.isspace() else piece for piece in pieces if not _is_unseen(piece))
    return seen[:4]  # ㋀, ㍢ and (10) are as long; one ﷺ would become eighteen


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Cn", "Mn", "Me"}
