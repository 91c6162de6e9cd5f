"""Who may change what a chat has chosen."""

from datetime import datetime, timedelta

import pytest
from telegram import Chat as TelegramChat
from telegram import Update

from bot.simulator.chats import Chat, Status, User
from bot.simulator.faults import forbidden
from bot.telegram.access import Administrators
from bot.telegram.api import Api
from tests.telegram.scene import NOON, Scene


class Asked:
    """The administrators as the bot knows them, and its clock."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.now: datetime = NOON
        self.administrators = Administrators(Api(scene.application.bot), lambda: self.now)

    async def may(self, chat: Chat, who: User, channel: Chat | None = None) -> bool:
        telegram, words = self.scene.telegram, "/language"
        update = telegram.send_as(channel, chat, who, words) if channel else telegram.send(chat, who, words)
        message = Update.de_json(update, self.scene.application.bot).effective_message
        assert message
        return await self.administrators.may_change(message.chat, message.from_user, message.sender_chat)


@pytest.fixture
def asked(scene: Scene) -> Asked:
    return Asked(scene)


@pytest.fixture
def channel(scene: Scene, group: Chat) -> Chat:
    """The one the group discusses."""
    channel = scene.telegram.create_channel("News")
    scene.telegram.link_channel(group, channel)
    return channel


async def test_everyone_decides_in_their_private_chat(asked: Asked, scene: Scene, anna: User) -> None:
    assert await asked.may(scene.telegram.chat(anna), anna)
    assert scene.telegram.calls_of("getChatMember") == []


@pytest.mark.parametrize(("status", "may"), [("administrator", True), ("member", False), ("creator", True)])
async def test_in_a_group_its_admins_decide(
    asked: Asked, scene: Scene, group: Chat, boris: User, status: Status, *, may: bool
) -> None:
    scene.telegram.set_member(group, boris, status)
    assert await asked.may(group, boris) is may


async def test_an_administrator_is_known_for_a_minute(
    asked: Asked, scene: Scene, group: Chat, anna: User
) -> None:
    assert [await asked.may(group, anna) for _ in range(3)] == [True] * 3
    assert len(scene.telegram.calls_of("getChatMember")) == 1
    asked.now += timedelta(seconds=61)
    assert await asked.may(group, anna)
    assert len(scene.telegram.calls_of("getChatMember")) == 2


async def test_a_refusal_is_asked_anew_each_time(
    asked: Asked, scene: Scene, group: Chat, boris: User
) -> None:
    assert not await asked.may(group, boris)
    scene.telegram.set_member(group, boris, "administrator")
    assert await asked.may(group, boris)


async def test_an_anonymous_administrator_writes_in_the_name_of_the_group(
    asked: Asked, scene: Scene, group: Chat, boris: User
) -> None:
    scene.telegram.set_member(group, boris, "administrator", anonymous=True)
    assert await asked.may(group, boris)
    assert scene.telegram.calls_of("getChatMember") == []


async def test_the_linked_channel_decides_and_is_known_for_a_minute(
    asked: Asked, scene: Scene, group: Chat, channel: Chat, boris: User
) -> None:
    assert [await asked.may(group, boris, channel) for _ in range(3)] == [True] * 3
    assert len(scene.telegram.calls_of("getChat")) == 1
    scene.telegram.unlink_channel(group)
    scene.telegram.publish_group(group, "office")  # else nobody could write as a channel any more
    assert await asked.may(group, boris, channel)
    asked.now += timedelta(seconds=61)
    assert not await asked.may(group, boris, channel)


async def test_another_channel_is_refused_and_asked_for_anew_each_time(
    asked: Asked, scene: Scene, group: Chat, channel: Chat, anna: User
) -> None:
    other = scene.telegram.create_channel("Other news")
    assert await asked.may(group, anna, channel)
    assert not await asked.may(group, anna, other)
    scene.telegram.link_channel(group, other)
    assert await asked.may(group, anna, other)


async def test_a_channel_decides_in_its_own_group_only(
    asked: Asked, scene: Scene, group: Chat, channel: Chat, anna: User
) -> None:
    elsewhere = scene.telegram.create_group("Elsewhere", anna)
    scene.telegram.publish_group(elsewhere, "elsewhere")
    assert await asked.may(group, anna, channel)
    assert not await asked.may(elsewhere, anna, channel)


async def test_when_telegram_does_not_say_what_is_linked_the_channel_does_not_decide(
    asked: Asked, scene: Scene, group: Chat, channel: Chat, boris: User
) -> None:
    scene.telegram.fail_next("getChat", forbidden("bot was kicked from the supergroup chat"))
    assert not await asked.may(group, boris, channel)
    assert await asked.may(group, boris, channel)


async def test_nobody_in_particular_decides_nothing(asked: Asked, group: Chat) -> None:
    chat = TelegramChat(group.id, "supergroup")
    assert not await asked.administrators.may_change(chat, None)
