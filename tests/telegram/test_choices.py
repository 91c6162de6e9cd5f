"""What chats chose, read once a minute; and what holds while nothing can be read."""

from datetime import datetime, timedelta

import pytest

from bot.delivery.ports import StorageError, Store
from bot.report.model import Voice
from bot.storage.memory import MemoryStore
from bot.subscriptions.model import Chat
from bot.telegram.choices import Choices
from tests.telegram.scene import NOON


class Watched:
    """A store, and a clock."""

    def __init__(self, voice: Voice = "both") -> None:
        self.store = MemoryStore()
        self.now: datetime = NOON
        self.is_broken = False
        self.choices = Choices(self.stored, voice, lambda: self.now)

    async def stored(self) -> Store:
        if self.is_broken:
            raise StorageError("the disk is full")
        return self.store


@pytest.mark.parametrize(
    ("client", "voice"),
    [("zh", "zh"), ("ZH-Hant", "zh"), ("en", "en"), ("fr", "en"), ("", "both"), (None, "both")],
)
def test_without_a_choice_the_client_is_asked_and_then_the_house(client: str | None, voice: str) -> None:
    assert Watched().choices.voice(Chat(1), client) == voice


def test_a_choice_outweighs_the_client() -> None:
    assert Watched("zh").choices.voice(Chat(1, voice="both"), "en") == "both"


async def test_what_another_process_changed_is_seen_after_a_minute() -> None:
    watched = Watched()
    assert (await watched.choices.of(1)).voice is None
    await watched.store.chats.change(1, voice="en")
    assert (await watched.choices.of(1)).voice is None
    watched.now += timedelta(seconds=61)
    assert (await watched.choices.of(1)).voice == "en"


async def test_what_is_dropped_is_read_again() -> None:
    watched = Watched()
    await watched.choices.of(1)
    await watched.store.chats.change(1, voice="en")
    watched.choices.drop(1)
    assert (await watched.choices.of(1)).voice == "en"


async def test_while_nothing_can_be_read_people_are_answered_as_the_house_has_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    watched = Watched()
    watched.is_broken = True
    assert await watched.choices.of(1) == Chat(1)
    assert "the disk is full" in caplog.text
    watched.is_broken = False
    await watched.store.chats.change(1, voice="en")
    assert (await watched.choices.of(1)).voice == "en"
