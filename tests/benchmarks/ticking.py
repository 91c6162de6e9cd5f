"""How long the event loop stands still, as a task sees it that wants to run every millisecond."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

_TICK = 0.001  # seconds


@dataclass(slots=True)
class Gaps:
    """Seconds between two turns of the task, beyond what it slept."""

    longest: float = 0.0


@asynccontextmanager
async def ticking() -> AsyncIterator[Gaps]:
    """Watches the loop while the block runs."""
    gaps = Gaps()
    watching = asyncio.create_task(_tick(gaps))
    await asyncio.sleep(0)
    try:
        yield gaps
        await asyncio.sleep(2 * _TICK)  # that what came last is seen, too
    finally:
        watching.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await watching


async def _tick(gaps: Gaps) -> None:
    last = time.perf_counter()
    while True:
        await asyncio.sleep(_TICK)
        now = time.perf_counter()
        gaps.longest = max(gaps.longest, now - last - _TICK)
        last = now
