"""The shapes the page was promised, field by field."""

import pytest

from bot.simulator.chats import Chat, User
from bot.simulator.files import UploadedFile, document_json, photo_json
from bot.simulator.serving.shapes import call_json, chat_json, person_json, shown_json
from bot.simulator.telegram import LocalTelegram
from tests.simulator.scenes import PNG, SetClock, inline, refusal


@pytest.fixture
def telegram(clock: SetClock) -> LocalTelegram:
    """Without a server."""
    return LocalTelegram(clock)


def _last(telegram: LocalTelegram, chat: User | Chat) -> dict[str, object]:
    return shown_json([*telegram.chat(chat).messages.values()][-1], telegram)


def test_a_message_is_the_bot_apis_and_more(telegram: LocalTelegram, anna: User) -> None:
    text = {"chat_id": anna.id, "text": "<b>x</b>", "parse_mode": "HTML", "disable_notification": True}
    sent = telegram.call("sendMessage", text)
    more = {"order": 1, "is_silent": True, "is_pinned": False, "reactions": [], "markup": None}
    assert _last(telegram, anna) == sent | more


def test_reactions_of_the_bot_and_of_people_are_shown(telegram: LocalTelegram, anna: User) -> None:
    telegram.send(anna, anna, "x")
    reaction = [{"type": "emoji", "emoji": "🔥"}]
    telegram.call("setMessageReaction", {"chat_id": anna.id, "message_id": 1, "reaction": reaction})
    telegram.react(anna, anna, 1, "👍")
    assert _last(telegram, anna)["reactions"] == ["🔥", "👍"]


def test_a_pinned_message_is_shown_as_such(telegram: LocalTelegram, anna: User) -> None:
    telegram.send(anna, anna, "x")
    telegram.call("pinChatMessage", {"chat_id": anna.id, "message_id": 1})
    assert _last(telegram, anna)["is_pinned"] is True


def test_buttons_are_the_messages_and_keyboards_the_persons(telegram: LocalTelegram, anna: User) -> None:
    keyboard = {"keyboard": [[{"text": "Yes"}]], "resize_keyboard": True}
    for markup in (inline(("More", "more")), keyboard, {"remove_keyboard": True}, {"force_reply": True}):
        telegram.call("sendMessage", {"chat_id": anna.id, "text": "x", "reply_markup": markup})
        shown = _last(telegram, anna)
        expected = (markup, None) if "inline_keyboard" in markup else (None, markup)
        assert (shown.get("reply_markup"), shown["markup"]) == expected


def test_files_say_where_they_are(telegram: LocalTelegram, anna: User) -> None:
    photo = telegram.files.keep("photo", UploadedFile("a.png", PNG))
    telegram.send_media(anna, anna, photo_json(photo))
    assert _last(telegram, anna)["photo"] == [
        photo.as_json() | {"width": 40, "height": 30, "file_path": photo.path}
    ]
    document = telegram.files.keep("document", UploadedFile("a.pdf", b"x"))
    telegram.send_media(anna, anna, document_json(document))
    shown = _last(telegram, anna)["document"]
    assert isinstance(shown, dict)
    assert shown["file_path"] == document.path


def test_a_chat_has_all_that_the_page_was_promised(telegram: LocalTelegram, forum: Chat, anna: User) -> None:
    topic = telegram.create_topic(forum, "News").id
    telegram.send(forum, anna, "hello", topic=topic)
    shown = chat_json(forum, telegram)
    assert shown.pop("last")["text"] == "hello"
    assert shown == {
        "id": forum.id, "type": "supergroup", "title": "Forum", "username": "", "is_forum": True,
        "person": None, "topics": [{"id": topic, "name": "News", "is_closed": False}],
        "is_general_closed": False, "can_members_write": True, "migrated_to": None, "is_deleted": False,
        "members": [
            {"person": anna.id, "status": "creator", "is_anonymous": False},
            {"person": telegram.bot.id, "status": "member", "is_anonymous": False},
        ],
        "count": len(forum.messages),
    }  # fmt: skip


def test_the_last_message_is_the_last_that_stands(telegram: LocalTelegram, anna: User) -> None:
    assert chat_json(telegram.chat(anna), telegram)["last"] is None
    telegram.send(anna, anna, "one")
    telegram.send(anna, anna, "two")
    telegram.delete(anna, 2)
    assert chat_json(telegram.chat(anna), telegram)["last"]["text"] == "one"


def test_a_person_says_how_they_stand_to_the_bot(telegram: LocalTelegram, anna: User) -> None:
    telegram.block_bot(anna)
    assert person_json(anna) == {
        "id": anna.id, "is_bot": False, "first_name": "Anna", "language_code": "zh",
        "is_deactivated": False, "has_blocked": True, "has_started": True,
    }  # fmt: skip


def test_a_call_says_what_was_said_and_what_became_of_it(telegram: LocalTelegram, forum: Chat) -> None:
    place = {"chat_id": str(forum.id), "message_thread_id": "7", "text": "字" * 100}
    refusal(telegram, "sendMessage", **place)
    assert call_json(telegram.calls[-1]) == {
        "at": telegram.clock().isoformat(), "method": "sendMessage", "chat_id": forum.id, "topic": 7,
        "error": "400 Bad Request: message thread not found", "text": "字" * 80,
    }  # fmt: skip


def test_what_a_call_said_is_shown_without_markup(telegram: LocalTelegram, anna: User) -> None:
    telegram.call("sendMessage", {"chat_id": anna.id, "text": "<b>hello</b>", "parse_mode": "HTML"})
    assert call_json(telegram.calls[-1])["text"] == "hello"


def test_a_call_that_could_not_be_read_is_shown_with_what_is_sure(
    telegram: LocalTelegram, anna: User
) -> None:
    refusal(telegram, "sendMessage", chat_id={"id": anna.id}, message_thread_id=[], text=["x"])
    shown = call_json(telegram.calls[-1])
    assert (shown["chat_id"], shown["topic"], shown["text"]) == (None, None, "")
