"""How what is due comes into the ledger, in every store."""

from datetime import datetime

from bot.delivery.ports import Plan, Result, Row, Store
from bot.subscriptions.model import Reason, State, Subscription
from tests.contract.scene import (
    CHAT,
    DAY,
    DUE,
    EVENINGS,
    MINUTE,
    NOW,
    claimed,
    plan,
    recorded,
    states,
    subscribed,
    taken,
)


async def test_what_is_due_is_claimed_once(store: Store) -> None:
    added = await subscribed(store)
    assert (await claimed(store, DUE - MINUTE), await claimed(store), await claimed(store)) == (0, 1, 0)
    assert (await store.subscriptions.get(CHAT, added.id)).next_due == DUE + DAY


async def test_a_claim_takes_the_earliest_first_and_no_more_than_asked(store: Store) -> None:
    late, _ = await store.subscriptions.add(CHAT, 0, "today", EVENINGS, NOW)
    early = await subscribed(store)
    assert await store.deliveries.claim(DUE + DAY, 1, plan) == 1
    assert [each.subscription for each in await taken(store, DUE + DAY)] == [early.id]
    assert (await store.subscriptions.get(CHAT, late.id)) == late


async def test_rows_that_are_there_already_stay_as_they_are(store: Store) -> None:
    added = await subscribed(store)
    await store.deliveries.add_now(added, DUE)
    await recorded(store, Result(0, State.SENT))
    await claimed(store)
    assert await states(store) == {State.SENT: 1}


def skip_and_end(subscription: Subscription, now: datetime) -> Plan:
    del subscription
    return Plan((Row(now - DAY, State.SKIPPED, Reason.MISSED), Row(now, State.CLAIMED)), None)


async def test_a_plan_says_every_row_and_when_it_is_due_next(store: Store) -> None:
    added = await subscribed(store)
    await store.deliveries.claim(DUE, 10, skip_and_end)
    latest = await store.deliveries.last(CHAT, 10)
    assert [(each.state, each.reason) for each in latest] == [
        (State.CLAIMED, Reason.NONE),
        (State.SKIPPED, Reason.MISSED),
    ]
    assert (await store.subscriptions.get(CHAT, added.id)).next_due is None
    assert len(await taken(store)) == 1
