"""What a group sees of channels, and what the bot is told of it."""

import pytest

from bot.simulator.chats import Chat, User
from bot.simulator.faults import ImpossibleActionError
from bot.simulator.telegram import LocalTelegram
from bot.simulator.updates import NOT_QUEUED
from tests.simulator.scenes import inline, refusal


@pytest.fixture
def channel(telegram: LocalTelegram, group: Chat) -> Chat:
    """The one the group discusses."""
    channel = telegram.create_channel("News")
    telegram.link_channel(group, channel)
    return channel


def linked(telegram: LocalTelegram, group: Chat) -> int | None:
    """What the bot finds out when it asks."""
    found: int | None = telegram.call("getChat", {"chat_id": group.id}).get("linked_chat_id")
    return found


def test_a_group_tells_which_channel_it_discusses(
    telegram: LocalTelegram, group: Chat, channel: Chat
) -> None:
    assert str(channel.id).startswith("-100")
    assert linked(telegram, group) == channel.id
    telegram.unlink_channel(group)
    assert linked(telegram, group) is None


def test_a_channel_is_discussed_in_one_group(
    telegram: LocalTelegram, group: Chat, channel: Chat, anna: User
) -> None:
    other = telegram.create_group("Other", anna)
    telegram.link_channel(other, channel)
    assert (linked(telegram, group), linked(telegram, other)) == (None, channel.id)


def test_only_a_supergroup_without_topics_discusses_a_channel(
    telegram: LocalTelegram, forum: Chat, anna: User
) -> None:
    channel = telegram.create_channel("News")
    basic = telegram.create_group("Small", anna, basic=True)
    for chat in (forum, basic, telegram.chat(anna)):
        with pytest.raises(ImpossibleActionError, match="cannot discuss a channel"):
            telegram.link_channel(chat, channel)


def test_who_writes_as_a_channel_is_not_seen(
    telegram: LocalTelegram, group: Chat, channel: Chat, boris: User
) -> None:
    message = telegram.send_as(channel, group, boris, "/help")["message"]
    assert message["from"] == {
        "id": 136817688,
        "is_bot": True,
        "first_name": "Channel",
        "username": "Channel_Bot",
    }
    assert message["sender_chat"] == {"id": channel.id, "type": "channel", "title": "News"}
    assert "is_automatic_forward" not in message


def test_anybody_may_write_as_a_channel_of_theirs_where_one_is_discussed(
    telegram: LocalTelegram, group: Chat, channel: Chat, boris: User
) -> None:
    assert group.linked is channel
    other = telegram.create_channel("Other news")
    message = telegram.send_as(other, group, boris, "/help")["message"]
    assert message["sender_chat"]["id"] == other.id


def test_or_where_the_group_is_public(telegram: LocalTelegram, group: Chat, boris: User) -> None:
    channel = telegram.create_channel("News")
    with pytest.raises(ImpossibleActionError, match="nobody writes as News in Office"):
        telegram.send_as(channel, group, boris, "/help")
    telegram.publish_group(group, "office")
    assert telegram.send_as(channel, group, boris, "/help")["update_id"] != NOT_QUEUED


def test_what_the_channel_posts_comes_as_an_automatic_forward(
    telegram: LocalTelegram, group: Chat, channel: Chat
) -> None:
    message = telegram.forward_post(group, "/help me")["message"]
    shown = {"id": channel.id, "type": "channel", "title": "News"}
    assert message["from"] == {"id": 777000, "is_bot": False, "first_name": "Telegram"}
    assert (message["sender_chat"], message["is_automatic_forward"]) == (shown, True)
    assert message["forward_origin"] == {
        "type": "channel",
        "date": message["date"],
        "chat": shown,
        "message_id": 1,
    }
    assert message["text"] == "/help me"


def test_each_post_is_another_one_and_is_pinned(telegram: LocalTelegram, group: Chat, channel: Chat) -> None:
    first, second = (telegram.forward_post(group, f"/help {name}")["message"] for name in "ab")
    assert first["forward_origin"]["message_id"] < second["forward_origin"]["message_id"]
    pinned = telegram.call("getChat", {"chat_id": group.id})["pinned_message"]
    assert (pinned["message_id"], pinned["sender_chat"]["id"]) == (second["message_id"], channel.id)


def test_in_privacy_mode_the_bot_sees_of_posts_what_it_sees_of_people(
    telegram: LocalTelegram, group: Chat, channel: Chat
) -> None:
    assert channel.linked is group
    assert telegram.forward_post(group, "no command")["update_id"] == NOT_QUEUED
    assert telegram.forward_post(group, "/help")["update_id"] != NOT_QUEUED


def test_without_a_channel_nothing_is_forwarded(telegram: LocalTelegram, group: Chat) -> None:
    with pytest.raises(ImpossibleActionError, match="Office discusses no channel"):
        telegram.forward_post(group, "/help")


def test_a_button_under_a_channels_message_is_pressed_by_a_person(
    telegram: LocalTelegram, group: Chat, channel: Chat, anna: User
) -> None:
    asked = telegram.send_as(channel, group, anna, "/help")["message"]
    answer = {"chat_id": group.id, "text": "x", "reply_markup": inline(("Yes", "yes"))}
    sent = telegram.call("sendMessage", answer | {"reply_parameters": {"message_id": asked["message_id"]}})
    query = telegram.press(group, anna, sent["message_id"], "yes")["callback_query"]
    assert (query["from"]["id"], "sender_chat" in query) == (anna.id, False)
    assert query["message"]["reply_to_message"]["sender_chat"]["id"] == channel.id


def test_the_bot_is_in_no_channel(telegram: LocalTelegram, channel: Chat) -> None:
    assert refusal(telegram, "sendMessage", chat_id=channel.id, text="x") == "Bad Request: chat not found"
