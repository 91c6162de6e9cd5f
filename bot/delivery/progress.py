"""The log of a long broadcast: a line at its start, every ten seconds, and at its end."""

import logging
from datetime import datetime, timedelta

from bot.delivery.ports import Result
from bot.subscriptions.model import State

LONG = 50  # messages
EVERY = timedelta(seconds=10)
_SENT = (State.SENT, State.DEGRADED)

_log = logging.getLogger(__name__)


class Progress:
    """Counts from one rest to the next."""

    def __init__(self) -> None:
        self._expected = self._sent = self._failed = self._done = 0
        self._began: datetime | None = None
        self._told: datetime | None = None

    def expect(self, letters: int, now: datetime) -> None:
        """So many more are due."""
        self._expected += letters
        if letters and self._began is None:
            self._began = now
        if self._expected > LONG and self._told is None:
            self._told = now
            _log.info("A broadcast of %d begins", self._expected)

    def saw(self, result: Result, now: datetime) -> None:
        """A letter came to something."""
        self._sent += result.state in _SENT
        self._failed += result.state is State.FAILED
        self._done += result.available is None
        if self._told and now - self._told >= EVERY:
            self._told = now
            _log.info("Broadcast: %s", self._figures(now))

    def rest(self, now: datetime) -> None:
        """Nothing is left to be sent now."""
        if self._told:
            _log.info("The broadcast ends: %s", self._figures(now))
        self._expected = self._sent = self._failed = self._done = 0
        self._began = self._told = None

    def _figures(self, now: datetime) -> str:
        seconds = (now - (self._began or now)).total_seconds()
        waiting = max(0, self._expected - self._done)
        rate = self._sent / seconds if seconds else float(self._sent)
        return f"{self._sent} sent, {waiting} waiting, {self._failed} failed, {rate:.1f}/s"
