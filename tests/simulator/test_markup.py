"""Telegram's HTML: what it becomes, and what is said of mistakes."""

import html
from contextlib import suppress
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.simulator.entities import Entity, utf16_length
from bot.simulator.faults import ApiError
from bot.simulator.formatting import format_text
from bot.simulator.markup import parse_html

_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip


_INVALID = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate "
    "code units"
)


@pytest.mark.parametrize(("tag", "kind"), _KINDS.items())
def test_every_tag_becomes_its_entity(tag: str, kind: str) -> None:
    assert parse_html(f"目<{tag}>🎯</{tag}>") == ("目🎯", (Entity(kind, 1, 2),))


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        ('<span class="tg-spoiler">x</span>', Entity("spoiler", 0, 1)),
        ("<span class=tg-spoiler>x</span>", Entity("spoiler", 0, 1)),
        ('<a href="https://a.b/?x=1&amp;y=2">x</a>', Entity("text_link", 0, 1, url="https://a.b/?x=1&y=2")),
        ("<a href='https://a.b'>x</a>", Entity("text_link", 0, 1, url="https://a.b/")),
        ("<a>a.b</a>", Entity("text_link", 0, 3, url="http://a.b/")),
        ('<a href="tg://user?id=42">x</a>', Entity("text_mention", 0, 1, user_id=42)),
        ('<tg-emoji emoji-id="5368">x</tg-emoji>', Entity("custom_emoji", 0, 1, custom_emoji_id="5368")),
        ("<blockquote expandable>x</blockquote>", Entity("expandable_blockquote", 0, 1)),
        ('<blockquote expandable="">x</blockquote>', Entity("expandable_blockquote", 0, 1)),
        ('<pre><code class="language-py">x</code></pre>', Entity("pre", 0, 1, language="py")),
        ('<code class="language-py"><pre>x</pre></code>', Entity("pre", 0, 1, language="py")),
        ('<code class="language-py">x</code>', Entity("code", 0, 1)),
        ("<B >x</b >", Entity("bold", 0, 1)),
        ("<b>x</>", Entity("bold", 0, 1)),
    ],
)
def test_attributes_are_read(source: str, entity: Entity) -> None:
    assert parse_html(source)[1] == (entity,)


def test_tags_around_nothing_are_no_entities() -> None:
    assert parse_html("a<b><i></i></b>") == ("a", ())


def test_a_link_to_nowhere_leaves_its_text() -> None:
    assert parse_html('<a href="nowhere">x</a>') == ("x", ())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("&lt;b&gt; &amp;amp; &quot;", '<b> &amp; "'),
        ("&#60;&#x3c;&#127919;&#x1F3AF;", "<<🎯🎯"),
        ("&lt b", "< b"),
        ("&#0000065; &#00000065;", "A &#00000065;"),
        ("&nbsp; &apos; & &; &#; &#x; &#0; &#99999999;", "&nbsp; &apos; & &; &#; &#x; &#0; &#99999999;"),
    ],
)
def test_references_are_decoded_and_unknown_ones_kept(source: str, text: str) -> None:
    assert parse_html(source) == (text, ())


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<x>", 'Unsupported start tag "x" at byte offset 0'),
        ("目标<br/>", 'Unsupported start tag "br/" at byte offset 6'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>x<i>y</b>", 'Unmatched end tag at byte offset 8, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("x<b", "Unclosed start tag at byte offset 1"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a ="x">', 'Empty attribute name in the tag "a" at byte offset 0'),
        (
            "<a href>x</a>",
            'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
        ),
        ("<a href=a/b>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        (
            "&#xD83D;",
            _INVALID,
        ),
    ],
)
def test_mistakes_are_named_with_their_place(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@dataclass(frozen=True)
class _Piece:
    """Markup of a test's own making, and what every character of it shall look like."""

    source: str
    text: str
    looks: tuple[frozenset[str], ...]  # for each UTF-16 unit


def _plain(text: str) -> _Piece:
    return _Piece(html.escape(text, quote=False), text, (frozenset(),) * utf16_length(text))


def _tagged(tag: str, pieces: list[_Piece]) -> _Piece:
    looks = tuple(look | {_KINDS[tag]} for piece in pieces for look in piece.looks)
    source = "".join(piece.source for piece in pieces)
    return _Piece(f"<{tag}>{source}</{tag}>", "".join(piece.text for piece in pieces), looks)


_STYLES = st.sampled_from(sorted(set(_KINDS) - {"code", "pre", "blockquote"}))
_WORDS = st.text(alphabet="ab目标🎯<>&\"'", min_size=1, max_size=6).map(_plain)
_PIECES = st.recursive(
    _WORDS, lambda inner: st.builds(_tagged, _STYLES, st.lists(inner, min_size=1, max_size=3)), max_leaves=8
)


def _looks(length: int, entities: tuple[Entity, ...]) -> tuple[frozenset[str], ...]:
    return tuple(
        frozenset(entity.type for entity in entities if entity.offset <= unit < entity.end)
        for unit in range(length)
    )


@given(st.lists(_PIECES, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_nested_markup_gives_every_character_its_looks(pieces: list[_Piece]) -> None:
    text, entities = parse_html("".join(piece.source for piece in pieces))
    assert text == "".join(piece.text for piece in pieces)
    assert _looks(utf16_length(text), entities) == tuple(look for piece in pieces for look in piece.looks)


@given(st.lists(_PIECES, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_putting_in_order_keeps_the_looks(pieces: list[_Piece]) -> None:
    body = format_text("".join(piece.source for piece in pieces), "HTML")
    found = {"bot_command", "mention", "hashtag", "url", "email"}
    styled = tuple(entity for entity in body.entities if entity.type not in found)
    assert body.text == "".join(piece.text for piece in pieces)
    assert _looks(body.length, styled) == tuple(look for piece in pieces for look in piece.looks)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u0333\u033f\u030a")))
@settings(max_examples=60, deadline=None)
def test_escaped_text_comes_out_as_itself_stripped(text: str) -> None:
    kept = "".join(char for char in text if not "\u2028" <= char <= "\u202e")
    assert format_text(html.escape(text, quote=False), "HTML").text == kept.strip(" \n")


@given(st.text(alphabet="<>/=&#;x \"'abipres\0目🎯-0123") | st.text())
@settings(max_examples=150, deadline=None)
def test_rubbish_is_read_or_refused(source: str) -> None:
    with suppress(ApiError):
        body = format_text(source, "HTML")
        assert all(0 <= entity.offset < entity.end <= body.length for entity in body.entities)
