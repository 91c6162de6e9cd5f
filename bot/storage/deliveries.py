"""The ledger of deliveries."""

import logging
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row as DatabaseRow
from sqlalchemy import Update, bindparam, delete, func, select, update

from bot.delivery.plan import set_aside
from bot.delivery.ports import Plan, Planner, Result, Row
from bot.delivery.troubles import frames_of
from bot.storage.claiming import AVAILABLE, DUE, INSERT, LEASE, MOVE_ON
from bot.storage.engine import Database, again_when_crossed
from bot.storage.held import available_from, no_pause
from bot.storage.rows import from_row, to_delivery, to_letter, to_subscription
from bot.storage.tables import deliveries
from bot.subscriptions.model import OPEN, Delivery, Letter, Reason, State, Subscription

_LEDGER = deliveries.c
_log = logging.getLogger(__name__)


class StoredDeliveries:
    """`Deliveries` of bot.delivery.ports, in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @again_when_crossed
    async def claim(self, now: datetime, most: int, plan: Planner) -> int:
        """Plans up to so many subscriptions that are due; rows and the next due time in one transaction.

        Returns how many were planned. A row that is there already stays as it is.
        """
        async with self._database.write() as connection:
            due = (await connection.execute(DUE, {"now": now, "most": most})).all()
            planned = [(each, _planned(each, now, plan)) for each in due]
            rows = [from_row(each, row, now) for each, made in planned for row in made.rows]
            moves = [{"number": each.id, "due": made.next_due} for each, made in planned]
            if rows:
                await connection.execute(INSERT[connection.dialect.name], rows)
            if moves:
                await connection.execute(MOVE_ON, moves)
        return len(planned)

    async def take(self, now: datetime, most: int, lease: datetime) -> tuple[Letter, ...]:
        """Open rows that are available, oldest due first, each leased until then and to one taker only.

        A row whose lease ran out is taken again with `may_repeat`: whoever had it may have sent it.
        """
        async with self._database.write() as connection:
            found = (await connection.execute(AVAILABLE, {"now": now, "most": most})).all()
            letters = tuple(filter(None, map(_letter, found)))
            numbers = {each.id for each in letters}
            if numbers:
                await connection.execute(LEASE, {"numbers": sorted(numbers), "lease": lease})
            if broken := {each.delivery for each in found} - numbers:
                await connection.execute(_fail(broken, now))
        return letters

    @again_when_crossed
    async def release(self, now: datetime) -> int:
        """Ends every lease: whoever had one is gone. Those rows may be taken now; how many they are."""
        leased = (_LEDGER.is_leased, _LEDGER.state.in_(OPEN), _LEDGER.available_at.is_not(None))
        async with self._database.write() as connection:
            return (
                await connection.execute(update(deliveries).where(*leased).values(available_at=now))
            ).rowcount

    @again_when_crossed
    async def record(self, results: Sequence[Result], now: datetime) -> None:
        """What became of letters; ends their leases."""
        # In one order, that two who record never wait for each other.
        values = [_outcome(each, now) for each in sorted(results, key=lambda each: each.id)]
        held = [each.id for each in results if each.reason is Reason.PAUSED and each.state is State.HELD]
        if not values:
            return
        async with self._database.write() as connection:
            await connection.execute(_RECORD, values)
            if held:
                # The pause may have ended while the letter was under way; nobody else would wake it then.
                await connection.execute(available_from(_LEDGER.id.in_(held) & no_pause(), now))

    @again_when_crossed
    async def add_now(self, subscription: Subscription, now: datetime) -> None:
        """One more delivery, due now, whatever the schedule says."""
        async with self._database.write() as connection:
            its = subscription.id, subscription.chat, subscription.thread, subscription.subject
            row = from_row(its, Row(now, State.CLAIMED), now)
            await connection.execute(INSERT[connection.dialect.name], [row])

    async def last(self, chat: int, most: int) -> tuple[Delivery, ...]:
        """A chat's latest, latest first."""
        query = select(deliveries).where(_LEDGER.chat_id == chat)
        latest = query.order_by(_LEDGER.due_at.desc(), _LEDGER.id.desc()).limit(most)
        async with self._database.read() as connection:
            return tuple(to_delivery(row) for row in await connection.execute(latest))

    async def counts(self, since: datetime) -> Mapping[State, int]:
        """How many deliveries due since then stand where; states that none is in are left out."""
        query = select(_LEDGER.state, func.count()).where(_LEDGER.due_at >= since)
        async with self._database.read() as connection:
            found = (await connection.execute(query.group_by(_LEDGER.state))).all()
        return {State(state): count for state, count in found}

    @again_when_crossed
    async def prune(self, before: datetime) -> int:
        """Removes what was due before and is no longer open; returns how many rows."""
        old = delete(deliveries).where(_LEDGER.due_at < before, _LEDGER.state.not_in(OPEN))
        async with self._database.write() as connection:
            return (await connection.execute(old)).rowcount


_RECORD = (
    update(deliveries)
    .where(_LEDGER.id == bindparam("number"))
    .values(
        state=bindparam("became"),
        reason=bindparam("why"),
        available_at=bindparam("available"),
        message_id=func.coalesce(bindparam("message"), _LEDGER.message_id),
        is_late=bindparam("late"),
        may_repeat=bindparam("repeat"),
        changed_at=bindparam("now"),
        attempts=_LEDGER.attempts + bindparam("tried"),
        is_leased=False,
    )
)


def _letter(row: DatabaseRow[Any]) -> Letter | None:
    try:
        return to_letter(row)
    except Exception as error:  # as in _planned
        _log.error("Delivery %d cannot be read, it has failed: %s", row.delivery, frames_of(error))
        return None


def _fail(numbers: Collection[int], now: datetime) -> Update:
    failed = {"state": State.FAILED, "available_at": None, "is_leased": False, "changed_at": now}
    return update(deliveries).where(_LEDGER.id.in_(numbers)).values(failed)


def _planned(row: DatabaseRow[Any], now: datetime, plan: Planner) -> Plan:
    try:
        subscription = to_subscription(row)
    except Exception as error:  # written by another version, or by hand: it is in nobody else's way
        return set_aside(row.id, row.next_due_at, now, error)
    return plan(subscription, now)


def _outcome(result: Result, now: datetime) -> dict[str, Any]:
    return {
        "number": result.id,
        "became": result.state,
        "why": result.reason,
        "available": result.available if result.state in OPEN else None,
        "message": result.message,
        "late": result.is_late,
        "repeat": result.may_repeat,
        "now": now,
        "tried": int(result.attempted),
    }
