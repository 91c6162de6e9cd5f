"""Pressed buttons and inline queries, as the bot is told of them."""

from typing import Any

import pytest

from bot.simulator.chats import Chat, User
from bot.simulator.faults import ImpossibleActionError
from bot.simulator.telegram import LocalTelegram
from bot.simulator.world import Rules
from tests.simulator.scenes import SetClock, inline


@pytest.fixture
def sent(telegram: LocalTelegram, anna: User) -> dict[str, Any]:
    """A message to Anna with a button that calls the bot and one that opens a page."""
    markup = inline(("Jobs", "jobs"), ("More", "more"))
    markup["inline_keyboard"].append([{"text": "Page", "url": "https://example.com"}])
    message: dict[str, Any] = telegram.call(
        "sendMessage", {"chat_id": anna.id, "text": "x", "reply_markup": markup}
    )
    return message


@pytest.mark.parametrize("button", ["more", "More"])
def test_a_button_is_pressed_by_its_data_or_text(
    telegram: LocalTelegram, anna: User, sent: dict[str, Any], button: str
) -> None:
    query = telegram.press(anna, anna, sent["message_id"], button)["callback_query"]
    assert (query["data"], query["from"]["id"]) == ("more", anna.id)
    assert query["message"] == sent


def test_a_query_of_an_old_or_deleted_message_shows_it_as_inaccessible(
    telegram: LocalTelegram, anna: User, sent: dict[str, Any]
) -> None:
    expected = {"chat": sent["chat"], "message_id": sent["message_id"], "date": 0}
    old = telegram.press(anna, anna, sent["message_id"], "jobs", inaccessible=True)
    telegram.delete(anna, sent["message_id"])
    gone = telegram.press(anna, anna, sent["message_id"], "jobs")
    assert old["callback_query"]["message"] == gone["callback_query"]["message"] == expected


def test_data_can_be_forged(telegram: LocalTelegram, anna: User, sent: dict[str, Any]) -> None:
    query = telegram.forge_press(anna, anna, sent["message_id"], "drop table")["callback_query"]
    assert query["data"] == "drop table"


def test_a_button_that_is_not_there_cannot_be_pressed(
    telegram: LocalTelegram, anna: User, sent: dict[str, Any]
) -> None:
    with pytest.raises(
        ImpossibleActionError, match="no button 'Less' under message 1; there are: Jobs, More"
    ):
        telegram.press(anna, anna, sent["message_id"], "Less")


def test_only_who_is_in_the_chat_can_press(
    telegram: LocalTelegram, anna: User, boris: User, sent: dict[str, Any]
) -> None:
    with pytest.raises(ImpossibleActionError, match="Boris is not in this private chat"):
        telegram.press(anna, boris, sent["message_id"], "jobs")


def test_a_button_that_opens_a_page_calls_nobody(
    telegram: LocalTelegram, anna: User, sent: dict[str, Any]
) -> None:
    with pytest.raises(ImpossibleActionError, match="button 'Page' does not call the bot"):
        telegram.press(anna, anna, sent["message_id"], "Page")


def test_a_button_of_a_reply_keyboard_sends_its_text(telegram: LocalTelegram, anna: User) -> None:
    markup = {"keyboard": [[{"text": "Jobs"}]]}
    sent = telegram.call("sendMessage", {"chat_id": anna.id, "text": "x", "reply_markup": markup})
    assert telegram.press(anna, anna, sent["message_id"], "Jobs")["message"]["text"] == "Jobs"


def test_an_inline_query_comes_with_its_text(telegram: LocalTelegram, anna: User) -> None:
    query = telegram.inline_query(anna, "就业", offset="10")["inline_query"]
    assert (query["query"], query["offset"], query["chat_type"]) == ("就业", "10", "sender")


def _answer(telegram: LocalTelegram, user: User, **article: Any) -> str:
    query_id: str = telegram.inline_query(user, "jobs")["inline_query"]["id"]
    content = {"message_text": "<b>3400</b>", "parse_mode": "HTML"}
    result = {"type": "article", "id": "jobs", "title": "Jobs", "input_message_content": content} | article
    telegram.call("answerInlineQuery", {"inline_query_id": query_id, "results": [result]})
    return query_id


def test_a_chosen_result_comes_into_the_chat_by_way_of_the_bot(
    telegram: LocalTelegram, group: Chat, boris: User
) -> None:
    message = telegram.choose_inline_result(group, boris, _answer(telegram, boris), "jobs")["message"]
    assert (message["text"], message["via_bot"]["username"]) == ("3400", "briefing_bot")
    assert message["from"]["id"] == boris.id


def test_an_inline_message_with_buttons_is_edited_by_its_own_id(
    telegram: LocalTelegram, group: Chat, boris: User
) -> None:
    query_id = _answer(telegram, boris, reply_markup=inline(("More", "more")))
    chosen = telegram.choose_inline_result(group, boris, query_id, "jobs")["message"]["message_id"]
    pressed = telegram.press(group, boris, chosen, "more")["callback_query"]
    assert "message" not in pressed
    edit = {"inline_message_id": pressed["inline_message_id"], "text": "new"}
    assert telegram.call("editMessageText", edit) is True
    assert telegram.messages(group)[-1].text == "new"


def test_the_bot_is_told_what_was_chosen_if_it_wishes(clock: SetClock) -> None:
    telegram = LocalTelegram(clock, rules=Rules(inline_feedback=True))
    anna = telegram.add_user("Anna")
    query_id = _answer(telegram, anna, reply_markup=inline(("More", "more")))
    telegram.choose_inline_result(anna, anna, query_id, "jobs")
    (chosen,) = [update for update in telegram.updates.get() if "chosen_inline_result" in update]
    assert chosen["chosen_inline_result"]["result_id"] == "jobs"
    assert "inline_message_id" in chosen["chosen_inline_result"]


def test_only_what_the_bot_gave_can_be_chosen(telegram: LocalTelegram, anna: User) -> None:
    with pytest.raises(ImpossibleActionError, match="has not answered inline query 1"):
        telegram.choose_inline_result(anna, anna, "1", "jobs")
    with pytest.raises(ImpossibleActionError, match="no result 'pay'"):
        telegram.choose_inline_result(anna, anna, _answer(telegram, anna), "pay")
