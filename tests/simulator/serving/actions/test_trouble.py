"""Somebody orders trouble on the page."""

from typing import Any

import pytest

from bot.simulator.chats import Chat
from bot.simulator.serving.actions.trouble import MAX_RETRY_AFTER, MAX_TIMES
from bot.simulator.telegram import LocalTelegram
from tests.simulator.serving.callers import Browser

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("what", "shown"),
    [
        ({"what": "429"}, "429 Too Many Requests: retry after 5"),
        ({"what": "429", "retry_after": 60}, "429 Too Many Requests: retry after 60"),
        ({"what": "500"}, "500 Internal Server Error"),
        ({"what": "403"}, "403 Forbidden: bot was blocked by the user"),
        ({"what": "400", "description": "<b>"}, "400 Bad Request: <b>"),
        ({"what": "reset"}, "the connection broke before Telegram had the request"),
        ({"what": "timeout"}, "Telegram did as asked, and the answer was lost"),
    ],
)
async def test_what_was_ordered_is_shown(
    group: Chat, browser: Browser, what: dict[str, Any], shown: str
) -> None:
    trouble = await browser.do("fail", method="sendMessage", chat=group.id, times=3, **what)
    order = {"method": "sendMessage", "what": shown, "chat_id": group.id, "times": 3}
    assert trouble["orders"] == (await browser.read("/state"))["orders"] == [order]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"method": "sendLove"}, "the local Telegram has no method 'sendLove'"),
        ({"what": "418"}, "'418' is not a known fault; 400, 403, 429, 500, reset, timeout are"),
        ({"times": 0}, f"times is 1 to {MAX_TIMES}"),
        ({"times": MAX_TIMES + 1}, f"times is 1 to {MAX_TIMES}"),
        ({"retry_after": 0}, f"retry_after is 1 to {MAX_RETRY_AFTER}"),
        ({"retry_after": MAX_RETRY_AFTER + 1}, f"retry_after is 1 to {MAX_RETRY_AFTER}"),
        ({"chat": 5}, "there is no chat 5"),
    ],
)
async def test_trouble_nobody_can_make_is_refused(
    telegram: LocalTelegram, browser: Browser, change: dict[str, Any], reason: str
) -> None:
    body = {"method": "getMe", "what": "429", **change}
    assert await browser.refusal("fail", **body) == f"409 {reason}"
    assert telegram.faults.orders == []


async def test_a_cut_is_shown_until_it_is_mended(browser: Browser) -> None:
    assert (await browser.do("cut"))["is_cut"] is True
    assert (await browser.read("/state"))["is_cut"] is True
    assert (await browser.do("restore"))["is_cut"] is False


async def test_a_rule_is_changed_and_the_others_stay(telegram: LocalTelegram, browser: Browser) -> None:
    await browser.do("set_rules", inline_feedback=True)
    trouble = await browser.do("set_rules", reads_all_group_messages=True, strict_parameters=False)
    assert trouble["rules"] == {
        "flood_limits": False, "strict_parameters": False,
        "reads_all_group_messages": True, "inline_feedback": True,
    }  # fmt: skip
    assert telegram.rules.local_webhooks


async def test_where_webhooks_go_is_not_for_the_page_to_say(browser: Browser) -> None:
    refused = await browser.refusal("set_rules", local_webhooks=False)
    assert refused == '400 unknown parameter "local_webhooks"'
