"""/search."""

import pytest

from tests.telegram.handlers.conftest import Ask


def test_without_words_it_asks_for_them(ask: Ask) -> None:
    page = ask("search")
    assert "/search" in page.html
    assert '"targets.0.z"' in page.keyboard


def test_results_lead_to_their_entries(ask: Ask) -> None:
    page = ask("search 就业")
    assert page.html.startswith("🔎")
    assert '"jobs.0.z"' in page.keyboard


@pytest.mark.parametrize("figure", ["3400", "三千四百", "3400人", "3,400", "３４００"])
def test_figures_are_found(ask: Ask, figure: str) -> None:
    assert '"jobs.0.z"' in ask(f"search {figure}").keyboard


def test_nothing_is_said_kindly_with_the_nearest(ask: Ask) -> None:
    page = ask("search 火星移民")
    assert page.html.startswith("🤷")
    assert page.keyboard.count("callback_data") >= 3


def test_not_more_than_ten_are_shown(ask: Ask) -> None:
    assert ask("search 发展").keyboard.count("callback_data") <= 10
