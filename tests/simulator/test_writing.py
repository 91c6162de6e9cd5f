"""What people write, and what the bot is told of it."""

import pytest

from bot.simulator.chats import GENERAL_TOPIC, Chat, User
from bot.simulator.faults import ImpossibleActionError
from bot.simulator.telegram import LocalTelegram


def test_a_message_has_the_shape_telegram_gives_it(telegram: LocalTelegram, anna: User) -> None:
    assert telegram.send(anna, anna, " /start jobs ") == {
        "update_id": 1,
        "message": {
            "message_id": 1,
            "from": {"id": anna.id, "is_bot": False, "first_name": "Anna", "language_code": "zh"},
            "chat": {"id": anna.id, "type": "private", "first_name": "Anna"},
            "date": 1778056200,
            "text": "/start jobs",
            "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
        },
    }


def test_what_people_send_is_queued(telegram: LocalTelegram, anna: User) -> None:
    sent = telegram.send(anna, anna, "hello")
    assert telegram.updates.get() == [sent]


def test_starting_with_an_argument_opens_the_private_chat(telegram: LocalTelegram, boris: User) -> None:
    assert telegram.start(boris, "jobs")["message"]["text"] == "/start jobs"
    assert boris.has_started


def test_starting_without_an_argument_sends_the_command_alone(telegram: LocalTelegram, boris: User) -> None:
    assert telegram.start(boris)["message"]["text"] == "/start"


def test_a_reply_shows_what_it_replies_to(telegram: LocalTelegram, anna: User) -> None:
    first = telegram.send(anna, anna, "one")["message"]
    second = telegram.send(anna, anna, "two", reply_to=1)["message"]
    third = telegram.send(anna, anna, "three", reply_to=2)["message"]
    assert second["reply_to_message"] == first
    assert "reply_to_message" not in third["reply_to_message"]


def test_a_chain_of_replies_in_a_supergroup_is_a_thread_but_no_topic(
    telegram: LocalTelegram, group: Chat, boris: User
) -> None:
    root = telegram.send(group, boris, "/one")["message"]["message_id"]
    reply = telegram.send(group, boris, "/two", reply_to=root)["message"]
    assert reply["message_thread_id"] == root
    assert "is_topic_message" not in reply


def test_a_message_in_a_topic_replies_to_the_opening_of_the_topic(
    telegram: LocalTelegram, forum: Chat, anna: User
) -> None:
    topic = telegram.create_topic(forum, "News")
    message = telegram.send(forum, anna, "/help", topic=topic.id)["message"]
    assert (message["message_thread_id"], message["is_topic_message"]) == (topic.id, True)
    assert message["reply_to_message"]["forum_topic_created"]["name"] == "News"
    assert telegram.messages(forum)[-1].reply_to is None


def test_a_message_in_the_general_topic_has_no_thread(
    telegram: LocalTelegram, forum: Chat, anna: User
) -> None:
    message = telegram.send(forum, anna, "/help", topic=GENERAL_TOPIC)["message"]
    assert "message_thread_id" not in message
    assert "is_topic_message" not in message


def test_an_anonymous_admin_speaks_as_the_group(telegram: LocalTelegram, group: Chat, boris: User) -> None:
    telegram.set_member(group, boris, "administrator", anonymous=True)
    message = telegram.send(group, boris, "/help")["message"]
    assert message["from"]["username"] == "GroupAnonymousBot"
    assert message["sender_chat"]["id"] == group.id


def test_an_edit_comes_as_an_edited_message(telegram: LocalTelegram, anna: User) -> None:
    telegram.send(anna, anna, "one")
    edited = telegram.edit(anna, telegram.messages(anna)[0], "/two")["edited_message"]
    assert (edited["message_id"], edited["text"], edited["edit_date"]) == (1, "/two", 1778056200)


def test_other_things_than_text_can_be_sent(telegram: LocalTelegram, anna: User) -> None:
    message = telegram.send_media(anna, anna, {"location": {"latitude": 1.0, "longitude": 2.0}})["message"]
    assert message["location"] == {"latitude": 1.0, "longitude": 2.0}
    assert telegram.messages(anna)[0].media == "location"


