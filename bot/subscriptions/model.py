"""What is stored: chats with their choices, subscriptions, and the ledger of deliveries."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from bot.report.model import Voice
from bot.schedule.schedule import Schedule

GENERAL = 0  # the thread of a chat without topics, and of a forum's general topic
MOST_SUBSCRIPTIONS = 20  # a chat


class Lost(StrEnum):
    """Why nothing can be sent to a chat; what it chose is kept for when it comes back."""

    BLOCKED = "blocked"  # by the person
    KICKED = "kicked"  # out of the group, or the group is gone
    DEACTIVATED = "deactivated"  # the person's account
    NOT_FOUND = "not-found"
    NO_RIGHTS = "no-rights"  # to write in the group


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Nothing is sent from `start` until `end`, by the chat's clocks; over midnight when `end` is before."""

    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Chat:
    """What a chat chose; None is as the house has it. Instants are aware, in UTC."""

    id: int
    voice: Voice | None = None
    zone: str | None = None  # an IANA name
    is_silent: bool | None = None  # without sound; None: in groups, not in private
    quiet: QuietHours | None = None
    members_may_change: bool = False  # everybody in the group, not its administrators only
    is_paused: bool = False
    paused_until: datetime | None = None  # of a pause; None has no end
    lost: Lost | None = None

    @property
    def is_group(self) -> bool:
        """Telegram numbers groups below zero."""
        return self.id < 0

    @property
    def sends_silently(self) -> bool:
        return self.is_group if self.is_silent is None else self.is_silent


@dataclass(frozen=True, slots=True)
class Subscription:
    """A subject a chat, or a topic of it, is told about. `subject` is an entry's id, `today` or `targets`."""

    id: int
    chat: int
    thread: int
    subject: str
    schedule: Schedule
    next_due: datetime | None  # UTC; None while the chat is lost
    is_paused: bool = False


class State(StrEnum):
    """Where a delivery stands."""

    CLAIMED = "claimed"  # to be sent, or being sent
    SENT = "sent"
    UNCERTAIN = "uncertain"  # the request left and no answer came
    DEGRADED = "degraded"  # sent, but to the general topic
    HELD = "held"  # waits for the end of a pause or of quiet hours
    SKIPPED = "skipped"
    FAILED = "failed"


OPEN = (State.CLAIMED, State.UNCERTAIN, State.HELD)  # something may still become of these


class Reason(StrEnum):
    """Why a delivery stands where it stands."""

    NONE = ""
    # held
    QUIET = "quiet"
    PAUSED = "paused"
    # skipped
    HOLIDAY = "holiday"  # the table of working days came after the date was set
    MISSED = "missed"  # a later one of the same subscription takes its place
    STALE = "stale"  # later than the limit of freshness
    ENDED = "ended"  # the subscription was removed meanwhile
    # failed; the first five as in Lost
    BLOCKED = "blocked"
    KICKED = "kicked"
    DEACTIVATED = "deactivated"
    NOT_FOUND = "not-found"
    NO_RIGHTS = "no-rights"
    UNKNOWN_SUBJECT = "unknown-subject"  # the digest no longer has it
    REFUSED = "refused"  # Telegram refused the message as it is: our mistake
    # degraded
    TOPIC_GONE = "topic-gone"
    TOPIC_CLOSED = "topic-closed"
    # claimed again, or uncertain
    FLOOD = "flood"  # Telegram asked to wait
    TROUBLE = "trouble"  # Telegram could not be reached, or failed
    NO_ANSWER = "no-answer"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A row of the ledger; one for each subscription and due time."""

    id: int
    subscription: int
    chat: int
    thread: int
    subject: str
    due: datetime
    state: State
    reason: Reason
    is_late: bool  # said in the message
    may_repeat: bool  # an attempt before it may have arrived; said in the message
    changed: datetime


@dataclass(frozen=True, slots=True)
class Letter:
    """A delivery taken up to be sent, with all that decides how."""

    id: int
    subscription: int
    chat: Chat
    thread: int
    subject: str
    due: datetime
    attempts: int  # before this one
    may_repeat: bool
    is_paused: bool = False  # the subscription is
    is_ended: bool = False  # the subscription is no more
    is_superseded: bool = False  # a later delivery of the same subscription stands in the ledger
