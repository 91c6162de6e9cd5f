"""Somebody who sends nothing and answers as written."""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.delivery.ports import Outcome, Sent
from bot.subscriptions.model import Chat, Letter


@dataclass(frozen=True, slots=True)
class Attempt:
    """What was to be sent."""

    chat: int
    thread: int
    subject: str
    late: bool
    repeat: bool
    at: float


class ScriptedSender:
    """Gives each chat's outcomes in turn, then sends; keeps what it was asked for."""

    def __init__(
        self, seconds: Callable[[], float], before: Callable[[], Awaitable[None]] | None = None
    ) -> None:
        self.attempts: list[Attempt] = []
        self.told: list[int] = []
        self.is_mute = False  # cannot say that a topic is gone
        self._seconds, self._before = seconds, before
        self._script: defaultdict[int, list[Outcome | Exception]] = defaultdict(list)

    def answers(self, chat: int, *outcomes: Outcome | Exception) -> None:
        self._script[chat].extend(outcomes)

    async def send(self, letter: Letter, *, late: bool, repeat: bool) -> Outcome:
        attempt = Attempt(letter.chat.id, letter.thread, letter.subject, late, repeat, self._seconds())
        self.attempts.append(attempt)
        if self._before:
            await self._before()
        script = self._script[letter.chat.id]
        outcome = script.pop(0) if script else Sent(len(self.attempts))
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async def tell_topic_is_gone(self, chat: Chat) -> None:
        if self.is_mute:
            raise RuntimeError
        self.told.append(chat.id)
