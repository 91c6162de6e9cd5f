"""What of a group's talk reaches the bot."""

import pytest

from bot.simulator.chats import Chat, User
from bot.simulator.telegram import LocalTelegram
from bot.simulator.updates import NOT_QUEUED
from bot.simulator.world import Rules
from tests.simulator.scenes import SetClock


@pytest.mark.parametrize(
    ("text", "reaches"),
    [
        ("/target jobs", True),
        ("/target@briefing_bot jobs", True),
        ("/target@Briefing_Bot", True),
        ("/target@other_bot", False),
        ("try /target", False),
        ("hello", False),
        ("@briefing_bot hello", False),
    ],
)
def test_in_privacy_mode_only_commands_reach_the_bot(
    telegram: LocalTelegram, group: Chat, boris: User, text: str, *, reaches: bool
) -> None:
    assert (telegram.send(group, boris, text)["update_id"] != NOT_QUEUED) is reaches


def test_replies_to_the_bot_reach_it(telegram: LocalTelegram, group: Chat, boris: User) -> None:
    sent = telegram.call("sendMessage", {"chat_id": group.id, "text": "x"})
    assert telegram.send(group, boris, "why", reply_to=sent["message_id"])["update_id"] != NOT_QUEUED


def test_replies_to_people_do_not_reach_the_bot(telegram: LocalTelegram, group: Chat, boris: User) -> None:
    said = telegram.send(group, boris, "hello")["message"]["message_id"]
    assert telegram.send(group, boris, "well", reply_to=said)["update_id"] == NOT_QUEUED


def test_an_admin_bot_hears_everything(telegram: LocalTelegram, group: Chat, boris: User) -> None:
    telegram.set_member(group, telegram.bot, "administrator")
    assert telegram.send(group, boris, "hello")["update_id"] != NOT_QUEUED


def test_without_privacy_mode_the_bot_hears_everything(clock: SetClock) -> None:
    telegram = LocalTelegram(clock, rules=Rules(reads_all_group_messages=True))
    anna = telegram.add_user("Anna")
    assert telegram.send(telegram.create_group("Office", anna), anna, "hello")["update_id"] != NOT_QUEUED


def test_a_bot_that_is_not_there_hears_nothing(telegram: LocalTelegram, group: Chat, boris: User) -> None:
    telegram.remove_bot(group)
    assert telegram.send(group, boris, "/target")["update_id"] == NOT_QUEUED
