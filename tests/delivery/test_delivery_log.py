"""What the log says of a broadcast and of trouble: enough, once, and nothing of a chat's words."""

import logging

import pytest

from bot.delivery.ports import Refused, StorageError
from bot.storage.memory import MemoryRole
from bot.subscriptions.model import Reason
from tests.delivery.scene import Scene


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO, "bot.delivery")
    return caplog


class Broken(MemoryRole):
    """Asking for it fails."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    async def hold(self) -> bool:
        raise self._error


async def test_a_long_broadcast_says_how_it_goes(log: pytest.LogCaptureFixture) -> None:
    scene = Scene()
    for chat in range(1, 401):
        await scene.subscribe(chat)
    scene.sender.answers(5, Refused(Reason.REFUSED))
    await scene.at_due()
    lines = [each for each in log.messages if "roadcast" in each]
    assert lines[0] == "A broadcast of 400 begins"
    assert len(lines) == 3
    assert lines[-1].startswith("The broadcast ends: 399 sent, 0 waiting, 1 failed, 29.")


async def test_a_short_one_says_nothing(log: pytest.LogCaptureFixture) -> None:
    scene = Scene()
    for chat in range(1, 51):
        await scene.subscribe(chat)
    await scene.at_due()
    assert log.messages == []


async def test_a_database_that_cannot_be_used_is_said_once(log: pytest.LogCaptureFixture) -> None:
    scene = Scene()
    scene.store.role = Broken(StorageError("what somebody wrote"))
    for _ in range(3):
        await scene.beat(seconds=1)
    assert log.messages == ["The database cannot be used now (StorageError): deliveries wait until it can"]
    assert not scene.dispatcher.is_leader


async def test_it_is_said_when_it_goes_on_and_when_it_breaks_again(log: pytest.LogCaptureFixture) -> None:
    scene = Scene()
    for _ in range(2):
        scene.store.role = Broken(StorageError())
        await scene.beat(seconds=1)
        scene.store.role = MemoryRole()
        await scene.beat(seconds=1)
        await scene.beat(seconds=1)
    assert [each.split()[0] for each in log.messages] == ["The", "Dispatching"] * 2


async def test_a_mistake_of_ours_is_logged_with_its_place_only(
    log: pytest.LogCaptureFixture,
) -> None:
    scene = Scene()
    scene.store.role = Broken(KeyError("what somebody wrote"))
    await scene.beat()
    assert "KeyError at " in log.text
    assert "test_delivery_log.py" in log.text
    assert "somebody wrote" not in log.text


async def test_a_round_that_failed_is_followed_by_another(
    log: pytest.LogCaptureFixture,
) -> None:
    scene = Scene()
    await scene.subscribe(1)
    scene.store.role = Broken(KeyError())
    await scene.at_due()
    scene.store.role = MemoryRole()
    await scene.beat(seconds=1)
    assert len(scene.sender.attempts) == 1
    assert [each.split()[0] for each in log.messages] == ["A", "Dispatching"]
