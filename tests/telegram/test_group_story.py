"""What a group goes through: the bot comes in, briefings come, the group moves, the bot goes."""

from datetime import timedelta

from bot.briefing.phrases import phrases
from bot.schedule.days import EveryDay
from bot.simulator.chats import Chat, User
from bot.subscriptions.model import Delivery, Lost, Reason, State
from tests.telegram.scene import NOON, Scene, buttons_of

SAY = phrases("zh")
DAY = timedelta(days=1)
JOBS = "🎯 城镇新增就业 · 2026年目标"
TUESDAY = NOON.replace(day=24, hour=8, minute=30)


async def let_in(scene: Scene, group: Chat) -> None:
    """The bot is added, and hears of it twice: as a member, and by the service message."""
    waiting = len(scene.telegram.updates.get())
    scene.telegram.add_bot(group)
    for update in scene.telegram.updates.get()[waiting:]:
        await scene.feed(update)


async def move(scene: Scene, group: Chat, *, told: bool) -> Chat:
    """The basic group becomes a supergroup; the bot may not hear of it."""
    waiting = len(scene.telegram.updates.get())
    moved = scene.telegram.migrate_group(group)
    for update in scene.telegram.updates.get()[waiting:] if told else []:
        await scene.feed(update)
    return moved


async def ledger(scene: Scene, group: Chat) -> tuple[Delivery, ...]:
    return await scene.store.deliveries.last(group.id, 10)


async def accepted(scene: Scene, admin: User, *, basic: bool = False) -> Chat:
    """A group that took the offer."""
    group = scene.telegram.create_group("Office", admin, basic=basic, with_bot=False)
    await let_in(scene, group)
    (introduction,) = scene.answers(group)
    await scene.press(admin, introduction, SAY("button-accept"), group)
    return group


async def test_the_bot_introduces_itself_once_with_an_offer(scene: Scene, anna: User) -> None:
    group = scene.telegram.create_group("Office", anna, with_bot=False)
    await let_in(scene, group)
    (said,) = scene.answers(group)
    lines = [line for line in said.text.splitlines() if line]
    assert len(lines) == 4  # who it is, and three lines
    assert [button.text for row in said.buttons for button in row] == [SAY("button-accept")]


async def test_made_an_administrator_it_does_not_introduce_itself_again(scene: Scene, group: Chat) -> None:
    await scene.feed(scene.telegram.set_member(group, scene.telegram.bot, "administrator"))
    assert scene.answers(group) == []


async def test_the_offer_is_the_administrators_to_accept(scene: Scene, anna: User, boris: User) -> None:
    group = scene.telegram.create_group("Office", anna, with_bot=False)
    scene.telegram.add_member(group, boris)
    await let_in(scene, group)
    (offer,) = scene.answers(group)
    assert await scene.press(boris, offer, SAY("button-accept"), group) == offer
    assert scene.telegram.alerts[-1].text == phrases("zh")("notice-administrators")
    assert await scene.store.subscriptions.of(group.id) == ()
    taken = await scene.press(anna, offer, SAY("button-accept"), group)
    assert taken.text.startswith(f"🔔 {SAY('subscribed-title')}")
    assert len(await scene.store.subscriptions.of(group.id)) == 1


async def test_what_was_accepted_comes_silently(scene: Scene, anna: User) -> None:
    group = await accepted(scene, anna)
    await scene.turn_to(TUESDAY)
    briefing = scene.answers(group)[-1]
    assert briefing.text.startswith("🗓 今日简报 · 2026年11月24日")
    assert briefing.silent


async def test_a_members_press_under_a_briefing_changes_nothing(
    scene: Scene, anna: User, boris: User
) -> None:
    group = await accepted(scene, anna)
    scene.telegram.add_member(group, boris)
    await scene.turn_to(TUESDAY)
    await scene.press(boris, scene.answers(group)[-1], "退订", group)
    assert scene.telegram.alerts[-1].text == SAY("notice-administrators")
    assert len(await scene.store.subscriptions.of(group.id)) == 1


async def subscribed_topic(scene: Scene, forum: Chat, admin: User) -> int:
    """A topic of the forum to which a briefing comes each day."""
    topic = scene.telegram.create_topic(forum, "Briefings").id
    proposal = await scene.ask(admin, "/subscribe today 每天 8:30", forum, topic)
    await scene.press(admin, proposal, "订阅", forum)
    return topic


async def test_a_topics_briefing_comes_to_the_topic_silently(scene: Scene, forum: Chat, anna: User) -> None:
    topic = await subscribed_topic(scene, forum, anna)
    await scene.turn_to(TUESDAY)
    briefing = scene.answers(forum)[-1]
    assert (briefing.topic, briefing.silent, briefing.text[:6]) == (topic, True, "🗓 今日简报")


