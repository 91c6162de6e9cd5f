"""What the store in memory holds: plain dictionaries, shared by its chats, subscriptions and deliveries."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count

from bot.schedule.schedule import Schedule, next_after
from bot.subscriptions.model import OPEN, Chat, Delivery, Letter, Reason, State, Subscription


@dataclass(slots=True)
class Entry:
    """A row of the ledger, with what only its keeper knows."""

    id: int
    subscription: int
    chat: int
    thread: int
    subject: str
    due: datetime
    state: State
    reason: Reason
    changed: datetime
    available: datetime | None
    is_leased: bool = False
    is_late: bool = False
    may_repeat: bool = False
    attempts: int = 0
    message: int | None = None

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def close(self, state: State, reason: Reason, now: datetime) -> None:
        """Nothing more will become of it."""
        self.state, self.reason, self.changed = state, reason, now
        self.available, self.is_leased = None, False

    def shown(self) -> Delivery:
        """As others see it."""
        return Delivery(
            self.id,
            self.subscription,
            self.chat,
            self.thread,
            self.subject,
            self.due,
            self.state,
            self.reason,
            is_late=self.is_late,
            may_repeat=self.may_repeat,
            changed=self.changed,
        )


@dataclass(slots=True)
class Rows:
    """All there is. Order of insertion is the order of the numbers."""

    chats: dict[int, Chat] = field(default_factory=dict)
    subscriptions: dict[int, Subscription] = field(default_factory=dict)
    entries: dict[int, Entry] = field(default_factory=dict)
    latest: dict[int, datetime] = field(default_factory=dict)  # due time of each subscription in the ledger
    known: set[tuple[int, datetime]] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def chat(self, chat: int) -> Chat:
        """As stored; an untouched one otherwise."""
        return self.chats.get(chat, Chat(chat))

    def of(self, chat: int) -> tuple[Subscription, ...]:
        """A chat's subscriptions."""
        return tuple(each for each in self.subscriptions.values() if each.chat == chat)

    def entries_of(self, chat: int) -> tuple[Entry, ...]:
        """A chat's rows of the ledger."""
        return tuple(each for each in self.entries.values() if each.chat == chat)

    def due_after(self, chat: int, schedule: Schedule, now: datetime) -> datetime | None:
        """When a subscription of this chat is due next; never while it is lost."""
        return None if self.chat(chat).lost else next_after(schedule, now)

    def due(self, states: Collection[State]) -> Iterator[datetime]:
        """When subscriptions are due, and deliveries in these states are available."""
        yield from (each.next_due for each in self.subscriptions.values() if each.next_due)
        its = (each for each in self.entries.values() if each.state in states)
        yield from (each.available for each in its if each.available)

    def same(self, wanted: Subscription) -> Subscription | None:
        """Another subscription that asks for the same."""
        return next(
            (each for each in self.of(wanted.chat) if _asks(each) == _asks(wanted) and each.id != wanted.id),
            None,
        )

    def put(self, wanted: Subscription) -> None:
        """Stores a changed subscription; where another asks for the same, this one ends."""
        if self.same(wanted):
            self.subscriptions.pop(wanted.id, None)
        else:
            self.subscriptions[wanted.id] = wanted

    def enter(self, wanted: Subscription, due: datetime, state: State, reason: Reason, now: datetime) -> None:
        """A new row of the ledger; what is there already stays as it is."""
        if (wanted.id, due) in self.known:
            return
        available = now if state in OPEN else None
        entry = Entry(
            next(self.numbers),
            wanted.id,
            wanted.chat,
            wanted.thread,
            wanted.subject,
            due,
            state,
            reason,
            now,
            available,
        )
        self.entries[entry.id] = entry
        self.known.add((wanted.id, due))
        self.latest[wanted.id] = max(due, self.latest.get(wanted.id, due))

    def drop(self, entry: Entry) -> None:
        """Removes a row of the ledger."""
        del self.entries[entry.id]
        self.known.discard((entry.subscription, entry.due))

    def letter(self, entry: Entry) -> Letter:
        """A row of the ledger as whoever sends it needs it."""
        subscription = self.subscriptions.get(entry.subscription)
        return Letter(
            entry.id,
            entry.subscription,
            self.chat(entry.chat),
            entry.thread,
            entry.subject,
            entry.due,
            entry.attempts,
            entry.may_repeat,
            is_paused=subscription is not None and subscription.is_paused,
            is_ended=subscription is None,
            is_superseded=entry.due < self.latest.get(entry.subscription, entry.due),
        )

    def release(self, entries: tuple[Entry, ...], moment: datetime | None) -> None:
        """What is held for a pause may be taken up at another moment."""
        for entry in entries:
            if entry.state is State.HELD and entry.reason is Reason.PAUSED:
                entry.available = moment

    def set_chat(self, chat: int, **choices: object) -> Chat:
        """Changes and stores a chat."""
        self.chats[chat] = replace(self.chat(chat), **choices)  # type: ignore[arg-type]
        return self.chats[chat]


def _asks(subscription: Subscription) -> tuple[int, str, Schedule]:
    return subscription.thread, subscription.subject, subscription.schedule
