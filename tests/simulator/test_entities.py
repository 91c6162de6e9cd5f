"""What Telegram finds in plain text."""

import pytest

from bot.simulator.entities import find_entities, utf16_length


def _found(text: str) -> list[tuple[str, str]]:
    units = text.encode("utf-16-le")
    return [
        (entity.type, units[2 * entity.offset : 2 * entity.end].decode("utf-16-le"))
        for entity in find_entities(text)
    ]


@pytest.mark.parametrize(("text", "length"), [("", 0), ("abc", 3), ("目标", 2), ("🎯", 2), ("a🎯目", 4)])
def test_length_is_counted_in_utf16_units(text: str, length: int) -> None:
    assert utf16_length(text) == length


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("/start", "/start"),
        ("/target@briefing_bot jobs", "/target@briefing_bot"),
        ("🎯 see /help.", "/help"),
        ("(/help)", "/help"),
        ("/area_3, please", "/area_3"),
    ],
)
def test_a_command_is_found_with_its_bot(text: str, command: str) -> None:
    assert _found(text) == [("bot_command", command)]


@pytest.mark.parametrize(
    "text",
    ["/目标", "and/or", "请/help", "/help目标", "//help", "</help>", "/", "a /", "/help@ab", "/" + "x" * 65],
)
def test_what_only_looks_like_a_command_is_none(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ask @briefing_bot now", [("mention", "@briefing_bot")]),
        ("@bot就业", []),
        ("a@b", []),
        ("#就业 #2026 #a1", [("hashtag", "#就业"), ("hashtag", "#a1")]),
        ("see https://example.com/a?b=/c.", [("url", "https://example.com/a?b=/c")]),
        ("mail anna@example.com!", [("email", "anna@example.com")]),
    ],
)
def test_mentions_tags_and_addresses_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text) == found


def test_offsets_count_emoji_twice() -> None:
    (command,) = find_entities("🎯🎯 /help")
    assert (command.offset, command.length) == (5, 5)
