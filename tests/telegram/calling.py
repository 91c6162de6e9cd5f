"""Telegram's side of a webhook: calls the bot's web server, and a jam in which calls have to wait."""

import asyncio
import json
import logging
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import aiohttp
import pytest

from bot.simulator.chats import Json
from bot.telegram import updates, webhook
from bot.telegram.application import Receive, serve
from bot.telegram.conversation import Conversation
from bot.telegram.webhook import secret_of, take_calls
from tests.telegram.scene import TOKEN, Scene
from tests.waiting import until_called

PATH = "/telegram"
URL = f"https://bot.example.org{PATH}"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
SECRET = secret_of(TOKEN)


class Caller:
    """Calls as Telegram does, or as somebody else."""

    def __init__(self, session: aiohttp.ClientSession, port: int) -> None:
        self.port = port
        self._session = session

    async def bring(self, update: Json) -> int:
        """Brings an update as Telegram does; the status of the answer, as everywhere here."""
        return await self.post(json.dumps(update).encode())

    async def post(self, body: Any, secret: str | None = SECRET) -> int:
        return await self.ask("POST", PATH, data=body, headers={} if secret is None else {HEADER: secret})

    async def ask(self, method: str, path: str, **options: Any) -> int:
        async with self._session.request(method, f"http://127.0.0.1:{self.port}{path}", **options) as answer:
            return answer.status

    async def send(self, *lines: str) -> int:
        """Sends just these lines, and nothing more until there is an answer."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write("\r\n".join(lines).encode("latin-1"))
        async with asyncio.timeout(5):
            answer = await reader.readline()
        writer.close()
        await writer.wait_closed()
        return int(answer.split()[1])


def receive(url: str = URL, listen: str = "127.0.0.1", port: int = 0) -> Receive:
    return partial(take_calls, url=url, listen=listen, port=port)


@asynccontextmanager
async def called(scene: Scene, log: pytest.LogCaptureFixture, url: str = URL) -> AsyncIterator[Caller]:
    """Serves during the block, and has to end in good order after it."""
    stop = asyncio.Event()
    task = asyncio.create_task(serve(scene.service, receive(url), stop, prepare=list))
    async with aiohttp.ClientSession() as session:
        try:
            # Once the bot has told Telegram where to call, it listens where its log says.
            await until_called(scene.telegram, "setWebhook")
            (port,) = re.findall(r"listening on 127\.0\.0\.1, port (\d+)", log.text)
            yield Caller(session, int(port))
        finally:
            stop.set()
            ended, _ = await asyncio.wait({task}, timeout=5)
            assert ended
    task.result()
    assert not scene.application.running


class Jam:
    """Answers are held up until it is resolved; while there is one in work, calls have to wait."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.resolved = asyncio.Event()
        self._answering = asyncio.Event()
        self._calls = asyncio.Semaphore(0)  # released by each that asks for room
        answer, room_for_more = Conversation.on_update, updates.room_for_more

        async def held(*arguments: Any) -> None:
            self._answering.set()
            await self.resolved.wait()
            await answer(*arguments)

        async def noticed(*arguments: Any) -> None:
            self._calls.release()
            await room_for_more(*arguments)

        monkeypatch.setattr(Conversation, "on_update", held)
        monkeypatch.setattr(webhook, "room_for_more", noticed)
        monkeypatch.setattr(updates, "_MOST_IN_WORK", 1)

    async def begin(self, caller: Caller, update: Json) -> None:
        """This update is in work, and no other can be."""
        async with asyncio.timeout(5):
            assert await caller.bring(update) == 200
            await self._calls.acquire()
            await self._answering.wait()

    async def join(self, caller: Caller, update: Json) -> asyncio.Task[int]:
        """A call that waits for room."""
        call = asyncio.create_task(caller.bring(update))
        async with asyncio.timeout(5):
            await self._calls.acquire()
            assert await caller.ask("GET", "/healthz") == 200  # who asks later is answered
        assert not call.done()
        return call


def logged(log: pytest.LogCaptureFixture) -> str:
    """What the bot's own parts logged, as people see it."""
    form = logging.Formatter("%(message)s").format
    return "\n".join(form(record) for record in log.records if record.name.startswith("bot."))
