"""A briefing as Telegram messages: escaped HTML, pages of at most 4096 UTF-16 units, inline keyboards."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from bot.briefing.briefing import Block, Briefing, Copyable, Link, Quote
from bot.report.model import Voice
from bot.telegram.addresses import View, data_of

LONGEST_TEXT = 4096  # UTF-16 units after parsing, Telegram's limit for a message
MOST_LINKS = 24  # buttons from the lines of one page; more is a wall
_WIDEST_ROW = 30  # columns of buttons that fit a phone beside each other
_LONGEST_LABEL = 60
_LONGEST_DATA = 64  # bytes
_GAP = "\u2003"


@dataclass(frozen=True, slots=True)
class Page:
    """One message: HTML text and keyboard, both as the Bot API takes them."""

    html: str
    keyboard: str  # JSON of InlineKeyboardMarkup; empty when there are no buttons


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text that stays together."""

    html: str
    length: int  # UTF-16 units after parsing
    links: tuple[Link, ...] = ()


def render(
    briefing: Briefing, other_voices: tuple[tuple[str, Voice], ...], *, addressed: bool, spare: int = 0
) -> tuple[Page, ...]:
    """Pages of a briefing.

    `other_voices` are labels and voices of buttons that show the same in another language; only a briefing
    with an address of its own (`addressed`) can have these and further pages. So many UTF-16 units as `spare`
    stay free on each page. Raises ValueError for an action too long for a button.
    """
    head = f"{briefing.symbol} {briefing.title}"
    top = _Piece(f"{briefing.symbol} <b>{escape(briefing.title, quote=False)}</b>", utf16_length(head))
    room = LONGEST_TEXT - top.length - len("\n\n") - 10 - spare
    lead = list(_plain(briefing.lead, room)) if briefing.lead else []
    body = [piece for block in briefing.blocks for piece in _pieces(block, room)]
    groups = list(_grouped(lead, body, room))
    pages, voices = (len(groups), other_voices) if addressed else (1, ())
    return tuple(
        Page(_html(top, group), _keyboard(briefing, group, number, pages, voices))
        for number, group in enumerate(groups)
    )


def utf16_length(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text) + sum(character > "\uffff" for character in text)


def _pieces(block: Block, room: int) -> Iterator[_Piece]:
    if isinstance(block, Copyable):
        yield from _copyable(block, room)
        return
    if isinstance(block, Quote):
        yield from _quote(block, room)
        return
    if not (block.label or block.text or block.links):
        return
    label = escape(block.label, quote=False)
    gap = "\n" if block.stacked else _GAP
    length = utf16_length(f"{block.label}{gap}{block.text}")
    if length > room:
        yield from _plain(f"{block.label}{gap}{block.text}", room, block.links)
    elif label and block.text:
        yield _Piece(f"<b>{label}</b>{gap}{escape(block.text, quote=False)}", length, block.links)
    else:
        yield _Piece(f"<b>{label}</b>" if label else escape(block.text, quote=False), length, block.links)


def _quote(quote: Quote, room: int) -> Iterator[_Piece]:
    length = utf16_length(f"{quote.text}\n{quote.source}")
    if length > room:
        yield from _plain(f"{quote.text}\n{quote.source}", room)
        return
    before, words, after = (escape(part, quote=False) for part in (quote.before, quote.words, quote.after))
    words = f"<b>{words}</b>" if before or after else words
    source = escape(quote.source, quote=False)
    yield _Piece(f"<blockquote>{before}{words}{after}</blockquote>\n<i>{source}</i>", length)


def _copyable(block: Copyable, room: int) -> Iterator[_Piece]:
    """In code: Telegram's apps copy the whole of it at a tap."""
    length = utf16_length(f"{block.label}\n{block.text}")
    if length > room:
        yield from _plain(f"{block.label}\n{block.text}", room)
        return
    label, text = escape(block.label, quote=False), escape(block.text, quote=False)
    yield _Piece(f"<b>{label}</b>\n<code>{text}</code>", length)


def _plain(text: str, room: int, links: tuple[Link, ...] = ()) -> Iterator[_Piece]:
    """Text in as few pieces as fit, cut after a sentence where there is one."""
    while utf16_length(text) > room:
        cut = _cut(text, room)
        yield _Piece(escape(text[:cut], quote=False), utf16_length(text[:cut]), links)
        text, links = text[cut:].lstrip(), ()
    yield _Piece(escape(text, quote=False), utf16_length(text), links)


def _cut(text: str, room: int) -> int:
    # Half the room in characters always fits, even when each is two units.
    fits = room // 2
    ends = [text.rfind(mark, 0, fits) for mark in "。；！？.;!?\n"]
    return max(ends) + 1 if max(ends) > fits // 2 else fits


def _grouped(lead: list[_Piece], body: list[_Piece], room: int) -> Iterator[list[_Piece]]:
    """Pieces to a page; title and lead stand apart from what follows by an empty line."""
    page: list[_Piece] = []
    length = links = 0
    pieces = [*lead, *([_Piece("", 0)] if body else []), *body]
    for piece in pieces:
        full = length + piece.length + 1 > room or (page and links + len(piece.links) > MOST_LINKS)
        if full and page:
            yield page
            page, length, links = [], 0, 0
        page.append(piece)
        length += piece.length + 1
        links += len(piece.links)
    yield page


def _html(top: _Piece, group: list[_Piece]) -> str:
    return "\n".join([top.html, *(piece.html for piece in group)]).strip()


def _keyboard(
    briefing: Briefing, group: list[_Piece], number: int, pages: int, voices: tuple[tuple[str, Voice], ...]
) -> str:
    def button(label: str, address: str, page: int = 0, voice: Voice = briefing.voice) -> dict[str, str]:
        if address.startswith("https://"):
            return {"text": _label(label), "url": address}
        data = _action(address) if address.startswith("!") else data_of(View(address, page, voice))
        return {"text": _label(label), "callback_data": data}

    def rows(links: Iterable[Link]) -> list[list[dict[str, str]]]:
        return list(_rows([button(link.label, link.address) for link in links]))

    keyboard = rows(link for piece in group for link in piece.links)
    if pages > 1:
        keyboard.append(
            [
                button("◀", briefing.address, (number - 1) % pages),
                button(f"{number + 1}/{pages}", briefing.address, number),
                button("▶", briefing.address, (number + 1) % pages),
            ]
        )
    last = [button(label, briefing.address, number if pages > 1 else 0, voice) for label, voice in voices]
    keyboard += _rows([*(button(link.label, link.address) for link in briefing.links), *last])
    return (
        json.dumps({"inline_keyboard": keyboard}, ensure_ascii=False, separators=(",", ":"))
        if keyboard
        else ""
    )


def _action(address: str) -> str:
    """What a button carries that does something instead of leading somewhere: `!pause.7`."""
    if len(address.encode()) > _LONGEST_DATA:
        raise ValueError(f"a button cannot carry {address[:20]}…")
    return address


def _label(text: str) -> str:
    return text if len(text) <= _LONGEST_LABEL else text[: _LONGEST_LABEL - 1] + "…"


def _rows(buttons: list[dict[str, str]]) -> Iterator[list[dict[str, str]]]:
    row: list[dict[str, str]] = []
    width = 0
    for button in buttons:
        columns = sum(1 if character.isascii() else 2 for character in button["text"]) + 2
        if row and (width + columns > _WIDEST_ROW or len(row) == 4):
            yield row
            row, width = [], 0
        row.append(button)
        width += columns
    if row:
        yield row
