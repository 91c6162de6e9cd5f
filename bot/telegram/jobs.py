"""What a running bot does at its own times, beside the heartbeat."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from telegram.ext import JobQueue

_DAY = timedelta(days=1)


def do_each_day(jobs: JobQueue[Any] | None, act: Callable[[], None]) -> None:
    """From this time tomorrow on, as long as these jobs run; late rather than not at all."""

    async def job(_: object) -> None:
        act()

    if jobs is not None:
        jobs.run_repeating(
            job, _DAY, name="each-day", job_kwargs={"coalesce": True, "misfire_grace_time": None}
        )
