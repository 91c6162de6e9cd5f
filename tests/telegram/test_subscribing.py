"""Subscribing in a private chat: step by step or in one line, then paused, changed, ended, forgotten."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest

from bot.briefing.phrases import phrases
from bot.delivery.ports import StorageError
from bot.schedule.days import WEEK, ChosenWeekdays, DayOfMonth, EveryDay, StatutoryWorkdays
from bot.schedule.schedule import Schedule
from bot.simulator.chats import Chat, User
from bot.simulator.shown import ShownMessage
from bot.storage.memory import MemoryChats, MemoryStore, MemorySubscriptions
from bot.storage.memory_rows import Rows
from bot.subscriptions.model import MOST_SUBSCRIPTIONS, QuietHours, Subscription
from bot.subscriptions.model import Chat as StoredChat
from tests.telegram.scene import NOON, Scene, buttons_of

ZONE = "Asia/Shanghai"
HALF_PAST_EIGHT = time(8, 30)
WORKDAYS = Schedule(StatutoryWorkdays(), (HALF_PAST_EIGHT,), ZONE)
TOMORROW = NOON.replace(day=24, hour=8, minute=30)
SAY = phrases("zh")


class LockedChats(MemoryChats):
    """Nothing can be read or written."""

    async def get(self, chat: int) -> StoredChat:
        raise StorageError(str(chat))

    async def change(self, chat: int, **choices: Any) -> StoredChat:
        raise StorageError(str(chat), choices)

    async def pause(self, chat: int, until: datetime | None, now: datetime) -> None:
        raise StorageError(str(chat), until, now)


class LockedSubscriptions(MemorySubscriptions):
    """Neither can these."""

    async def of(self, chat: int) -> tuple[Subscription, ...]:
        raise StorageError(str(chat))


class LockedStore(MemoryStore):
    """A database that somebody else holds."""

    def __init__(self) -> None:
        super().__init__()
        rows = Rows()
        self.chats, self.subscriptions = LockedChats(rows), LockedSubscriptions(rows)


async def kept(scene: Scene, chat: User | Chat) -> tuple[Subscription, ...]:
    return await scene.store.subscriptions.of(chat.id)


async def chosen(scene: Scene, chat: User | Chat) -> StoredChat:
    return await scene.store.chats.get(chat.id)


async def confirmed(scene: Scene, who: User, words: str = "today 工作日 8:30") -> ShownMessage:
    """They have subscribed, in one line and with a press."""
    proposal = await scene.ask(who, f"/subscribe {words}")
    return await scene.press(who, proposal, "订阅")


async def opened(scene: Scene, who: User) -> ShownMessage:
    """The card of what they have just subscribed to."""
    return await scene.press(who, await confirmed(scene, who), "暂停或修改")


def told(scene: Scene) -> str:
    return scene.telegram.alerts[-1].text


async def test_buttons_lead_from_subject_to_days_to_time(scene: Scene, anna: User) -> None:
    shown = await scene.ask(anna, "/subscribe")
    for button in ("今日简报", "每个法定工作日", "8:30"):
        shown = await scene.press(anna, shown, button)
    assert shown.text.splitlines()[:2] == ["🔔 是这样吗", "今日简报，每个法定工作日 8:30"]
    assert await kept(scene, anna) == ()
    done = await scene.press(anna, shown, "订阅")
    assert done.text.startswith("🔔 已订阅\n今日简报，每个法定工作日 8:30")
    (one,) = await kept(scene, anna)
    assert (one.subject, one.schedule, one.next_due) == ("today", WORKDAYS, TOMORROW)


async def test_every_button_of_every_step_leads_on(scene: Scene, anna: User) -> None:
    subjects = await scene.ask(anna, "/subscribe")
    for subject in buttons_of(subjects):
        days = await scene.press(anna, await scene.ask(anna, "/subscribe"), subject)
        assert len(buttons_of(days)) > 3
    for day in buttons_of(days):
        times = await scene.press(anna, await scene.ask(anna, "/subscribe safety"), day)
        proposal = await scene.press(anna, times, buttons_of(times)[-1])
        assert proposal.text.startswith("🔔 是这样吗")


@pytest.mark.parametrize(
    ("words", "subject", "schedule"),
    [
        ("jobs workdays 08:30", "jobs", WORKDAYS),
        ("就业 工作日 8:30", "jobs", WORKDAYS),
        ("area 3 mon,thu 9:00", "innovation", Schedule(ChosenWeekdays((WEEK[0], WEEK[3])), (time(9),), ZONE)),
        ("民生 每周一 上午9点", "livelihood", Schedule(ChosenWeekdays((WEEK[0],)), (time(9),), ZONE)),
        ("today daily 7:00 and 17:30", "today", Schedule(EveryDay(), (time(7), time(17, 30)), ZONE)),
        ("today 每天 8:30", "today", Schedule(EveryDay(), (time(8, 30),), ZONE)),
        ("targets monthly 1 09:00", "targets", Schedule(DayOfMonth(1), (time(9),), ZONE)),
        ("targets 每月1号 9点", "targets", Schedule(DayOfMonth(1), (time(9),), ZONE)),
    ],
)
async def test_one_line_says_all_and_counts_when_confirmed(
    scene: Scene, anna: User, words: str, subject: str, schedule: Schedule
) -> None:
    proposal = await scene.ask(anna, f"/subscribe {words}")
    assert await kept(scene, anna) == ()
    await scene.press(anna, proposal, "订阅")
    (one,) = await kept(scene, anna)
    assert (one.subject, one.schedule) == (subject, schedule)


async def test_a_briefing_speaks_as_the_client_it_was_asked_for_with(scene: Scene, boris: User) -> None:
    proposal = await scene.ask(boris, "/subscribe today workdays 08:30")
    await scene.press(boris, proposal, phrases("en")("button-make"))
    await scene.turn_to(TOMORROW)
    briefing = scene.answers(boris)[-1]
    assert briefing.button(phrases("en")("delivery-end"))
    assert "24 November 2026" in briefing.text


async def test_a_zone_may_stand_at_the_end(scene: Scene, anna: User) -> None:
    await confirmed(scene, anna, "jobs workdays 08:30 Asia/Urumqi")
    (one,) = await kept(scene, anna)
    assert (one.schedule.zone, one.next_due) == ("Asia/Urumqi", TOMORROW + timedelta(hours=2))


@pytest.mark.parametrize("title", ["你是不是要找", "没有查到"])
async def test_which_subject_is_asked_and_the_schedule_is_kept(scene: Scene, anna: User, title: str) -> None:
    words = "新增" if title == "你是不是要找" else "就业培训机构"
    choice = await scene.ask(anna, f"/subscribe {words} 工作日 8:30 Asia/Urumqi")
    assert title in choice.text
    proposal = await scene.press(anna, choice, "城镇新增就业")
    assert "城镇新增就业，每个法定工作日 8:30（Asia/Urumqi 时间）" in proposal.text
    await scene.press(anna, proposal, "订阅")
    (one,) = await kept(scene, anna)
    assert one.schedule == Schedule(StatutoryWorkdays(), (HALF_PAST_EIGHT,), "Asia/Urumqi")


@pytest.mark.parametrize(
    ("said", "asked"), [("每天", "几点推送"), ("", "法定工作日已扣除节假日"), ("8:30", "法定工作日已")]
)
async def test_after_the_subject_what_is_missing_of_the_schedule_is_asked(
    scene: Scene, anna: User, said: str, asked: str
) -> None:
    choice = await scene.ask(anna, f"/subscribe 新增 {said}")
    assert asked in (await scene.press(anna, choice, "城镇新增就业")).text


async def test_who_says_only_when_is_asked_only_what(scene: Scene, anna: User) -> None:
    subjects = await scene.ask(anna, "/subscribe 工作日 8:30")
    proposal = await scene.press(anna, subjects, "今日简报")
    assert proposal.text.startswith("🔔 是这样吗\n今日简报，每个法定工作日 8:30")


async def test_a_proposal_can_be_declined(scene: Scene, anna: User) -> None:
    proposal = await scene.ask(anna, "/subscribe jobs 工作日 8:30")
    declined = await scene.press(anna, proposal, "取消")
    assert declined.text.startswith(f"🔔 {SAY('cancelled-title')}")
    assert await kept(scene, anna) == ()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("jobs daily 25:00", "没有看懂“25:00”这个时间"),
        ("jobs 31 Feb 9:00", "没有“31 Feb”这一天"),
        ("jobs 2月31日 9点", "没有“2月31日”这一天"),
        ("jobs daily 8:30 Mars", "没有找到“Mars”这个时区"),
        ("jobs daily", "还需要时间"),
        ("jobs 8:30", "还需要日子"),
        ("没有这个东西 每天 8:30", "没有这个东西"),
    ],
)
async def test_what_is_not_understood_is_said_and_not_kept(
    scene: Scene, anna: User, words: str, sentence: str
) -> None:
    answer = await scene.ask(anna, f"/subscribe {words}")
    assert sentence in answer.text
    assert not [data for data in buttons_of(answer) if data.startswith("!make")]
    assert await kept(scene, anna) == ()


async def test_the_same_twice_is_said(scene: Scene, anna: User) -> None:
    await confirmed(scene, anna)
    again = await confirmed(scene, anna, "今日简报 workdays 08:30")
    assert again.text.startswith(f"🔔 {SAY('subscribed-already')}")
    assert len(await kept(scene, anna)) == 1


async def test_one_more_than_a_chat_can_have_is_refused(scene: Scene, anna: User) -> None:
    for minute in range(MOST_SUBSCRIPTIONS):
        await confirmed(scene, anna, f"today 每天 8:{minute + 10}")
    refused = await confirmed(scene, anna)
    assert refused.text.startswith("🔔 一个聊天最多20条订阅")
    assert len(await kept(scene, anna)) == MOST_SUBSCRIPTIONS


@pytest.mark.parametrize(
    ("data", "phrase"),
    [
        ("!make.nothing.wHs", "notice-expired"),
        ("!make.jobs.", "notice-expired"),
        ("!make.jobs.w", "notice-expired"),
        ("!make.jobs.whK.x", "notice-expired"),
        ("!days.../etc", "notice-expired"),
        ("!times.jobs.q", "notice-expired"),
        ("!sub.999", "notice-no-subscription"),
        ("!sub.eins", "notice-expired"),
        ("!sub.99999999999999999999", "notice-expired"),
        ("!sub.-1", "notice-expired"),
        ("!re.1.zz", "notice-expired"),
        ("!re.1.wh-", "notice-no-subscription"),
        ("!now.1", "notice-no-subscription"),
        ("!drop.1", "notice-no-subscription"),
        ("!set.silent.maybe", "notice-expired"),
        ("!set.quiet.9900-0700", "notice-expired"),
        ("!forget.no", "notice-expired"),
        ("!", "notice-expired"),
        ("!" + "渝" * 21, "notice-expired"),
        ("!make." + "." * 58, "notice-expired"),
    ],
)
async def test_forged_and_old_buttons_get_a_notice(scene: Scene, anna: User, data: str, phrase: str) -> None:
    shown = await scene.ask(anna, "/subscribe")
    alert = await scene.forge(anna, shown, data)
    assert alert.text == SAY(phrase)
    assert scene.look(shown, anna) == shown
    assert (await kept(scene, anna), await chosen(scene, anna)) == ((), StoredChat(anna.id))


@pytest.mark.parametrize("verb", ["sub", "pause", "resume", "hold", "drop", "end", "now", "retime", "redays"])
async def test_what_another_chat_has_cannot_be_reached(
    scene: Scene, anna: User, boris: User, verb: str
) -> None:
    await confirmed(scene, anna)
    (one,) = await kept(scene, anna)
    alert = await scene.forge(boris, await scene.ask(boris, "/subscribe"), f"!{verb}.{one.id}")
    assert alert.text == phrases("en")("notice-no-subscription")
    assert await kept(scene, anna) == (one,)


async def test_the_list_leads_to_the_card(scene: Scene, anna: User) -> None:
    await confirmed(scene, anna)
    listed = await scene.ask(anna, "/subscriptions")
    assert "每个法定工作日 8:30，下次是11月24日（星期二）8:30" in listed.text
    card = await scene.press(anna, listed, "今日简报")
    assert card.text.startswith("🔔 今日简报\n每个法定工作日 8:30")


async def test_one_can_be_paused_and_resumed(scene: Scene, anna: User) -> None:
    card = await scene.press(anna, await opened(scene, anna), "暂停")
    assert SAY("card-paused") in card.text
    await scene.turn_to(TOMORROW)
    assert len(scene.answers(anna)) == 1
    card = await scene.press(anna, card, "恢复")
    assert SAY("card-paused") not in card.text
    await scene.turn_to(TOMORROW + timedelta(minutes=1))
    assert scene.answers(anna)[-1].text.startswith("🗓 今日简报 · 2026年11月24日")


@pytest.mark.parametrize(
    ("way", "choice", "line"),
    [("改时间", "17:30", "每个法定工作日 17:30"), ("改日子", "每天", "每天 8:30")],
)
async def test_time_and_days_can_be_changed(
    scene: Scene, anna: User, way: str, choice: str, line: str
) -> None:
    choices = await scene.press(anna, await opened(scene, anna), way)
    assert "现在是每个法定工作日 8:30" in choices.text
    card = await scene.press(anna, choices, choice)
    assert card.text.splitlines()[:2] == ["🔔 今日简报", line]
    assert len(await kept(scene, anna)) == 1


async def test_a_changed_time_is_when_it_comes(scene: Scene, anna: User) -> None:
    choices = await scene.press(anna, await opened(scene, anna), "改时间")
    await scene.press(anna, choices, "17:30")
    await scene.turn_to(NOON.replace(hour=17, minute=29))
    assert len(scene.answers(anna)) == 1
    await scene.turn_to(NOON.replace(hour=17, minute=30))
    assert len(scene.answers(anna)) == 2


async def test_one_can_be_sent_now(scene: Scene, anna: User) -> None:
    await scene.press(anna, await opened(scene, anna), "现在看一次")
    assert told(scene) == SAY("notice-sending")
    await (await scene.service.dispatcher()).drain()
    assert scene.answers(anna)[-1].text.startswith("🗓 今日简报 · 2026年11月23日")
    (one,) = await kept(scene, anna)
    assert one.next_due == TOMORROW


@pytest.mark.parametrize(
    ("words", "phrase"), [("/pause", "notice-paused"), ("/settings quiet 11:00-13:00", "notice-quiet")]
)
async def test_what_cannot_be_sent_now_is_said_to_come_later(
    scene: Scene, anna: User, words: str, phrase: str
) -> None:
    card = await opened(scene, anna)
    held = await scene.ask(anna, words)
    await scene.press(anna, card, "现在看一次")
    assert told(scene) == SAY(phrase)
    await (await scene.service.dispatcher()).drain()
    assert scene.answers(anna)[-1] == held


async def test_changed_to_what_another_is_the_other_stays(scene: Scene, anna: User) -> None:
    await confirmed(scene, anna)
    later = await confirmed(scene, anna, "today 工作日 17:30")
    choices = await scene.press(anna, await scene.press(anna, later, "暂停或修改"), "改时间")
    card = await scene.press(anna, choices, "8:30")
    assert card.text.splitlines()[:2] == ["🔔 今日简报", "每个法定工作日 8:30"]
    assert [each.schedule for each in await kept(scene, anna)] == [WORKDAYS]


async def test_a_pause_that_has_run_out_is_not_shown(scene: Scene, anna: User) -> None:
    await confirmed(scene, anna)
    await scene.ask(anna, "/pause until 2026-11-25")
    await scene.turn_to(NOON.replace(day=26))
    listed = await scene.ask(anna, "/subscriptions")
    assert "暂停" not in listed.text.split("\n", 2)[2]
    card = await scene.press(anna, listed, "今日简报")
    assert "下次是11月27日" in listed.text
    assert "11月27日（星期五）8:30" in card.text


async def test_subscribing_while_all_is_paused_says_so(scene: Scene, anna: User) -> None:
    await scene.ask(anna, "/pause")
    done = await confirmed(scene, anna)
    assert SAY("chat-paused") in done.text
    assert SAY("label-next") not in done.text


async def test_one_can_be_ended_and_taken_up_again(scene: Scene, anna: User) -> None:
    ended = await scene.press(anna, await opened(scene, anna), "退订")
    assert ended.text.startswith(f"🔔 {SAY('ended-title')}")
    assert await kept(scene, anna) == ()
    await scene.press(anna, await scene.press(anna, ended, "重新订阅"), "订阅")
    assert len(await kept(scene, anna)) == 1


async def test_everything_can_be_paused_and_resumed(scene: Scene, anna: User) -> None:
    await confirmed(scene, anna)
    paused = await scene.ask(anna, "/pause")
    await scene.turn_to(TOMORROW)
    assert scene.answers(anna)[-1] == paused
    await scene.ask(anna, "/resume")
    await scene.turn_to(TOMORROW + timedelta(minutes=1))
    assert scene.answers(anna)[-1].text.startswith("🗓 今日简报")


@pytest.mark.parametrize("words", ["until 2026-11-25", "11月25日", "Nov 25", "后天", "周三", "two days"])
async def test_a_pause_ends_after_its_last_day(scene: Scene, anna: User, words: str) -> None:
    await confirmed(scene, anna)
    paused = await scene.ask(anna, f"/pause {words}")
    assert "到11月26日（星期四）0:00自动恢复" in paused.text
    await scene.turn_to(NOON.replace(day=25, hour=23))
    assert scene.answers(anna)[-1] == paused
    await scene.turn_to(NOON.replace(day=26, hour=8, minute=30))
    assert scene.answers(anna)[-1].text.startswith("🗓 今日简报 · 2026年11月26日")


@pytest.mark.parametrize(
    "words", ["until 2026-11-22", "until 2026-02-31", "bis morgen", "until 2999-01-01", "3年"]
)
async def test_a_pause_until_no_day_to_come_is_no_pause(scene: Scene, anna: User, words: str) -> None:
    answer = await scene.ask(anna, f"/pause {words}")
    assert SAY("pause-unclear-title") in answer.text
    assert not (await chosen(scene, anna)).is_paused


async def test_another_zone_moves_what_was_in_the_old_one(scene: Scene, anna: User) -> None:
    await confirmed(scene, anna)
    answer = await scene.ask(anna, "/settings zone asia/urumqi")
    assert "Asia/Urumqi。" in answer.text
    (one,) = await kept(scene, anna)
    assert one.next_due == TOMORROW + timedelta(hours=2)


@pytest.mark.parametrize(
    ("words", "zone"),
    [("asia/tokyo", "Asia/Tokyo"), ("北京时间", ZONE), ("UTC+8", ZONE), ("香港时间", "Asia/Hong_Kong")],
)
async def test_a_zone_is_understood_as_in_a_subscription(
    scene: Scene, anna: User, words: str, zone: str
) -> None:
    await scene.ask(anna, f"/settings zone {words}")
    assert (await chosen(scene, anna)).zone == zone


@pytest.mark.parametrize(
    "words", ["22:00-7:00", "22-7", "22点至7点", "２２：００－７：００", "22:00 — 07:00"]
)
async def test_quiet_hours_may_be_written_in_several_ways(scene: Scene, anna: User, words: str) -> None:
    await scene.ask(anna, f"/settings quiet {words}")
    assert (await chosen(scene, anna)).quiet == QuietHours(time(22), time(7))
    await scene.ask(anna, "/settings quiet OFF")
    assert (await chosen(scene, anna)).quiet is None


@pytest.mark.parametrize(
    "words", ["zone Mars", "zone", "zone 8:30", "quiet 25:00-7:00", "quiet 7-7", "quiet", "nonsense"]
)
async def test_settings_that_make_no_sense_set_nothing(scene: Scene, anna: User, words: str) -> None:
    answer = await scene.ask(anna, f"/settings {words}")
    assert SAY("settings-unclear-title") in answer.text
    assert await chosen(scene, anna) == StoredChat(anna.id)


async def test_quiet_hours_hold_a_briefing_until_the_morning(scene: Scene, anna: User) -> None:
    await confirmed(scene, anna, "today 每天 23:00")
    await scene.ask(anna, "/settings quiet 22:00-7:00")
    assert (await chosen(scene, anna)).quiet == QuietHours(time(22), time(7))
    await scene.turn_to(NOON.replace(hour=23))
    assert len(scene.answers(anna)) == 2
    await scene.turn_to(NOON.replace(day=24, hour=7))
    assert scene.answers(anna)[-1].text.startswith("🗓 今日简报 · 2026年11月23日")


async def test_quiet_hours_and_sound_are_set_with_buttons(scene: Scene, anna: User) -> None:
    shown = await scene.ask(anna, "/settings")
    shown = await scene.press(anna, shown, "22:00 至 7:00 免打扰")
    shown = await scene.press(anna, shown, "改为静音推送")
    assert await chosen(scene, anna) == StoredChat(
        anna.id, is_silent=True, quiet=QuietHours(time(22), time(7))
    )
    await scene.press(anna, await scene.press(anna, shown, "取消免打扰"), "改为有声推送")
    assert await chosen(scene, anna) == StoredChat(anna.id, is_silent=False)


async def test_in_a_group_members_change_what_they_were_allowed_to(
    scene: Scene, group: Chat, anna: User, boris: User
) -> None:
    refused = await scene.ask(boris, "/subscribe today 工作日 8:30", group)
    assert SAY("refused-member") in refused.text
    await scene.press(anna, await scene.ask(anna, "/settings", group), "允许所有成员更改", group)
    proposal = await scene.ask(boris, "/subscribe today 工作日 8:30", group)
    assert SAY("proposal-others-see") in proposal.text
    await scene.press(boris, proposal, "订阅", group)
    assert len(await kept(scene, group)) == 1


@pytest.mark.parametrize(
    "words", ["/subscriptions", "/unsubscribe", "/settings", "/deliveries", "/start", "/language"]
)
async def test_who_only_looks_is_not_asked_for_a_role(
    scene: Scene, group: Chat, boris: User, words: str
) -> None:
    shown = await scene.ask(boris, words, group)
    for data in ("!list", "!settings"):
        shown = await scene.press(boris, shown, data, group) if data in buttons_of(shown) else shown
    assert scene.telegram.calls_of("getChatMember") == []


@pytest.mark.parametrize("words", ["/pause", "/resume", "/forget", "/settings zone UTC", "/subscribe"])
async def test_members_of_a_group_change_nothing(scene: Scene, group: Chat, boris: User, words: str) -> None:
    answer = await scene.ask(boris, words, group)
    assert SAY("refused-member") in answer.text
    assert await chosen(scene, group) == StoredChat(group.id)


async def test_what_became_of_deliveries_is_told(scene: Scene, anna: User) -> None:
    assert SAY("deliveries-none") in (await scene.ask(anna, "/deliveries")).text
    await confirmed(scene, anna)
    await scene.turn_to(TOMORROW)
    answer = await scene.ask(anna, "/deliveries")
    assert "11月24日（星期二）8:30\n今日简报 · 已发送" in answer.text


async def test_everything_is_forgotten_when_asked_twice(scene: Scene, anna: User) -> None:
    await confirmed(scene, anna)
    await scene.ask(anna, "/settings quiet 22:00-7:00")
    await scene.turn_to(TOMORROW)
    question = await scene.ask(anna, "/forget")
    assert len(await kept(scene, anna)) == 1
    await scene.press(anna, question, "全部删除")
    assert (await kept(scene, anna), await chosen(scene, anna)) == ((), StoredChat(anna.id))
    assert await scene.store.deliveries.last(anna.id, 10) == ()


@pytest.mark.parametrize("words", ["/subscriptions", "/settings", "/settings quiet off", "/pause"])
async def test_when_what_is_kept_cannot_be_reached_that_is_said(scene: Scene, anna: User, words: str) -> None:
    scene.store = LockedStore()
    answer = await scene.ask(anna, words)
    assert SAY("refused-storage") in answer.text
    assert (await scene.ask(anna, "/target jobs")).text.startswith("🎯 城镇新增就业")


async def test_a_confirmation_that_cannot_be_kept_can_be_pressed_again(scene: Scene, anna: User) -> None:
    proposal, store = await scene.ask(anna, "/subscribe today 工作日 8:30"), scene.store
    scene.store = LockedStore()
    assert await scene.press(anna, proposal, "订阅") == proposal
    assert told(scene) == SAY("refused-storage")
    scene.store = store
    await scene.press(anna, proposal, "订阅")
    assert len(await kept(scene, anna)) == 1


async def due(scene: Scene, who: User, moment: datetime = TOMORROW) -> ShownMessage:
    """The briefing that came at this minute, and not before."""
    await confirmed(scene, who)
    before = len(scene.answers(who))
    await scene.turn_to(moment - timedelta(minutes=1))
    assert len(scene.answers(who)) == before
    await scene.turn_to(moment)
    (briefing,) = scene.answers(who)[before:]
    return briefing


async def test_a_briefing_comes_at_its_minute_with_sound(scene: Scene, anna: User) -> None:
    briefing = await due(scene, anna)
    assert briefing.text.startswith("🗓 今日简报 · 2026年11月24日 星期二")
    assert not briefing.silent
    await scene.turn_to(TOMORROW + timedelta(minutes=1))
    assert scene.answers(anna)[-1] == briefing


async def test_a_briefing_can_be_opened(scene: Scene, anna: User) -> None:
    pressed = await scene.press(anna, await due(scene, anna), "查看")
    assert pressed.text.startswith("🗓 今日简报 · 2026年11月24日")
    assert len(scene.answers(anna)) == 2


async def test_a_briefing_can_pause_its_subscription_and_stays(scene: Scene, anna: User) -> None:
    briefing = await due(scene, anna)
    assert await scene.press(anna, briefing, "暂停") == briefing
    assert told(scene) == SAY("notice-held")
    assert [each.is_paused for each in await kept(scene, anna)] == [True]


async def test_a_briefing_can_end_its_subscription_and_stays(scene: Scene, anna: User) -> None:
    briefing = await due(scene, anna)
    assert await scene.press(anna, briefing, "退订") == briefing
    assert told(scene) == SAY("notice-dropped")
    assert await kept(scene, anna) == ()
    await scene.press(anna, briefing, "退订")
    assert told(scene) == SAY("notice-no-subscription")
