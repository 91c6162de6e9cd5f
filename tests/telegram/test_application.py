"""Serving until told to stop, whatever Telegram does meanwhile."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from bot.errors import TelegramRefusedError
from bot.simulator.chats import User
from bot.simulator.faults import ApiError, Fault, NetworkFault, too_many_requests
from bot.simulator.request import LocalRequest
from bot.telegram import application as application_module
from bot.telegram import polling
from bot.telegram.application import BotApplication, serve
from bot.telegram.conversation import Conversation
from tests.telegram.scene import Scene
from tests.waiting import until, until_called

TROUBLES = {
    "server error": ApiError(500, "Internal Server Error"),
    "conflict": ApiError(409, "Conflict: terminated by other getUpdates request"),
    "too many requests": too_many_requests(1),
    "time-out": NetworkFault.TIMED_OUT,
    "reset": NetworkFault.CONNECTION_RESET,
}


@pytest.fixture
async def closed(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Scene:
    """A scene whose application is to be opened by `serve`; nothing has to be waited out."""
    monkeypatch.setattr(polling, "_FIRST_PAUSE", 0.0)
    await scene.application.shutdown()
    scene.telegram.calls.clear()
    return scene


async def by_polling(application: BotApplication, asked: asyncio.Event) -> None:
    await polling.poll(application, 30, asked)


@asynccontextmanager
async def serving(scene: Scene, prepare: Callable[[], object] = list) -> AsyncIterator[None]:
    """Serves during the block, and has to end in good order after it."""
    stop = asyncio.Event()
    task = asyncio.create_task(serve(scene.service, by_polling, stop, prepare))
    try:
        yield
    finally:
        stop.set()
        ended, _ = await asyncio.wait({task}, timeout=5)
        assert ended
    task.result()
    assert not scene.application.running


async def test_updates_are_answered_until_it_is_told_to_stop(closed: Scene, anna: User) -> None:
    async with serving(closed):
        closed.telegram.send(anna, anna, "/areas")
        await until_called(closed.telegram, "sendMessage")
    assert [answer.text[0] for answer in closed.answers(anna)] == ["📌"]


async def test_what_was_asked_while_it_was_away_is_answered(closed: Scene, anna: User) -> None:
    for _ in range(3):
        closed.telegram.send(anna, anna, "/areas")
    async with serving(closed):
        await until_called(closed.telegram, "sendMessage", 3)


async def test_nothing_is_answered_twice(closed: Scene, anna: User) -> None:
    closed.telegram.send(anna, anna, "/areas")
    async with serving(closed):
        await until_called(closed.telegram, "sendMessage")
        await until_called(closed.telegram, "getUpdates", 2)
    async with serving(closed):
        await until_called(closed.telegram, "getUpdates", 3)
    assert len(closed.answers(anna)) == 1


async def test_what_can_wait_is_prepared_once_telegram_has_been_asked(closed: Scene) -> None:
    prepared = asyncio.Event()
    loop = asyncio.get_running_loop()
    async with serving(closed, lambda: loop.call_soon_threadsafe(prepared.set)), asyncio.timeout(5):
        await prepared.wait()
        assert closed.telegram.calls_of("getUpdates")


async def test_the_menus_are_filled(closed: Scene) -> None:
    async with serving(closed):
        await until_called(closed.telegram, "setMyCommands", 6)


async def test_menus_that_cannot_be_filled_stop_nothing(
    closed: Scene, anna: User, caplog: pytest.LogCaptureFixture
) -> None:
    closed.telegram.fail_next("setMyCommands", too_many_requests(5))
    async with serving(closed):
        closed.telegram.send(anna, anna, "/areas")
        await until_called(closed.telegram, "sendMessage")
    assert "the command menus could not be filled: RetryAfter" in caplog.text


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook", "getUpdates"])
@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
async def test_trouble_is_waited_out(closed: Scene, anna: User, method: str, trouble: Fault) -> None:
    closed.telegram.fail_next(method, trouble, times=2)
    closed.telegram.send(anna, anna, "/areas")
    async with serving(closed):
        await until(closed.telegram, lambda: bool(closed.answers(anna)))


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook", "getUpdates"])
async def test_it_can_be_stopped_while_telegram_is_away(closed: Scene, method: str) -> None:
    closed.telegram.fail_next(method, NetworkFault.CONNECTION_RESET, times=1000)
    async with serving(closed):
        await until_called(closed.telegram, method, 3)


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook", "getUpdates"])
async def test_a_token_telegram_does_not_know_ends_it(closed: Scene, method: str) -> None:
    closed.telegram.fail_next(method, ApiError(401, "Unauthorized"))
    with pytest.raises(TelegramRefusedError):
        await serve(closed.service, by_polling, asyncio.Event(), prepare=list)
    assert not closed.application.running


async def test_many_chats_are_answered_in_order_within_each(closed: Scene) -> None:
    people = [closed.person() for _ in range(5)]
    for command in ("/areas", "/goals", "/help"):
        for person in people:
            closed.telegram.send(person, person, command)
    async with serving(closed):
        await until_called(closed.telegram, "sendMessage", 15)
    assert {tuple(answer.text[0] for answer in closed.answers(person)) for person in people} == {
        ("📌", "🧭", "💡")
    }


@pytest.fixture
def ends(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What came to its end, in order: connections are noted as `closed`."""
    ends: list[str] = []

    async def close(_: LocalRequest) -> None:
        ends.append("closed")

    monkeypatch.setattr(LocalRequest, "shutdown", close)
    return ends


async def test_connections_are_closed_at_the_end(closed: Scene, ends: list[str]) -> None:
    async with serving(closed):
        await until_called(closed.telegram, "getUpdates")
    assert set(ends) == {"closed"}


async def test_connections_are_closed_when_telegram_never_answered(closed: Scene, ends: list[str]) -> None:
    closed.telegram.fail_next("getMe", ApiError(401, "Unauthorized"))
    with pytest.raises(TelegramRefusedError):
        await serve(closed.service, by_polling, asyncio.Event(), prepare=list)
    assert set(ends) == {"closed"}


async def test_what_hangs_at_the_end_is_given_up_before_connections_are_closed(
    closed: Scene, anna: User, ends: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    hanging = asyncio.Event()

    async def hang(*_: object) -> None:
        hanging.set()
        try:
            await asyncio.Event().wait()
        finally:
            ends.append("given up")

    monkeypatch.setattr(application_module, "_CLOSING", 0.01)
    monkeypatch.setattr(Conversation, "on_update", hang)
    closed.telegram.send(anna, anna, "/areas")
    async with serving(closed), asyncio.timeout(5):
        await hanging.wait()
    assert ends[0] == "given up"
    assert "closed" in ends


async def test_an_update_nobody_can_read_is_left_out_with_a_line_in_the_log(
    closed: Scene, anna: User, caplog: pytest.LogCaptureFixture
) -> None:
    closed.telegram.updates.add("message", {"message_id": 1, "text": "a person's words"})
    closed.telegram.send(anna, anna, "/areas")
    async with serving(closed):
        await until(closed.telegram, lambda: bool(closed.answers(anna)))
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]
    assert "update 1 cannot be read and is left out: KeyError" in ours
    assert not any("words" in message for message in ours)
