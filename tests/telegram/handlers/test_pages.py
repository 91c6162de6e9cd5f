"""Commands that show one page."""

import pytest

from bot.telegram.desk import Desk, Question
from bot.telegram.handlers.pages import start
from tests.telegram.handlers.conftest import Ask
from tests.telegram.scene import today


@pytest.mark.parametrize("command", ["today", "areas", "goals", "help", "about", "privacy", "language"])
def test_words_after_the_command_do_not_matter(ask: Ask, command: str) -> None:
    assert ask(f"{command} whatever") == ask(command)


def test_the_choice_of_language_has_a_button_for_each(ask: Ask) -> None:
    keyboard = ask("language").keyboard
    assert all(f'"speak_{voice}.0.z"' in keyboard for voice in ("zh", "en", "both"))


def test_about_names_source_version_and_licence(ask: Ask, desk: Desk) -> None:
    report, html = desk.composer.report, ask("about").html
    assert report.source_file in html
    assert report.version in html
    assert "MIT" in html


def test_start_follows_a_link(ask: Ask, desk: Desk) -> None:
    assert start(desk, Question("jobs", "zh", today())) == ask("target jobs")


@pytest.mark.parametrize("payload", ["", "nope", "no spaces", "x" * 100, "工作"])
def test_start_welcomes_when_the_link_leads_nowhere(desk: Desk, payload: str) -> None:
    question = Question(payload, "zh", today())
    assert start(desk, question) == desk.show("start", question)
