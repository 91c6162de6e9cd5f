"""The reception desk: pages by address, entries by words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.errors import UnknownAddressError
from bot.report.model import Kind
from bot.simulator.entities import utf16_length
from bot.simulator.markup import parse_html
from bot.telegram import desk as desk_module
from bot.telegram.addresses import View
from bot.telegram.desk import Desk, Question
from bot.telegram.handlers.entries import ACHIEVEMENTS, AREAS, TARGETS
from tests.telegram.scene import today


def question(words: str) -> Question:
    return Question(words, "zh", today())


@pytest.fixture
def empty(desk: Desk) -> Desk:
    """A desk that has made no page yet."""
    return Desk(desk.composer, desk.find_asking)


def test_a_page_is_made_once(empty: Desk) -> None:
    view = View("jobs", 0, "zh")
    assert empty.page(view, today()) is empty.page(view, today())


def test_pages_of_another_day_are_made_anew(empty: Desk) -> None:
    view = View("jobs", 0, "zh")
    first = empty.page(view, today())
    assert empty.page(view, today() + timedelta(days=1)) != first
    assert empty.page(view, today()) == first


def test_pages_of_past_days_are_not_kept(empty: Desk) -> None:
    for days in range(5):
        empty.page(View("jobs", 0, "zh"), today() + timedelta(days=days))
    assert len(empty._kept) == 1


def test_not_more_pages_are_kept_than_fit(empty: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk_module, "_MOST_KEPT", 10)
    for entry in empty.composer.report.entries:
        empty.page(View(entry, 0, "zh"), today())
    assert len(empty._kept) <= 12


@pytest.mark.parametrize("view", [View("nope", 0, "zh"), View("jobs", 1, "zh"), View("jobs", 99, "both")])
def test_what_is_not_there_is_refused(desk: Desk, view: View) -> None:
    with pytest.raises(UnknownAddressError):
        desk.page(view, today())


def test_a_page_to_send_is_made_once(empty: Desk) -> None:
    page = empty.scheduled("jobs", "zh", today())
    assert empty.scheduled("jobs", "zh", today()) is page
    assert empty.page(View("jobs", 0, "zh"), today()) is page


def test_a_page_to_send_about_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(UnknownAddressError):
        desk.scheduled("nope", "zh", today())


def test_every_page_leaves_room_for_notes(desk: Desk) -> None:
    for entry in desk.composer.report.entries:
        page = desk.scheduled(entry, "both", today())
        assert utf16_length(parse_html(page.html)[0]) <= 4096 - 300, entry


def test_a_clear_match_is_shown(desk: Desk) -> None:
    assert desk.look_up(question("就业"), TARGETS) == desk.show("jobs", question(""))


def test_several_matches_are_offered(desk: Desk) -> None:
    page = desk.look_up(question("投资"), TARGETS, "compare_")
    assert page.html.startswith("🤔")
    assert '"compare_key-project-investment.0.z"' in page.keyboard


def test_a_page_about_the_match_can_be_asked_for(desk: Desk) -> None:
    page = desk.look_up(question("就业"), TARGETS, "compare_")
    assert page == desk.show("compare_jobs", question(""))


def test_an_entry_of_another_kind_is_better_than_none(desk: Desk) -> None:
    assert desk.look_up(question("民生福祉"), TARGETS) == desk.show("livelihood", question(""))


def test_only_what_can_be_compared_is_compared(desk: Desk) -> None:
    assert desk.look_up(question("民生福祉"), TARGETS, "compare_").html.startswith("🤷")


@pytest.mark.parametrize("kinds", [AREAS, TARGETS, ACHIEVEMENTS, frozenset()])
def test_what_is_not_in_the_report_is_refused_with_the_nearest(desk: Desk, kinds: frozenset[Kind]) -> None:
    page = desk.look_up(question("火星移民"), kinds)
    assert page.html.startswith("🤷")
    assert page.keyboard.count("callback_data") >= 3


def test_a_question_is_shown_in_its_own_voice(desk: Desk) -> None:
    english = replace(question("就业"), voice="en")
    assert "At least 3,400 people" in desk.look_up(english, TARGETS).html


def test_an_area_just_so_named_is_better_than_a_target_with_the_word_somewhere(desk: Desk) -> None:
    # 便民生活圈 has 民生 in it, by chance.
    assert desk.look_up(question("民生"), TARGETS) == desk.show("livelihood", question(""))
