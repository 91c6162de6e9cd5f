"""Trouble made to order between a bot and the local Telegram, as it looks over HTTP."""

import asyncio
from collections.abc import Awaitable, Callable

import aiohttp
import pytest

from bot.simulator.chats import Chat, Json, User
from bot.simulator.server import LocalServer
from bot.simulator.serving import bot_api
from bot.simulator.telegram import LocalTelegram
from tests.simulator.serving.callers import Bot, Browser
from tests.waiting import until_called

pytestmark = pytest.mark.asyncio(loop_scope="module")


def _texts(telegram: LocalTelegram, anna: User) -> list[str]:
    return [message.text for message in telegram.messages(anna)]


def _say(bot: Bot, chat: User | Chat) -> Awaitable[tuple[int, Json]]:
    return bot.ask("sendMessage", json={"chat_id": chat.id, "text": "x"})


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ({"what": "429", "retry_after": 7}, "429 Too Many Requests: retry after 7"),
        ({"what": "500"}, "500 Internal Server Error"),
        ({"what": "403"}, "403 Forbidden: bot was blocked by the user"),
        ({"what": "400"}, "400 Bad Request: chat not found"),
        ({"what": "400", "description": "message is too long"}, "400 Bad Request: message is too long"),
    ],
)
async def test_a_refusal_is_made_to_order_and_used_up(
    anna: User, bot: Bot, browser: Browser, what: dict[str, str | int], words: str
) -> None:
    await browser.do("fail", method="sendMessage", **what)
    assert await bot.refusal("sendMessage", chat_id=anna.id, text="x") == words
    assert (await _say(bot, anna))[0] == 200


async def test_how_long_to_wait_is_said_as_a_number(anna: User, bot: Bot, browser: Browser) -> None:
    await browser.do("fail", method="*", what="429")
    _, answer = await _say(bot, anna)
    assert answer["parameters"] == {"retry_after": 5}


async def test_trouble_is_of_one_method(anna: User, bot: Bot, browser: Browser) -> None:
    await browser.do("fail", method="sendPhoto", what="500")
    assert (await _say(bot, anna))[0] == 200


async def test_trouble_is_of_one_chat(anna: User, group: Chat, bot: Bot, browser: Browser) -> None:
    await browser.do("fail", method="*", what="500", chat=group.id, times=2)
    assert [(await _say(bot, chat))[0] for chat in (anna, group, anna, group, group)] == [
        200, 500, 200, 500, 200
    ]  # fmt: skip


async def test_any_method_does_not_mean_listening(bot: Bot, browser: Browser) -> None:
    await browser.do("fail", method="*", what="500")
    assert await bot.call("getUpdates") == []
    assert (await bot.ask("getMe"))[0] == 500


async def test_a_connection_breaks_before_the_deed(
    telegram: LocalTelegram, anna: User, bot: Bot, browser: Browser
) -> None:
    await browser.do("fail", method="sendMessage", what="reset")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await _say(bot, anna)
    assert _texts(telegram, anna) == []
    assert (await _say(bot, anna))[0] == 200


async def test_an_answer_is_lost_after_the_deed(
    server: LocalServer, telegram: LocalTelegram, anna: User, bot: Bot, browser: Browser
) -> None:
    await browser.do("fail", method="sendMessage", what="timeout")
    waiting = asyncio.ensure_future(_say(bot, anna))
    await until_called(telegram, "sendMessage")
    await bot.call("getMe")
    assert (_texts(telegram, anna), waiting.done()) == (["x"], False)
    waiting.cancel()
    async with asyncio.timeout(10):
        await asyncio.gather(*server._server.server_state.tasks)


@pytest.mark.parametrize("is_get", [True, False])
async def test_who_never_gives_up_is_hung_up_on(
    anna: User, bot: Bot, browser: Browser, monkeypatch: pytest.MonkeyPatch, *, is_get: bool
) -> None:
    monkeypatch.setattr(bot_api, "PATIENCE", 0.01)
    await browser.do("fail", method="getChat", what="timeout", times=2)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await (bot.get("getChat", chat_id=str(anna.id)) if is_get else bot.call("getChat", chat_id=anna.id))


async def test_updates_whose_answer_was_lost_come_again(
    telegram: LocalTelegram, anna: User, bot: Bot, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot_api, "PATIENCE", 0.01)
    await browser.do("fail", method="getUpdates", what="timeout")
    sent = telegram.send(anna, anna, "hello")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await bot.call("getUpdates")
    assert await bot.call("getUpdates") == [sent]


CALLS: list[Callable[[Bot], Awaitable[object]]] = [
    lambda bot: bot.call("getMe"),
    lambda bot: bot.call("getMe", nonsense=1),
    lambda bot: bot.call("sendLove"),
    lambda bot: bot.call("getUpdates", timeout=50),
    lambda bot: bot.ask("sendMessage", data=b"{", headers={"Content-Type": "application/json"}),
    lambda bot: bot.session.get(f"{bot.url}/file/bot{bot.token}/documents/file_1"),
]


@pytest.mark.parametrize("call", CALLS)
async def test_no_call_gets_through_while_the_network_is_cut(
    bot: Bot, browser: Browser, call: Callable[[Bot], Awaitable[object]]
) -> None:
    await browser.do("cut")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await call(bot)
    await browser.do("restore")
    assert (await bot.call("getMe"))["is_bot"] is True


async def test_what_people_do_meanwhile_waits(
    telegram: LocalTelegram, anna: User, bot: Bot, browser: Browser
) -> None:
    await browser.do("cut")
    sent = telegram.send(anna, anna, "hello")
    await browser.do("restore")
    assert await bot.call("getUpdates") == [sent]


async def test_a_cut_uses_up_no_trouble(bot: Bot, browser: Browser) -> None:
    await browser.do("fail", method="getMe", what="500")
    await browser.do("cut")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await bot.call("getMe")
    await browser.do("restore")
    assert await bot.refusal("getMe") == "500 Internal Server Error"


async def test_all_trouble_can_be_ended_at_once(bot: Bot, browser: Browser) -> None:
    await browser.do("fail", method="getMe", what="500", times=9)
    await browser.do("cut")
    await browser.do("clear_trouble")
    assert (await bot.call("getMe"))["is_bot"] is True
