"""Every state of the ledger, reached by the whole bot on the local Telegram and told by /deliveries."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.briefing.phrases import phrases
from bot.simulator.chats import Chat, User
from bot.simulator.faults import NetworkFault, too_many_requests
from bot.subscriptions.model import Reason, State
from tests.telegram.scene import NOON, Scene

SAY = phrases("zh")
DUE = NOON.replace(day=24, hour=8, minute=30)

Place = tuple[Scene, User, Chat, int]


async def sent(_: Place) -> Reason:
    return Reason.NONE


async def claimed(place: Place) -> Reason:
    place[0].telegram.fail_next("sendMessage", too_many_requests(30))
    return Reason.FLOOD


async def uncertain(place: Place) -> Reason:
    place[0].telegram.fail_next("sendMessage", NetworkFault.TIMED_OUT)
    return Reason.NO_ANSWER


async def degraded(place: Place) -> Reason:
    scene, _, forum, topic = place
    scene.telegram.close_topic(forum, topic)
    return Reason.TOPIC_CLOSED


async def held(place: Place) -> Reason:
    scene, admin, forum, topic = place
    await scene.ask(admin, "/settings quiet 22:00-9:00", forum, topic)
    return Reason.QUIET


async def skipped(place: Place) -> Reason:
    scene = place[0]
    scene.now = DUE + timedelta(hours=23)  # nobody looked for a day
    return Reason.STALE


async def failed(place: Place) -> Reason:
    scene, _, forum, _ = place
    scene.telegram.remove_bot(forum)
    return Reason.KICKED


WAYS: dict[State, Callable[[Place], Awaitable[Reason]]] = {
    State.SENT: sent,
    State.CLAIMED: claimed,
    State.UNCERTAIN: uncertain,
    State.DEGRADED: degraded,
    State.HELD: held,
    State.SKIPPED: skipped,
    State.FAILED: failed,
}


@pytest.mark.parametrize("state", State)
async def test_a_state_is_reached_and_told(scene: Scene, forum: Chat, anna: User, state: State) -> None:
    topic = scene.telegram.create_topic(forum, "Briefings").id
    proposal = await scene.ask(anna, "/subscribe today 每天 8:30", forum, topic)
    await scene.press(anna, proposal, SAY("button-make"), forum)
    reason = await WAYS[state]((scene, anna, forum, topic))
    await scene.turn_to(max(scene.now, DUE))
    (row,) = await scene.store.deliveries.last(forum.id, 10)
    assert (row.due, row.state, row.reason) == (DUE, state, reason)
    if state is State.FAILED:
        scene.telegram.add_bot(forum)
    told = (await scene.ask(anna, "/deliveries", forum)).text
    assert SAY(f"ledger-state-{state}") in told
    assert reason is Reason.NONE or SAY(f"ledger-why-{reason}") in told
