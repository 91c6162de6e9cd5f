"""The pool of connections to Telegram."""

import asyncio
import select
import ssl
import sys
from functools import cache
from typing import TYPE_CHECKING
from weakref import WeakSet

import aiohttp
import httpx

from bot.telegram.bodies import Body

if TYPE_CHECKING:
    from aiohttp.connector import Connection
    from aiohttp.tracing import Trace


class Connections(aiohttp.TCPConnector):
    """A pool that does not hand out an idle connection which the server has closed.

    The loop may not have read the close yet, so the socket itself is asked, before anything is sent. No POST
    is sent twice: once a byte has left, Telegram may have acted, sendMessage is not idempotent and the Bot
    API has no idempotency key. A connection that breaks after this check is therefore the caller's error.
    """

    def __init__(self) -> None:
        # No limit, for aiohttp would count waiting for a free connection as connecting. Idle for well under
        # what servers and address translators allow, so that a connection is rarely found dead.
        super().__init__(limit=0, keepalive_timeout=15.0, ssl=_trusted())
        self._used: WeakSet[asyncio.BaseProtocol] = WeakSet()

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: "list[Trace]",
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - the signature of aiohttp
    ) -> "Connection":
        while True:
            connection = await super().connect(req, traces, timeout)
            protocol, transport = connection.protocol, connection.transport
            # A new connection may well have something to read: TLS sends session tickets unasked.
            if protocol is not None and protocol not in self._used:
                self._used.add(protocol)
                return _given_to(req, connection)
            if transport is not None and not _is_readable(transport):
                return _given_to(req, connection)
            connection.close()


def _given_to(request: aiohttp.ClientRequest, connection: "Connection") -> "Connection":
    """Remembers that from here on something may have left."""
    if isinstance(request.body, Body):
        request.body.has_connection = True
    return connection


def _is_readable(transport: asyncio.BaseTransport) -> bool:
    """Whether there is something to read; on an idle connection that can only be its end."""
    descriptor = transport.get_extra_info("socket").fileno()
    if sys.platform == "win32":
        return bool(select.select([descriptor], [], [], 0)[0])
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates HTTPXRequest trusts, by SSL_CERT_FILE too; read once, because it takes 20 ms."""
    return httpx.create_ssl_context()
