"""People who write faster than anybody reads: told once, then not heard for a minute."""

from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from telegram import Update

from bot.telegram.memory import Recent
from bot.telegram.order import Gate

_MOST_MESSAGES, _WITHIN = 20, 10.0  # seconds
_SILENCE = 60.0  # seconds
_MOST_PEOPLE = 10_000


class Verdict(Enum):
    """What becomes of what a person sent."""

    ANSWER = "answer"
    TELL = "tell"
    IGNORE = "ignore"


@dataclass(slots=True)
class _Person:
    sent: deque[float] = field(default_factory=lambda: deque(maxlen=_MOST_MESSAGES + 1))
    silent_until: float = 0.0


class Floods:
    """Counts what each person sends; costs nobody else anything."""

    def __init__(self, time: Callable[[], float]) -> None:
        """`time` gives seconds that never go back."""
        self._time = time
        self._people: Recent[int, _Person] = Recent(_MOST_PEOPLE)

    def judge(self, person: int) -> Verdict:
        """Counts one more."""
        now = self._time()
        known = self._people.get(person) or _Person()
        self._people.put(person, known)
        if now < known.silent_until:
            return Verdict.IGNORE
        known.sent.append(now)
        if len(known.sent) > _MOST_MESSAGES and now - known.sent[0] < _WITHIN:
            known.sent.clear()
            known.silent_until = now + _SILENCE
            return Verdict.TELL
        return Verdict.ANSWER


def gate_of(floods: Floods, tell: list[Callable[[object], Awaitable[None]]]) -> Gate:
    """What the order of updates asks before anything waits. `tell` holds what says so, once there is one."""

    def gate(update: object, planned: Awaitable[Any]) -> Awaitable[Any] | None:
        person = _who_wrote(update)
        verdict = floods.judge(person) if person else Verdict.ANSWER
        if verdict is Verdict.ANSWER:
            return planned
        return tell[0](update) if verdict is Verdict.TELL and tell else None

    return gate


def _who_wrote(update: object) -> int | None:
    """The person, or the chat in whose name it was written: all anonymous administrators look alike."""
    if not isinstance(update, Update) or update.inline_query or update.my_chat_member:
        return None
    message = update.message or update.edited_message
    if message and message.sender_chat:
        return message.sender_chat.id
    return update.effective_user.id if update.effective_user else None
