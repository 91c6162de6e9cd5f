"""Long polling: asks Telegram until it answers, and hands its updates to the application."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any, NoReturn, TypeVar

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.ext import Application

from bot.errors import TelegramRefusedError
from bot.telegram.api import Api
from bot.telegram.updates import UNREADABLE, UPDATES, readable, room_for_more

_FAREWELL = 0.5  # seconds
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0  # seconds between attempts to reach Telegram

_log = logging.getLogger(__name__)
_Answer = TypeVar("_Answer")


async def poll(
    application: Application[Any, Any, Any, Any, Any, Any], seconds: int, asked: asyncio.Event
) -> NoReturn:
    """Fetches updates for ever; each request waits so many seconds for one. Sets `asked` after the first.

    Not python-telegram-bot's Updater: while that pauses it cannot be stopped, and it ends without a word when
    the token is revoked. Raises TelegramRefusedError then.
    """
    bot, offset = application.bot, 0
    await insist(bot.delete_webhook)  # while there is one, Telegram refuses to be polled
    try:
        while True:
            # The first only asks what is there already.
            updates, offset = await _fetch(bot, offset, seconds if asked.is_set() else 0)
            asked.set()
            for update in updates:
                await application.update_queue.put(update)
            await room_for_more(application)
    except asyncio.CancelledError:
        # What has been taken is answered before we go; Telegram must not give it to our successor again.
        farewell = bot.get_updates(offset, limit=1, timeout=0, allowed_updates=UPDATES)
        with contextlib.suppress(TelegramError, TimeoutError, *UNREADABLE):
            await asyncio.wait_for(farewell, _FAREWELL)
        raise


async def _fetch(bot: Bot, offset: int, wait: int) -> tuple[Sequence[Update], int]:
    """Updates from this offset on, and the offset after them.

    One that python-telegram-bot cannot read is left out: it would come again after every restart.
    """
    try:
        updates: Sequence[Update] = await insist(
            partial(bot.get_updates, offset, timeout=wait, allowed_updates=UPDATES)
        )
        return updates, updates[-1].update_id + 1 if updates else offset
    except UNREADABLE:
        ask = partial(Api(bot).call, "getUpdates", offset=offset, allowed_updates=UPDATES)
        given = await insist(ask)
        return list(readable(given, bot)), given[-1]["update_id"] + 1 if given else offset


async def insist(ask: Callable[[], Awaitable[_Answer]]) -> _Answer:
    """Asks until Telegram answers, with growing pauses.

    Raises TelegramRefusedError when Telegram does not know the token.
    """
    pause = _FIRST_PAUSE
    while True:
        try:
            return await ask()
        except InvalidToken as error:
            raise TelegramRefusedError(
                "Telegram does not know this token; copy it anew from @BotFather into BOT_TOKEN"
            ) from error
        except TelegramError as error:
            _report(error, pause)
        await asyncio.sleep(pause)
        pause = min(pause * 2, _LONGEST_PAUSE)


def _report(error: TelegramError, pause: float) -> None:
    if isinstance(error, Conflict):
        _log.error(
            "another process is serving the same bot: Telegram gives each message to only one of them. "
            "Stop one, or use another token"
        )
    else:
        _log.warning(
            "Telegram cannot be reached (%s); next attempt in %.0f s. Behind a firewall, set telegram.proxy",
            type(error).__name__,
            pause,
        )
