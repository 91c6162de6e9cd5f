"""Editing, deleting, pinning and reacting."""

from typing import Any

import pytest

from bot.simulator.chats import Chat, User
from bot.simulator.files import UploadedFile
from bot.simulator.telegram import LocalTelegram
from tests.simulator.scenes import PNG, SetClock, inline, refusal

_NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


@pytest.fixture
def sent(telegram: LocalTelegram, anna: User) -> dict[str, Any]:
    """Where to find a message to Anna with a button."""
    message = telegram.call(
        "sendMessage", {"chat_id": anna.id, "text": "old", "reply_markup": inline(("x", "y"))}
    )
    return {"chat_id": anna.id, "message_id": message["message_id"]}


def test_a_text_is_edited_in_place(
    telegram: LocalTelegram, anna: User, sent: dict[str, Any], clock: SetClock
) -> None:
    clock.forward(60)
    edited = telegram.call("editMessageText", sent | {"text": "new", "reply_markup": inline(("x", "z"))})
    assert (edited["text"], edited["edit_date"] - edited["date"]) == ("new", 60)
    (shown,) = telegram.messages(anna)
    assert (shown.text, shown.edited, shown.button("x").callback_data) == ("new", True, "z")


def test_an_edit_without_a_keyboard_takes_it_away(
    telegram: LocalTelegram, anna: User, sent: dict[str, Any]
) -> None:
    telegram.call("editMessageText", sent | {"text": "old"})
    assert telegram.messages(anna)[0].buttons == ()


def test_a_keyboard_alone_can_be_edited(telegram: LocalTelegram, anna: User, sent: dict[str, Any]) -> None:
    telegram.call("editMessageReplyMarkup", sent)
    assert telegram.messages(anna)[0].buttons == ()
    assert not telegram.messages(anna)[0].edited


def test_an_edit_that_changes_nothing_is_refused(telegram: LocalTelegram, sent: dict[str, Any]) -> None:
    same = inline(("x", "y"))
    assert refusal(telegram, "editMessageText", **sent, text=" old ", reply_markup=same) == _NOT_MODIFIED
    assert refusal(telegram, "editMessageReplyMarkup", **sent, reply_markup=same) == _NOT_MODIFIED


def test_other_looks_are_a_change(telegram: LocalTelegram, sent: dict[str, Any]) -> None:
    params = {"text": "<b>old</b>", "parse_mode": "HTML", "reply_markup": inline(("x", "y"))}
    assert telegram.call("editMessageText", sent | params)["entities"][0]["type"] == "bold"


def test_another_link_preview_is_a_change(telegram: LocalTelegram, sent: dict[str, Any]) -> None:
    preview = {"link_preview_options": {"is_disabled": True}, "reply_markup": inline(("x", "y"))}
    assert telegram.call("editMessageText", sent | preview | {"text": "old"})["link_preview_options"]


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"message_id": 99}, "message to edit not found"),
        ({"message_id": None}, "message identifier is not specified"),
        ({"chat_id": None}, "chat_id is empty"),
        ({"chat_id": 5}, "chat not found"),
        ({"text": ""}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"inline_message_id": "5"}, "MESSAGE_ID_INVALID"),
    ],
)
def test_wrong_edits_are_refused(
    telegram: LocalTelegram, sent: dict[str, Any], params: dict[str, Any], reason: str
) -> None:
    assert (
        refusal(telegram, "editMessageText", **(sent | {"text": "new"} | params)) == f"Bad Request: {reason}"
    )


def test_a_deleted_message_is_not_found(telegram: LocalTelegram, sent: dict[str, Any]) -> None:
    assert telegram.call("deleteMessage", sent) is True
    assert (
        refusal(telegram, "editMessageText", **sent, text="new") == "Bad Request: message to edit not found"
    )
    assert refusal(telegram, "deleteMessage", **sent) == "Bad Request: message to delete not found"


def test_what_people_wrote_cannot_be_edited(telegram: LocalTelegram, anna: User) -> None:
    telegram.send(anna, anna, "mine")
    said = refusal(telegram, "editMessageText", chat_id=anna.id, message_id=1, text="new")
    assert said == "Bad Request: message can't be edited"


