"""Answering people's queries: pressed buttons and inline questions."""

from collections.abc import Mapping
from typing import Any

from bot.simulator.api.texts import message_text
from bot.simulator.chats import Json
from bot.simulator.entities import utf16_length
from bot.simulator.faults import ApiError, bad_request
from bot.simulator.keyboards import checked_markup
from bot.simulator.world import World

Given = Mapping[str, Any]

MAX_NOTICE = 200
MAX_RESULTS = 50
MAX_ID_BYTES = 64


def answer_callback_query(world: World, given: Given) -> bool:
    text = given.get("text", "")
    if utf16_length(text) > MAX_NOTICE:
        raise bad_request("MESSAGE_TOO_LONG")
    world.queries.answer_callback(
        given["callback_query_id"],
        world.clock().timestamp(),
        text=text,
        show_alert=given.get("show_alert", False),
        url=given.get("url", ""),
    )
    world.changed(world.queries.alerts[-1])
    return True


def answer_inline_query(world: World, given: Given) -> bool:
    results = given["results"]
    if len(results) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    for result in results:
        _check_result(world, result)
    if len({result["id"] for result in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")
    if len(given.get("next_offset", "").encode()) > MAX_ID_BYTES:
        raise bad_request("NEXT_OFFSET_INVALID")
    options = {name: value for name, value in given.items() if name not in {"inline_query_id", "results"}}
    world.queries.answer_inline(given["inline_query_id"], world.clock().timestamp(), results, options)
    world.changed(world.queries.inline_answers[-1])
    return True


def _check_result(world: World, result: Json) -> None:
    # Articles are the only kind of result the local Telegram has.
    if result["type"] != "article":
        raise _unreadable(f'type "{result["type"]}" is unsupported for the inline query result')
    if not 1 <= len(result["id"].encode()) <= MAX_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    if not result.get("title", "").strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    if "input_message_content" not in result:
        raise _unreadable("message must be specified for the article result")
    message_text(world, result["input_message_content"], "message_text")
    checked_markup(result.get("reply_markup"))


def _unreadable(reason: str) -> ApiError:
    return bad_request(f"can't parse inline query result: {reason}")
