"""Writes down what became of letters: in groups, for a write takes longer than a message's turn."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import datetime

from bot.delivery.ports import Deliveries, Result
from bot.delivery.progress import Progress
from bot.delivery.troubles import Troubles


class Recorder:
    """Whatever gathers while one write is under way is in the next. A write that fails is tried again."""

    def __init__(
        self,
        deliveries: Deliveries,
        clock: Callable[[], datetime],
        progress: Progress,
        troubles: Troubles,
        gathering: float = 0.0,
    ) -> None:
        """`gathering` is how many seconds a write waits for company; a kill has these sent again."""
        self._gathering, self._hurry = gathering, asyncio.Event()
        self._deliveries, self._clock = deliveries, clock
        self._progress, self._troubles = progress, troubles
        self._results: list[Result] = []
        self._task: asyncio.Task[None] | None = None

    def put(self, result: Result) -> None:
        """To be written soon."""
        self._results.append(result)
        self._progress.saw(result, self._clock())
        self.start()

    def start(self) -> None:
        """Writes what is left, unless that happens already."""
        if self._results and (self._task is None or self._task.done()):
            self._task = asyncio.create_task(self._write())

    async def flush(self) -> None:
        """Returns when everything is written, or cannot be now."""
        self._hurry.set()
        self.start()
        if self._task:
            await asyncio.shield(self._task)
        self._hurry.clear()

    async def _gather(self) -> None:
        """At the fastest pace a write a few letters at a time is half of what a message costs."""
        if self._gathering:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._gathering):
                    await self._hurry.wait()

    async def _write(self) -> None:
        while self._results:
            await self._gather()
            group, self._results = self._results, []
            try:
                await self._deliveries.record(group, self._clock())
            except Exception as error:  # whatever it is, what was sent must not be forgotten
                self._results = group + self._results
                self._troubles.say(error)
                return
