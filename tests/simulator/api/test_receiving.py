"""Updates, the webhook, and leaving the server."""

from typing import Any

import pytest

from bot.simulator.chats import User
from bot.simulator.telegram import LocalTelegram
from bot.simulator.world import Rules
from tests.simulator.scenes import SetClock, refusal


def test_updates_are_confirmed_by_asking_for_later_ones(telegram: LocalTelegram, anna: User) -> None:
    first, second = telegram.send(anna, anna, "one"), telegram.send(anna, anna, "two")
    assert telegram.call("getUpdates", {"timeout": "10", "limit": "1"}) == [first]
    assert telegram.call("getUpdates", {"offset": second["update_id"]}) == [second]
    assert telegram.call("getUpdates", {"offset": second["update_id"] + 1}) == []


def test_the_kinds_asked_for_are_remembered(telegram: LocalTelegram, anna: User) -> None:
    telegram.call("getUpdates", {"allowed_updates": '["callback_query"]'})
    telegram.send(anna, anna, "one")
    assert telegram.call("getUpdates", {}) == []


def test_with_a_webhook_updates_cannot_be_asked_for(telegram: LocalTelegram) -> None:
    telegram.call("setWebhook", {"url": "https://example.com/hook", "allowed_updates": ["message"]})
    assert refusal(telegram, "getUpdates") == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )
    telegram.call("deleteWebhook", {})
    assert telegram.call("getUpdates", {}) == []


def test_the_webhook_is_shown(telegram: LocalTelegram, anna: User) -> None:
    telegram.call(
        "setWebhook",
        {"url": "https://example.com/hook", "max_connections": 7, "allowed_updates": ["message"]},
    )
    telegram.send(anna, anna, "one")
    assert telegram.call("getWebhookInfo", {}) == {
        "url": "https://example.com/hook",
        "has_custom_certificate": False,
        "pending_update_count": 1,
        "max_connections": 7,
        "allowed_updates": ["message"],
    }


@pytest.mark.parametrize("method", ["setWebhook", "deleteWebhook"])
def test_what_waits_can_be_dropped(telegram: LocalTelegram, anna: User, method: str) -> None:
    telegram.send(anna, anna, "one")
    telegram.call(method, {"drop_pending_updates": "true"})
    info = telegram.call("getWebhookInfo", {})
    assert (info["url"], info["pending_update_count"]) == ("", 0)


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"url": "http://example.com"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://a.b", "secret_token": "a b"}, "secret token contains unallowed characters"),
    ],
)
def test_wrong_webhooks_are_refused(telegram: LocalTelegram, params: dict[str, Any], reason: str) -> None:
    assert refusal(telegram, "setWebhook", **params) == f"Bad Request: {reason}"


# webhooks on this machine


@pytest.fixture
def local(clock: SetClock) -> LocalTelegram:
    return LocalTelegram(clock, rules=Rules(local_webhooks=True))


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/hook",
        "https://example.com",
        "http://127.0.0.1.example.com",
        "http://192.168.1.2/hook",
        "http://0.0.0.0/hook",
        "ftp://127.0.0.1/hook",
        "http://user@example.com#@127.0.0.1",
        "127.0.0.1:80/hook",
        "http://",
        "http://[::1",
        "http://[nonsense]/",
    ],
)
def test_an_address_off_this_machine_is_refused(local: LocalTelegram, url: str) -> None:
    assert refusal(local, "setWebhook", url=url) == (
        "Bad Request: bad webhook: the local Telegram calls http(s)://localhost and 127.0.0.1 only"
    )


@pytest.mark.parametrize("url", ["http://[::1", "https://[nonsense]/", "http://example.com"])
def test_where_only_https_will_do_a_broken_address_is_refused(clock: SetClock, url: str) -> None:
    assert refusal(LocalTelegram(clock), "setWebhook", url=url).startswith("Bad Request: bad webhook: ")


@pytest.mark.parametrize("url", ["http://localhost:8080/x", "https://127.0.0.1", "http://[::1]:80/hook"])
def test_an_address_on_this_machine_is_taken(local: LocalTelegram, url: str) -> None:
    assert local.call("setWebhook", {"url": url}) is True
    assert local.call("getWebhookInfo", {})["url"] == url


def test_a_bot_logged_out_gets_nothing_more(telegram: LocalTelegram) -> None:
    assert telegram.call("close", {}) is True
    assert telegram.call("logOut", {}) is True
    assert refusal(telegram, "getMe") == "Logged out"
