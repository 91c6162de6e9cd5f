"""A scriptable HTTP server on loopback: answers what it is told, remembers what it was asked."""

import asyncio
import socket
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Answer:
    """What comes back; what is `held` waits for release(), `raw` bytes are the last of their connection."""

    status: int = 200
    body: bytes = b'{"ok": true, "result": true}'
    headers: Mapping[str, str] = field(default_factory=dict)
    held: bool = False
    raw: bytes | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that arrived in a form."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it arrived; `target` is the request line's own, `peer` names the connection."""

    method: str
    target: str
    headers: Mapping[str, str]
    fields: Mapping[str, str | Upload]
    peer: object


class HttpServer:
    """Gives the scripted answers in turn, then plain success; an async context manager."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.url = ""
        self._script: deque[Answer] = deque()
        self._arrived = asyncio.Condition()
        self._released = asyncio.Event()
        self._server = web.Server(self._respond)
        self._runner = web.ServerRunner(self._server, shutdown_timeout=1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
        await self._runner.cleanup()

    def will_answer(self, *answers: Answer) -> None:
        self._script.extend(answers)

    def release(self) -> None:
        self._released.set()

    async def has_received(self, count: int) -> None:
        """Returns when so many requests have arrived."""
        async with self._arrived:
            await self._arrived.wait_for(lambda: len(self.received) >= count)

    def hang_up(self) -> None:
        """Ends every connection at once: before this returns, the other side can know."""
        for connection in self._server.connections:
            assert connection.transport is not None
            connection.transport.get_extra_info("socket").shutdown(socket.SHUT_RDWR)

    async def _respond(self, request: web.BaseRequest) -> web.StreamResponse:
        received = await _read(request)
        async with self._arrived:
            self.received.append(received)
            self._arrived.notify_all()
            answer = self._script.popleft() if self._script else Answer()
        if answer.held:
            await self._released.wait()
        if answer.raw is not None:
            assert request.transport is not None
            request.transport.write(answer.raw)
            request.transport.close()
        return web.Response(status=answer.status, body=answer.body, headers=answer.headers)


async def _read(request: web.BaseRequest) -> Received:
    fields = {name: _value(value) for name, value in (await request.post()).items()}
    peer = request.transport and request.transport.get_extra_info("peername")
    return Received(request.method, request.raw_path, request.headers, fields, peer)


def _value(value: str | bytes | bytearray | web.FileField) -> str | Upload:
    if isinstance(value, web.FileField):
        return Upload(value.filename, value.content_type, value.file.read())
    return value if isinstance(value, str) else bytes(value).decode()
