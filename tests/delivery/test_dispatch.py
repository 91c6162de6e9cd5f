"""From due to sent: once, late or not at all, held and let go."""

from datetime import time, timedelta

import pytest

from bot.delivery.outbox import LEASE
from bot.delivery.ports import (
    TopicTrouble,
    UnknownSubscriptionError,
    Unreachable,
)
from bot.subscriptions.model import Lost, QuietHours, Reason, State
from tests.delivery.driven import START, never
from tests.delivery.scene import DAILY, Scene

DUE = START + timedelta(minutes=30)
GONE, CLOSED = TopicTrouble(Reason.TOPIC_GONE), TopicTrouble(Reason.TOPIC_CLOSED)


async def test_nothing_is_sent_before_it_is_due() -> None:
    scene = Scene()
    await scene.subscribe(1)
    await scene.beat(minutes=29)
    assert scene.sender.attempts == []
    assert (scene.dispatcher.is_leader, await scene.dispatcher.next_due()) == (True, DUE)


async def test_while_a_message_is_under_way_the_next_one_is_due_not_the_end_of_its_lease() -> None:
    scene = Scene(before=never)
    await scene.subscribe(1)
    scene.time.pass_by(minutes=30)
    for _ in range(2):
        await scene.time.run(scene.dispatcher.beat())
    assert len(scene.sender.attempts) == 1
    assert scene.dispatcher.wakes_at == DUE + LEASE
    assert await scene.dispatcher.next_due() == DUE + timedelta(days=1)
    await scene.dispatcher.close(patience=0)


async def test_a_message_is_sent_once() -> None:
    scene = Scene()
    await scene.delivered()
    for _ in range(5):
        await scene.beat(minutes=5)
    assert [(each.chat, each.late, each.repeat) for each in scene.sender.attempts] == [(1, False, False)]


async def test_what_comes_late_says_so() -> None:
    scene = Scene()
    await scene.subscribe(1)
    await scene.beat(minutes=40)
    assert scene.sender.attempts[0].late
    assert (await scene.last(1)).is_late


async def test_after_days_the_latest_is_sent_and_the_others_were_missed() -> None:
    scene = Scene()
    await scene.subscribe(1)
    await scene.beat(days=2, hours=1)
    states = [(each.state, each.reason) for each in await scene.store.deliveries.last(1, 9)]
    assert states == [(State.SENT, Reason.NONE)] + [(State.SKIPPED, Reason.MISSED)] * 2


async def test_a_stale_briefing_is_not_sent() -> None:
    scene = Scene()
    await scene.subscribe(1)
    await scene.beat(hours=8)
    assert (await scene.last(1)).reason is Reason.STALE
    assert scene.sender.attempts == []


async def test_a_letter_of_a_subscription_that_ended_is_skipped() -> None:
    scene = Scene()
    made = await scene.subscribe(1)
    await scene.store.deliveries.add_now(made, scene.time.now())
    await scene.store.subscriptions.remove(1, made.id)
    await scene.beat()
    assert (await scene.last(1)).reason is Reason.ENDED


async def test_a_paused_chat_is_sent_its_briefing_when_the_pause_ends() -> None:
    scene = Scene()
    await scene.store.chats.pause(1, START + timedelta(hours=2), START)
    held = await scene.delivered()
    await scene.beat(minutes=91)
    assert (held.state, held.reason) == (State.HELD, Reason.PAUSED)
    assert (await scene.last(1)).state is State.SENT


async def test_what_a_pause_held_for_days_is_one_briefing() -> None:
    scene = Scene()
    await scene.store.chats.pause(1, None, START)
    await scene.delivered()
    await scene.beat(days=1)
    await scene.store.chats.resume(1, scene.time.now())
    await scene.beat(minutes=1)
    reasons = [(each.state, each.reason) for each in await scene.store.deliveries.last(1, 9)]
    assert reasons == [(State.SENT, Reason.NONE), (State.SKIPPED, Reason.MISSED)]


async def test_a_paused_subscription_holds_its_own_briefings_only() -> None:
    scene = Scene()
    first, _ = await scene.subscribe(1), await scene.subscribe(1, subject="today")
    await scene.store.subscriptions.pause(1, first.id, START, paused=True)
    await scene.at_due()
    assert [each.subject for each in scene.sender.attempts] == ["today"]


async def test_quiet_hours_hold_until_they_end() -> None:
    scene = Scene()
    await scene.store.chats.change(1, quiet=QuietHours(time(22), time(9)))
    held = await scene.delivered()
    await scene.beat(minutes=30)
    assert (held.state, held.reason) == (State.HELD, Reason.QUIET)
    assert (await scene.last(1)).state is State.SENT


async def test_a_lost_chat_is_left_alone_until_it_comes_back() -> None:
    scene = Scene()
    await scene.delivered(Unreachable(Lost.BLOCKED))
    await scene.beat(days=1)
    await scene.store.chats.regain(1, scene.time.now())
    await scene.beat(days=1)
    assert [each.at for each in scene.sender.attempts] == [2800, 2800 + 2 * 86400]


async def test_what_was_on_its_way_to_a_lost_chat_has_failed() -> None:
    scene = Scene()
    made = await scene.subscribe(1)
    await scene.store.chats.lose(1, Lost.KICKED, START)
    await scene.store.deliveries.add_now(made, START)
    await scene.beat()
    assert (await scene.last(1)).reason is Reason.KICKED


async def test_one_is_sent_now_when_somebody_asks() -> None:
    scene = Scene()
    made = await scene.subscribe(1)
    await scene.beat()
    await scene.time.run(scene.dispatcher.send_now(1, made.id))
    assert len(scene.sender.attempts) == 1
    with pytest.raises(UnknownSubscriptionError):
        await scene.dispatcher.send_now(2, made.id)


async def test_old_rows_are_removed_once_a_day() -> None:
    scene = Scene()
    made = await scene.subscribe(1)
    await scene.store.deliveries.add_now(made, START)
    await scene.beat()
    await scene.store.subscriptions.remove(1, made.id)
    await scene.beat(days=91)
    assert await scene.store.deliveries.last(1, 9) == ()


async def test_the_ledger_keeps_one_row_for_a_due_time() -> None:
    scene = Scene()
    made, is_new = await scene.store.subscriptions.add(1, 0, "jobs", DAILY, START)
    again, is_new_again = await scene.store.subscriptions.add(1, 0, "jobs", DAILY, START)
    await scene.at_due()
    assert (made, is_new, again, is_new_again) == (made, True, made, False)
    assert len(await scene.store.deliveries.last(1, 9)) == 1
