"""/compare."""

import pytest

from bot.telegram.desk import Desk
from tests.telegram.handlers.conftest import Ask


def test_without_words_it_offers_what_can_be_compared(ask: Ask) -> None:
    assert '"compare_jobs.0.z"' in ask("compare").keyboard


def test_a_comparison_is_of_the_entry_named(ask: Ask) -> None:
    assert "低 204人（−5.7%）" in ask("compare 就业").html


@pytest.mark.parametrize(
    "words", ["就业 高技能人才", "就业和高技能人才", "jobs skilled-workers", "jobs vs skilled workers"]
)
def test_two_subjects_are_beside_each_other(ask: Ask, words: str) -> None:
    page = ask(f"compare {words}")
    assert "多 2,404人（+200.3%）" in page.html
    assert '"compare_jobs_skilled-workers.0.e"' in page.keyboard  # the same in English


def test_three_subjects_are_beside_each_other(ask: Ask) -> None:
    assert "compare_jobs_meal-sites_gdp" in ask("compare 就业、助餐和GDP").keyboard


def test_two_whose_address_no_button_holds_are_answered_without_one(ask: Ask, desk: Desk) -> None:
    longest = sorted((i.id for i in desk.composer.report.indicators()), key=len)[-2:]
    page = ask(f"compare {' '.join(longest)}")
    assert page.html.startswith("📊")
    assert all(f'"{entry}.0.z"' in page.keyboard for entry in longest)
    assert ".0.e" not in page.keyboard


def test_several_near_ones_are_offered_as_comparisons(ask: Ask) -> None:
    page = ask("compare 投资")
    assert page.html.startswith("🤔")
    assert '"compare_key-project-investment.0.z"' in page.keyboard


@pytest.mark.parametrize("words", ["收入 就业", "就业和收入", "jobs income"])
def test_where_one_of_two_is_unclear_it_is_asked_which(ask: Ask, words: str) -> None:
    page = ask(f"compare {words}")
    assert page.html.startswith("🤔")
    assert '"compare_jobs_urban-income.0.z"' in page.keyboard


@pytest.mark.parametrize("words", ["jobs 2025 2026", "就业 2025 2026", "去年就业和今年"])
def test_times_may_be_named(ask: Ask, words: str) -> None:
    assert "低 204人（−5.7%）" in ask(f"compare {words}").html


def test_a_time_the_report_has_nothing_of_is_named(ask: Ask) -> None:
    page = ask("compare 就业 2024 2025")
    assert page.html.startswith("🤷")
    assert "没有给出2024年" in page.html


@pytest.mark.parametrize("words", ["火星移民", "就业 火星移民"])
def test_unless_all_is_found_it_is_refused(ask: Ask, words: str) -> None:
    assert ask(f"compare {words}").html.startswith("🤷")
