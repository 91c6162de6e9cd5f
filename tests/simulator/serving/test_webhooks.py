"""Updates pushed to a bot's own server, which here is a real one on loopback."""

import asyncio
import json
from collections.abc import AsyncIterator

import aiohttp
import pytest
from aiohttp import web

from bot.simulator.chats import User
from bot.simulator.serving import webhooks
from bot.simulator.serving.webhooks import Webhooks
from bot.simulator.telegram import LocalTelegram
from bot.simulator.world import Rules
from tests.simulator.scenes import SetClock, refusal
from tests.simulator.serving.hooks import Answering, Hook, WatchedWebhooks, broken, pushing, serving, status

SECRET = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def telegram(clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> LocalTelegram:
    """Tries again at once."""
    monkeypatch.setattr(webhooks, "_FIRST_PAUSE", 0.001)
    return LocalTelegram(clock, rules=Rules(local_webhooks=True))


@pytest.fixture
async def pushes(telegram: LocalTelegram) -> AsyncIterator[WatchedWebhooks]:
    async with pushing(telegram) as pushes:
        yield pushes


@pytest.fixture
async def hook(telegram: LocalTelegram) -> AsyncIterator[Hook]:
    """What is pushed can be brought there."""
    hook = Hook()
    async with serving(hook), pushing(telegram):
        yield hook


def _send(telegram: LocalTelegram, anna: User, *texts: str) -> None:
    for text in texts:
        telegram.send(anna, anna, text)


async def test_updates_are_brought_one_by_one_in_their_order(
    telegram: LocalTelegram, anna: User, hook: Hook
) -> None:
    _send(telegram, anna, "one", "two")
    telegram.call("setWebhook", {"url": hook.url})
    _send(telegram, anna, "three")
    await hook.has(3)
    assert hook.texts == ["one", "two", "three"]


async def test_an_update_comes_as_json_by_post(telegram: LocalTelegram, anna: User, hook: Hook) -> None:
    telegram.call("setWebhook", {"url": f"{hook.url}/deeper?x=1"})
    sent = telegram.send(anna, anna, "你好")
    await hook.has(1)
    (request,) = hook.requests
    assert (request.method, request.path_qs, request.content_type) == (
        "POST", "/hook/deeper?x=1", "application/json"
    )  # fmt: skip
    assert json.loads(await request.read()) == sent


@pytest.mark.parametrize("secret", ["s3cr3t_-", ""])
async def test_the_secret_comes_along(telegram: LocalTelegram, anna: User, hook: Hook, secret: str) -> None:
    telegram.call("setWebhook", {"url": hook.url, "secret_token": secret})
    _send(telegram, anna, "one")
    await hook.has(1)
    assert hook.requests[0].headers.get(SECRET, "") == secret
    assert (SECRET in hook.requests[0].headers) is bool(secret)


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (status(500), "Wrong response from the webhook: 500 Internal Server Error"),
        (status(404), "Wrong response from the webhook: 404 Not Found"),
        (status(302, Location="/other"), "Wrong response from the webhook: 302 Found"),
        (status(304), "Wrong response from the webhook: 304 Not Modified"),
        (broken, "Connection closed"),
    ],
)
async def test_an_update_the_bot_did_not_take_is_brought_again(
    telegram: LocalTelegram, anna: User, hook: Hook, answer: Answering, trouble: str
) -> None:
    hook.answers = [answer, answer]
    telegram.call("setWebhook", {"url": hook.url})
    _send(telegram, anna, "one", "two")
    await hook.has(4)
    assert hook.texts == ["one", "one", "one", "two"]
    assert {request.path for request in hook.requests} == {"/hook"}
    info = telegram.call("getWebhookInfo", {})
    assert (info["last_error_message"], info["last_error_date"]) == (trouble, telegram.now)


async def test_what_nobody_listens_to_is_tried_until_somebody_does(
    telegram: LocalTelegram, anna: User, pushes: WatchedWebhooks
) -> None:
    late = Hook()
    async with serving(late):
        pass
    telegram.call("setWebhook", {"url": late.url})
    _send(telegram, anna, "one")
    await pushes.failed.wait()
    assert telegram.call("getWebhookInfo", {})["last_error_message"] == "Connection refused"
    async with serving(late, int(late.url.rpartition(":")[2].removesuffix("/hook"))):
        await late.has(1)
    assert late.texts == ["one"]


