"""What was spoken of in a private chat just now: 那去年呢 goes on from it."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.asking.answers import Answer
from bot.telegram.memory import Recent

FRESH = timedelta(minutes=10)
_MOST = 10_000  # chats


def _recent() -> Recent[int, tuple[datetime, Answer]]:
    return Recent(_MOST)


@dataclass(frozen=True, slots=True)
class Topics:
    """Kept in memory only, by chat; of what was typed only its subject, time and kind."""

    _spoken: Recent[int, tuple[datetime, Answer]] = field(default_factory=_recent)

    def of(self, chat: int, now: datetime) -> Answer | None:
        """What was answered last, when it is fresh."""
        known = self._spoken.get(chat)
        return known[1] if known and timedelta() <= now - known[0] <= FRESH else None

    def put(self, chat: int, now: datetime, answers: tuple[Answer, ...]) -> None:
        """An answer with a subject; what has none leaves the subject as it was."""
        subject = next((answer for answer in answers if answer.entry and answer.heard), None)
        if subject and subject.heard:
            untyped = replace(subject, heard=replace(subject.heard, segments=()))
            self._spoken.put(chat, (now, untyped))

    def drop(self, chat: int) -> None:
        """Nothing was spoken of."""
        self._spoken.drop(chat)
