"""Telegram's HTML: from tags to plain text and entities, or to an error in Telegram's words."""

import re
from dataclasses import dataclass, replace
from typing import NoReturn

from bot.simulator.entities import Entity, utf16_length
from bot.simulator.faults import ApiError, bad_request
from bot.simulator.links import checked_link, linked_user_id

_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "pre": "pre", "code": "code", "blockquote": "blockquote",
}  # fmt: skip
_TAGS = frozenset(_TYPES) | {"a", "tg-emoji"}
_PLAIN = re.compile(r"[^<&]+")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_DIGITS = {10: "0123456789", 16: "0123456789abcdefABCDEF"}
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_NAME_TOKEN = _LETTERS | frozenset("0123456789.-")
# Telegram's parser works on C strings: what stands after the end reads as NUL, and NUL counts as a blank.
_END = "\0"
_BLANKS = frozenset(" \t\r\n\v" + _END)


def parse_html(source: str) -> tuple[str, tuple[Entity, ...]]:
    """Plain text and the entities in it, offsets in UTF-16 units; nothing is trimmed or put in order yet.

    Raises:
        ApiError: "can't parse entities: …", with the byte offset at which the mistake begins.
    """
    return _Parser(source).parse()


def parse_error(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


@dataclass(slots=True)
class _Tag:
    """A start tag waiting for its end; `place` counts pieces of output, `offset` UTF-16 units."""

    name: str
    begins: int
    place: int
    offset: int
    argument: str = ""


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._output: list[str] = []
        self._units = 0
        self._open: list[_Tag] = []
        self._entities: list[Entity] = []

    def parse(self) -> tuple[str, tuple[Entity, ...]]:
        while self._at < len(self._source):
            if plain := _PLAIN.match(self._source, self._at):
                self._at = plain.end()
                self._emit(plain.group())
            elif self._char() == "<":
                self._tag()
            else:
                self._emit(self._text_char())
        if self._open:
            raise parse_error(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        return "".join(self._output), tuple(map(_without_stray_language, self._entities))

    # reading

    def _char(self, ahead: int = 0) -> str:
        place = self._at + ahead
        return self._source[place] if place < len(self._source) else _END

    def _emit(self, text: str) -> None:
        self._output.append(text)
        self._units += utf16_length(text)

    def _skip_blanks(self) -> None:
        while self._char() in _BLANKS and self._char() != _END:
            self._at += 1

    def _text_char(self) -> str:
        """The next character of text, a character reference counting as one."""
        char = self._char()
        if char == "&":
            decoded, length = self._reference()
            if decoded:
                self._at += length
                return decoded
        self._at += 1
        return char

    def _reference(self) -> tuple[str, int]:
        """What the `&…;` here stands for and its length; nothing when it is no reference Telegram knows."""
        if self._char(1) == "#":
            decoded, length = self._numeric_reference()
        else:
            length = 1
            while self._char(length) in _LETTERS:
                length += 1
            decoded = _NAMED.get(self._source[self._at + 1 : self._at + length], "")
        return decoded, length + (self._char(length) == ";")

    def _numeric_reference(self) -> tuple[str, int]:
        base, start = (16, 3) if self._char(2) == "x" else (10, 2)
        length = start
        while self._char(length) in _DIGITS[base]:
            length += 1
        digits = self._source[self._at + start : self._at + length]
        code = int(digits, base) if digits and length < 10 else 0
        if 0xD800 <= code <= 0xDFFF:
            raise parse_error(
                "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched "
                "surrogate code units"
            )
        return (chr(code) if 0 < code < 0x10FFFF else ""), length

    # tags

    def _tag(self) -> None:
        begins = self._at
        if self._char(1) == "/":
            self._at += 2
            self._end_tag(begins)
        else:
            self._at += 1
            self._start_tag(begins)

    def _tag_name(self) -> str:
        start = self._at
        while self._char() not in _BLANKS and self._char() != ">":
            self._at += 1
        return self._source[start : self._at].lower()

    def _start_tag(self, begins: int) -> None:
        tag = _Tag(self._tag_name(), begins, len(self._output), self._units)
        if self._char() == _END:
            self._fail("Unclosed start tag", begins)
        if tag.name not in _TAGS:
            self._fail(f'Unsupported start tag "{tag.name}"', begins)
        while self._char() != ">":
            self._skip_blanks()
            if self._char() != ">":
                self._attribute(tag)
        self._at += 1
        if tag.name == "span" and tag.argument != "spoiler":
            self._fail('Tag "span" must have class "tg-spoiler"', begins)
        self._open.append(tag)

    def _attribute(self, tag: _Tag) -> None:
        start = self._at
        while self._char() not in _BLANKS and self._char() not in "=>":
            self._at += 1
        name = self._source[start : self._at]
        if not name:
            self._fail(f'Empty attribute name in the tag "{tag.name}"', tag.begins)
        self._skip_blanks()
        if self._char() == "=":
            self._at += 1
            _set_argument(tag, name, self._value(tag))
        elif (tag.name, name) == ("blockquote", "expandable"):
            tag.argument = "expandable"
        else:
            declaration = f'in declaration of an attribute of the tag "{tag.name}"'
            self._fail(f"Expected equal sign {declaration}", tag.begins)

    def _value(self, tag: _Tag) -> str:
        self._skip_blanks()
        if self._char() == _END:
            self._fail(f'Unclosed start tag "{tag.name}"', tag.begins)
        value = self._quoted() if self._char() in "'\"" else self._name_token()
        if self._char() == _END:
            self._fail("Unclosed start tag", tag.begins)
        return value

    def _quoted(self) -> str:
        quote = self._char()
        self._at += 1
        value = []
        while self._char() not in (quote, _END):
            value.append(self._text_char())
        self._at += 1
        return "".join(value)

    def _name_token(self) -> str:
        start = self._at
        while self._char() in _NAME_TOKEN:
            self._at += 1
        if self._char() not in _BLANKS and self._char() != ">":
            self._fail("Unexpected end of name token", start)
        return self._source[start : self._at].lower()

    def _end_tag(self, begins: int) -> None:
        if not self._open:
            self._fail("Unexpected end tag", begins)
        name = self._tag_name()
        self._skip_blanks()
        if self._char() != ">":
            self._fail("Unclosed end tag", begins)
        self._at += 1
        tag = self._open.pop()
        if name not in {"", tag.name}:
            expected = f'expected "</{tag.name}>", found "</{name}>"'
            raise parse_error(f"Unmatched end tag at byte offset {self._bytes(begins)}, {expected}")
        if self._units > tag.offset:
            self._close(tag)

    def _close(self, tag: _Tag) -> None:
        length = self._units - tag.offset
        if tag.name == "a":
            self._link(tag, length)
        elif tag.name == "tg-emoji":
            if not tag.argument.isascii() or not tag.argument.isdigit() or int(tag.argument) == 0:
                raise parse_error("Invalid custom emoji identifier specified")
            self._entities.append(Entity("custom_emoji", tag.offset, length, custom_emoji_id=tag.argument))
        elif tag.name in {"pre", "code"}:
            self._verbatim(tag, length)
        else:
            kind = "expandable_blockquote" if tag.argument == "expandable" else _TYPES[tag.name]
            self._entities.append(Entity(kind, tag.offset, length))

    def _link(self, tag: _Tag, length: int) -> None:
        url = tag.argument or "".join(self._output[tag.place :])
        if user_id := linked_user_id(url):
            self._entities.append(Entity("text_mention", tag.offset, length, user_id=user_id))
        elif address := checked_link(url):
            self._entities.append(Entity("text_link", tag.offset, length, url=address))

    def _verbatim(self, tag: _Tag, length: int) -> None:
        """`<pre><code class="language-x">`, in either nesting, is one block with its language."""
        inner = self._entities[-1] if self._entities else None
        if inner and (inner.offset, inner.length) == (tag.offset, length) and inner.type in {"pre", "code"}:
            language = inner.language or tag.argument
            if inner.type != tag.name and language:
                self._entities[-1] = Entity("pre", tag.offset, length, language=language)
                return
        self._entities.append(Entity(tag.name, tag.offset, length, language=tag.argument))

    def _bytes(self, place: int) -> int:
        return len(self._source[:place].encode())

    def _fail(self, reason: str, place: int) -> NoReturn:
        raise parse_error(f"{reason} at byte offset {self._bytes(place)}")


def _set_argument(tag: _Tag, attribute: str, value: str) -> None:
    match tag.name, attribute:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            tag.argument = value
        case ("code", "class") if value.startswith("language-"):
            tag.argument = value.removeprefix("language-")
        case ("span", "class") if value.startswith("tg-"):
            tag.argument = value.removeprefix("tg-")
        case ("blockquote", "expandable"):
            tag.argument = "expandable"


def _without_stray_language(entity: Entity) -> Entity:
    # A language counts only on code that fills a `<pre>`.
    return replace(entity, language="") if entity.type == "code" else entity
