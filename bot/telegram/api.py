"""Calls to the Bot API with plain values and plain answers."""

import logging
import re
from html import unescape
from typing import Any

from telegram import Bot
from telegram.error import BadRequest
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

_log = logging.getLogger(__name__)
_TAG = re.compile(r"<[^>]*>")


class Api:
    """Sends and edits.

    Goes round python-telegram-bot's typed methods, not round its transport and errors: building and parsing
    objects nobody looks at is two thirds of the CPU of an answer.
    """

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

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
            return await self.call(method, text=text, **options, **parameters)
        except BadRequest as error:
            if "parse entities" not in error.message:
                raise
            _log.error("our HTML was refused by %s: %s", method, without_quotes(error.message))
            return await self.call(method, text=unescape(_TAG.sub("", text)), **parameters)


def without_quotes(message: str) -> str:
    """What Telegram says without what it quotes: that may be a person's words."""
    return re.sub(r'"[^"]*"', '"…"', message)
