"""Time that passes when everybody sleeps, and at once."""

import asyncio
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from heapq import heappop, heappush
from itertools import count
from typing import TypeVar

START = datetime(2026, 5, 6, 8, 0, tzinfo=UTC)
_TURNS = 12  # of the loop, after which everybody sleeps who is going to

T = TypeVar("T")


class DrivenTime:
    """A clock of instants, a clock of seconds, and a sleep, all of the same time."""

    def __init__(self, start: datetime = START) -> None:
        self.seconds = 1000.0
        self._start = start
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = count()

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self.seconds - 1000)

    def monotonic(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        future = asyncio.get_running_loop().create_future()
        heappush(self._sleepers, (self.seconds + seconds, next(self._order), future))
        await future

    def set(self, moment: datetime) -> None:
        self.seconds = (moment - self._start).total_seconds() + 1000

    def pass_by(self, **length: float) -> None:
        self.seconds += timedelta(**length).total_seconds()

    async def run(self, work: Awaitable[T]) -> T:
        """Until it is done, waking who sleeps."""
        task = asyncio.ensure_future(work)
        while True:
            await calm()
            if task.done():
                return task.result()
            self._wake()

    def _wake(self) -> None:
        assert self._sleepers, "it waits for something else than time"
        moment, _, future = heappop(self._sleepers)
        self.seconds = max(self.seconds, moment)
        if not future.done():
            future.set_result(None)


async def calm() -> None:
    """Lets everybody go on who can."""
    for _ in range(_TURNS):
        await asyncio.sleep(0)


async def never() -> None:
    """What never happens."""
    await asyncio.get_running_loop().create_future()
