"""What Telegram says to a message, and what becomes of it."""

from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest

from bot.delivery.ports import (
    Flooded,
    Migrated,
    NoAnswer,
    NotSent,
    Outcome,
    Refused,
    Sent,
    StorageError,
    TopicTrouble,
    Unreachable,
)
from bot.subscriptions.model import Lost, Reason, State
from tests.delivery.driven import START
from tests.delivery.scene import Scene

DUE = START + timedelta(minutes=30)
GONE, CLOSED = TopicTrouble(Reason.TOPIC_GONE), TopicTrouble(Reason.TOPIC_CLOSED)


@pytest.mark.parametrize(
    ("outcome", "state", "reason"),
    [
        (Sent(7), State.SENT, Reason.NONE),
        (Migrated(-2), State.SENT, Reason.NONE),
        (NoAnswer(), State.UNCERTAIN, Reason.NO_ANSWER),
        (NotSent(), State.CLAIMED, Reason.TROUBLE),
        (Flooded(30), State.CLAIMED, Reason.FLOOD),
        (Refused(Reason.REFUSED), State.FAILED, Reason.REFUSED),
        (Refused(Reason.UNKNOWN_SUBJECT), State.FAILED, Reason.UNKNOWN_SUBJECT),
        (CLOSED, State.FAILED, Reason.TOPIC_CLOSED),  # the general topic itself
        *((Unreachable(why), State.FAILED, Reason(why.value)) for why in Lost),
        (RuntimeError("what somebody wrote"), State.FAILED, Reason.REFUSED),
        (StorageError(), State.CLAIMED, Reason.TROUBLE),
    ],
)
async def test_what_telegram_says_decides_the_state(
    outcome: Outcome | Exception, state: State, reason: Reason, caplog: pytest.LogCaptureFixture
) -> None:
    scene = Scene()
    await scene.answered(outcome)
    ledger = [*await scene.store.deliveries.last(1, 9), *await scene.store.deliveries.last(-2, 9)]
    assert [(each.state, each.reason) for each in ledger] == [(state, reason)]
    assert "somebody wrote" not in caplog.text


async def test_a_group_is_followed_to_its_new_number() -> None:
    scene = Scene()
    await scene.answered(Migrated(-2), chat=-1)
    assert [each.chat for each in scene.sender.attempts] == [-1, -2]
    assert len(await scene.store.subscriptions.of(-2)) == 1


async def test_a_group_that_moves_on_and_on_is_tried_again_later() -> None:
    scene = Scene()
    await scene.delivered(chat=-1)
    scene.sender.answers(-1, *[Migrated(-1)] * 9)
    await scene.beat(days=1)
    assert (await scene.last(-1)).reason is Reason.TROUBLE


@pytest.mark.parametrize(("trouble", "thread", "told"), [(GONE, 0, [-1]), (CLOSED, 5, [])])
async def test_without_its_topic_a_briefing_goes_to_the_general_one(
    trouble: TopicTrouble, thread: int, told: list[int]
) -> None:
    scene = Scene()
    made = await scene.subscribe(-1, 5)
    scene.sender.answers(-1, trouble)
    await scene.at_due()
    row = await scene.last(-1)
    assert (row.state, row.reason, scene.sender.told) == (State.DEGRADED, trouble.reason, told)
    assert (await scene.store.subscriptions.get(-1, made.id)).thread == thread


async def test_that_a_topic_is_gone_is_said_once() -> None:
    scene = Scene()
    for subject in ("jobs", "today", "targets"):
        await scene.subscribe(-1, 5, subject)
    scene.sender.answers(-1, GONE, Sent(1), GONE, Sent(2), GONE)
    await scene.at_due()
    await scene.beat(seconds=10)
    assert scene.sender.told == [-1]
    assert Counter(each.thread for each in scene.sender.attempts)[0] == 3


async def test_that_it_cannot_be_said_keeps_no_briefing_back() -> None:
    scene = Scene()
    scene.sender.is_mute = True
    await scene.subscribe(-1, 5)
    scene.sender.answers(-1, GONE)
    await scene.at_due()
    assert (await scene.last(-1)).state is State.DEGRADED


async def test_a_flood_never_drops_a_message() -> None:
    scene = Scene()
    await scene.delivered(Flooded(3), Flooded(60))
    await scene.beat(seconds=4)
    await scene.beat(seconds=70)
    assert [each.at for each in scene.sender.attempts] == [2800, 2804, 2874]
    assert (await scene.last(1)).state is State.SENT


async def test_trouble_is_tried_again_less_and_less_often() -> None:
    scene = Scene()
    await scene.delivered(*[NotSent()] * 8)
    for _ in range(250):
        await scene.beat(seconds=1)
    at = [each.at for each in scene.sender.attempts]
    pauses = [after - before for before, after in pairwise(at)]
    assert [round(each) for each in pauses] == [2, 3, 5, 9, 17, 34, 63, 63]
    assert (await scene.last(1)).state is State.SENT


async def test_without_an_answer_there_is_one_more_attempt_that_says_so() -> None:
    scene = Scene()
    await scene.delivered(NoAnswer())
    await scene.beat(seconds=4)
    await scene.beat(seconds=2)
    assert [each.repeat for each in scene.sender.attempts] == [False, True]
    assert (await scene.last(1)).may_repeat


async def test_silence_is_followed_by_repetitions_but_not_without_end() -> None:
    scene = Scene()
    await scene.delivered(*[NoAnswer()] * 12)
    for _ in range(12):
        await scene.beat(minutes=11)
    assert [each.repeat for each in scene.sender.attempts] == [False, *[True] * 7]
    assert (await scene.last(1)).state is State.UNCERTAIN


async def test_what_may_have_arrived_is_not_said_to_be_skipped() -> None:
    scene = Scene()
    await scene.delivered(NoAnswer())
    await scene.beat(hours=7)
    await scene.beat()
    assert (await scene.last(1)).state is State.UNCERTAIN
    assert await scene.dispatcher.next_due() == DUE + timedelta(days=1)
