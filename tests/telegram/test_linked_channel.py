"""A group and the channel it discusses: whoever writes in the channel's name decides for the group."""

from datetime import timedelta

import pytest

from bot.briefing.phrases import phrases
from bot.simulator.chats import Chat, Status, User
from bot.simulator.shown import ShownMessage
from bot.subscriptions.model import Subscription
from tests.telegram.scene import Scene

SAY = phrases("zh")
WISH = "/subscribe today 工作日 8:30"


@pytest.fixture
def channel(scene: Scene, group: Chat) -> Chat:
    channel = scene.telegram.create_channel("News")
    scene.telegram.link_channel(group, channel)
    return channel


async def ask_as(scene: Scene, channel: Chat, group: Chat, who: User, text: str = WISH) -> ShownMessage:
    """The bot's only answer to what somebody writes in the name of a channel."""
    before = len(scene.answers(group))
    await scene.feed(scene.telegram.send_as(channel, group, who, text))
    (answer,) = scene.answers(group)[before:]
    return answer


async def kept(scene: Scene, group: Chat) -> tuple[Subscription, ...]:
    return await scene.store.subscriptions.of(group.id)


async def test_the_linked_channel_is_proposed_what_it_asks_for(
    scene: Scene, group: Chat, channel: Chat, boris: User
) -> None:
    proposal = await ask_as(scene, channel, group, boris)
    assert proposal.text.splitlines()[:2] == ["🔔 是这样吗", "今日简报，每个法定工作日 8:30"]
    assert proposal.reply_to == scene.telegram.messages(group)[-2].id
    assert scene.telegram.calls_of("getChatMember") == []


async def test_a_post_of_the_channel_is_its_word_too(scene: Scene, group: Chat, channel: Chat) -> None:
    assert channel.linked is group
    await scene.feed(scene.telegram.forward_post(group, WISH))
    (proposal,) = scene.answers(group)
    assert proposal.text.startswith("🔔 是这样吗")


async def test_a_channel_no_longer_linked_decides_nothing_a_minute_later(
    scene: Scene, group: Chat, channel: Chat, boris: User
) -> None:
    proposal = await ask_as(scene, channel, group, boris)
    scene.telegram.link_channel(group, scene.telegram.create_channel("Other news"))
    assert (await ask_as(scene, channel, group, boris)).text == proposal.text
    scene.now += timedelta(seconds=61)
    refused = await ask_as(scene, channel, group, boris)
    assert refused.text == (await scene.ask(boris, WISH, group)).text


async def test_another_channel_is_refused_like_a_member(
    scene: Scene, group: Chat, channel: Chat, anna: User, boris: User
) -> None:
    other = scene.telegram.create_channel("Other news")
    refused = await ask_as(scene, other, group, anna)  # what its owner is in the group is not seen
    assert "\n" not in refused.text
    assert refused.buttons == ()
    assert refused.text == (await scene.ask(boris, WISH, group)).text
    assert (await ask_as(scene, channel, group, anna)).text != refused.text


@pytest.mark.parametrize(("status", "confirms"), [("administrator", True), ("member", False)])
async def test_what_the_channel_asks_for_is_confirmed_by_an_administrator(
    scene: Scene, group: Chat, channel: Chat, boris: User, status: Status, *, confirms: bool
) -> None:
    scene.telegram.set_member(group, boris, status)
    proposal = await ask_as(scene, channel, group, boris)
    pressed = await scene.press(boris, proposal, "订阅", group)
    assert len(await kept(scene, group)) == confirms
    assert (pressed == proposal) is not confirms
    refusals = [alert.text for alert in scene.telegram.alerts if alert.text]
    assert refusals == ([] if confirms else [SAY("notice-administrators")])


async def test_the_linked_channel_pauses_its_group_and_another_does_not(
    scene: Scene, group: Chat, channel: Chat, anna: User
) -> None:
    other = scene.telegram.create_channel("Other news")
    await ask_as(scene, other, group, anna, "/pause")
    assert not (await scene.store.chats.get(group.id)).is_paused
    await ask_as(scene, channel, group, anna, "/pause")
    assert (await scene.store.chats.get(group.id)).is_paused
