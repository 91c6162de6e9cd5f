"""python-telegram-bot put together: build, open, serve until told to stop, close."""

import asyncio
import contextlib
import logging
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import Application, ApplicationBuilder, ContextTypes, TypeHandler
from telegram.request import BaseRequest

from bot.report.model import Voice
from bot.telegram.api import Api
from bot.telegram.commands import menus
from bot.telegram.conversation import Conversation
from bot.telegram.desk import Desk
from bot.telegram.memory import Memory
from bot.telegram.mishaps import report_mishap
from bot.telegram.order import ChatOrder
from bot.telegram.polling import insist

_CLOSING = 4.0  # seconds; a service manager kills after five or more

_log = logging.getLogger(__name__)
# Of the six type parameters only the bot matters here.
BotApplication = Application[Any, Any, Any, Any, Any, Any]
# Brings updates until it is cancelled; sets the event once Telegram has been asked for them.
Receive = Callable[[BotApplication, asyncio.Event], Awaitable[None]]


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
        .updater(None)
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
            await report_mishap(api, conversation.language_for, update, context.error)

    # One handler and a dictionary: python-telegram-bot tries sixty handlers one after the other.
    application.add_handler(TypeHandler(Update, answer))
    application.add_error_handler(mishap)
    return application


async def serve(
    application: BotApplication, receive: Receive, stop: asyncio.Event, prepare: Callable[[], object]
) -> None:
    """Answers what `receive` brings until `stop` is set; reconnects for ever, with growing pauses.

    `prepare` is run once, beside it: work that can wait until Telegram has been asked for messages.
    Raises TelegramRefusedError when Telegram does not know the token, and whatever `receive` raises.
    """
    # Else python-telegram-bot warns, at each 429, that the time to wait will be a timedelta one day.
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    serving = asyncio.create_task(_serve(application, receive, prepare))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait((serving, stopping), return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    serving.cancel()
    try:
        with contextlib.suppress(asyncio.CancelledError):
            await serving
    finally:
        await _close(application)


async def feed(application: BotApplication, update: dict[str, Any]) -> None:
    """Handles one update, as it comes from Telegram, to the end."""
    await application.process_update(Update.de_json(update, application.bot))


async def _serve(application: BotApplication, receive: Receive, prepare: Callable[[], object]) -> None:
    await insist(application.initialize)
    await application.start()
    _log.info("serving @%s", application.bot.username)
    asked = asyncio.Event()
    beside = asyncio.create_task(_beside(application, prepare, asked))
    try:
        await receive(application, asked)
    finally:
        beside.cancel()


async def _beside(application: BotApplication, prepare: Callable[[], object], asked: asyncio.Event) -> None:
    await asked.wait()
    await fill_menus(Api(application.bot))
    await asyncio.to_thread(prepare)


async def _close(application: BotApplication) -> None:
    """Lets the answers in work go out, as far as there is time."""
    if application.running:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(application.stop(), _CLOSING)
    await application.update_processor.shutdown()
    await application.shutdown()
    await application.bot.shutdown()  # not part of the above while Telegram has never answered


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
