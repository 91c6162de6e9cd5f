"""Answers to pressed buttons and inline queries."""

from typing import Any

import pytest

from bot.simulator.chats import User
from bot.simulator.shown import CallbackAnswer
from bot.simulator.telegram import LocalTelegram
from tests.simulator.scenes import SetClock, inline, refusal

_TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
def pressed(telegram: LocalTelegram, anna: User) -> str:
    """The id of a query by a pressed button."""
    telegram.call("sendMessage", {"chat_id": anna.id, "text": "x", "reply_markup": inline(("x", "y"))})
    query_id: str = telegram.press(anna, anna, 1, "y")["callback_query"]["id"]
    return query_id


@pytest.fixture
def asked(telegram: LocalTelegram, anna: User) -> str:
    """The id of an inline query."""
    query_id: str = telegram.inline_query(anna, "jobs")["inline_query"]["id"]
    return query_id


def test_an_answer_is_shown_to_who_pressed(telegram: LocalTelegram, anna: User, pressed: str) -> None:
    params = {"callback_query_id": pressed, "text": "x" * 200, "show_alert": "true"}
    assert telegram.call("answerCallbackQuery", params) is True
    assert telegram.alerts == [CallbackAnswer(pressed, anna.id, "x" * 200, show_alert=True, url="")]


def test_an_answer_may_say_nothing(telegram: LocalTelegram, pressed: str) -> None:
    telegram.call("answerCallbackQuery", {"callback_query_id": pressed})
    assert telegram.alerts[0].text == ""


def test_a_query_is_answered_once(telegram: LocalTelegram, pressed: str) -> None:
    telegram.call("answerCallbackQuery", {"callback_query_id": pressed})
    assert refusal(telegram, "answerCallbackQuery", callback_query_id=pressed) == _TOO_OLD


def test_an_old_or_unknown_query_cannot_be_answered(
    telegram: LocalTelegram, pressed: str, asked: str, clock: SetClock
) -> None:
    clock.forward(61)
    assert refusal(telegram, "answerCallbackQuery", callback_query_id=pressed) == _TOO_OLD
    assert refusal(telegram, "answerCallbackQuery", callback_query_id="5") == _TOO_OLD
    assert refusal(telegram, "answerInlineQuery", inline_query_id=asked, results=[]) == _TOO_OLD


def test_a_long_answer_is_refused(telegram: LocalTelegram, pressed: str) -> None:
    said = refusal(telegram, "answerCallbackQuery", callback_query_id=pressed, text="x" * 201)
    assert said == "Bad Request: MESSAGE_TOO_LONG"


def _article(**fields: Any) -> dict[str, Any]:
    content = {"message_text": "3400"}
    return {"type": "article", "id": "jobs", "title": "Jobs", "input_message_content": content} | fields


def test_results_and_options_are_kept(telegram: LocalTelegram, anna: User, asked: str) -> None:
    params = {"inline_query_id": asked, "results": [_article()], "is_personal": True, "cache_time": 5}
    assert telegram.call("answerInlineQuery", params) is True
    (answer,) = telegram.queries.inline_answers
    assert (answer.user_id, answer.query, answer.result("jobs")["title"]) == (anna.id, "jobs", "Jobs")
    assert answer.options == {"is_personal": True, "cache_time": 5}


@pytest.mark.parametrize(
    ("results", "reason"),
    [
        ([_article(id=str(number)) for number in range(51)], "RESULTS_TOO_MUCH"),
        ([_article(), _article()], "RESULT_ID_DUPLICATE"),
        ([_article(id="x" * 65)], "RESULT_ID_INVALID"),
        ([_article(title=" ")], "ARTICLE_TITLE_EMPTY"),
        ([_article(input_message_content={"message_text": "x" * 4097})], "message is too long"),
        ([_article(reply_markup=inline(("x", "y" * 65)))], "BUTTON_DATA_INVALID"),
        ([_article(text="x")], 'unknown field of InlineQueryResult "text"'),
        (
            [_article(input_message_content=None)],
            "can't parse inline query result: message must be specified for the article result",
        ),
        (
            [_article(type="photo")],
            'can\'t parse inline query result: type "photo" is unsupported for the inline query result',
        ),
    ],
)
def test_wrong_results_are_refused(
    telegram: LocalTelegram, asked: str, results: list[dict[str, Any]], reason: str
) -> None:
    said = refusal(telegram, "answerInlineQuery", inline_query_id=asked, results=results)
    assert said == f"Bad Request: {reason}"


def test_a_long_offset_is_refused(telegram: LocalTelegram, asked: str) -> None:
    said = refusal(telegram, "answerInlineQuery", inline_query_id=asked, results=[], next_offset="x" * 65)
    assert said == "Bad Request: NEXT_OFFSET_INVALID"
