"""What chats asked for."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.ports import TooManySubscriptionsError
from bot.schedule.schedule import Schedule
from bot.storage.engine import Database, again_when_crossed
from bot.storage.held import available_from
from bot.storage.merging import move
from bot.storage.reading import due_in, subscription_of, subscriptions_of
from bot.storage.tables import Instant, deliveries, subscriptions
from bot.subscriptions.model import GENERAL, MOST_SUBSCRIPTIONS, OPEN, State, Subscription

_OWN = subscriptions.c


class StoredSubscriptions:
    """`Subscriptions` of bot.delivery.ports, in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @again_when_crossed
    async def add(
        self, chat: int, thread: int, subject: str, schedule: Schedule, now: datetime
    ) -> tuple[Subscription, bool]:
        """Stores one, due after now; False when the same was there already, which is then unpaused.

        Raises TooManySubscriptionsError.
        """
        async with self._database.write(chat) as connection:
            known = await subscriptions_of(connection, chat)
            due = await due_in(connection, chat, schedule, now)
            wanted = Subscription(0, chat, thread, subject, schedule, due)
            for each in known:
                if _asks(each) == _asks(wanted):
                    return await _pause(connection, each, now, paused=False), False
            if len(known) >= MOST_SUBSCRIPTIONS:
                raise TooManySubscriptionsError(f"chat {chat} has {len(known)} subscriptions")
            return await _insert(connection, wanted), True

    async def of(self, chat: int) -> tuple[Subscription, ...]:
        """A chat's, in the order they were made."""
        async with self._database.read() as connection:
            return await subscriptions_of(connection, chat)

    async def get(self, chat: int, subscription: int) -> Subscription:
        """Raises UnknownSubscriptionError, for another chat's too."""
        async with self._database.read() as connection:
            return await subscription_of(connection, chat, subscription)

    async def reschedule(
        self, chat: int, subscription: int, schedule: Schedule, now: datetime
    ) -> Subscription:
        """Due by another schedule, after now; where another is just that, this one ends and that is returned.

        Raises UnknownSubscriptionError.
        """
        async with self._database.write(chat) as connection:
            found = await subscription_of(connection, chat, subscription)
            due = await due_in(connection, chat, schedule, now)
            await move(connection, _OWN.id == found.id, schedule=str(schedule), next_due_at=due)
            changed = replace(found, schedule=schedule, next_due=due)
            return next(
                each for each in await subscriptions_of(connection, chat) if _asks(each) == _asks(changed)
            )

    @again_when_crossed
    async def pause(self, chat: int, subscription: int, now: datetime, *, paused: bool) -> Subscription:
        """Deliveries are held while paused; ending the pause makes them available.

        Raises UnknownSubscriptionError.
        """
        async with self._database.write(chat) as connection:
            found = await subscription_of(connection, chat, subscription)
            return await _pause(connection, found, now, paused=paused)

    async def remove(self, chat: int, subscription: int) -> Subscription:
        """Ends one; raises UnknownSubscriptionError. Its open deliveries stay in the ledger, ended."""
        async with self._database.write(chat) as connection:
            found = await subscription_of(connection, chat, subscription)
            await connection.execute(delete(subscriptions).where(_OWN.id == found.id))
            return found

    @again_when_crossed
    async def leave_topic(self, chat: int, thread: int) -> None:
        """The topic is gone: its subscriptions go on in the general one, or end where that has the same."""
        if thread == GENERAL:
            return
        ledger = deliveries.c
        waiting = (ledger.chat_id == chat, ledger.thread_id == thread, ledger.state.in_(OPEN))
        async with self._database.write(chat) as connection:
            which = (_OWN.chat_id == chat) & (_OWN.thread_id == thread)
            await move(connection, which, thread_id=GENERAL)
            await connection.execute(update(deliveries).where(*waiting).values(thread_id=GENERAL))

    async def next_due(self) -> datetime | None:
        """The earliest moment at which there is anything to do: due, held until, or a lease ends; or None."""
        async with self._database.look() as connection:
            return _first((await connection.execute(_EARLIEST)).one())

    async def due_after(self, now: datetime) -> datetime | None:
        """The first moment after now at which a subscription is due, or a delivery is held until; or None."""
        async with self._database.look() as connection:
            return _first((await connection.execute(_DUE_AFTER, {"now": now})).one())


# Each second, with a million rows: made once, and answered from two indexes.
_EARLIEST = select(
    *(
        select(func.min(column)).where(column.is_not(None)).scalar_subquery()
        for column in (_OWN.next_due_at, deliveries.c.available_at)
    )
)

# In the middle of a broadcast, too: what waits to be sent is available already, and passed over by the index.
_now = bindparam("now", type_=Instant)
_DUE_AFTER = select(
    select(func.min(_OWN.next_due_at)).where(_OWN.next_due_at > _now).scalar_subquery(),
    select(func.min(deliveries.c.available_at))
    .where(deliveries.c.available_at > _now, deliveries.c.state == State.HELD)
    .scalar_subquery(),
)


def _first(moments: Iterable[datetime | None]) -> datetime | None:
    return min((each for each in moments if each is not None), default=None)


def _asks(subscription: Subscription) -> tuple[int, str, Schedule]:
    return subscription.thread, subscription.subject, subscription.schedule


def _columns(subscription: Subscription) -> dict[str, object]:
    return {
        "chat_id": subscription.chat,
        "thread_id": subscription.thread,
        "subject": subscription.subject,
        "schedule": str(subscription.schedule),
        "next_due_at": subscription.next_due,
        "is_paused": subscription.is_paused,
    }


async def _insert(connection: AsyncConnection, subscription: Subscription) -> Subscription:
    query = insert(subscriptions).values(_columns(subscription)).returning(_OWN.id)
    return replace(subscription, id=(await connection.execute(query)).scalar_one())


async def _pause(
    connection: AsyncConnection, found: Subscription, now: datetime, *, paused: bool
) -> Subscription:
    await connection.execute(update(subscriptions).where(_OWN.id == found.id).values(is_paused=paused))
    if not paused:
        await connection.execute(available_from(deliveries.c.subscription_id == found.id, now))
    return replace(found, is_paused=paused)
