"""From what is handed over to what stands in the chat: text cleaned and trimmed, entities in order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Any

from bot.simulator.entities import (
    BLOCKQUOTES,
    STYLES,
    VERBATIM,
    Entity,
    find_entities,
    in_order,
    utf16_length,
)
from bot.simulator.faults import bad_request
from bot.simulator.markup import parse_html

# Control characters become spaces; carriage returns, direction marks and vertical lines vanish.
_CLEANED = {
    **{code: " " for code in range(32) if code != ord("\n")},
    **dict.fromkeys([ord("\r"), *range(0x2028, 0x202F), 0x0333, 0x033F, 0x030A], ""),
}
_BLANKS = frozenset({" ".encode("utf-16-le"), "\n".encode("utf-16-le")})
_SENT_TYPES = (
    frozenset({"text_link", "text_mention", "custom_emoji"}) | STYLES | BLOCKQUOTES | VERBATIM
)  # what a bot may send; the rest Telegram finds by itself


@dataclass(frozen=True, slots=True)
class FormattedText:
    """A text as it stands in a chat."""

    text: str = ""
    entities: tuple[Entity, ...] = ()

    @property
    def length(self) -> int:
        return utf16_length(self.text)


def format_text(text: str, parse_mode: str = "", entities: Sequence[Mapping[str, Any]] = ()) -> FormattedText:
    """Read a text as Telegram reads one: by its parse mode, else with the entities given along.

    Raises:
        ApiError: the markup or the entities are wrong, or the parse mode is neither HTML nor none.
    """
    if text and parse_mode.lower() not in {"", "none"}:
        if parse_mode.lower() != "html":
            raise bad_request("unsupported parse_mode")
        return tidy(*parse_html(text))
    return tidy(text, tuple(_given(entity) for entity in entities if entity["type"] in _SENT_TYPES))


def _given(fields: Mapping[str, Any]) -> Entity:
    known = {name: fields[name] for name in ("url", "language", "custom_emoji_id") if name in fields}
    user_id = int(fields.get("user", {}).get("id", 0))
    return Entity(fields["type"], fields["offset"], fields["length"], user_id=user_id, **known)


def tidy(text: str, entities: Iterable[Entity] = ()) -> FormattedText:
    """Clean and trim the text, drop entities around nothing, find commands and mentions, set all in order."""
    text, placed = _clean(text, [entity for entity in entities if entity.length > 0])
    text, placed = _trim(text, placed)
    return FormattedText(text, _arrange(text, placed))


def _clean(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    cleaned = text.translate(_CLEANED)
    if not entities:
        return cleaned, []
    before = [*accumulate(map(_units, text), initial=0)]
    after = before if cleaned == text else [*accumulate(map(_units_kept, text), initial=0)]
    moved = dict(zip(before, after, strict=True))
    return cleaned, [_moved(entity, moved, before[-1]) for entity in entities]


def _units(char: str) -> int:
    """As utf16_length, of a single character."""
    return 2 if char > "\uffff" else 1


def _units_kept(char: str) -> int:
    cleaned = _CLEANED.get(ord(char))
    return _units(char) if cleaned is None else len(cleaned)


def _moved(entity: Entity, moved: Mapping[int, int], length: int) -> Entity:
    if not 0 <= entity.offset <= length:
        raise bad_request(f"entity begins after the end of the text at UTF-16 offset {entity.offset}")
    beginning = f"entity beginning at UTF-16 offset {entity.offset}"
    if entity.end > length:
        raise bad_request(f"{beginning} ends after the end of the text at UTF-16 offset {entity.end}")
    if entity.offset not in moved or entity.end not in moved:
        raise bad_request(f"{beginning} begins or ends in a middle of a UTF-16 symbol")
    offset = moved[entity.offset]
    return replace(entity, offset=offset, length=moved[entity.end] - offset)


def _trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Trim the text, and in each entity the blanks it begins with."""
    kept = text.rstrip(" \n")
    units = kept.encode("utf-16-le", "surrogatepass")
    lead = len(kept) - len(kept.lstrip(" \n"))
    trimmed = []
    for entity in entities:
        start, end = entity.offset, min(entity.end, len(units) // 2)
        while start < end and units[2 * start : 2 * start + 2] in _BLANKS:
            start += 1
        if start < end:
            trimmed.append(replace(entity, offset=start - lead, length=end - start))
    return kept[lead:], trimmed


def _arrange(text: str, entities: list[Entity]) -> tuple[Entity, ...]:
    """Whole entities never overlap; styles do, and are cut where a whole one begins or ends."""
    quotes = _without_overlaps(entity for entity in entities if entity.type in BLOCKQUOTES)
    given = _without_overlaps(entity for entity in entities if entity.type not in STYLES | BLOCKQUOTES)
    found = [entity for entity in find_entities(text) if not any(entity.crosses(other) for other in given)]
    whole = [*quotes, *given, *found]
    styles = [piece for style in sorted(STYLES) for piece in _pieces(style, entities, whole)]
    return in_order([*whole, *styles])


def _without_overlaps(entities: Iterable[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in in_order(entities):
        if not kept or entity.offset >= kept[-1].end:
            kept.append(entity)
    return kept


def _pieces(style: str, entities: list[Entity], whole: list[Entity]) -> list[Entity]:
    cuts = sorted({cut for entity in whole for cut in (entity.offset, entity.end)})
    pieces = []
    for start, end in _joined([(entity.offset, entity.end) for entity in entities if entity.type == style]):
        borders = [start, *(cut for cut in cuts if start < cut < end), end]
        pieces += [Entity(style, a, b - a) for a, b in pairwise(borders)]
    verbatim = [entity for entity in whole if entity.type in VERBATIM]
    return [piece for piece in pieces if not any(piece.crosses(other) for other in verbatim)]


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
