"""A bot's own server, to which updates are pushed, and the answers it gives to order."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

from bot.simulator.serving.webhooks import Webhooks
from bot.simulator.telegram import LocalTelegram

Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def _fine(_: web.Request) -> web.StreamResponse:
    return web.Response()


@dataclass(slots=True)
class Hook:
    """The bot's server: gives the answers that were ordered in turn, then takes everything."""

    url: str = ""
    answers: list[Answering] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    requests: list[web.Request] = field(default_factory=list)
    _arrived: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def respond(self, request: web.Request) -> web.StreamResponse:
        update = await request.json()
        async with self._arrived:
            self.requests.append(request)
            self.texts.append(update.get("message", {}).get("text", ""))
            self._arrived.notify_all()
        return await (self.answers.pop(0) if self.answers else _fine)(request)

    async def has(self, count: int) -> None:
        """Returns when so many updates have been brought."""
        async with asyncio.timeout(10), self._arrived:
            await self._arrived.wait_for(lambda: len(self.texts) >= count)


@contextlib.asynccontextmanager
async def serving(hook: Hook, port: int = 0) -> AsyncIterator[None]:
    """The hook is there, on this port or any."""
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", hook.respond)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield
    await runner.cleanup()


class WatchedWebhooks(Webhooks):
    """Tells when an attempt has failed."""

    def __init__(self, telegram: LocalTelegram) -> None:
        super().__init__(telegram)
        self.failed = asyncio.Event()

    async def _rest(self, seconds: float) -> None:
        self.failed.set()
        await super()._rest(seconds)


@contextlib.asynccontextmanager
async def pushing(telegram: LocalTelegram) -> AsyncIterator[WatchedWebhooks]:
    """Updates are pushed meanwhile."""
    webhooks = WatchedWebhooks(telegram)
    webhooks.open()
    yield webhooks
    await webhooks.close()


def status(status: int, **headers: str) -> Answering:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers=headers)

    return answer


def said(body: bytes, kind: str = "application/json") -> Answering:
    async def answer(_: web.Request) -> web.StreamResponse:
        return web.Response(body=body, headers={"Content-Type": kind})

    return answer


async def broken(request: web.Request) -> web.StreamResponse:
    assert request.transport
    request.transport.abort()
    return web.Response()