async def test_when_the_topic_is_deleted_it_goes_on_in_the_general_one(
    scene: Scene, forum: Chat, anna: User
) -> None:
    topic = await subscribed_topic(scene, forum, anna)
    scene.telegram.delete_topic(forum, topic)
    await scene.turn_to(TUESDAY)
    await scene.turn_to(TUESDAY + DAY)
    said = [(answer.topic, answer.text.split(" · ")[0]) for answer in scene.answers(forum)]
    assert sorted(said, key=str) == [
        (None, SAY("delivery-topic-gone")),
        (None, "🗓 今日简报"),
        (None, "🗓 今日简报"),
    ]
    assert [(each.state, each.reason) for each in await ledger(scene, forum)] == [
        (State.SENT, Reason.NONE),
        (State.DEGRADED, Reason.TOPIC_GONE),
    ]
    assert SAY("ledger-state-degraded") in (await scene.ask(anna, "/deliveries", forum)).text


async def test_an_upgraded_group_keeps_what_it_has(scene: Scene, anna: User) -> None:
    group = await accepted(scene, anna, basic=True)
    moved = await move(scene, group, told=True)
    assert await scene.store.subscriptions.of(group.id) == ()
    await scene.turn_to(TUESDAY)
    assert scene.answers(moved)[-1].text.startswith("🗓 今日简报")
    assert [each.state for each in await ledger(scene, moved)] == [State.SENT]


async def test_when_only_the_refusal_tells_of_the_upgrade_it_comes_all_the_same(
    scene: Scene, anna: User
) -> None:
    group = await accepted(scene, anna, basic=True)
    moved = await move(scene, group, told=False)
    await scene.turn_to(TUESDAY)
    await scene.turn_to(TUESDAY + timedelta(minutes=1))
    assert [answer.text[:6] for answer in scene.answers(moved)] == ["🗓 今日简报"]
    (one,) = await scene.store.subscriptions.of(moved.id)
    assert one.chat == moved.id
    listed = await scene.ask(anna, "/subscriptions", moved)
    assert f"!sub.{one.id}" in buttons_of(listed)


async def test_removed_it_sends_nothing_and_comes_back_with_everything(scene: Scene, anna: User) -> None:
    group = await accepted(scene, anna)
    await scene.feed(scene.telegram.remove_bot(group))
    assert (await scene.store.chats.get(group.id)).lost is Lost.KICKED
    assert await scene.store.subscriptions.next_due() is None
    await scene.turn_to(TUESDAY)
    assert len(scene.answers(group)) == 1
    await let_in(scene, group)
    (one,) = await scene.store.subscriptions.of(group.id)
    assert one.next_due == TUESDAY + DAY
    await scene.turn_to(TUESDAY + DAY)
    assert scene.answers(group)[-1].text.startswith("🗓 今日简报 · 2026年11月25日")


async def test_removed_without_a_word_the_refusal_tells(scene: Scene, anna: User) -> None:
    group = await accepted(scene, anna)
    scene.telegram.remove_bot(group)
    await scene.turn_to(TUESDAY)
    assert [(each.state, each.reason) for each in await ledger(scene, group)] == [
        (State.FAILED, Reason.KICKED)
    ]
    assert await scene.store.subscriptions.next_due() is None


async def test_who_writes_in_the_group_has_the_bot_back(scene: Scene, anna: User) -> None:
    group = await accepted(scene, anna)
    await scene.feed(scene.telegram.remove_bot(group))
    scene.telegram.add_bot(group)
    await scene.ask(anna, "/target jobs", group)
    assert (await scene.store.chats.get(group.id)).lost is None
    assert await scene.store.subscriptions.next_due() == TUESDAY


async def test_a_forum_and_its_topics_have_their_own_subscriptions(
    scene: Scene, forum: Chat, anna: User
) -> None:
    topic = await subscribed_topic(scene, forum, anna)
    proposal = await scene.ask(anna, "/subscribe today 每天 8:30", forum)
    await scene.press(anna, proposal, "订阅", forum)
    found = await scene.store.subscriptions.of(forum.id)
    assert [each.thread for each in found] == [topic, 0]
    assert {each.schedule.days for each in found} == {EveryDay()}


