"""Telegram's limits on sending, kept before it has to refuse: overall, for each chat, for each group."""

from collections import deque
from collections.abc import Awaitable, Callable
from random import random as any_fraction

WINDOW = 1.03  # a second, and 30 ms by which messages may overtake each other on their way
MINUTE = 60.1
GROUP = 20  # messages a minute to one group
PATIENCE = 5.0  # a briefing does not stand in line for longer
_SHARE = 0.97  # of the rate: at 99 % the network's jitter gets some refused
_CATCH_UP = 0.1  # slots missed longer ago are gone


class Pace:
    """Who may send when. People go before briefings, and wait for the overall limit only."""

    def __init__(
        self,
        rate: int,
        time: Callable[[], float],
        sleep: Callable[[float], Awaitable[object]],
        random: Callable[[], float] = any_fraction,
    ) -> None:
        """`rate` is messages a second to all chats together; `time` runs in seconds and never back.

        `random` (0 to 1) keeps apart what would try again together.
        """
        self.rate = rate
        self._time, self._sleep, self.random = time, sleep, random
        self._gap = 1 / (_SHARE * rate)
        self._window: deque[float] = deque(maxlen=rate)
        self._slot = 0.0
        self._people = 0
        self._departures: dict[int, deque[float]] = {}  # the chat that sent longest ago first
        self._holds: dict[int, float] = {}
        self._everybody = 0.0

    async def for_person(self, chat: int) -> None:
        """Returns when an answer may leave; it counts as sent."""
        while (wait := max(self._holds.get(chat, 0.0), self._everybody) - self._time()) > 0:
            await self._sleep(wait)
        self._people += 1
        try:
            while (wait := self._full_for()) > 0:
                await self._sleep(wait)
        finally:
            self._people -= 1
        self._window.append(self._time())
        self.count(chat)

    async def for_briefing(self) -> bool:
        """Returns when a briefing may leave, to whichever chat; False when all have to wait for long."""
        while (wait := self._briefing_waits()) > 0:
            if self._everybody - self._time() > PATIENCE:
                return False
            await self._sleep(wait)
        now = self._time()
        self._slot = max(self._slot, now - _CATCH_UP) + self._gap
        self._window.append(now)
        return True

    def ready_in(self, chat: int) -> float:
        """Seconds until a briefing may go to this chat, as far as the chat itself is concerned."""
        ready = max(self._holds.get(chat, 0.0), self._everybody)
        if departures := self._departures.get(chat):
            ready = max(ready, departures[-1] + WINDOW)
            if len(departures) == GROUP:
                ready = max(ready, departures[0] + MINUTE)
        return max(0.0, ready - self._time())

    async def until_ready(self, chat: int) -> bool:
        """Returns when a briefing may go to this chat; False when it has to wait for long."""
        while (wait := self.ready_in(chat)) > 0:
            if wait > PATIENCE:
                return False
            await self._sleep(wait)
        return True

    def count(self, chat: int) -> None:
        """A message leaves for this chat."""
        now = self._time()
        departures = self._departures.pop(chat, None) or deque(maxlen=GROUP if chat < 0 else 1)
        departures.append(now)
        self._departures[chat] = departures
        self._forget(now - MINUTE)

    def flooded(self, chat: int, seconds: float) -> None:
        """Telegram asked to wait. When it does so for two chats at once, everybody waits."""
        now = self._time()
        # All who were refused together would come back together.
        until = now + max(seconds, 1.0) * (1 + 0.1 * self.random())
        self._holds = {each: end for each, end in self._holds.items() if end > now}
        if self._holds.keys() - {chat}:
            self._everybody = max(self._everybody, until)
        self._holds[chat] = max(self._holds.get(chat, 0.0), until)

    def _forget(self, before: float) -> None:
        oldest = next(iter(self._departures))
        while self._departures[oldest][-1] < before:
            del self._departures[oldest]
            oldest = next(iter(self._departures))

    def _full_for(self) -> float:
        everybody = self._everybody - self._time()
        if len(self._window) < self.rate:
            return everybody
        return max(everybody, self._window[0] + WINDOW - self._time())

    def _briefing_waits(self) -> float:
        wait = max(self._full_for(), self._slot - self._time())
        return max(wait, self._gap) if self._people else wait
