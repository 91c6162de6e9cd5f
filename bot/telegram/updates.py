"""What is taken from Telegram, by polling and by webhook alike: which updates, how many, how read."""

import logging
from collections.abc import Iterable, Iterator
from typing import Any

from telegram import Bot, Update
from telegram.ext import Application

from bot.telegram.order import ChatOrder

UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
]
# What a strange update makes of a parser; the last two for a date beyond all calendars.
UNREADABLE = (TypeError, ValueError, LookupError, AttributeError, RecursionError, ArithmeticError, OSError)
_MOST_IN_WORK = 256  # updates; Telegram keeps the rest better than we do

_log = logging.getLogger(__name__)


def readable(given: Iterable[dict[str, Any]], bot: Bot) -> Iterator[Update]:
    """One that python-telegram-bot cannot read is left out: Telegram would bring it again and again."""
    for update in given:
        try:
            yield Update.de_json(update, bot)
        except UNREADABLE as error:
            _log.error(
                "update %s cannot be read and is left out: %s", update["update_id"], type(error).__name__
            )


async def room_for_more(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """Waits until so much has been answered that more may be taken."""
    order = application.update_processor
    if isinstance(order, ChatOrder):
        await order.fewer_than(_MOST_IN_WORK)
