"""Whom the bot reaches, and what it is told otherwise."""

from typing import Any

import pytest

from bot.simulator.chats import Chat, User
from bot.simulator.telegram import LocalTelegram
from tests.simulator.scenes import refusal


def _say(telegram: LocalTelegram, chat: Chat | User) -> dict[str, Any]:
    message: dict[str, Any] = telegram.call("sendMessage", {"chat_id": chat.id, "text": "x"})
    return message


def _refused(telegram: LocalTelegram, chat: Chat | User) -> str:
    return refusal(telegram, "sendMessage", chat_id=chat.id, text="x")


def test_a_bot_cannot_begin_a_conversation(telegram: LocalTelegram, boris: User) -> None:
    assert _refused(telegram, boris) == "Forbidden: bot can't initiate conversation with a user"


def test_a_blocked_bot_cannot_write(telegram: LocalTelegram, anna: User) -> None:
    telegram.block_bot(anna)
    assert _refused(telegram, anna) == "Forbidden: bot was blocked by the user"
    telegram.unblock_bot(anna)
    assert _say(telegram, anna)["message_id"] == 1


def test_nobody_writes_to_a_deleted_account(telegram: LocalTelegram, anna: User) -> None:
    telegram.deactivate_user(anna)
    assert _refused(telegram, anna) == "Forbidden: user is deactivated"


@pytest.mark.parametrize(("basic", "kind"), [(True, "group"), (False, "supergroup")])
def test_a_removed_bot_cannot_write(telegram: LocalTelegram, anna: User, kind: str, *, basic: bool) -> None:
    chat = telegram.create_group("Office", anna, basic=basic)
    telegram.remove_bot(chat)
    assert _refused(telegram, chat) == f"Forbidden: bot was kicked from the {kind} chat"


@pytest.mark.parametrize(("basic", "kind"), [(True, "group"), (False, "supergroup")])
def test_a_bot_that_left_cannot_write(telegram: LocalTelegram, anna: User, kind: str, *, basic: bool) -> None:
    chat = telegram.create_group("Office", anna, basic=basic)
    telegram.call("leaveChat", {"chat_id": chat.id})
    assert _refused(telegram, chat) == f"Forbidden: bot is not a member of the {kind} chat"


def test_a_group_the_bot_never_met_is_not_there(telegram: LocalTelegram, anna: User) -> None:
    chat = telegram.create_group("Office", anna, with_bot=False)
    assert _refused(telegram, chat) == "Bad Request: chat not found"


@pytest.mark.parametrize(
    ("basic", "said"),
    [(True, "Forbidden: the group chat was deleted"), (False, "Bad Request: chat not found")],
)
def test_a_deleted_group_takes_nothing(
    telegram: LocalTelegram, anna: User, said: str, *, basic: bool
) -> None:
    chat = telegram.create_group("Office", anna, basic=basic)
    telegram.delete_group(chat)
    assert _refused(telegram, chat) == said


def test_an_upgraded_group_says_where_it_went(telegram: LocalTelegram, anna: User) -> None:
    old = telegram.create_group("Office", anna, basic=True)
    new = telegram.migrate_group(old)
    assert _refused(telegram, old) == "Bad Request: group chat was upgraded to a supergroup chat"
    error = telegram.calls[-1].error
    assert getattr(error, "parameters", None) == {"migrate_to_chat_id": new.id}
    assert _say(telegram, new)["chat"]["id"] == new.id


def test_a_public_group_is_reached_by_its_name(telegram: LocalTelegram, group: Chat) -> None:
    telegram.publish_group(group, "office")
    sent = telegram.call("sendMessage", {"chat_id": "@Office", "text": "x"})
    assert sent["chat"] == {"id": group.id, "type": "supergroup", "title": "Office", "username": "office"}


def test_rights_to_write_are_kept(telegram: LocalTelegram, group: Chat) -> None:
    telegram.allow_writing(group, allowed=False)
    assert _refused(telegram, group) == "Bad Request: not enough rights to send text messages to the chat"
    telegram.set_member(group, telegram.bot, "administrator")
    assert _say(telegram, group)["text"] == "x"


def test_a_restricted_bot_cannot_write(telegram: LocalTelegram, group: Chat) -> None:
    telegram.set_member(group, telegram.bot, "restricted")
    assert _refused(telegram, group) == "Bad Request: not enough rights to send text messages to the chat"
