"""Updates of different chats at the same time, those of one chat one after the other."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor


class ChatOrder(BaseUpdateProcessor):
    """Bounded concurrency that keeps a conversation in order: a slow chat holds up nobody else."""

    def __init__(self, max_concurrent_updates: int) -> None:
        super().__init__(max_concurrent_updates)
        self._last: dict[int, asyncio.Future[None]] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Waits for the update before it in the same chat, whatever became of that one."""
        chat = chat_of(update)
        before = self._last.get(chat)
        done = self._last[chat] = asyncio.get_running_loop().create_future()
        try:
            if before is not None:
                await before
            await coroutine
        finally:
            done.set_result(None)
            if self._last.get(chat) is done:
                del self._last[chat]

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""


def chat_of(update: object) -> int:
    """The chat an update belongs to; the person for inline queries; 0 for what belongs to nobody."""
    if not isinstance(update, Update):
        return 0
    if update.effective_chat:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user else 0
