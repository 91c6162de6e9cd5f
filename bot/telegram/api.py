"""Calls to the Bot API with plain values and plain answers."""

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from html import unescape
from typing import Any, Protocol

from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.telegram.unsent import UnsentError

_MOST_FLOODS = 5  # a call is put off so often
_PAUSES = (1.0, 2.0, 4.0)  # seconds before a request that never left is made again

_log = logging.getLogger(__name__)
_TAG = re.compile(r"<[^>]*>")


class Lane(Protocol):
    """Where answers to people wait their turn, before what is sent by schedule."""

    async def for_person(self, chat: int) -> None:
        """Returns when something may be sent to the chat."""

    def flooded(self, chat: int, seconds: float) -> None:
        """Telegram asked to wait so long."""


class Api:
    """Sends and edits.

    Goes round python-telegram-bot's typed methods, not round its transport and errors: building and parsing
    objects nobody looks at is two thirds of the CPU of an answer.
    """

    def __init__(
        self, bot: Bot, lane: Lane | None = None, *, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        """With a `lane`, texts in HTML wait their turn in it and are tried again; without, neither."""
        self._bot = bot
        self._lane = lane
        self._sleep = sleep

    async def call(self, method: str, **parameters: Any) -> Any:
        """The `result` of a Bot API method; raises telegram.error.TelegramError. None values are left out."""
        given = [
            RequestParameter(name, value, None) for name, value in parameters.items() if value is not None
        ]
        return await self._bot.request.post(f"{self._bot.base_url}/{method}", RequestData(given))

    async def call_with_html(self, method: str, text: str, **parameters: Any) -> Any:
        """As `call`, with a text in HTML; if Telegram cannot read our HTML, the text goes out without it.

        That would be our bug, so it is logged as one, but the person still gets an answer.
        """
        options = {"parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
        try:
            return await self._call_in_turn(method, text=text, **options, **parameters)
        except BadRequest as error:
            if "parse entities" not in error.message:
                raise
            _log.error("our HTML was refused by %s: %s", method, without_quotes(error.message))
            return await self._call_in_turn(method, text=unescape(_TAG.sub("", text)), **parameters)

    async def _call_in_turn(self, method: str, **parameters: Any) -> Any:
        """As `call`, but waits and tries again where that helps; what Telegram refuses is raised at once."""
        chat = parameters.get("chat_id")
        if self._lane is None or chat is None:  # an inline message is in no chat we know
            return await self.call(method, **parameters)
        patience = _Patience()
        while True:
            await self._lane.for_person(chat)
            try:
                return await self.call(method, **parameters)
            except (RetryAfter, NetworkError) as error:
                pause = patience.pause_after(error)
                if isinstance(error, RetryAfter):
                    self._lane.flooded(chat, seconds_of(error))
                if pause is None:
                    raise
                await self._sleep(pause)


class _Patience:
    """How often one call may still be made again."""

    def __init__(self) -> None:
        self._floods = _MOST_FLOODS
        self._pauses = iter(_PAUSES)
        self._may_have_broken = True

    def pause_after(self, error: RetryAfter | NetworkError) -> float | None:
        """Seconds to wait before the call is made again; None when it is not."""
        if isinstance(error, RetryAfter):
            self._floods -= 1
            return seconds_of(error) if self._floods >= 0 else None
        if isinstance(error, UnsentError):
            return next(self._pauses, None)
        # The very type: refusals and time-outs are kinds of it. Seen twice is better than never, once.
        if type(error) is NetworkError and self._may_have_broken:
            self._may_have_broken = False
            return 0.0
        return None


def seconds_of(error: RetryAfter) -> float:
    """How long Telegram asks to wait; python-telegram-bot has it as a number or as a timedelta."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, int) else wait.total_seconds()


def without_quotes(message: str) -> str:
    """What Telegram says without what it quotes: that may be a person's words."""
    return re.sub(r'"[^"]*"', '"…"', message)
