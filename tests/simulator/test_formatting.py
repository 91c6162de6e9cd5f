"""How texts are cleaned, trimmed and their entities arranged."""

from typing import Any

import pytest

from bot.simulator.entities import Entity
from bot.simulator.faults import ApiError
from bot.simulator.formatting import FormattedText, format_text, tidy


def _placed(body: FormattedText) -> list[tuple[str, int, int]]:
    return [(entity.type, entity.offset, entity.length) for entity in body.entities]


@pytest.mark.parametrize(
    ("source", "text", "placed"),
    [
        (" \n<b> x </b>\n ", "x", [("bold", 0, 1)]),
        ("a <b> b </b> c", "a  b  c", [("bold", 3, 2)]),
        ("a<b> \n </b>b", "a \n b", []),
        ("<b></b>a<i></i>", "a", []),
        ("🎯 <b>x</b>  ", "🎯 x", [("bold", 3, 1)]),
    ],
)
def test_blanks_around_text_and_entities_go(
    source: str, text: str, placed: list[tuple[str, int, int]]
) -> None:
    body = format_text(source, "HTML")
    assert (body.text, _placed(body)) == (text, placed)


@pytest.mark.parametrize(
    ("source", "placed"),
    [
        ("<b>a</b><b>b</b>", [("bold", 0, 2)]),
        ("<b>a<b>b</b></b>", [("bold", 0, 2)]),
        ("<i><b>ab</b></i>", [("bold", 0, 2), ("italic", 0, 2)]),
        ("<b>a<code>b</code>c</b>", [("bold", 0, 1), ("code", 1, 1), ("bold", 2, 1)]),
        ("<pre><b>ab</b></pre>", [("pre", 0, 2)]),
        ("<blockquote>a<b>b</b></blockquote>", [("blockquote", 0, 2), ("bold", 1, 1)]),
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", [("blockquote", 0, 2)]),
        ('<b>a<a href="a.b">b</a></b>', [("bold", 0, 1), ("text_link", 1, 1), ("bold", 1, 1)]),
        ("<code>/help</code>", [("code", 0, 5)]),
        ("<b>/help</b>", [("bot_command", 0, 5), ("bold", 0, 5)]),
    ],
)
def test_entities_are_arranged_as_telegram_does(source: str, placed: list[tuple[str, int, int]]) -> None:
    assert _placed(format_text(source, "HTML")) == placed


def test_control_characters_become_blanks_and_carriage_returns_go() -> None:
    body = tidy("a\tb\r\nc\u202ed", [Entity("bold", 3, 3)])
    assert (body.text, _placed(body)) == ("a b\ncd", [("bold", 4, 1)])


@pytest.mark.parametrize("parse_mode", ["", "none", "None"])
def test_without_a_parse_mode_tags_are_text(parse_mode: str) -> None:
    assert format_text("<b>x</b>", parse_mode) == FormattedText("<b>x</b>")


@pytest.mark.parametrize("parse_mode", ["Markdown", "MarkdownV2", "XML"])
def test_other_parse_modes_are_refused(parse_mode: str) -> None:
    with pytest.raises(ApiError, match="Bad Request: unsupported parse_mode"):
        format_text("x", parse_mode)


def test_given_entities_are_kept_but_for_those_telegram_finds_itself() -> None:
    given = [{"type": "bold", "offset": 0, "length": 2}, {"type": "mention", "offset": 0, "length": 2}]
    assert _placed(format_text("ab", entities=given)) == [("bold", 0, 2)]


@pytest.mark.parametrize(
    ("entity", "reason"),
    [
        ({"offset": 9, "length": 1}, "entity begins after the end of the text at UTF-16 offset 9"),
        (
            {"offset": 0, "length": 9},
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 9",
        ),
        (
            {"offset": 1, "length": 1},
            "entity beginning at UTF-16 offset 1 begins or ends in a middle of a UTF-16 symbol",
        ),
    ],
)
def test_entities_beside_the_text_are_refused(entity: dict[str, Any], reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        format_text("🎯x", entities=[{"type": "bold"} | entity])
    assert refused.value.description == f"Bad Request: {reason}"
