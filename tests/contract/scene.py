"""What the contract is tried on, and how its tests say what they need."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.delivery.ports import Plan, Result, Row, Store
from bot.schedule.schedule import next_after, read_schedule
from bot.subscriptions.model import OPEN, Letter, State, Subscription

NOW = datetime(2026, 5, 6, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
DAILY = read_schedule("daily 08:30 Asia/Shanghai")
EVENINGS = read_schedule("daily 18:00 Asia/Shanghai")
DUE = datetime(2026, 5, 6, 0, 30, tzinfo=UTC)  # of DAILY
GROUP = -1_001_234_567_890_123  # more than 32 bits
CHAT = 7_000_000_001


def plan(subscription: Subscription, now: datetime) -> Plan:
    """The simplest: what is due is to be sent."""
    assert subscription.next_due is not None
    return Plan(
        (Row(subscription.next_due, State.CLAIMED),),
        next_after(subscription.schedule, max(now, subscription.next_due)),
    )


async def subscribed(store: Store, chat: int = CHAT, subject: str = "today", thread: int = 0) -> Subscription:
    """One more subscription, due at DUE."""
    added, _ = await store.subscriptions.add(chat, thread, subject, DAILY, NOW)
    return added


async def claimed(store: Store, at: datetime = DUE) -> int:
    """Everything that is due is in the ledger."""
    return await store.deliveries.claim(at, 1000, plan)


async def taken(store: Store, at: datetime = DUE) -> tuple[Letter, ...]:
    """Everything that is available, leased for a minute."""
    return await store.deliveries.take(at, 1000, at + MINUTE)


async def recorded(store: Store, result: Result, at: datetime = DUE) -> None:
    """One result, of whatever letter is available."""
    (letter,) = await taken(store, at)
    await store.deliveries.record([replace(result, id=letter.id)], at)


async def states(store: Store) -> dict[State, int]:
    """How many deliveries stand where."""
    return {state: count for state, count in (await store.deliveries.counts(NOW - DAY)).items() if count}


async def open_rows(store: Store) -> int:
    """How many deliveries something may still become of."""
    found = await states(store)
    return sum(found.get(state, 0) for state in OPEN)
