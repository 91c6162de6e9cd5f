"""Bots that wait for updates over HTTP."""

import asyncio
from collections.abc import Callable
from typing import Any

import aiohttp
import pytest

from bot.simulator import gateway
from bot.simulator.chats import Json, User
from bot.simulator.telegram import LocalTelegram
from tests.simulator.serving.callers import Bot, refusal_of
from tests.waiting import until_called

pytestmark = pytest.mark.asyncio(loop_scope="module")

HOOK = "http://127.0.0.1:1/hook"
Poll = asyncio.Task[tuple[int, Json]]


async def _waiting(telegram: LocalTelegram, bot: Bot, **params: Any) -> Poll:
    """A getUpdates that has begun to wait."""
    before = len(telegram.calls_of("getUpdates"))
    poll = asyncio.create_task(bot.ask("getUpdates", json={"timeout": 50, **params}))
    await until_called(telegram, "getUpdates", before + 1)
    return poll


async def test_who_waits_is_woken_by_a_message(telegram: LocalTelegram, anna: User, bot: Bot) -> None:
    poll = await _waiting(telegram, bot)
    sent = telegram.send(anna, anna, "hello")
    assert await poll == (200, {"ok": True, "result": [sent]})


async def test_waiting_ends_with_nothing_at_its_time(
    telegram: LocalTelegram, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gateway, "MAX_WAIT_SECONDS", 0.01)
    assert await bot.call("getUpdates", timeout=1) == []
    assert len(telegram.calls_of("getUpdates")) == 1


async def test_the_next_to_wait_interrupts_the_first(telegram: LocalTelegram, anna: User, bot: Bot) -> None:
    first = await _waiting(telegram, bot)
    second = await _waiting(telegram, bot)
    assert refusal_of(await first) == (
        "409 Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running"
    )
    sent = telegram.send(anna, anna, "hello")
    assert (await second)[1]["result"] == [sent]


async def test_what_a_bot_that_went_away_was_given_is_given_again(
    telegram: LocalTelegram, anna: User, bot: Bot
) -> None:
    gone = await _waiting(telegram, bot)
    gone.cancel()
    sent = telegram.send(anna, anna, "hello")
    assert await bot.call("getUpdates") == [sent]


@pytest.mark.parametrize(("limit", "given"), [(0, 1), (1, 1), (2, 2), (1000, 3), (-5, 1)])
async def test_who_was_woken_is_given_as_much_as_who_need_not_wait(
    telegram: LocalTelegram, anna: User, bot: Bot, limit: int, given: int
) -> None:
    poll = await _waiting(telegram, bot, limit=limit)
    for text in ("one", "two", "three"):
        telegram.send(anna, anna, text)
    _, answer = await poll
    assert len(answer["result"]) == len(await bot.call("getUpdates", limit=limit)) == given


async def test_a_webhook_ends_the_waiting(telegram: LocalTelegram, bot: Bot) -> None:
    poll = await _waiting(telegram, bot)
    await bot.call("setWebhook", url=HOOK)
    assert refusal_of(await poll) == "409 Conflict: terminated by setWebhook request"


async def test_with_a_webhook_nobody_waits(bot: Bot) -> None:
    await bot.call("setWebhook", url=HOOK)
    assert await bot.refusal("getUpdates", timeout=50) == (
        "409 Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )


async def test_a_network_that_is_cut_breaks_the_waiting_off(telegram: LocalTelegram, bot: Bot) -> None:
    poll = await _waiting(telegram, bot)
    telegram.cut_network()
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await poll


@pytest.mark.parametrize("happening", [LocalTelegram.restore_network, LocalTelegram.end_trouble])
async def test_what_does_not_concern_it_does_not_end_the_waiting(
    telegram: LocalTelegram, anna: User, bot: Bot, happening: Callable[[LocalTelegram], None]
) -> None:
    poll = await _waiting(telegram, bot)
    happening(telegram)
    await bot.call("getMe")
    sent = telegram.send(anna, anna, "hello")
    assert (await poll)[1]["result"] == [sent]
