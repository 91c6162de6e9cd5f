"""Asking a handler as the conversation does."""

from collections.abc import Callable

import pytest

from bot.telegram.commands import BY_NAME
from bot.telegram.desk import Desk, Question
from bot.telegram.render import Page
from tests.telegram.scene import today

Ask = Callable[[str], Page]


@pytest.fixture
def ask(desk: Desk) -> Ask:
    """The page for a command line."""

    def answer(line: str) -> Page:
        name, _, words = line.partition(" ")
        return BY_NAME[name].answer(desk, Question(words, "zh", today()))

    return answer
