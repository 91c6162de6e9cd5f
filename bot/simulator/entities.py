"""Entities: stretches of a message's text that mean something, counted in UTF-16 units as Telegram does."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

# Telegram lists entities by place, longer ones first, and those of the same place in this order.
_PRIORITIES = {
    "blockquote": 0, "expandable_blockquote": 0, "pre": 11, "code": 20, "text_link": 49, "text_mention": 49,
    "bold": 90, "italic": 91, "underline": 92, "strikethrough": 93, "spoiler": 94, "custom_emoji": 99,
}  # fmt: skip
_FOUND_PRIORITY = 50

STYLES = frozenset({"bold", "italic", "underline", "strikethrough", "spoiler"})
BLOCKQUOTES = frozenset({"blockquote", "expandable_blockquote"})
VERBATIM = frozenset({"pre", "code"})

_FOUND = (
    ("url", re.compile(r"(?<!\w)https?://[^\s<>\"«»]*[^\s<>\"«».:;,('?!`]", re.IGNORECASE)),
    ("email", re.compile(r"(?<![\w.+-])[A-Za-z0-9_.+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,8}(?!\w)")),
    ("bot_command", re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32}|(?!@))(?![\w/<>])")),
    ("mention", re.compile(r"(?<!\w)@[A-Za-z0-9_]{2,32}(?!\w)")),
    ("hashtag", re.compile(r"(?<!\w)#(?=\d*[^\W\d])\w{1,256}(?![\w#])")),
)


@dataclass(frozen=True, slots=True)
class Entity:
    """One stretch of text; the last four fields belong to links, mentions, code and custom emoji."""

    type: str
    offset: int
    length: int
    url: str = ""
    language: str = ""
    custom_emoji_id: str = ""
    user_id: int = 0

    @property
    def end(self) -> int:
        return self.offset + self.length

    @property
    def order(self) -> tuple[int, int, int, str]:
        return self.offset, -self.length, _PRIORITIES.get(self.type, _FOUND_PRIORITY), self.type

    def crosses(self, other: "Entity") -> bool:
        return self.offset < other.end and other.offset < self.end

    def as_json(self) -> dict[str, Any]:
        """The Bot API's MessageEntity; who is meant by a text mention is added by those who know people."""
        extra = {"url": self.url, "language": self.language, "custom_emoji_id": self.custom_emoji_id}
        place = {"type": self.type, "offset": self.offset, "length": self.length}
        return place | {name: value for name, value in extra.items() if value}


def utf16_length(text: str) -> int:
    """How long Telegram says the text is: characters beyond the basic plane, such as emoji, count twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def find_entities(text: str) -> tuple[Entity, ...]:
    """What Telegram itself recognises in plain text: commands, mentions, hashtags, addresses.

    Links are found by their http(s) scheme only; Telegram also knows bare domains.
    """
    found: list[Entity] = []
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            entity = _entity(kind, text, match)
            if not any(entity.crosses(other) for other in found):
                found.append(entity)
    return in_order(found)


def _entity(kind: str, text: str, match: re.Match[str]) -> Entity:
    return Entity(kind, utf16_length(text[: match.start()]), utf16_length(match.group()))


def in_order(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda entity: entity.order))
