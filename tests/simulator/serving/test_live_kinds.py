"""Every kind of event there is."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.simulator.chats import Chat, Json, User
from bot.simulator.faults import LostAnswerError, bad_request
from bot.simulator.stage import Stage
from bot.simulator.telegram import LocalTelegram
from tests.simulator.scenes import SetClock, inline, refusal
from tests.simulator.serving.callers import Browser

pytestmark = pytest.mark.asyncio(loop_scope="module")


def _write(telegram: LocalTelegram, anna: User) -> Json:
    return {"chat": anna.id, "message": telegram.send(anna, anna, "hello")["message"]}


def _delete(telegram: LocalTelegram, anna: User) -> Json:
    sent = telegram.send(anna, anna, "hello")["message"]["message_id"]
    telegram.delete(anna, sent)
    return {"chat": anna.id, "message_ids": [sent]}


def _found(telegram: LocalTelegram, anna: User) -> Json:
    return {"chat": {"id": telegram.create_group("<b>", anna, with_bot=False).id, "title": "<b>"}}


def _come(telegram: LocalTelegram, _: User) -> Json:
    return {"person": {"id": telegram.add_user("<b>").id, "first_name": "<b>", "has_started": False}}


def _cut(telegram: LocalTelegram, _: User) -> Json:
    telegram.cut_network()
    return {"is_cut": True, "orders": []}


def _type(telegram: LocalTelegram, anna: User) -> Json:
    telegram.call("sendChatAction", {"chat_id": anna.id, "action": "typing"})
    return {"chat": anna.id, "topic": None, "action": "typing"}


def _press(telegram: LocalTelegram, anna: User) -> Json:
    markup = inline(("More", "more"))
    sent = telegram.call("sendMessage", {"chat_id": anna.id, "text": "x", "reply_markup": markup})
    query = telegram.forge_press(anna, anna, sent["message_id"], "more")["callback_query"]["id"]
    telegram.call("answerCallbackQuery", {"callback_query_id": query, "text": "<b>", "show_alert": True})
    return {"person": anna.id, "query_id": query, "text": "<b>", "show_alert": True, "url": ""}


def _ask(telegram: LocalTelegram, anna: User) -> Json:
    query = telegram.inline_query(anna, "jobs")["inline_query"]["id"]
    content = {"message_text": "found"}
    results = [{"type": "article", "id": "1", "title": "<b>", "input_message_content": content}]
    telegram.call("answerInlineQuery", {"inline_query_id": query, "results": results, "next_offset": "9"})
    asked = {"person": anna.id, "query_id": query, "query": "jobs"}
    return asked | {"results": results, "next_offset": "9", "button": None}


def _name(telegram: LocalTelegram, _: User) -> Json:
    telegram.call("setMyCommands", {"commands": []})
    return {}


def _call(telegram: LocalTelegram, anna: User) -> Json:
    telegram.call("sendMessage", {"chat_id": str(anna.id), "text": "<b>" * 40})
    shown = {"method": "sendMessage", "chat_id": anna.id, "topic": None, "error": ""}
    return {"call": shown | {"at": telegram.clock().isoformat(), "text": ("<b>" * 40)[:80]}}


CAUSES: dict[str, Callable[[LocalTelegram, User], Json]] = {
    "message": _write, "gone": _delete, "chat": _found, "person": _come, "trouble": _cut, "typing": _type,
    "notice": _press, "inline": _ask, "menu": _name, "call": _call,
}  # fmt: skip


def _holds(told: Any, expected: Any) -> bool:
    """Whether all that is expected was told; of objects there may be more."""
    if isinstance(expected, dict):
        return all(name in told and _holds(told[name], value) for name, value in expected.items())
    return bool(told == expected)


@pytest.mark.parametrize("kind", CAUSES)
async def test_what_happens_is_told(telegram: LocalTelegram, anna: User, browser: Browser, kind: str) -> None:
    async with browser.events() as events:
        expected = CAUSES[kind](telegram, anna)
        told = await events.next(kind)
    assert _holds(told, expected), told


async def test_turning_the_clock_is_told(stage: Stage, browser: Browser) -> None:
    async with browser.events() as events:
        stage.clock.jump(datetime(2030, 1, 1, tzinfo=UTC))
        told = (await events.next("clock"))["clock"]
    assert (told["now"], told["is_turned"]) == ("2030-01-01T08:00:00+08:00", True)


async def test_the_end_of_what_is_played_is_told(stage: Stage, real_time: SetClock, browser: Browser) -> None:
    async with browser.events() as events:
        stage.clock.play(timedelta(minutes=1), 86_400)
        real_time.forward(1)
        told = [(await events.next("clock"))["clock"]["rate"] for _ in range(2)]
    assert told == [86_400, 1]


async def test_trouble_that_was_used_up_is_told(telegram: LocalTelegram, browser: Browser) -> None:
    telegram.fail_next("getMe", bad_request("no"), times=2)
    async with browser.events() as events:
        for _ in range(2):
            refusal(telegram, "getMe")
        told = [(await events.next("trouble"))["orders"] for _ in range(2)]
    assert [[order["times"] for order in orders] for orders in told] == [[1], []]


async def test_that_the_bot_listens_is_told_only_when_it_fails(
    telegram: LocalTelegram, browser: Browser
) -> None:
    async with browser.events() as events:
        telegram.call("getUpdates", {})
        telegram.cut_network()
        with pytest.raises(LostAnswerError):
            telegram.call("getUpdates", {})
        told = (await events.next("call"))["call"]
    assert (told["method"], told["error"]) == (
        "getUpdates", "the connection broke before Telegram had the request"
    )  # fmt: skip


async def test_an_edit_is_told_under_the_same_number(
    telegram: LocalTelegram, anna: User, browser: Browser
) -> None:
    sent = telegram.send(anna, anna, "one")["message"]["message_id"]
    async with browser.events() as events:
        telegram.edit(anna, sent, "two")
        told = (await events.next("message"))["message"]
    assert (told["message_id"], told["text"]) == (sent, "two")
    assert told["edit_date"] == telegram.now


async def test_a_deleted_topic_takes_its_messages_along(
    telegram: LocalTelegram, forum: Chat, anna: User, browser: Browser
) -> None:
    topic = telegram.create_topic(forum, "News").id
    telegram.send(forum, anna, "hello", topic=topic)
    async with browser.events() as events:
        telegram.delete_topic(forum, topic)
        assert (await events.next("chat"))["chat"]["topics"] == []
        gone = [(await events.next("gone"))["message_ids"] for _ in range(2)]
    assert gone == [[topic], [topic + 1]]
