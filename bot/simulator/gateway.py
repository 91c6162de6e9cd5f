"""One request to the Bot API, whatever carried it: status and JSON of the answer; getUpdates waits."""

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.simulator.api.receiving import get_updates
from bot.simulator.chats import Json
from bot.simulator.faults import ApiError, LostAnswerError, NetworkFault
from bot.simulator.files import UploadedFile
from bot.simulator.telegram import LocalTelegram

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
            result = await _wait(telegram, telegram.read(method, params))
    except ApiError as error:
        return error.code, error.as_json()
    return 200, {"ok": True, "result": result}


async def _wait(telegram: LocalTelegram, given: Json) -> list[Json]:
    """Wait for an update as long as the bot asked to; only one may wait at a time."""
    updates = telegram.updates
    seconds = min(given.get("timeout", 0), MAX_WAIT_SECONDS)
    if seconds <= 0:
        return []
    poll = _Poll()
    updates.watch(poll.wake)
    updates.claim(poll.interrupt)
    try:
        async with asyncio.timeout(seconds):
            # Another thread may have queued one before this one began to watch.
            while not (waiting := get_updates(telegram, given)):
                await poll.woken.wait()
                poll.woken.clear()
                _check_goes_on(telegram, poll)
            return waiting
    except TimeoutError:
        return []
    finally:
        updates.unwatch(poll.wake)
        updates.release(poll.interrupt)


def _check_goes_on(telegram: LocalTelegram, poll: "_Poll") -> None:
    """Raises what ends a wait before its time."""
    if poll.is_interrupted:
        raise ApiError(
            409,
            "Conflict: terminated by other getUpdates request; "
            "make sure that only one bot instance is running",
        )
    if telegram.faults.is_cut:
        raise LostAnswerError(NetworkFault.CONNECTION_RESET)
    if telegram.webhook:
        raise ApiError(409, "Conflict: terminated by setWebhook request")


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
