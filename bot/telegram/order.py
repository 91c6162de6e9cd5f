"""Updates of different chats at the same time, those of one chat one after the other."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

Gate = Callable[[object, Awaitable[Any]], Awaitable[Any] | None]


def _open(_: object, planned: Awaitable[Any]) -> Awaitable[Any]:
    return planned


class ChatOrder(BaseUpdateProcessor):
    """Bounded concurrency that keeps a conversation in order: a slow chat holds up nobody else."""

    def __init__(self, max_concurrent_updates: int, gate: Gate = _open) -> None:
        """`gate` says what is to be done with an update: as planned, something else, or nothing."""
        # What waits for its turn must not take the room of other chats: the bound is ours to keep.
        super().__init__(sys.maxsize)
        self._gate = gate
        self._room = asyncio.Semaphore(max_concurrent_updates)
        self._last: dict[int, asyncio.Event] = {}
        self._in_work: set[asyncio.Task[None]] = set()
        self._fewer = asyncio.Event()  # set when something has been done

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Waits for the update before it in the same chat, whatever became of that one."""
        chosen = self._gate(update, coroutine)
        if chosen is not coroutine and isinstance(coroutine, Coroutine):
            coroutine.close()  # else Python complains that nobody waited for it
        if chosen is None:
            return
        work = asyncio.create_task(self._process(chat_of(update), chosen))
        self._in_work.add(work)
        try:
            await work
        finally:
            self._in_work.discard(work)
            self._fewer.set()

    async def fewer_than(self, most: int) -> None:
        """Waits until fewer updates than this are in work: what is fetched and not answered dies with us."""
        while len(self._in_work) >= most:
            self._fewer.clear()
            await self._fewer.wait()

    async def _process(self, chat: int, coroutine: Awaitable[Any]) -> None:
        before, done = self._last.get(chat), asyncio.Event()
        self._last[chat] = done
        try:
            if before is not None:
                await before.wait()
            async with self._room:
                await coroutine
        finally:
            done.set()
            if self._last.get(chat) is done:
                del self._last[chat]
            if isinstance(coroutine, Coroutine):
                coroutine.close()  # else Python complains of one that was cancelled before its turn

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Gives up what is still in work."""
        for work in tuple(self._in_work):
            work.cancel()
        await asyncio.gather(*self._in_work, return_exceptions=True)


def chat_of(update: object) -> int:
    """The chat an update belongs to; the person for inline queries; 0 for what belongs to nobody."""
    if not isinstance(update, Update):
        return 0
    if update.effective_chat:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user else 0
