"""Telegram is asked until it answers, and its updates are confirmed."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.errors import TelegramRefusedError
from bot.simulator.chats import User
from bot.telegram.polling import UPDATES, insist, poll
from tests.telegram.scene import Scene
from tests.waiting import until_called


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long was waited, without waiting."""
    made: list[float] = []

    async def pause(seconds: float) -> None:
        made.append(seconds)

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


@pytest.mark.usefixtures("pauses")
async def test_updates_are_handed_on_in_order_and_confirmed(scene: Scene, anna: User) -> None:
    asked = [scene.telegram.send(anna, anna, text) for text in ("/areas", "/goals")]
    task = asyncio.create_task(poll(scene.application, 30, asyncio.Event()))
    await until_called(scene.telegram, "getUpdates", 2)
    task.cancel()
    handed_on = [await scene.application.update_queue.get() for _ in asked]
    assert handed_on == [Update.de_json(update, scene.application.bot) for update in asked]
    assert scene.telegram.calls_of("getUpdates")[-1].params["offset"] == asked[-1]["update_id"] + 1


@pytest.mark.usefixtures("pauses")
async def test_only_what_is_answered_is_fetched(scene: Scene) -> None:
    task = asyncio.create_task(poll(scene.application, 30, asyncio.Event()))
    await until_called(scene.telegram, "getUpdates", 1)
    task.cancel()
    assert all(call.params["allowed_updates"] == UPDATES for call in scene.telegram.calls_of("getUpdates"))


@pytest.mark.usefixtures("pauses")
async def test_the_first_request_does_not_wait(scene: Scene) -> None:
    asked = asyncio.Event()
    task = asyncio.create_task(poll(scene.application, 30, asked))
    await asyncio.wait_for(asked.wait(), 5)
    task.cancel()
    assert scene.telegram.calls_of("getUpdates")[0].params["timeout"] == 0


@pytest.mark.usefixtures("pauses")
async def test_what_was_taken_is_confirmed_before_it_ends(scene: Scene, anna: User) -> None:
    asked = asyncio.Event()
    update = scene.telegram.send(anna, anna, "/areas")
    task = asyncio.create_task(poll(scene.application, 30, asked))
    await asyncio.wait_for(asked.wait(), 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    last = scene.telegram.calls_of("getUpdates")[-1].params
    assert (last["offset"], last["timeout"]) == (update["update_id"] + 1, 0)


@pytest.mark.usefixtures("pauses")
async def test_a_webhook_is_removed_first(scene: Scene, anna: User) -> None:
    scene.telegram.call("setWebhook", {"url": "https://example.org/hook"})
    scene.telegram.send(anna, anna, "/areas")
    task = asyncio.create_task(poll(scene.application, 30, asyncio.Event()))
    await until_called(scene.telegram, "getUpdates")
    task.cancel()
    assert scene.telegram.calls_of("getUpdates")[0].error is None
    assert not scene.application.update_queue.empty()
