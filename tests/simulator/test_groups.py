"""What happens to groups, and what the bot is told of it."""

from typing import Any

import pytest

from bot.simulator.chats import Chat, User
from bot.simulator.faults import ImpossibleActionError
from bot.simulator.telegram import LocalTelegram
from bot.simulator.updates import NOT_QUEUED


def _service(telegram: LocalTelegram, field: str) -> Any:
    (found,) = [
        update["message"][field] for update in telegram.updates.get() if field in update.get("message", {})
    ]
    return found


def test_a_bot_that_is_added_hears_so_twice(telegram: LocalTelegram, anna: User) -> None:
    telegram.create_group("Office", anna)
    added, service = telegram.updates.get()
    assert added["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert added["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert service["message"]["new_chat_members"][0]["username"] == "briefing_bot"


def test_a_basic_group_and_a_forum_are_what_they_say(telegram: LocalTelegram, anna: User) -> None:
    basic = telegram.create_group("Small", anna, basic=True)
    forum = telegram.create_group("Large", anna, forum=True)
    assert (basic.type, basic.is_forum) == ("group", False)
    assert (forum.type, forum.is_forum) == ("supergroup", True)


def test_a_supergroup_numbers_its_messages_for_itself(
    telegram: LocalTelegram, anna: User, group: Chat
) -> None:
    other = telegram.create_group("Other", anna)
    telegram.send(other, anna, "/x")
    assert telegram.messages(other)[0].id == len(group.messages)


def test_a_removed_bot_hears_so(telegram: LocalTelegram, group: Chat) -> None:
    removed = telegram.remove_bot(group)["my_chat_member"]
    assert removed["new_chat_member"]["status"] == "kicked"


def test_who_comes_and_goes_is_told_in_the_chat(telegram: LocalTelegram, group: Chat, anna: User) -> None:
    carla = telegram.add_user("Carla")
    joined = telegram.add_member(group, carla)["message"]
    removed = telegram.remove_member(group, carla, by=anna)["message"]
    assert (joined["from"]["id"], joined["new_chat_members"][0]["id"]) == (carla.id, carla.id)
    assert (removed["from"]["id"], removed["left_chat_member"]["id"]) == (anna.id, carla.id)
    assert group.member(carla).status == "kicked"


def test_an_admin_bot_that_asks_hears_of_every_change(
    telegram: LocalTelegram, group: Chat, boris: User
) -> None:
    telegram.updates.allow(["chat_member"])
    assert telegram.set_member(group, boris, "administrator")["update_id"] == NOT_QUEUED
    telegram.set_member(group, telegram.bot, "administrator")
    demoted = telegram.set_member(group, boris, "member")
    assert demoted["update_id"] != NOT_QUEUED
    assert demoted["chat_member"]["old_chat_member"]["status"] == "administrator"


def test_a_new_title_is_told(telegram: LocalTelegram, group: Chat) -> None:
    assert telegram.rename_group(group, "Bureau")["message"]["new_chat_title"] == "Bureau"
    assert telegram.call("getChat", {"chat_id": group.id})["title"] == "Bureau"


def test_a_topic_has_the_number_of_the_message_that_opens_it(telegram: LocalTelegram, forum: Chat) -> None:
    topic = telegram.create_topic(forum, "News")
    (opened,) = telegram.updates.get()
    assert opened["message"]["message_id"] == opened["message"]["message_thread_id"] == topic.id
    assert "reply_to_message" not in opened["message"]


def test_topics_are_renamed_closed_and_reopened(telegram: LocalTelegram, forum: Chat) -> None:
    topic = telegram.create_topic(forum, "News").id
    renamed = telegram.rename_topic(forum, topic, "Old")["message"]
    assert renamed["forum_topic_edited"] == {"name": "Old"}
    assert telegram.close_topic(forum, topic)["message"]["forum_topic_closed"] == {}
    assert telegram.reopen_topic(forum, topic)["message"]["message_thread_id"] == topic


def test_a_deleted_topic_takes_its_messages_along(telegram: LocalTelegram, forum: Chat, anna: User) -> None:
    topic = telegram.create_topic(forum, "News").id
    telegram.send(forum, anna, "in it", topic=topic)
    telegram.send(forum, anna, "beside it")
    telegram.delete_topic(forum, topic)
    assert [message.text for message in telegram.messages(forum)] == ["beside it"]


def test_an_upgrade_is_told_in_both_groups(telegram: LocalTelegram, anna: User) -> None:
    old = telegram.create_group("Small", anna, basic=True)
    new = telegram.migrate_group(old)
    assert (new.type, new.member(telegram.bot).status) == ("supergroup", "member")
    assert _service(telegram, "migrate_to_chat_id") == new.id
    assert _service(telegram, "migrate_from_chat_id") == old.id


def test_what_is_not_there_cannot_be_changed(telegram: LocalTelegram, group: Chat) -> None:
    with pytest.raises(ImpossibleActionError, match="Office has no topics"):
        telegram.create_topic(group, "News")
    with pytest.raises(ImpossibleActionError, match="there is no topic 9 in Office"):
        telegram.close_topic(group, 9)
    with pytest.raises(ImpossibleActionError, match="Office is not a basic group"):
        telegram.migrate_group(group)


def test_without_a_creator_somebody_must_be_named(telegram: LocalTelegram, group: Chat, boris: User) -> None:
    telegram.set_member(group, group.present()[0].user, "member", by=boris)
    with pytest.raises(ImpossibleActionError, match="Office has no owner"):
        telegram.rename_group(group, "Bureau")
