"""One request to the Bot API, whatever carried it: status and JSON of the answer; getUpdates waits."""

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.simulator.chats import Json
from bot.simulator.faults import ApiError
from bot.simulator.files import UploadedFile
from bot.simulator.telegram import LocalTelegram
from bot.simulator.updates import UpdateQueue

MAX_WAIT_SECONDS = 50


async def answer(
    telegram: LocalTelegram, method: str, params: Mapping[str, Any], files: Mapping[str, UploadedFile]
) -> tuple[int, Json]:
    """HTTP status and body for one request.

    Raises:
        LostAnswerError: there shall be no answer.
    """
    try:
        result = telegram.call(method, params, files)
        if method == "getUpdates" and not result:
            result = await _wait(telegram.updates, telegram.read(method, params))
    except ApiError as error:
        return error.code, error.as_json()
    return 200, {"ok": True, "result": result}


async def _wait(updates: UpdateQueue, given: Json) -> list[Json]:
    """Wait for an update as long as the bot asked to; only one may wait at a time."""
    seconds = min(given.get("timeout", 0), MAX_WAIT_SECONDS)
    if seconds <= 0:
        return []
    poll = _Poll()
    updates.watch(poll.wake)
    updates.claim(poll.interrupt)
    try:
        # Another thread may have queued one before this one began to watch.
        if not len(updates):
            async with asyncio.timeout(seconds):
                await poll.woken.wait()
    except TimeoutError:
        return []
    finally:
        updates.unwatch(poll.wake)
        updates.release(poll.interrupt)
    if poll.is_interrupted:
        raise ApiError(
            409,
            "Conflict: terminated by other getUpdates request; "
            "make sure that only one bot instance is running",
        )
    return updates.get(given.get("offset", 0), given.get("limit", 100))


class _Poll:
    """One bot waiting. People may act from another thread, such as one that reads a terminal."""

    def __init__(self) -> None:
        self.woken = asyncio.Event()
        self.is_interrupted = False
        self._loop = asyncio.get_running_loop()

    def wake(self) -> None:
        self._loop.call_soon_threadsafe(self.woken.set)

    def interrupt(self) -> None:
        self.is_interrupted = True
        self.wake()
