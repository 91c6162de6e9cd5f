"""The local Telegram as a server: the Bot API for any bot, and a chat page for people."""

import logging
import socket
from pathlib import Path
from types import TracebackType
from typing import Self

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from uvicorn.lifespan.off import LifespanOff

from bot.errors import OperatorError
from bot.simulator.links import is_loopback
from bot.simulator.serving.bot_api import BotApi, not_found
from bot.simulator.serving.connections import Connections
from bot.simulator.serving.guard import Guard
from bot.simulator.serving.live import Live
from bot.simulator.serving.page import Page
from bot.simulator.serving.webhooks import Webhooks
from bot.simulator.stage import Stage

PAGE = Path(__file__).parent / "page"
HOST = "127.0.0.1"
_CLOSING = 1  # second


class LocalServer:
    """One stage on one address; an async context manager, which may be opened again after it was closed."""

    def __init__(
        self,
        stage: Stage,
        *,
        host: str = HOST,
        port: int = 0,
        or_any: bool = False,
        is_public: bool = False,
    ) -> None:
        """Port 0 takes any that is free, and so does another that is taken, with `or_any`.

        Raises:
            OperatorError: the address is not this machine's own, and `is_public` does not allow that.
        """
        if not (is_public or is_loopback(host)):
            raise OperatorError(
                f"{host} can be reached by others, who could then read and do everything here; "
                "if that is meant, add --public"
            )
        self.stage = stage
        self._live = Live(stage)
        self.token = ""  # any will do, unless one is set: then every other is refused
        self._address = host, port
        self._or_any = or_any
        self._is_public = is_public

    async def __aenter__(self) -> Self:
        """Raises OperatorError when the address cannot be had."""
        self._socket = _listen(*self._address, or_any=self._or_any)
        self._address = self._address[0], self._socket.getsockname()[1]
        self._connections = Connections()
        self._webhooks = Webhooks(self.stage.telegram)
        self.stage.telegram.restore_network()
        self._server = uvicorn.Server(self._config())
        self._server.config.load()
        self._server.lifespan = LifespanOff(self._server.config)
        await self._server.startup([self._socket])
        self._webhooks.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._webhooks.close()
        self._live.close()
        self.stage.telegram.cut_network()  # lets go of bots that wait for updates
        self._connections.hang_up_all()
        await self._server.shutdown([self._socket])

    @property
    def url(self) -> str:
        """Where it is; known once it was open."""
        host, port = self._address
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    def _config(self) -> uvicorn.Config:
        return uvicorn.Config(
            self._application(),
            http=self._connections.protocol(),
            ws="none",
            log_config=None,
            log_level=logging.WARNING,
            access_log=False,  # addresses hold tokens
            date_header=False,
            server_header=False,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=_CLOSING,
        )

    def _application(self) -> Starlette:
        bots = BotApi(self.stage.telegram, self._connections, lambda: self.token)
        page = Page(self.stage, self._live)
        return Starlette(
            routes=[
                Route("/bot{token}/{method}", bots.answer, methods=["GET", "POST"]),
                Route("/file/bot{token}/{path:path}", bots.file),
                Route("/bot{anything:path}", not_found, methods=["GET", "POST"]),
                Route("/", _index),
                Mount("/page", StaticFiles(directory=PAGE)),
                Route("/state", page.state),
                Route("/events", page.events),
                Route("/chats/{chat}/messages", page.messages),
                Route("/chats/{chat}/menu", page.menu),
                Route("/files/{path:path}", page.file),
                Route("/do/{action}", page.do, methods=["POST"]),
            ],
            exception_handlers={ClientDisconnect: _unheard},
            middleware=[Middleware(Guard, host=self._address[0], is_public=self._is_public)],
        )


async def _unheard(_: Request, __: Exception) -> Response:
    """Whoever went away in the middle of a request gets no answer, and is no error of ours."""
    return Response()


async def _index(_: Request) -> Response:
    return FileResponse(PAGE / "index.html")


def _listen(host: str, port: int, *, or_any: bool) -> socket.socket:
    try:
        return _bound(host, port)
    except (OSError, OverflowError) as error:
        if or_any:
            return _listen(host, 0, or_any=False)
        raise OperatorError(
            f"the local Telegram cannot listen on {host} port {port} ({getattr(error, 'strerror', error)}); "
            "stop what uses it, or choose another with --port"
        ) from error


def _bound(host: str, port: int) -> socket.socket:
    # Named TCP outright: only then asyncio sends small answers at once, 40 ms earlier.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host, port))
        listening.listen(1024)
    except BaseException:
        listening.close()
        raise
    return listening
