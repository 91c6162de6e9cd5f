"""The open connections of a server: Telegram's network breaks, and a server that ends lets go of all."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

Address = tuple[str, int]


class Connections:
    """By the address of the other side."""

    def __init__(self) -> None:
        self._open: dict[Any, asyncio.Transport] = {}

    def protocol(self) -> type[HttpToolsProtocol]:
        """uvicorn's protocol, which enters its connections here."""
        opened = self._open

        class Entered(HttpToolsProtocol):
            def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
                super().connection_made(transport)  # uvicorn narrows the type likewise
                opened[self.client] = transport

            def connection_lost(self, exc: Exception | None) -> None:
                opened.pop(self.client, None)
                super().connection_lost(exc)

        return Entered

    def hang_up(self, client: Address) -> None:
        """Break off without an answer."""
        transport = self._open.get(tuple(client))
        if transport is not None:
            transport.abort()

    def hang_up_all(self) -> None:
        for transport in tuple(self._open.values()):
            transport.abort()
