"""Webhook: a web server takes an update with each of Telegram's calls, and hands it to the application."""

import asyncio
import hmac
import json
import logging
from functools import partial
from typing import Any
from urllib.parse import unquote, urlsplit

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError
from telegram import Bot
from telegram.error import BadRequest

from bot.errors import OperatorError, TelegramRefusedError
from bot.telegram.application import BotApplication
from bot.telegram.memory import Recent
from bot.telegram.mishaps import traceback_without_words
from bot.telegram.polling import insist
from bot.telegram.updates import UPDATES, readable, room_for_more

_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_LARGEST = 1024 * 1024  # bytes, a hundred times what Telegram sends; aiohttp's own bound as well
_CONNECTIONS = 100  # the most Telegram opens
_REMEMBERED = 10_000  # updates; many times what may come between a lost answer and the call that repeats it
_READING, _FAREWELL = 10.0, 0.25  # seconds

_log = logging.getLogger(__name__)


async def take_calls(
    application: BotApplication, asked: asyncio.Event, *, url: str, listen: str, port: int
) -> None:
    """Takes what Telegram brings to the URL until it is cancelled. Sets `asked` once Telegram knows the URL.

    The webhook stays: replicas may stand behind it, and Telegram keeps what nobody takes. Raises
    OperatorError when it cannot listen there, TelegramRefusedError when Telegram refuses URL or token.
    """
    secret = secret_of(application.bot.token)
    runner = web.ServerRunner(
        web.Server(
            Door(application, unquote(urlsplit(url).path) or "/", secret).answer,
            handler_cancellation=True,  # a call that was given up comes again
            auto_decompress=False,
            access_log=None,
            logger=_wordless_log(),
            lingering_time=1.0,  # seconds for a body nobody reads; without any, the refusal may get lost
        ),
        shutdown_timeout=_FAREWELL,
    )
    await runner.setup()
    try:
        await _listen(runner, listen, port)
        await insist(partial(_announce, application.bot, url, secret))
        asked.set()
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


def secret_of(token: str) -> str:
    """What Telegram shows with each call. All replicas know it, and nobody has to keep one secret more."""
    return hmac.new(token.encode(), b"briefing bot: secret token of the webhook", "sha256").hexdigest()


class Door:
    """What may be asked of the web server; each update is let in once."""

    def __init__(self, application: BotApplication, path: str, secret: str) -> None:
        self._application = application
        self._secret = secret.encode()
        self._known: Recent[int, bool] = Recent(_REMEMBERED)
        self._answers = {
            ("/healthz", "GET"): _be_well,
            ("/healthz", "HEAD"): _be_well,
            (path, "POST"): self._take,
        }

    async def answer(self, request: web.BaseRequest) -> web.StreamResponse:
        """What is refused is raised: aiohttp makes an answer of it."""
        answer = self._answers.get((request.path, request.method))
        if answer is not None:
            return await answer(request)
        methods = [method for path, method in self._answers if path == request.path]
        if methods:
            raise web.HTTPMethodNotAllowed(request.method, methods)
        raise web.HTTPNotFound

    async def _take(self, request: web.BaseRequest) -> web.Response:
        """Answers when the update is queued: then Telegram forgets it, and brings the chat's next one."""
        shown = request.headers.get(_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(shown, self._secret):
            raise web.HTTPForbidden
        given = _update_in(await _body_of(request))
        await room_for_more(self._application)
        self._queue(given)
        return web.Response()

    def _queue(self, given: dict[str, Any]) -> None:
        """Telegram repeats a call whose answer was lost; what it repeats has been seen to."""
        if self._known.get(given["update_id"]):
            return
        self._known.put(given["update_id"], value=True)
        for update in readable([given], self._application.bot):
            self._application.update_queue.put_nowait(update)


async def _be_well(_: web.BaseRequest) -> web.Response:
    return web.Response(text="ok")


async def _body_of(request: web.BaseRequest) -> bytes:
    size = request.content_length or 0
    if size > _LARGEST:
        raise web.HTTPRequestEntityTooLarge(_LARGEST, size)
    try:
        async with asyncio.timeout(_READING):
            return await request.read()
    except TimeoutError as error:
        raise web.HTTPRequestTimeout from error


def _update_in(body: bytes) -> dict[str, Any]:
    try:
        given = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise web.HTTPBadRequest from error
    if isinstance(given, dict) and type(given.get("update_id")) is int:
        return given
    raise web.HTTPBadRequest


async def _listen(runner: web.ServerRunner, host: str, port: int) -> None:
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError as error:
        raise OperatorError(
            f"cannot listen on {host}, port {port} ({error.strerror or error}); "
            "set telegram.webhook.listen and telegram.webhook.port to what is free on this machine"
        ) from error
    _log.info("listening on %s, port %s", *runner.addresses[0][:2])


async def _announce(bot: Bot, url: str, secret: str) -> None:
    try:
        await bot.set_webhook(url, max_connections=_CONNECTIONS, allowed_updates=UPDATES, secret_token=secret)
    except BadRequest as error:
        raise TelegramRefusedError(
            f"Telegram does not take telegram.webhook.url: {error.message}; mend it"
        ) from error


def _wordless_log() -> logging.Logger:
    """For the web server, which quotes what it cannot read."""
    log = logging.getLogger(f"{__name__}.server")
    log.addFilter(_without_words)
    return log


def _without_words(record: logging.LogRecord) -> bool:
    error = record.exc_info[1] if record.exc_info else None
    if error is None or isinstance(error, HttpProcessingError):  # strangers who do not speak HTTP
        return False
    record.msg, record.args = "a call was not answered:\n%s", (traceback_without_words(error),)
    record.exc_info = None
    return True