def test_a_deleted_message_is_gone_and_no_longer_shown_as_replied_to(
    telegram: LocalTelegram, anna: User
) -> None:
    telegram.send(anna, anna, "one")
    telegram.delete(anna, 1)
    assert telegram.messages(anna) == []
    assert "reply_to_message" not in telegram.send(anna, anna, "two", reply_to=1)["message"]


def test_a_reaction_reaches_the_bot_when_it_asks_for_them(telegram: LocalTelegram, anna: User) -> None:
    telegram.updates.allow(["message_reaction"])
    telegram.send(anna, anna, "one")
    reaction = telegram.react(anna, anna, 1, "👍")
    assert reaction["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert telegram.updates.get() == [reaction]


def test_blocking_and_unblocking_change_the_bot_s_membership(telegram: LocalTelegram, anna: User) -> None:
    blocked = telegram.block_bot(anna)["my_chat_member"]
    assert (blocked["chat"]["id"], blocked["old_chat_member"]["status"]) == (anna.id, "member")
    assert blocked["new_chat_member"]["status"] == "kicked"
    unblocked = telegram.unblock_bot(anna)["my_chat_member"]
    assert unblocked["new_chat_member"]["status"] == "member"


def test_impossible_texts_cannot_be_sent(telegram: LocalTelegram, anna: User) -> None:
    for text in ("", " \n", "x" * 4097):
        with pytest.raises(ImpossibleActionError, match="1 to 4096"):
            telegram.send(anna, anna, text)


def test_who_blocked_the_bot_cannot_write_to_it(telegram: LocalTelegram, anna: User) -> None:
    telegram.block_bot(anna)
    with pytest.raises(ImpossibleActionError, match="Anna cannot write to the bot here"):
        telegram.send(anna, anna, "hello")


def test_only_members_who_may_write_can_write(telegram: LocalTelegram, group: Chat, boris: User) -> None:
    telegram.allow_writing(group, allowed=False)
    with pytest.raises(ImpossibleActionError, match="Boris cannot write in Office"):
        telegram.send(group, boris, "hello")
    telegram.remove_member(group, boris)
    with pytest.raises(ImpossibleActionError, match="Boris cannot write in Office"):
        telegram.send(group, boris, "hello")


def test_a_closed_topic_is_for_admins(telegram: LocalTelegram, forum: Chat, anna: User, boris: User) -> None:
    telegram.add_member(forum, boris)
    telegram.close_topic(forum)
    with pytest.raises(ImpossibleActionError, match="topic 1 of Forum is closed"):
        telegram.send(forum, boris, "hello")
    assert telegram.send(forum, anna, "/hello")["update_id"] > 0


def test_what_is_not_there_cannot_be_used(telegram: LocalTelegram, forum: Chat, anna: User) -> None:
    with pytest.raises(ImpossibleActionError, match="there is no message 99"):
        telegram.send(anna, anna, "hello", reply_to=99)
    with pytest.raises(ImpossibleActionError, match="there is no topic 99 in Forum"):
        telegram.send(forum, anna, "hello", topic=99)
    with pytest.raises(ImpossibleActionError, match="there is no user 99"):
        telegram.send(anna, 99, "hello")
    with pytest.raises(ImpossibleActionError, match="there is no chat 99"):
        telegram.send(99, anna, "hello")


def test_nobody_edits_what_the_bot_wrote(telegram: LocalTelegram, anna: User) -> None:
    sent = telegram.call("sendMessage", {"chat_id": anna.id, "text": "x"})
    with pytest.raises(ImpossibleActionError, match="nobody on the page can edit message 1"):
        telegram.edit(anna, sent["message_id"], "y")


def test_a_user_s_number_is_taken_once(telegram: LocalTelegram, anna: User) -> None:
    with pytest.raises(ImpossibleActionError, match="already"):
        telegram.add_user("Other", user_id=anna.id)