async def test_a_group_from_its_first_day_to_the_bots_return(scene: Scene, anna: User, boris: User) -> None:
    group = await accepted(scene, anna, basic=True)
    scene.telegram.add_member(group, boris)
    await scene.turn_to(TUESDAY)
    await scene.press(boris, scene.answers(group)[-1], "暂停", group)  # not his to decide
    moved = await move(scene, group, told=True)
    await scene.turn_to(TUESDAY + DAY)
    await scene.feed(scene.telegram.remove_bot(moved))
    await scene.turn_to(TUESDAY + 2 * DAY)
    await let_in(scene, moved)
    await scene.turn_to(TUESDAY + 3 * DAY)
    titles = [answer.text.splitlines()[0] for answer in scene.answers(moved)]
    assert titles == [
        "🗓 今日简报 · 2026年11月25日 星期三",
        f"🔔 {SAY('introduction-title')}",
        "🗓 今日简报 · 2026年11月27日 星期五",
    ]
    assert [each.due.day for each in await ledger(scene, moved)] == [27, 25, 24]


class Arrivals:
    """What has come to a group since somebody last looked: the topic, and the first line of each message."""

    def __init__(self, scene: Scene, group: Chat) -> None:
        self.scene, self.group = scene, group
        self.seen: set[int] = set()

    def new(self) -> list[tuple[int | None, str]]:
        answers = [each for each in self.scene.answers(self.group) if each.id not in self.seen]
        self.seen |= {each.id for each in answers}
        return [(each.topic, each.text.splitlines()[0]) for each in answers]

    async def at(self, day: int, hour: int, minute: int, month: int = 11) -> list[tuple[int | None, str]]:
        self.new()
        await self.scene.turn_to(NOON.replace(month=month, day=day, hour=hour, minute=minute))
        return self.new()


async def test_the_whole_story_of_a_group(scene: Scene, anna: User, boris: User) -> None:
    # Monday: added; the offer is the administrator's to accept.
    group = scene.telegram.create_group("Office", anna, basic=True, with_bot=False)
    scene.telegram.add_member(group, boris)
    await let_in(scene, group)
    (offer,) = scene.answers(group)
    await scene.press(boris, offer, SAY("button-accept"), group)
    assert await scene.store.subscriptions.of(group.id) == ()
    await scene.press(anna, offer, SAY("button-accept"), group)
    assert SAY("refused-member") in (await scene.ask(boris, "/unsubscribe today", group)).text
    assert await Arrivals(scene, group).at(24, 8, 30) == [(None, "🗓 今日简报 · 2026年11月24日 星期二")]
    # Tuesday at noon: upgraded, then made a forum, with a topic that has a briefing of its own.
    moved = await move(scene, group, told=True)
    come = Arrivals(scene, moved)
    assert len(await scene.store.subscriptions.of(moved.id)) == 1
    assert await come.at(24, 12, 0) == []
    moved.is_forum = True
    topic = scene.telegram.create_topic(moved, "Jobs").id
    proposal = await scene.ask(anna, "/subscribe jobs 每天 9:00", moved, topic)
    await scene.press(anna, proposal, SAY("button-make"), moved)
    assert SAY("refused-member") in (await scene.ask(boris, "/subscribe jobs 每天 9:00", moved, topic)).text
    assert await come.at(25, 8, 30) == [(None, "🗓 今日简报 · 2026年11月25日 星期三")]
    assert await come.at(25, 9, 0) == [(topic, JOBS)]
    # Wednesday: the topic is deleted; its briefing goes on in the general one, and that is said once.
    scene.telegram.delete_topic(moved, topic)
    assert await come.at(26, 8, 30) == [(None, "🗓 今日简报 · 2026年11月26日 星期四")]
    assert sorted(await come.at(26, 9, 0)) == sorted([(None, JOBS), (None, SAY("delivery-topic-gone"))])
    assert await come.at(27, 9, 0) == [(None, "🗓 今日简报 · 2026年11月27日 星期五"), (None, JOBS)]
    # Friday: kicked; nothing comes. Monday: let in again; everything comes.
    await scene.feed(scene.telegram.remove_bot(moved))
    assert [await come.at(day, 9, 0) for day in (28, 29, 30)] == [[], [], []]
    await let_in(scene, moved)
    assert come.new() == [(None, f"🔔 {SAY('introduction-title')}")]
    assert await come.at(1, 8, 30, month=12) == [(None, "🗓 今日简报 · 2026年12月1日 星期二")]
    assert await come.at(1, 9, 0, month=12) == [(None, JOBS)]
    days = [(each.due.day, each.state) for each in reversed(await ledger(scene, moved))]
    assert days == [
        (24, State.SENT),
        (25, State.SENT),
        (25, State.SENT),
        (26, State.SENT),
        (26, State.DEGRADED),
        (27, State.SENT),
        (27, State.SENT),
        (1, State.SENT),
        (1, State.SENT),
    ]