async def test_a_webhook_that_takes_too_long_is_asked_again(
    telegram: LocalTelegram, anna: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(_: web.Request) -> web.StreamResponse:
        return await asyncio.Future[web.StreamResponse]()

    monkeypatch.setattr(webhooks, "_TIMEOUT", aiohttp.ClientTimeout(total=0.05))
    hook = Hook(answers=[never])
    async with serving(hook), pushing(telegram):
        telegram.call("setWebhook", {"url": hook.url})
        _send(telegram, anna, "one")
        await hook.has(2)
    assert telegram.webhook_error["last_error_message"] == "Read timeout expired"


async def test_without_a_webhook_nothing_is_brought_any_more(
    telegram: LocalTelegram, anna: User, hook: Hook
) -> None:
    telegram.call("setWebhook", {"url": hook.url})
    _send(telegram, anna, "one")
    await hook.has(1)
    telegram.call("deleteWebhook", {})
    _send(telegram, anna, "two")
    await _turns()
    assert hook.texts == ["one"]
    assert [update["message"]["text"] for update in telegram.call("getUpdates", {})][-1:] == ["two"]


async def _turns() -> None:
    """Lets everything happen that can happen now."""
    for _ in range(50):
        await asyncio.sleep(0)


async def test_a_webhook_that_fails_can_be_deleted_while_it_is_tried(
    telegram: LocalTelegram, anna: User, hook: Hook
) -> None:
    hook.answers = [status(500)] * 1000
    telegram.call("setWebhook", {"url": hook.url})
    _send(telegram, anna, "one")
    await hook.has(3)
    telegram.call("deleteWebhook", {})
    await _turns()
    assert [update["message"]["text"] for update in telegram.call("getUpdates", {})] == ["one"]
    assert "last_error_message" not in telegram.call("getWebhookInfo", {})


async def test_another_webhook_takes_over_what_the_first_did_not_take(
    telegram: LocalTelegram, anna: User, hook: Hook
) -> None:
    hook.answers = [status(500)] * 1000
    telegram.call("setWebhook", {"url": hook.url})
    _send(telegram, anna, "one")
    await hook.has(1)
    other = Hook()
    async with serving(other):
        telegram.call("setWebhook", {"url": other.url})
        _send(telegram, anna, "two")
        await other.has(2)
    assert other.texts == ["one", "two"]


async def test_nothing_is_brought_while_the_network_is_cut(
    telegram: LocalTelegram, anna: User, hook: Hook
) -> None:
    telegram.call("setWebhook", {"url": hook.url})
    telegram.cut_network()
    _send(telegram, anna, "one")
    await _turns()
    assert hook.texts == []
    telegram.restore_network()
    await hook.has(1)


async def test_only_the_kinds_asked_for_are_brought(telegram: LocalTelegram, anna: User, hook: Hook) -> None:
    telegram.call("setWebhook", {"url": hook.url, "allowed_updates": ["edited_message"]})
    _send(telegram, anna, "one")
    telegram.edit(anna, 1, "two")
    await hook.has(1)
    assert [[*await request.json()] for request in hook.requests] == [["update_id", "edited_message"]]


async def test_meanwhile_nobody_polls(telegram: LocalTelegram, hook: Hook) -> None:
    telegram.call("setWebhook", {"url": hook.url})
    assert refusal(telegram, "getUpdates").startswith("Conflict: can't use getUpdates method while webhook")


@pytest.mark.parametrize("url", ["http://localhost:99999/", "http://127.0.0.1:0/", "http://127.0.0.1:x/"])
async def test_an_address_nobody_can_call_is_trouble_like_any_other(
    telegram: LocalTelegram, anna: User, pushes: WatchedWebhooks, url: str
) -> None:
    telegram.call("setWebhook", {"url": url})
    _send(telegram, anna, "one")
    await pushes.failed.wait()
    hook = Hook()
    async with serving(hook):
        telegram.call("setWebhook", {"url": hook.url})
        await hook.has(1)
        telegram.call("deleteWebhook", {})
    assert hook.texts == ["one"]


async def test_closed_it_leaves_everything_where_it_was(telegram: LocalTelegram, anna: User) -> None:
    hook, pushing = Hook(answers=[status(500)] * 100), Webhooks(telegram)
    async with serving(hook):
        pushing.open()
        telegram.call("setWebhook", {"url": hook.url})
        _send(telegram, anna, "one")
        await hook.has(1)
        await pushing.close()
    assert [update["message"]["text"] for update in telegram.updates.get()] == ["one"]
