"""python-telegram-bot put together: build, open, serve until told to stop, close."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from telegram import Update
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError
from telegram.ext import Application, ApplicationBuilder, ContextTypes, TypeHandler
from telegram.request import BaseRequest

from bot.briefing.briefing import Voice, first_language
from bot.errors import TelegramRefusedError
from bot.telegram.api import Api
from bot.telegram.commands import menus
from bot.telegram.conversation import Conversation
from bot.telegram.desk import Desk
from bot.telegram.memory import Memory
from bot.telegram.mishaps import report_mishap
from bot.telegram.order import ChatOrder

UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY]
_LONGEST_PAUSE = 60.0  # seconds between attempts to reach Telegram
_CLOSING = 4.0  # seconds; a service manager kills after five or more

_log = logging.getLogger(__name__)
# Of the six type parameters only the bot matters here.
BotApplication = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Connection:
    """How to reach Telegram, and as whom."""

    token: str
    base_url: str
    request: BaseRequest
    updates_request: BaseRequest
    concurrent_updates: int = 1


def build_application(
    connection: Connection, desk: Desk, today: Callable[[], date], house_voice: Voice
) -> BotApplication:
    """The application with its one handler; nothing is opened yet."""
    application: BotApplication = (
        ApplicationBuilder()
        .token(connection.token)
        .base_url(f"{connection.base_url}/bot")
        .base_file_url(f"{connection.base_url}/file/bot")
        .request(connection.request)
        .get_updates_request(connection.updates_request)
        .concurrent_updates(ChatOrder(connection.concurrent_updates))
        .job_queue(None)
        .build()
    )
    api = Api(application.bot)
    conversation = Conversation(desk, Memory(house_voice), api, today, lambda: application.bot.username)

    async def answer(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        await conversation.on_update(update)

    async def mishap(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        if context.error:
            await report_mishap(api, first_language(house_voice), update, context.error)

    # One handler and a dictionary: python-telegram-bot tries sixty handlers one after the other.
    application.add_handler(TypeHandler(Update, answer))
    application.add_error_handler(mishap)
    return application


async def serve(application: BotApplication, poll_seconds: int, stop: asyncio.Event) -> None:
    """Long polling until `stop` is set; reconnects for ever, with growing pauses.

    Raises TelegramRefusedError when Telegram does not know the token.
    """
    await _open(application, stop)
    if stop.is_set():
        return
    updater = application.updater
    if updater is None:
        raise RuntimeError("the application was built without an updater")
    try:
        await application.start()
        await updater.start_polling(
            timeout=poll_seconds,
            bootstrap_retries=-1,
            allowed_updates=UPDATES,
            error_callback=_report_polling_error,
        )
        _log.info("serving @%s", application.bot.username)
        menu = asyncio.create_task(fill_menus(Api(application.bot)))
        await stop.wait()
        menu.cancel()
    finally:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(_close(application), _CLOSING)


async def feed(application: BotApplication, update: dict[str, Any]) -> None:
    """Handles one update, as it comes from Telegram, to the end."""
    await application.process_update(Update.de_json(update, application.bot))


async def _open(application: BotApplication, stop: asyncio.Event) -> None:
    """Asks Telegram who we are, until it answers."""
    pause = 1.0
    while not stop.is_set():
        try:
            await application.initialize()
        except InvalidToken as error:
            raise TelegramRefusedError(
                "Telegram does not know this token; copy it anew from @BotFather into BOT_TOKEN"
            ) from error
        except NetworkError as error:
            _log.warning(
                "Telegram cannot be reached (%s); next attempt in %.0f s. "
                "Behind a firewall, set telegram.proxy",
                type(error).__name__,
                pause,
            )
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), pause)
            pause = min(pause * 2, _LONGEST_PAUSE)
        else:
            return


async def _close(application: BotApplication) -> None:
    if application.updater and application.updater.running:
        await application.updater.stop()
    if application.running:
        await application.stop()
    await application.shutdown()


async def fill_menus(api: Api) -> None:
    """Telegram's command menus; the bot works without them, so a failure is only logged."""
    try:
        for menu in menus():
            await api.call(
                "setMyCommands",
                commands=menu.commands,
                scope=menu.scope,
                language_code=menu.language_code or None,
            )
    except TelegramError as error:
        _log.warning("the command menus could not be filled: %s", type(error).__name__)


def _report_polling_error(error: TelegramError) -> None:
    if isinstance(error, Conflict):
        _log.error(
            "another process is serving the same bot: Telegram gives each message to only one of them. "
            "Stop one, or use another token"
        )
    else:
        _log.warning("no updates from Telegram (%s); trying again", type(error).__name__)
