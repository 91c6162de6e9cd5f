"""Looking up chats and members."""

from typing import Any

import pytest

from bot.simulator.chats import Chat, User
from bot.simulator.telegram import LocalTelegram
from tests.simulator.scenes import refusal


def test_a_private_chat_tells_who_it_is_with(telegram: LocalTelegram, boris: User) -> None:
    telegram.open_private_chat(boris)
    chat = telegram.call("getChat", {"chat_id": boris.id})
    assert (chat["first_name"], chat["active_usernames"]) == ("Boris", ["boris"])
    assert {"accent_color_id", "max_reaction_count", "accepted_gift_types"} <= chat.keys()


def test_a_group_tells_its_permissions(telegram: LocalTelegram, group: Chat) -> None:
    chat = telegram.call("getChat", {"chat_id": group.id})
    assert (chat["title"], chat["permissions"]["can_send_messages"]) == ("Office", True)


@pytest.mark.parametrize("status", ["creator", "administrator", "member", "restricted", "left", "kicked"])
def test_a_member_has_its_status(telegram: LocalTelegram, group: Chat, boris: User, status: Any) -> None:
    telegram.set_member(group, boris, status)
    member = telegram.call("getChatMember", {"chat_id": group.id, "user_id": boris.id})
    assert (member["status"], member["user"]["id"]) == (status, boris.id)


def test_who_never_came_counts_as_left(telegram: LocalTelegram, group: Chat) -> None:
    stranger = telegram.add_user("Carla")
    member = telegram.call("getChatMember", {"chat_id": group.id, "user_id": stranger.id})
    assert member["status"] == "left"


def test_a_private_chat_has_two_members(telegram: LocalTelegram, anna: User) -> None:
    member = telegram.call("getChatMember", {"chat_id": anna.id, "user_id": anna.id})
    assert member["status"] == "member"
    assert telegram.call("getChatMemberCount", {"chat_id": anna.id}) == 2


def test_admins_are_listed_without_other_bots(
    telegram: LocalTelegram, group: Chat, anna: User, boris: User
) -> None:
    other = telegram.add_user("Other")
    other.is_bot = True
    telegram.set_member(group, boris, "administrator", anonymous=True)
    telegram.set_member(group, other, "administrator")
    admins = telegram.call("getChatAdministrators", {"chat_id": group.id})
    assert [(admin["user"]["id"], admin["is_anonymous"]) for admin in admins] == [
        (anna.id, False),
        (boris.id, True),
    ]
    assert len(telegram.call("getChatAdministrators", {"chat_id": group.id, "return_bots": True})) == 3


def test_members_are_counted(telegram: LocalTelegram, group: Chat, boris: User) -> None:
    assert telegram.call("getChatMemberCount", {"chat_id": group.id}) == 3
    telegram.remove_member(group, boris)
    assert telegram.call("getChatMemberCount", {"chat_id": group.id}) == 2


def test_leaving_is_told_to_the_bot_itself(telegram: LocalTelegram, group: Chat) -> None:
    assert telegram.call("leaveChat", {"chat_id": group.id}) is True
    (left,) = telegram.updates.get()
    assert left["my_chat_member"]["new_chat_member"]["status"] == "left"


@pytest.mark.parametrize(
    ("method", "params", "reason"),
    [
        ("getChat", {"chat_id": 5}, "chat not found"),
        ("getChat", {}, "chat_id is empty"),
        ("getChatMember", {"user_id": 5}, "user not found"),
        ("getChatMember", {}, "invalid user_id specified"),
        ("getChatAdministrators", {}, "there are no administrators in the private chat"),
        ("leaveChat", {}, "chat member status can't be changed in private chats"),
    ],
)
def test_what_is_not_there_is_refused(
    telegram: LocalTelegram, anna: User, method: str, params: dict[str, Any], reason: str
) -> None:
    where = {} if reason == "chat_id is empty" else {"chat_id": anna.id}
    assert refusal(telegram, method, **(where | params)) == f"Bad Request: {reason}"


def test_a_private_chat_not_begun_is_not_found(telegram: LocalTelegram, boris: User) -> None:
    assert refusal(telegram, "getChat", chat_id=boris.id) == "Bad Request: chat not found"


def test_of_a_group_it_left_the_bot_sees_no_members(telegram: LocalTelegram, anna: User) -> None:
    chat = telegram.create_group("Small", anna, basic=True)
    telegram.call("leaveChat", {"chat_id": chat.id})
    assert telegram.call("getChat", {"chat_id": chat.id})["title"] == "Small"
    said = refusal(telegram, "getChatMemberCount", chat_id=chat.id)
    assert said == "Forbidden: bot is not a member of the group chat"


def test_a_public_group_can_be_looked_at_from_outside(telegram: LocalTelegram, anna: User) -> None:
    chat = telegram.create_group("Office", anna, with_bot=False)
    telegram.publish_group(chat, "office")
    assert telegram.call("getChat", {"chat_id": "@office"})["id"] == chat.id
    said = refusal(telegram, "sendMessage", chat_id="@office", text="x")
    assert said == "Forbidden: bot is not a member of the supergroup chat"
