"""/start with a link: in private what it leads to, in a group the offer to have it sent there."""

import pytest

from bot.briefing.phrases import phrases
from bot.schedule.days import StatutoryWorkdays
from bot.simulator.chats import Chat, User
from tests.telegram.scene import Scene, buttons_of

SAY = phrases("zh")
MEMBER_ASKS = ("/start jobs", "/start today", "/start targets", "/start livelihood")


@pytest.mark.parametrize(
    ("payload", "name"), [("jobs", "城镇新增就业"), ("today", "今日简报"), ("targets", "全部量化目标")]
)
async def test_a_link_into_a_group_offers_an_administrator_the_subscription(
    scene: Scene, group: Chat, anna: User, payload: str, name: str
) -> None:
    offer = await scene.ask(anna, f"/start@{scene.telegram.bot.username} {payload}", group)
    assert offer.text.startswith(f"🔔 {SAY('proposal-title')}\n{name}，每个法定工作日 8:30")
    assert SAY("proposal-others-see") in offer.text
    assert await scene.store.subscriptions.of(group.id) == ()
    await scene.press(anna, offer, SAY("button-make"), group)
    (one,) = await scene.store.subscriptions.of(group.id)
    assert (one.subject, one.schedule.days) == (payload, StatutoryWorkdays())


async def test_the_offer_comes_to_the_topic_and_speaks_as_the_group_chose(
    scene: Scene, forum: Chat, anna: User
) -> None:
    await scene.store.chats.change(forum.id, voice="en")
    topic = scene.telegram.create_topic(forum, "Jobs").id
    offer = await scene.ask(anna, "/start jobs", forum, topic)
    assert "New urban jobs, every statutory working day at 08:30" in offer.text
    await scene.press(anna, offer, phrases("en")("button-make"), forum)
    assert [each.thread for each in await scene.store.subscriptions.of(forum.id)] == [topic]


@pytest.mark.parametrize("words", MEMBER_ASKS)
async def test_a_member_sees_the_page_itself(scene: Scene, group: Chat, boris: User, words: str) -> None:
    page = await scene.ask(boris, words, group)
    assert page.text == (await scene.ask(scene.person(), words)).text
    assert not [data for data in buttons_of(page) if data.startswith("!")]


@pytest.mark.parametrize("payload", ["areas", "compare_jobs", "slogan-1"])
async def test_what_cannot_be_subscribed_to_is_shown(
    scene: Scene, group: Chat, anna: User, payload: str
) -> None:
    page = await scene.ask(anna, f"/start {payload}", group)
    assert not [data for data in buttons_of(page) if data.startswith("!")]


@pytest.mark.parametrize("payload", ["true", "nothing-of-the-kind", "就业", "a b"])
async def test_a_link_that_leads_nowhere_introduces_the_bot_to_the_group(
    scene: Scene, group: Chat, anna: User, payload: str
) -> None:
    said = await scene.ask(anna, f"/start {payload}", group)
    assert said.text.startswith(f"🔔 {SAY('introduction-title')}")
    assert SAY("button-accept") in [button.text for row in said.buttons for button in row]


async def test_in_private_the_same_link_shows_the_entry(scene: Scene, anna: User) -> None:
    assert (await scene.ask(anna, "/start jobs")).text == (await scene.ask(anna, "/target jobs")).text


@pytest.mark.parametrize(("language", "label"), [("zh-hans", "添加到群"), ("ru", "Add to a group")])
async def test_the_welcome_leads_into_a_group_in_either_language(
    scene: Scene, language: str, label: str
) -> None:
    person = scene.person(language)
    welcome = await scene.ask(person, "/start")
    url = f"https://t.me/{scene.telegram.bot.username}?startgroup=today"
    assert welcome.button(label).url == url
    other = await scene.press(person, welcome, "EN" if language == "zh-hans" else "中文")
    assert url in [button.url for row in other.buttons for button in row]
