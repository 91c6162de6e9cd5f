"""Waiting for what the bot does, instead of for time to pass."""

import asyncio
from collections.abc import Callable

from bot.simulator.telegram import LocalTelegram


async def until(telegram: LocalTelegram, condition: Callable[[], bool]) -> None:
    """Returns when the bot has made the call after which this is so."""
    called = asyncio.Event()
    unwatch = telegram.watch_calls(lambda _: called.set())
    try:
        async with asyncio.timeout(10):
            while not condition():
                called.clear()
                await called.wait()
    finally:
        unwatch()


async def until_called(telegram: LocalTelegram, method: str, times: int = 1) -> None:
    """Returns when the bot has called the method so many times, whatever came of it."""
    await until(telegram, lambda: len(telegram.calls_of(method)) >= times)
