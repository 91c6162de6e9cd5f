"""Those who call the local Telegram's server: a bot, a page in a browser, somebody who speaks raw HTTP."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.simulator.chats import Json
from bot.simulator.server import LocalServer

SOON = 10  # seconds nothing here takes, unless it never comes


@dataclass(frozen=True, slots=True)
class Bot:
    """Calls methods as most libraries do, by POST and JSON."""

    session: aiohttp.ClientSession
    url: str
    token: str = "7000000001:local"

    def address(self, method: str) -> str:
        return f"{self.url}/bot{self.token}/{method}"

    async def call(self, method: str, **params: Any) -> Any:
        """The result. AssertionError when Telegram refuses."""
        status, answer = await self.ask(method, json=params)
        assert (status, answer["ok"]) == (200, True), answer
        return answer["result"]

    async def refusal(self, method: str, **params: Any) -> str:
        """Code and words of the refusal."""
        return refusal_of(await self.ask(method, json=params))

    async def ask(self, method: str, **request: Any) -> tuple[int, Json]:
        """Status and body of the answer to a POST; `request` is aiohttp's."""
        async with self.session.post(self.address(method), **request) as answer:
            assert answer.content_type == "application/json"
            return answer.status, await answer.json()

    async def get(self, method: str, **query: str) -> tuple[int, Json]:
        async with self.session.get(self.address(method), params=query) as answer:
            return answer.status, await answer.json()


def refusal_of(answered: tuple[int, Json]) -> str:
    status, answer = answered
    assert (answer["ok"], answer["error_code"]) == (False, status)
    return f"{status} {answer['description']}"


@dataclass(slots=True)
class Stream:
    """Server-sent events as they come."""

    answer: aiohttp.ClientResponse
    stamp: str = ""
    kinds: list[str] = field(default_factory=list)

    async def any(self) -> Json | None:
        """The next event, or None when the server ended the stream."""
        async with asyncio.timeout(SOON):
            while line := (await self.answer.content.readline()).decode():
                if line.startswith("id: "):
                    self.stamp = line[4:].strip()
                elif line.startswith("data: "):
                    event: Json = json.loads(line[6:])
                    self.kinds.append(event["kind"])
                    return event
        return None

    async def next(self, kind: str) -> Json:
        """The next event of this kind, without its kind."""
        while event := await self.any():
            if event.pop("kind") == kind:
                return event
        raise AssertionError(f"the stream ended before any {kind}")


@dataclass(frozen=True, slots=True)
class Browser:
    """A page on which a person does things and sees what happens."""

    session: aiohttp.ClientSession
    url: str

    async def read(self, path: str) -> Any:
        async with self.session.get(self.url + path) as answer:
            assert answer.status == 200, path
            return await answer.json()

    async def status(self, path: str, **request: Any) -> int:
        async with self.session.get(self.url + path, **request) as answer:
            return answer.status

    async def do(self, action: str, **body: Any) -> Any:
        """The result. AssertionError when it is refused."""
        status, answer = await self.post(action, json=body)
        assert (status, answer["ok"]) == (200, True), answer
        return answer["result"]

    async def refusal(self, action: str, **body: Any) -> str:
        """Status and words of the refusal."""
        return sentence_of(await self.post(action, json=body))

    async def post(self, action: str, **request: Any) -> tuple[int, Json]:
        async with self.session.post(f"{self.url}/do/{action}", **request) as answer:
            return answer.status, await answer.json()

    async def attach(self, content: bytes, **query: str | int) -> tuple[int, Json]:
        return await self.post("attach", params=query, data=content)

    @contextlib.asynccontextmanager
    async def events(self, after: str = "", last_seen: str = "") -> AsyncIterator[Stream]:
        """The events after a stamp; without one, after what there is now."""
        after = after or (await self.read("/state"))["stamp"]
        headers = {"Last-Event-ID": last_seen} if last_seen else {}
        async with self.session.get(f"{self.url}/events", params={"after": after}, headers=headers) as answer:
            assert answer.content_type == "text/event-stream"
            yield Stream(answer, after)


def sentence_of(answered: tuple[int, Json]) -> str:
    status, answer = answered
    assert answer["ok"] is False
    return f"{status} {answer['error']}"


class Wire:
    """A connection of one's own, on which anything can be said."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self.writer = writer

    async def status(self) -> int:
        """The status of the next answer."""
        async with asyncio.timeout(SOON):
            return int((await self._reader.readuntil(b"\r\n")).split()[1])

    async def rest(self) -> bytes:
        """All that comes until the other side ends the connection, in whatever way."""
        with contextlib.suppress(ConnectionError):
            async with asyncio.timeout(SOON):
                return await self._reader.read()
        return b""


@contextlib.asynccontextmanager
async def wire(server: LocalServer, *lines: str, body: bytes = b"") -> AsyncIterator[Wire]:
    """A connection on which these lines of a request's head were said, and then the body."""
    host, _, port = server.url.removeprefix("http://").rpartition(":")
    reader, writer = await asyncio.open_connection(host.strip("[]"), int(port))
    try:
        writer.write("\r\n".join([*lines, "", ""]).encode("latin-1") + body)
        yield Wire(reader, writer)
    finally:
        writer.close()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
