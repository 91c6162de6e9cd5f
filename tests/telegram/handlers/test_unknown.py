"""A command the bot does not have."""

import pytest

from bot.telegram.commands import BY_NAME
from bot.telegram.desk import Desk, Question
from bot.telegram.handlers.unknown import unknown_command
from tests.telegram.scene import today


@pytest.mark.parametrize(
    ("typed", "meant"), [("targt", "target"), ("serach", "search"), ("aeras", "areas"), ("halp", "help")]
)
def test_the_nearest_commands_are_named(desk: Desk, typed: str, meant: str) -> None:
    page = unknown_command(desk, Question("", "zh", today()), typed, BY_NAME)
    assert f"/{typed}" in page.html
    assert f"/{meant}</b>" in page.html


def test_what_resembles_nothing_leads_to_help(desk: Desk) -> None:
    page = unknown_command(desk, Question("", "zh", today()), "zzzzzzzzzz", BY_NAME)
    assert '"help.0.z"' in page.keyboard
