"""The bot as it is wired, on a given request and store, with chats whose briefing is due."""

import asyncio
import json
import time
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import random
from typing import Any

from telegram.request import BaseRequest, RequestData

from bot.delivery.dispatch import Dispatcher
from bot.delivery.ports import Store
from bot.schedule.schedule import Schedule, read_schedule
from bot.telegram.application import Connection, Service, build_application
from bot.telegram.house import House
from tests.benchmarks.jobs import BOT, TOKEN, jobs_page, sent_message
from tests.benchmarks.setting import Setting

FIRST_CHAT = 5_000_000
_HALF_WAY = 0.02  # seconds, and as much again at most on the way there
_LIMITED = b'{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":1}}'


@dataclass
class StrictTelegram(BaseRequest):
    """A Bot API that is 40 to 60 ms away and refuses what exceeds the rate in any one second."""

    rate: int
    sent: bytes
    arrivals: list[float] = field(default_factory=list)  # of what was taken
    refused: int = 0
    _window: deque[float] = field(default_factory=deque)

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,  # noqa: ARG002 - the signature of BaseRequest
        request_data: RequestData | None = None,  # noqa: ARG002
        *_: Any,
        **__: Any,
    ) -> tuple[int, bytes]:
        """Answers as Telegram does."""
        if not url.endswith("/sendMessage"):
            return 200, b'{"ok":true,"result":%b}' % json.dumps(BOT).encode()
        await asyncio.sleep(_HALF_WAY * (1 + random()))
        is_taken = self._take(time.monotonic())
        await asyncio.sleep(_HALF_WAY)
        return (200, b'{"ok":true,"result":%b}' % self.sent) if is_taken else (429, _LIMITED)

    def reached_rate(self) -> float:
        """Messages taken a second, from the first to the last."""
        return (len(self.arrivals) - 1) / (self.arrivals[-1] - self.arrivals[0])

    def _take(self, now: float) -> bool:
        while self._window and self._window[0] <= now - 1:
            self._window.popleft()
        if len(self._window) >= self.rate:
            self.refused += 1
            return False
        self._window.append(now)
        self.arrivals.append(now)
        return True


def now() -> datetime:
    """The bot's clock."""
    return datetime.now(UTC)


def lately() -> tuple[Schedule, datetime]:
    """A schedule that was due at the beginning of this minute, and when."""
    due = now().replace(second=0, microsecond=0)
    return read_schedule(f"daily {due:%H:%M} UTC"), due


def strict(setting: Setting, rate: int) -> StrictTelegram:
    """One that answers with the bot's real page."""
    return StrictTelegram(rate, sent_message(jobs_page(setting.desk, setting.config)))


def service_on(request: BaseRequest, url: str, setting: Setting, store: Store, rate: int) -> Service:
    """The bot put together as its operator's settings would have it."""

    async def stored() -> Store:
        return store

    connection = Connection(TOKEN, url, request, request)
    return build_application(connection, setting.desk, House(messages_per_second=rate), now, stored)


@asynccontextmanager
async def dispatching(service: Service) -> AsyncIterator[Dispatcher]:
    """The bot's dispatcher while its connections are open."""
    await service.application.initialize()
    try:
        yield await service.dispatcher()
    finally:
        await service.close()
        await service.application.shutdown()


async def subscribe_many(store: Store, count: int) -> None:
    """So many chats whose briefing is due."""
    schedule, due = lately()
    before = due - timedelta(seconds=1)
    for number in range(count):
        await store.subscriptions.add(FIRST_CHAT + number, 0, "jobs", schedule, before)
