"""The Bot API over HTTP on loopback, with the local Telegram behind it."""

import asyncio
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from bot.simulator import gateway
from bot.simulator.faults import LostAnswerError
from bot.simulator.files import UploadedFile
from bot.simulator.telegram import LocalTelegram

TOKEN = "123456:TEST-made-up-for-the-tests-00000000"
_UNKNOWN_TOKEN = {"ok": False, "error_code": 401, "description": "Unauthorized"}


class LoopbackApi:
    """Knows one token; an async context manager that may be closed and opened again on the same port."""

    def __init__(self, telegram: LocalTelegram, token: str = TOKEN) -> None:
        self.telegram = telegram
        self.unanswered: set[str] = set()  # methods whose requests are taken and left waiting
        self.token = token
        self._port = 0
        self._closing = asyncio.Event()

    async def __aenter__(self) -> Self:
        self._closing.clear()
        # A process that was ended leaves its long poll behind; nobody shall wait for it.
        server = web.Server(self._respond, handler_cancellation=True)
        self._runner = web.ServerRunner(server, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self._port).start()
        self._port = self._runner.addresses[0][1]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        await self._runner.cleanup()

    @property
    def url(self) -> str:
        """What belongs into `telegram.base_url`; known once the server was open."""
        return f"http://127.0.0.1:{self._port}"

    async def _respond(self, request: web.BaseRequest) -> web.StreamResponse:
        _, token, method = request.path.split("/")
        if token != f"bot{self.token}":
            return web.json_response(_UNKNOWN_TOKEN, status=401)
        if method in self.unanswered:
            await self._closing.wait()
        values, files = await _read(request)
        try:
            status, answer = await gateway.answer(self.telegram, method, values, files)
        except LostAnswerError:
            assert request.transport is not None
            request.transport.abort()
            return web.Response()
        return web.json_response(answer, status=status)


async def _read(request: web.BaseRequest) -> tuple[dict[str, Any], dict[str, UploadedFile]]:
    form = await request.post()
    files = {
        name: UploadedFile(value.filename, value.file.read())
        for name, value in form.items()
        if isinstance(value, web.FileField)
    }
    return {name: value for name, value in form.items() if name not in files}, files
