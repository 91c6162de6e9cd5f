"""Telegram is asked until it answers, and its updates are confirmed."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.errors import TelegramRefusedError
from bot.simulator.chats import User
from bot.simulator.faults import NetworkFault
from bot.telegram.polling import insist, poll
from bot.telegram.updates import UPDATES
from tests.telegram.scene import Scene
from tests.waiting import until_called


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited, without waiting."""
    made: list[float] = []
    yield_to_others = asyncio.sleep

    async def pause(seconds: float) -> None:
        made.append(seconds)
        await yield_to_others(0)

    monkeypatch.setattr("bot.telegram.polling.asyncio.sleep", pause)
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    return made


def answers_after(*errors: TelegramError) -> Callable[[], Awaitable[str]]:
    waiting = list(errors)

    async def ask() -> str:
        if waiting:
            raise waiting.pop(0)
        return "answer"

    return ask


async def test_what_is_answered_at_once_is_not_waited_for(pauses: list[float]) -> None:
    assert await insist(answers_after()) == "answer"
    assert pauses == []


async def test_the_pauses_grow_to_a_minute(pauses: list[float]) -> None:
    assert await insist(answers_after(*[NetworkError("down")] * 8)) == "answer"
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60]


@pytest.mark.parametrize("error", [NetworkError("x"), TimedOut(), Conflict("x"), TelegramError("x")])
async def test_trouble_is_waited_out(pauses: list[float], error: TelegramError) -> None:
    assert await insist(answers_after(error)) == "answer"
    assert pauses == [1]


async def test_being_told_to_wait_is_trouble_like_any_other(pauses: list[float]) -> None:
    assert await insist(answers_after(RetryAfter(3))) == "answer"
    assert pauses


async def test_an_unknown_token_is_not_insisted_on(pauses: list[float]) -> None:
    with pytest.raises(TelegramRefusedError, match="does not know this token"):
        await insist(answers_after(InvalidToken()))
    assert pauses == []


@pytest.mark.usefixtures("pauses")
async def test_a_second_process_is_reported_in_plain_words(caplog: pytest.LogCaptureFixture) -> None:
    await insist(answers_after(Conflict("terminated by other getUpdates request")))
    assert "another process is serving the same bot" in caplog.text


@pytest.mark.usefixtures("pauses")
async def test_no_network_is_reported_with_what_may_help(caplog: pytest.LogCaptureFixture) -> None:
    await insist(answers_after(NetworkError("down")))
    assert "next attempt in 1 s" in caplog.text
    assert "telegram.proxy" in caplog.text


@asynccontextmanager
async def polled(scene: Scene) -> AsyncIterator[asyncio.Event]:
    """Polls during the block; the event tells that Telegram has been asked."""
    asked = asyncio.Event()
    task = asyncio.create_task(poll(scene.application, 30, asked))
    try:
        yield asked
    finally:
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_updates_are_handed_on_in_order_and_confirmed(scene: Scene, anna: User) -> None:
    said = [scene.telegram.send(anna, anna, text) for text in ("/areas", "/goals")]
    async with polled(scene):
        await until_called(scene.telegram, "getUpdates", 2)
    handed_on = [await scene.application.update_queue.get() for _ in said]
    assert handed_on == [Update.de_json(update, scene.application.bot) for update in said]
    assert scene.telegram.calls_of("getUpdates")[1].params["offset"] == said[-1]["update_id"] + 1


async def test_only_what_is_answered_is_fetched(scene: Scene) -> None:
    async with polled(scene):
        await until_called(scene.telegram, "getUpdates", 2)
    assert all(call.params["allowed_updates"] == UPDATES for call in scene.telegram.calls_of("getUpdates"))


async def test_the_first_request_does_not_wait_and_the_others_do(scene: Scene) -> None:
    async with polled(scene) as asked, asyncio.timeout(5):
        await asked.wait()
        await until_called(scene.telegram, "getUpdates", 2)
    assert [call.params["timeout"] for call in scene.telegram.calls_of("getUpdates")[:2]] == [0, 30]


async def test_what_was_taken_is_confirmed_before_it_ends(scene: Scene, anna: User) -> None:
    update = scene.telegram.send(anna, anna, "/areas")
    async with polled(scene) as asked, asyncio.timeout(5):
        await asked.wait()
    last = scene.telegram.calls_of("getUpdates")[-1].params
    assert (last["offset"], last["timeout"]) == (update["update_id"] + 1, 0)


async def test_a_telegram_that_is_away_at_the_end_is_no_trouble(scene: Scene) -> None:
    async with polled(scene) as asked, asyncio.timeout(5):
        await asked.wait()
        scene.telegram.fail_next("getUpdates", NetworkFault.CONNECTION_RESET, times=3)


@pytest.mark.usefixtures("pauses")
async def test_a_webhook_is_removed_first(scene: Scene, anna: User) -> None:
    scene.telegram.call("setWebhook", {"url": "https://example.org/hook"})
    scene.telegram.send(anna, anna, "/areas")
    async with polled(scene):
        await until_called(scene.telegram, "getUpdates")
    assert scene.telegram.calls_of("getUpdates")[0].error is None
    assert not scene.application.update_queue.empty()
