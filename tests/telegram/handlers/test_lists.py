"""/targets [area], /achievements [period] [words]."""

import pytest

from tests.telegram.handlers.conftest import Ask


@pytest.mark.parametrize("words", ["livelihood", "民生福祉", "8", "八"])
def test_targets_of_one_area(ask: Ask, words: str) -> None:
    page = ask(f"targets {words}")
    assert '"jobs.0.z"' in page.keyboard
    assert '"afforestation.0.z"' not in page.keyboard


def test_targets_of_an_area_without_any_say_so(ask: Ask) -> None:
    page = ask("targets safety")
    assert '"safety.0.z"' in page.keyboard


def test_targets_with_the_name_of_a_target_show_it(ask: Ask) -> None:
    assert ask("targets 就业") == ask("target jobs")


@pytest.mark.parametrize(
    ("words", "own", "other"),
    [
        ("2025", "2025", "five"),
        ("2025年", "2025", "five"),
        ("five", "five", "2025"),
        ("十四五", "five", "2025"),
    ],
)
def test_achievements_of_one_period(ask: Ask, words: str, own: str, other: str) -> None:
    page = ask(f"achievements {words}")
    assert f'"{own}-livelihood.0.z"' in page.keyboard
    assert f'"{other}-livelihood.0.z"' not in page.keyboard


def test_a_theme_is_found_by_period_and_position(ask: Ask) -> None:
    assert ask("achievements 2025 4") == ask("achievement 2025-livelihood")


@pytest.mark.parametrize(
    ("words", "entry"),
    [("2025 民生", "2025-livelihood"), ("five 民生", "five-livelihood"), ("five 3", "five-city")],
)
def test_a_theme_is_found_by_period_and_words(ask: Ask, words: str, entry: str) -> None:
    assert ask(f"achievements {words}") == ask(f"achievement {entry}")


def test_words_without_a_period_are_looked_up_in_all(ask: Ask) -> None:
    assert ask("achievements 2025-livelihood") == ask("achievement 2025-livelihood")


def test_words_the_review_does_not_have_are_refused(ask: Ask) -> None:
    assert ask("achievements 2025 火星移民").html.startswith("🤷")


def test_a_number_beyond_the_themes_is_looked_up(ask: Ask) -> None:
    assert ask("achievements 2025 99").html.startswith("🤷")
