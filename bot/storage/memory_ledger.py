"""The ledger of deliveries, in memory."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from heapq import nsmallest

from bot.delivery.ports import Planner, Result
from bot.storage.memory_rows import Entry, Rows
from bot.subscriptions.model import OPEN, Delivery, Letter, Reason, State, Subscription


class MemoryDeliveries:
    """The ledger. See ports.Deliveries."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def claim(self, now: datetime, most: int, plan: Planner) -> int:
        """Plans up to so many subscriptions that are due, earliest first; returns how many."""
        waiting = [
            each for each in self._rows.subscriptions.values() if each.next_due and each.next_due <= now
        ]
        due = sorted(waiting, key=lambda each: (each.next_due or now, each.id))[:most]
        for each in due:
            planned = plan(each, now)
            for row in planned.rows:
                self._rows.enter(each, row.due, row.state, row.reason, now)
            self._rows.subscriptions[each.id] = replace(each, next_due=planned.next_due)
        return len(due)

    async def take(self, now: datetime, most: int, lease: datetime) -> tuple[Letter, ...]:
        """Open rows that are available, oldest due first, each leased until then."""
        open_ = (each for each in self._rows.entries.values() if each.is_open)
        ready = [each for each in open_ if each.available and each.available <= now]
        taken = nsmallest(most, ready, key=lambda each: (each.due, each.id))
        for entry in taken:
            entry.may_repeat = entry.may_repeat or entry.is_leased
            entry.available, entry.is_leased = lease, True
        return tuple(map(self._rows.letter, taken))

    async def release(self, now: datetime) -> int:
        """Ends every lease: whoever had one is gone."""
        leased = [each for each in self._rows.entries.values() if each.is_open and each.is_leased]
        for entry in leased:
            entry.available = now
        return len(leased)

    async def record(self, results: Sequence[Result], now: datetime) -> None:
        """What became of letters; ends their leases."""
        for result in results:
            if entry := self._rows.entries.get(result.id):
                _record(entry, result, now)

    async def add_now(self, subscription: Subscription, now: datetime) -> None:
        """One more delivery, due now."""
        self._rows.enter(subscription, now, State.CLAIMED, Reason.NONE, now)

    async def last(self, chat: int, most: int) -> tuple[Delivery, ...]:
        """A chat's latest, latest first."""
        entries = sorted(self._rows.entries_of(chat), key=lambda each: (each.due, each.id), reverse=True)
        return tuple(each.shown() for each in entries[:most])

    async def counts(self, since: datetime) -> Mapping[State, int]:
        """How many deliveries due since then stand where."""
        return Counter(each.state for each in self._rows.entries.values() if each.due >= since)

    async def prune(self, before: datetime) -> int:
        """Removes what was due before and is no longer open."""
        old = [each for each in self._rows.entries.values() if each.due < before and not each.is_open]
        for entry in old:
            self._rows.drop(entry)
        return len(old)


def _record(entry: Entry, result: Result, now: datetime) -> None:
    entry.state, entry.reason, entry.changed = result.state, result.reason, now
    entry.available = result.available if result.state in OPEN else None
    entry.is_leased, entry.message = False, result.message
    entry.is_late, entry.may_repeat = result.is_late, result.may_repeat
    entry.attempts += result.attempted
