"""What is remembered, and what is forgotten."""

import pytest

from bot.telegram.memory import Memory, Recent


@pytest.mark.parametrize(
    ("client", "voice"),
    [("zh", "zh"), ("ZH-Hant", "zh"), ("en", "en"), ("fr", "en"), ("", "both"), (None, "both")],
)
def test_without_a_choice_the_client_is_asked_and_then_the_house(client: str | None, voice: str) -> None:
    assert Memory("both").voice(1, client) == voice


def test_a_choice_outweighs_the_client() -> None:
    memory = Memory("zh")
    memory.set_voice(1, "both")
    assert memory.voice(1, "en") == "both"
    assert memory.voice(2, "en") == "en"


def test_what_was_used_longest_ago_is_forgotten() -> None:
    recent: Recent[str, int] = Recent(2)
    recent.put("a", 1)
    recent.put("b", 2)
    assert recent.get("a") == 1
    recent.put("c", 3)
    assert (recent.get("a"), recent.get("b"), recent.get("c")) == (1, None, 3)


def test_the_last_of_several_values_counts() -> None:
    recent: Recent[str, int] = Recent(2)
    recent.put("a", 1)
    recent.put("a", 2)
    recent.put("b", 3)
    assert (recent.get("a"), recent.get("b")) == (2, 3)
