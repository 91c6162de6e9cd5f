"""What delivery needs from others: stored chats, subscriptions and deliveries, and somebody who sends."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from bot.errors import BriefingBotError
from bot.report.model import Language
from bot.schedule.schedule import Schedule
from bot.subscriptions.model import Chat, Delivery, Letter, Lost, Reason, State, Subscription


class StorageError(BriefingBotError):
    """The database cannot be used now (locked, full, read-only, corrupt, gone); nothing was changed."""


class UnknownSubscriptionError(BriefingBotError):
    """The chat has no such subscription, or no longer."""


class TooManySubscriptionsError(BriefingBotError):
    """The chat has MOST_SUBSCRIPTIONS already."""


class Chats(Protocol):
    """What chats chose."""

    async def get(self, chat: int) -> Chat:
        """As stored; `Chat(chat)` when nothing is."""

    async def change(self, chat: int, **choices: Any) -> Chat:
        """Sets fields of Chat (voice, zone, is_silent, quiet, members_may_change); stores a new chat."""

    async def change_zone(self, chat: int, zone: str, house_zone: str, now: datetime) -> Chat:
        """Sets the zone and moves the chat's subscriptions that were in its old zone to the new one."""

    async def pause(self, chat: int, until: datetime | None, now: datetime) -> None:
        """Deliveries are held until then; None has no end. What is already held for a pause follows."""

    async def resume(self, chat: int, now: datetime) -> None:
        """Ends the pause; what is held for it becomes available now."""

    async def lose(self, chat: int, why: Lost, now: datetime) -> None:
        """Nothing can be sent there: its subscriptions are no longer due, open deliveries have failed."""

    async def regain(self, chat: int, now: datetime) -> None:
        """It can be reached again: subscriptions are due from now on."""

    async def migrate(self, old: int, new: int) -> None:
        """Every row of the chat follows it to its new number; where both have one, the new chat's stays."""

    async def forget(self, chat: int) -> None:
        """Removes every row of the chat."""


class Subscriptions(Protocol):
    """What chats asked for."""

    async def add(
        self, chat: int, thread: int, subject: str, schedule: Schedule, now: datetime
    ) -> tuple[Subscription, bool]:
        """Stores one, due after now; False when the same was there already, which is then unpaused.

        Raises TooManySubscriptionsError.
        """

    async def of(self, chat: int) -> tuple[Subscription, ...]:
        """A chat's, in the order they were made."""

    async def get(self, chat: int, subscription: int) -> Subscription:
        """Raises UnknownSubscriptionError, for another chat's too."""

    async def reschedule(
        self, chat: int, subscription: int, schedule: Schedule, now: datetime
    ) -> Subscription:
        """Due by another schedule, after now. Raises UnknownSubscriptionError."""

    async def pause(self, chat: int, subscription: int, now: datetime, *, paused: bool) -> Subscription:
        """Deliveries are held while paused; ending the pause makes them available.

        Raises UnknownSubscriptionError.
        """

    async def remove(self, chat: int, subscription: int) -> Subscription:
        """Ends one; raises UnknownSubscriptionError."""

    async def leave_topic(self, chat: int, thread: int) -> None:
        """The topic is gone: its subscriptions go on in the general one, or end where that has the same."""

    async def next_due(self) -> datetime | None:
        """The earliest moment at which there is anything to do: due, held until, or a lease ends; or None."""

    async def due_after(self, now: datetime) -> datetime | None:
        """The first moment after now at which a subscription is due, or a delivery is held until; or None.

        What is under way or tried again is left out: no reader waits for the end of a lease.
        """


@dataclass(frozen=True, slots=True)
class Row:
    """What the ledger is to say of one due time."""

    due: datetime
    state: State
    reason: Reason = Reason.NONE


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of a due subscription: rows for the ledger, and when it is due next (None: never)."""

    rows: tuple[Row, ...]
    next_due: datetime | None


Planner = Callable[[Subscription, datetime], Plan]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a letter. Open states name the moment from which it may be taken up again.

    `available` None with an open state waits for somebody to resume. `attempted` counts an attempt.
    """

    id: int
    state: State
    reason: Reason = Reason.NONE
    available: datetime | None = None
    message: int | None = None
    is_late: bool = False
    may_repeat: bool = False
    attempted: bool = True


