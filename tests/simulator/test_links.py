"""Which addresses are links."""

import pytest

from bot.simulator.links import checked_link, linked_user_id


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("https://Example.com", "https://example.com/"),
        ("example.com/Path?q=1#f", "http://example.com/Path?q=1#f"),
        ("tg://resolve?domain=briefing_bot", "tg://resolve?domain=briefing_bot"),
        (" https://example.com/a ", "https://example.com/a"),
    ],
)
def test_a_link_is_written_down_as_telegram_does(given: str, written: str) -> None:
    assert checked_link(given) == written


@pytest.mark.parametrize(
    "given", ["", "localhost", "javascript://a.b", "https://a b.com", "https://[::1", "https://.", "tg://"]
)
def test_what_is_no_address_is_no_link(given: str) -> None:
    assert checked_link(given) == ""


@pytest.mark.parametrize(
    ("url", "user_id"), [("tg://user?id=42", 42), ("tg://user?id=x", 0), ("https://a.b", 0)]
)
def test_a_user_link_names_its_user(url: str, user_id: int) -> None:
    assert linked_user_id(url) == user_id
