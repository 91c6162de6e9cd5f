"""A store in memory: for the terminal, and in tests. Forgets everything when the process ends."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.delivery.ports import TooManySubscriptionsError, UnknownSubscriptionError
from bot.schedule.schedule import Schedule
from bot.storage.memory_ledger import MemoryDeliveries
from bot.storage.memory_rows import Rows
from bot.storage.memory_unanswered import MemoryUnanswered
from bot.subscriptions.model import (
    GENERAL,
    MOST_SUBSCRIPTIONS,
    OPEN,
    Chat,
    Lost,
    Reason,
    State,
    Subscription,
)


class MemoryStore:
    """Everything delivery needs to have stored."""

    def __init__(self) -> None:
        rows = Rows()
        self.chats = MemoryChats(rows)
        self.subscriptions = MemorySubscriptions(rows)
        self.deliveries = MemoryDeliveries(rows)
        self.unanswered = MemoryUnanswered()
        self.role = MemoryRole()

    async def close(self) -> None:
        """Nothing is open."""


class MemoryRole:
    """Nobody else can dispatch from this memory."""

    async def hold(self) -> bool:
        """Always."""
        return True


class MemoryChats:
    """What chats chose. See ports.Chats."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def get(self, chat: int) -> Chat:
        """As stored; `Chat(chat)` when nothing is."""
        return self._rows.chat(chat)

    async def change(self, chat: int, **choices: Any) -> Chat:
        """Sets fields of Chat; stores a new chat."""
        return self._rows.set_chat(chat, **choices)

    async def change_zone(self, chat: int, zone: str, house_zone: str, now: datetime) -> Chat:
        """Sets the zone and moves the subscriptions that were in the old one."""
        rows = self._rows
        old = rows.chat(chat).zone or house_zone
        for each in rows.of(chat):
            if each.schedule.zone == old and zone != old:
                schedule = replace(each.schedule, zone=zone)
                rows.put(replace(each, schedule=schedule, next_due=rows.due_after(chat, schedule, now)))
        return rows.set_chat(chat, zone=zone)

    async def pause(self, chat: int, until: datetime | None, now: datetime) -> None:  # noqa: ARG002
        """Deliveries are held until then; what is held for a pause follows."""
        self._rows.set_chat(chat, is_paused=True, paused_until=until)
        self._rows.release(self._rows.entries_of(chat), until)

    async def resume(self, chat: int, now: datetime) -> None:
        """Ends the pause; what is held for it becomes available now."""
        self._rows.set_chat(chat, is_paused=False, paused_until=None)
        self._rows.release(self._rows.entries_of(chat), now)

    async def lose(self, chat: int, why: Lost, now: datetime) -> None:
        """Its subscriptions are no longer due, open deliveries have failed; nothing where nothing is kept."""
        rows = self._rows
        if chat not in rows.chats and not rows.of(chat) and not rows.entries_of(chat):
            return
        self._rows.set_chat(chat, lost=why)
        for each in self._rows.of(chat):
            self._rows.subscriptions[each.id] = replace(each, next_due=None)
        for entry in self._rows.entries_of(chat):
            if entry.is_open:
                entry.close(State.FAILED, Reason(why.value), now)

    async def regain(self, chat: int, now: datetime) -> None:
        """It can be reached again: subscriptions are due from now on."""
        if not self._rows.chat(chat).lost:
            return
        self._rows.set_chat(chat, lost=None)
        for each in self._rows.of(chat):
            due = self._rows.due_after(chat, each.schedule, now)
            self._rows.subscriptions[each.id] = replace(each, next_due=due)

    async def migrate(self, old: int, new: int) -> None:
        """Every row follows; where both have one, the new chat's stays."""
        rows = self._rows
        if (chat := rows.chats.pop(old, None)) and new not in rows.chats:
            rows.chats[new] = replace(chat, id=new)
        for each in rows.of(old):
            rows.put(replace(each, chat=new))
        for entry in rows.entries_of(old):
            entry.chat = new

    async def forget(self, chat: int) -> None:
        """Removes every row of the chat."""
        self._rows.chats.pop(chat, None)
        for each in self._rows.of(chat):
            del self._rows.subscriptions[each.id]
        for entry in self._rows.entries_of(chat):
            self._rows.drop(entry)


class MemorySubscriptions:
    """What chats asked for. See ports.Subscriptions."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    async def add(
        self, chat: int, thread: int, subject: str, schedule: Schedule, now: datetime
    ) -> tuple[Subscription, bool]:
        """Stores one, due after now; False when the same was there already, which is then unpaused."""
        rows = self._rows
        due = rows.due_after(chat, schedule, now)
        wanted = Subscription(0, chat, thread, subject, schedule, due)
        if same := rows.same(wanted):
            return await self.pause(chat, same.id, now, paused=False), False
        if len(rows.of(chat)) >= MOST_SUBSCRIPTIONS:
            raise TooManySubscriptionsError
        return self._keep(replace(wanted, id=next(rows.numbers))), True

    async def of(self, chat: int) -> tuple[Subscription, ...]:
        """A chat's, in the order they were made."""
        return self._rows.of(chat)

    async def get(self, chat: int, subscription: int) -> Subscription:
        """Raises UnknownSubscriptionError, for another chat's too."""
        found = self._rows.subscriptions.get(subscription)
        if found is None or found.chat != chat:
            raise UnknownSubscriptionError
        return found

    async def reschedule(
        self, chat: int, subscription: int, schedule: Schedule, now: datetime
    ) -> Subscription:
        """Due by another schedule, after now."""
        found = await self.get(chat, subscription)
        due = self._rows.due_after(chat, schedule, now)
        wanted = replace(found, schedule=schedule, next_due=due)
        self._rows.put(wanted)
        return self._rows.same(wanted) or wanted

    async def pause(self, chat: int, subscription: int, now: datetime, *, paused: bool) -> Subscription:
        """Deliveries are held while paused; ending the pause makes them available."""
        found = await self.get(chat, subscription)
        if not paused:
            entries = self._rows.entries_of(chat)
            self._rows.release(tuple(each for each in entries if each.subscription == subscription), now)
        return self._keep(replace(found, is_paused=paused))

    async def remove(self, chat: int, subscription: int) -> Subscription:
        """Ends one."""
        await self.get(chat, subscription)
        return self._rows.subscriptions.pop(subscription)

    async def leave_topic(self, chat: int, thread: int) -> None:
        """Its subscriptions go on in the general topic, or end where that has the same."""
        for each in self._rows.of(chat):
            if each.thread == thread:
                self._rows.put(replace(each, thread=GENERAL))
        for entry in self._rows.entries_of(chat):
            if entry.thread == thread and entry.is_open:
                entry.thread = GENERAL

    async def next_due(self) -> datetime | None:
        """The earliest moment at which there is anything to do."""
        return min(self._rows.due(OPEN), default=None)

    async def due_after(self, now: datetime) -> datetime | None:
        """The first moment after now at which a subscription is due, or a delivery is held until."""
        return min((each for each in self._rows.due((State.HELD,)) if each > now), default=None)

    def _keep(self, subscription: Subscription) -> Subscription:
        self._rows.subscriptions[subscription.id] = subscription
        return subscription
