"""Telegram's limits on sending, kept by the clock: overall, for each chat, for each group."""

from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil

from bot.simulator.faults import too_many_requests


@dataclass(slots=True)
class _Window:
    """At most `limit` messages in any stretch of `length`."""

    limit: int
    length: timedelta
    sent: deque[datetime] = field(default_factory=deque)

    def wait(self, now: datetime) -> timedelta:
        while self.sent and now - self.sent[0] >= self.length:
            self.sent.popleft()
        return timedelta() if len(self.sent) < self.limit else self.sent[0] + self.length - now


def _a_second_of_everything() -> _Window:
    return _Window(30, timedelta(seconds=1))


def _a_second_that_is_paid_for() -> _Window:
    return _Window(1000, timedelta(seconds=1))


def _a_second_of_a_chat() -> _Window:
    return _Window(1, timedelta(seconds=1))


def _a_minute_of_a_group() -> _Window:
    return _Window(20, timedelta(minutes=1))


@dataclass(slots=True)
class FloodLimits:
    """Strict sliding windows. A message that is refused does not count against the next one."""

    _overall: _Window = field(default_factory=_a_second_of_everything)
    _paid: _Window = field(default_factory=_a_second_that_is_paid_for)
    _chats: defaultdict[int, _Window] = field(default_factory=lambda: defaultdict(_a_second_of_a_chat))
    _groups: defaultdict[int, _Window] = field(default_factory=lambda: defaultdict(_a_minute_of_a_group))

    def admit(self, chat_id: int, now: datetime, *, paid: bool = False) -> None:
        """Count one message to this chat, or raise 429 with the seconds to wait."""
        windows = [self._paid if paid else self._overall, self._chats[chat_id]]
        if chat_id < 0:
            windows.append(self._groups[chat_id])
        wait = max(window.wait(now) for window in windows)
        if wait > timedelta():
            raise too_many_requests(ceil(wait.total_seconds()))
        for window in windows:
            window.sent.append(now)