def test_a_message_with_a_reply_keyboard_cannot_be_edited(telegram: LocalTelegram, anna: User) -> None:
    markup = {"keyboard": [[{"text": "x"}]]}
    telegram.call("sendMessage", {"chat_id": anna.id, "text": "old", "reply_markup": markup})
    said = refusal(telegram, "editMessageText", chat_id=anna.id, message_id=1, text="new")
    assert said == "Bad Request: message can't be edited"


def test_a_blocked_or_removed_bot_cannot_edit(
    telegram: LocalTelegram, anna: User, group: Chat, sent: dict[str, Any]
) -> None:
    posted = telegram.call("sendMessage", {"chat_id": group.id, "text": "old"})["message_id"]
    telegram.block_bot(anna)
    telegram.remove_bot(group)
    said = refusal(telegram, "editMessageText", **sent, text="new")
    assert said == "Forbidden: bot was blocked by the user"
    said = refusal(telegram, "editMessageText", chat_id=group.id, message_id=posted, text="new")
    assert said == "Forbidden: bot was kicked from the supergroup chat"


def test_a_caption_is_edited_and_is_no_text(telegram: LocalTelegram, anna: User) -> None:
    photo = UploadedFile("a.png", PNG)
    telegram.call("sendPhoto", {"chat_id": anna.id, "photo": photo, "caption": "old"})
    where = {"chat_id": anna.id, "message_id": 1}
    assert telegram.call("editMessageCaption", where | {"caption": "new"})["caption"] == "new"
    said = refusal(telegram, "editMessageText", **where, text="new")
    assert said == "Bad Request: there is no text in the message to edit"


def test_a_text_has_no_caption(telegram: LocalTelegram, sent: dict[str, Any]) -> None:
    said = refusal(telegram, "editMessageCaption", **sent, caption="new")
    assert said == "Bad Request: there is no caption in the message to edit"


def test_an_old_message_cannot_be_deleted(
    telegram: LocalTelegram, sent: dict[str, Any], clock: SetClock
) -> None:
    clock.forward(48 * 3600 + 1)
    assert refusal(telegram, "deleteMessage", **sent) == "Bad Request: message can't be deleted"


def test_only_an_admin_deletes_what_others_wrote_in_a_group(
    telegram: LocalTelegram, group: Chat, boris: User
) -> None:
    said = telegram.send(group, boris, "/x")["message"]["message_id"]
    where = {"chat_id": group.id, "message_id": said}
    assert refusal(telegram, "deleteMessage", **where) == "Bad Request: message can't be deleted"
    telegram.set_member(group, telegram.bot, "administrator")
    assert telegram.call("deleteMessage", where) is True


def test_only_an_admin_pins_in_a_group(telegram: LocalTelegram, group: Chat, boris: User) -> None:
    where = {"chat_id": group.id, "message_id": telegram.send(group, boris, "/x")["message"]["message_id"]}
    said = refusal(telegram, "pinChatMessage", **where)
    assert said == "Bad Request: not enough rights to manage pinned messages in the chat"
    telegram.set_member(group, telegram.bot, "administrator")
    telegram.call("pinChatMessage", where)
    assert telegram.call("getChat", {"chat_id": group.id})["pinned_message"]["text"] == "/x"


def test_a_reaction_is_kept(telegram: LocalTelegram, anna: User, sent: dict[str, Any]) -> None:
    thumb = {"type": "emoji", "emoji": "👍"}
    assert telegram.call("setMessageReaction", sent | {"reaction": [thumb]}) is True
    assert telegram.chat(anna).messages[sent["message_id"]].reactions == [thumb]


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"message_id": 99}, "message to react not found"),
        ({"reaction": [{"type": "emoji", "emoji": "👍"}] * 2}, "REACTIONS_TOO_MANY"),
        ({"reaction": [{"type": "paid"}]}, "REACTION_INVALID"),
    ],
)
def test_wrong_reactions_are_refused(
    telegram: LocalTelegram, sent: dict[str, Any], params: dict[str, Any], reason: str
) -> None:
    assert refusal(telegram, "setMessageReaction", **(sent | params)) == f"Bad Request: {reason}"