class Deliveries(Protocol):
    """The ledger."""

    async def claim(self, now: datetime, most: int, plan: Planner) -> int:
        """Plans up to so many subscriptions that are due; rows and the next due time in one transaction.

        Returns how many were planned: fewer than `most` when nothing else is due. A row that is there already
        (same subscription, same due time) stays as it is.
        """

    async def take(self, now: datetime, most: int, lease: datetime) -> tuple[Letter, ...]:
        """Open rows that are available, oldest due first, each leased until then and to one taker only.

        A row whose lease ran out is taken again with `may_repeat`: whoever had it may have sent it.
        """

    async def release(self, now: datetime) -> int:
        """Ends every lease: whoever had one is gone. Those rows may be taken now; how many they are."""

    async def record(self, results: Sequence[Result], now: datetime) -> None:
        """What became of letters; ends their leases."""

    async def add_now(self, subscription: Subscription, now: datetime) -> None:
        """One more delivery, due now, whatever the schedule says."""

    async def last(self, chat: int, most: int) -> tuple[Delivery, ...]:
        """A chat's latest, latest first."""

    async def counts(self, since: datetime) -> Mapping[State, int]:
        """How many deliveries due since then stand where."""

    async def prune(self, before: datetime) -> int:
        """Removes what was due before and is no longer open; returns how many rows."""


LONGEST_WORDS = 60  # characters
MOST_WORDS_A_DAY = 2_000  # different ones: a flood must not fill the disk


@dataclass(frozen=True, slots=True)
class Counted:
    """Words nothing was found for, and how often."""

    words: str  # at most LONGEST_WORDS: see bot.telegram.unanswered
    language: Language
    times: int


class Unanswered(Protocol):
    """What was asked in vain, counted by day; who asked, where and at what time is not known here."""

    async def add(self, day: date, counted: Sequence[Counted]) -> None:
        """Counts these too, all or nothing; words beyond MOST_WORDS_A_DAY different ones are left out."""

    async def since(self, day: date) -> Sequence[Counted]:
        """From that day on, all days together, most frequent first."""

    async def prune(self, before: date) -> int:
        """Removes earlier days; returns how many rows."""


class Role(Protocol):
    """Whether this process is the one that dispatches: one at a time where several share a database."""

    async def hold(self) -> bool:
        """Takes the role when it is free; True while this process has it."""


class Store(Protocol):
    """All of it, open."""

    @property
    def chats(self) -> Chats: ...
    @property
    def subscriptions(self) -> Subscriptions: ...
    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def unanswered(self) -> Unanswered: ...
    @property
    def role(self) -> Role: ...

    async def close(self) -> None:
        """Nothing is asked of it afterwards."""


# Opens the store when it is first asked for: that loads a library half as large as the bot.
Stored = Callable[[], Awaitable[Store]]


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram has it."""

    message: int


@dataclass(frozen=True, slots=True)
class Migrated:
    """The group has another number now; nothing was sent."""

    chat: int


@dataclass(frozen=True, slots=True)
class TopicTrouble:
    """The topic is gone for good (TOPIC_GONE), or closed (TOPIC_CLOSED); nothing was sent."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Unreachable:
    """The chat cannot be written to, and will not be until something changes there."""

    why: Lost


@dataclass(frozen=True, slots=True)
class Refused:
    """This message will never be taken: UNKNOWN_SUBJECT or REFUSED."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Flooded:
    """Telegram asks to wait so many seconds; nothing was sent."""

    seconds: float


@dataclass(frozen=True, slots=True)
class NotSent:
    """The request did not leave, or Telegram itself said that it failed: to be tried again."""


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The request left and no answer came: it may have arrived."""


Outcome = Sent | Migrated | TopicTrouble | Unreachable | Refused | Flooded | NotSent | NoAnswer


class Sender(Protocol):
    """Composes, renders and sends; never raises for what Telegram says."""

    async def send(self, letter: Letter, *, late: bool, repeat: bool) -> Outcome:
        """One message: `late` and `repeat` are said in it. Its chat and thread are the letter's."""

    async def tell_topic_is_gone(self, chat: Chat) -> None:
        """One sentence to the general topic: what was in the topic comes here now."""
