"""Who may do what, where."""

import pytest
from telegram import Update

from bot.simulator.chats import Chat, Status, User
from bot.telegram.access import may_change_settings
from bot.telegram.api import Api
from tests.telegram.scene import Scene


async def allowed(scene: Scene, chat: Chat, who: User) -> bool:
    bot = scene.application.bot
    message = Update.de_json(scene.telegram.send(chat, who, "/language"), bot).effective_message
    assert message
    return await may_change_settings(Api(bot), message.chat, message.from_user)


async def test_everyone_decides_in_their_private_chat(scene: Scene, anna: User) -> None:
    assert await allowed(scene, scene.telegram.chat(anna), anna)
    assert scene.telegram.calls_of("getChatMember") == []


@pytest.mark.parametrize(("status", "may"), [("administrator", True), ("member", False), ("creator", True)])
async def test_in_a_group_its_admins_decide(
    scene: Scene, group: Chat, boris: User, status: Status, *, may: bool
) -> None:
    scene.telegram.set_member(group, boris, status)
    assert await allowed(scene, group, boris) is may


async def test_nobody_in_particular_decides_nothing(scene: Scene, group: Chat, anna: User) -> None:
    bot = scene.application.bot
    message = Update.de_json(scene.telegram.send(group, anna, "/language"), bot).effective_message
    assert message
    assert not await may_change_settings(Api(bot), message.chat, None)
