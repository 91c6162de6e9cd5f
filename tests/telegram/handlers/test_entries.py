"""/area, /target, /achievement."""

import pytest

from tests.telegram.handlers.conftest import Ask


@pytest.mark.parametrize(
    ("command", "choice"),
    [("area", "areas"), ("target", "targets"), ("achievement", "achievements")],
)
def test_without_words_there_is_a_list_to_choose_from(ask: Ask, command: str, choice: str) -> None:
    assert ask(command) == ask(choice)


@pytest.mark.parametrize("words", ["livelihood", "民生福祉", "8", "八", "（八）", "第八", "Ⅷ", "８", "msfz"])
def test_an_area_has_many_names(ask: Ask, words: str) -> None:
    assert ask(f"area {words}") == ask("area livelihood")


def test_a_measure_is_found_by_its_numbers(ask: Ask) -> None:
    assert ask("area 8-1") == ask("area livelihood-1")


def test_a_target_is_shown_with_its_figure(ask: Ask) -> None:
    assert "不少于 3,400人" in ask("target jobs").html


def test_an_indicator_without_a_target_says_so(ask: Ask) -> None:
    assert ask("target gdp").html.startswith("📊")


def test_an_achievement_is_shown_with_its_quote(ask: Ask) -> None:
    assert "<blockquote>" in ask("achievement 2025-livelihood-1").html
