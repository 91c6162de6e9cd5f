"""Pushes updates to the bot's webhook, one after the other, each until the bot has taken it."""

import asyncio
import contextlib

import aiohttp
from starlette.requests import Request
from starlette.types import Message

from bot.simulator.chats import Json
from bot.simulator.faults import ApiError, LostAnswerError
from bot.simulator.serving.bot_api import read_parameters
from bot.simulator.telegram import LocalTelegram

_TIMEOUT = aiohttp.ClientTimeout(total=60)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0  # seconds between attempts
_MAX_ANSWER = 10_000_000
_SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name


class Webhooks:
    """While open, what waits for the bot is brought to the address it gave with setWebhook."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self._telegram = telegram
        self._woken = asyncio.Event()
        self._pushing: asyncio.Task[None] | None = None

    def open(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._telegram.updates.watch(self._wake)
        self._woken.set()
        self._pushing = asyncio.create_task(self._push())

    def _wake(self) -> None:
        self._loop.call_soon_threadsafe(self._woken.set)

    async def close(self) -> None:
        self._telegram.updates.unwatch(self._wake)
        if self._pushing:
            self._pushing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._pushing

    async def _push(self) -> None:
        async with aiohttp.ClientSession(timeout=_TIMEOUT) as session:
            while True:
                await self._woken.wait()
                self._woken.clear()
                await self._push_all(session)

    async def _push_all(self, session: aiohttp.ClientSession) -> None:
        pause, telegram = _FIRST_PAUSE, self._telegram
        while telegram.webhook and not telegram.faults.is_cut and (waiting := telegram.updates.get(limit=1)):
            webhook = telegram.webhook
            trouble = await self._deliver(session, webhook, waiting[0])
            if not trouble:
                telegram.updates.get(waiting[0]["update_id"] + 1)
                pause = _FIRST_PAUSE
            elif webhook is telegram.webhook:
                telegram.webhook_error = {"last_error_date": telegram.now, "last_error_message": trouble}
                await self._rest(pause)
                pause = min(pause * 2, _LONGEST_PAUSE)

    async def _rest(self, seconds: float) -> None:
        """Until the time is over, or something happened: another webhook may be there."""
        self._woken.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._woken.wait(), seconds)

    async def _deliver(self, session: aiohttp.ClientSession, webhook: Json, update: Json) -> str:
        """What went wrong, in Telegram's words; empty when the bot took it."""
        secret = webhook.get("secret_token")
        headers = {_SECRET: secret} if secret else {}
        try:
            async with session.post(
                webhook["url"], json=update, headers=headers, allow_redirects=False
            ) as answer:
                if not answer.ok or answer.status >= 300:
                    return f"Wrong response from the webhook: {answer.status} {answer.reason}"
                await self._answer_in_place(answer.headers.get("content-type", ""), await _read(answer))
        except TimeoutError:
            return "Read timeout expired"
        except (aiohttp.ClientError, OSError) as error:
            return (
                "Connection refused"
                if isinstance(error, aiohttp.ClientConnectorError)
                else "Connection closed"
            )
        return ""

    async def _answer_in_place(self, kind: str, body: bytes) -> None:
        """A bot may call a method in its very answer; what comes of it, it never learns."""
        with contextlib.suppress(ApiError, LostAnswerError):
            called, files = await read_parameters(self._telegram, _as_request(kind, body))
            if "method" in called:
                self._telegram.call(str(called.pop("method")), called, files)


async def _read(answer: aiohttp.ClientResponse) -> bytes:
    try:
        return await answer.content.readexactly(_MAX_ANSWER)
    except asyncio.IncompleteReadError as all_of_it:
        return all_of_it.partial


def _as_request(kind: str, body: bytes) -> Request:
    """The answer as if it had been sent to us: it holds a call in the same forms."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body}

    headers = [(b"content-type", kind.encode("latin-1"))]
    return Request({"type": "http", "method": "POST", "query_string": b"", "headers": headers}, receive)
