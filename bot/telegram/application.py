"""python-telegram-bot put together: build, open, serve until told to stop, close."""

import asyncio
import contextlib
import logging
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import Application, ApplicationBuilder, ContextTypes, TypeHandler
from telegram.request import BaseRequest

from bot.delivery.dispatch import Dispatcher
from bot.delivery.pace import Pace
from bot.delivery.ports import StorageError, Store, Stored
from bot.errors import OperatorError
from bot.telegram.access import Administrators
from bot.telegram.api import Api
from bot.telegram.choices import Choices
from bot.telegram.commands import menus
from bot.telegram.conversation import Conversation
from bot.telegram.desk import Desk
from bot.telegram.floods import Floods, gate_of
from bot.telegram.house import House
from bot.telegram.mishaps import report_mishap
from bot.telegram.office import Listen, Office, nobody
from bot.telegram.order import ChatOrder
from bot.telegram.polling import insist
from bot.telegram.reception import Reception
from bot.telegram.replies import Replies
from bot.telegram.sender import BriefingSender
from bot.telegram.unanswered import Unanswered, write_down_each_minute

_GATHERING = 0.02  # seconds in which what was sent waits to be written down with others
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


# Builds a bot on a connection, for whoever listens to its answers.
Build = Callable[[Connection, Listen], BotApplication]


class Service:
    """The application, and the dispatcher of scheduled briefings, which is made when the store is open."""

    def __init__(
        self, application: BotApplication, make: Callable[[Store], Dispatcher], stored: Stored
    ) -> None:
        self.application = application
        self.stored = stored
        self.unanswered = Unanswered(stored)
        self._make = make
        self._made: Dispatcher | None = None

    async def dispatcher(self) -> Dispatcher:
        """The one there is; raises StorageError while the store cannot be opened."""
        store = await self.stored()
        if self._made is None:
            self._made = self._make(store)
        return self._made

    async def beat(self) -> None:
        """Sends what is due."""
        await (await self.dispatcher()).beat()

    async def send_now(self, chat: int, subscription: int) -> None:
        await (await self.dispatcher()).send_now(chat, subscription)

    async def close(self) -> None:
        """What is being sent is sent and written down."""
        if self._made is not None:
            await self._made.close()

    async def close_store(self) -> None:
        """When nobody is answered any more: gives back the dispatcher's role and every connection."""
        if self._made is not None:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.unanswered.flush(), _CLOSING / 2)
            await (await self.stored()).close()


def build_application(  # noqa: PLR0913 - what the parts of the bot are put together from
    connection: Connection,
    desk: Desk,
    house: House,
    now: Callable[[], datetime],
    stored: Stored,
    *,
    seconds: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    listen: Listen = nobody,
) -> Service:
    """The application with its one handler; nothing is opened yet.

    `seconds` and `sleep` are what the pace is kept by: they may be driven. `listen` is given the answers to
    questions in plain words.
    """
    floods = Floods(seconds)
    told: list[Callable[[object], Awaitable[None]]] = []
    application: BotApplication = (
        ApplicationBuilder()
        .token(connection.token)
        .base_url(f"{connection.base_url}/bot")
        .base_file_url(f"{connection.base_url}/file/bot")
        .request(connection.request)
        .get_updates_request(connection.updates_request)
        .updater(None)
        .concurrent_updates(ChatOrder(connection.concurrent_updates, gate_of(floods, told)))
        .build()
    )
    desk = desk.known_as(lambda: application.bot.username)
    pace = Pace(house.messages_per_second, seconds, sleep)
    api, unpaced = Api(application.bot, pace, sleep=sleep), Api(application.bot)
    sender = BriefingSender(desk, unpaced, house.voice, house.zone, house.pays_for_broadcasts)

    def make(store: Store) -> Dispatcher:
        return Dispatcher(store, sender, pace, now, house.zone.key, house.fresh, _GATHERING)

    service = Service(application, make, stored)
    choices = Choices(stored, house.voice, now)
    office = Office(desk, choices, stored, house, service.send_now, service.unanswered, listen=listen)
    reception, replies = Reception(office, Administrators(unpaced, now), now), Replies(api)
    conversation = Conversation(office, api, reception, replies, lambda: application.bot.username)
    told.append(conversation.tell_flooding)

    async def answer(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        await conversation.on_update(update)

    async def mishap(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        if context.error:
            await report_mishap(api, conversation.language_for, update, context.error)

    # One handler and a dictionary: python-telegram-bot tries sixty handlers one after the other.
    application.add_handler(TypeHandler(Update, answer))
    application.add_error_handler(mishap)
    return service


async def serve(
    service: Service, receive: Receive, stop: asyncio.Event, prepare: Callable[[], object]
) -> None:
    """Answers what `receive` brings until `stop` is set; reconnects for ever, with growing pauses.

    `prepare` is run once, beside it: work that can wait until Telegram has been asked for messages.
    Raises TelegramRefusedError when Telegram does not know the token, and whatever `receive` raises.
    """
    # Else python-telegram-bot warns, at each 429, that the time to wait will be a timedelta one day.
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    serving = asyncio.create_task(_serve(service, receive, prepare))
    stopping = asyncio.create_task(stop.wait())
    await asyncio.wait((serving, stopping), return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    serving.cancel()
    try:
        with contextlib.suppress(asyncio.CancelledError):
            await serving
    finally:
        await _close(service)


async def feed(application: BotApplication, update: dict[str, Any]) -> None:
    """Handles one update, as it comes from Telegram, to the end."""
    await application.process_update(Update.de_json(update, application.bot))


async def _serve(service: Service, receive: Receive, prepare: Callable[[], object]) -> None:
    application = service.application
    await insist(application.initialize)
    await application.start()
    _log.info("serving @%s", application.bot.username)
    asked = asyncio.Event()
    receiving = asyncio.ensure_future(receive(application, asked))
    beside = asyncio.create_task(_beside(service, prepare, asked))
    try:
        await asyncio.wait((receiving, beside), return_when=asyncio.FIRST_EXCEPTION)
        if beside.done():
            beside.result()
        await receiving
    finally:
        for task in (beside, receiving):
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await receiving


async def _beside(service: Service, prepare: Callable[[], object], asked: asyncio.Event) -> None:
    await asked.wait()
    await fill_menus(Api(service.application.bot))
    await asyncio.to_thread(prepare)
    try:
        await service.stored()
    except StorageError as error:
        raise OperatorError(str(error)) from error
    start_heartbeat(service)


def start_heartbeat(service: Service) -> None:
    """Each second what is due is asked of the store, so a beat that is missed costs a second."""

    async def beat(_: object) -> None:
        await service.beat()

    jobs = service.application.job_queue
    if jobs is not None:
        once = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        jobs.run_repeating(beat, 1.0, first=0.1, job_kwargs=once)
        write_down_each_minute(jobs, service.unanswered)


async def _close(service: Service) -> None:
    """Lets the answers in work go out, as far as there is time."""
    application = service.application
    with contextlib.suppress(TimeoutError, StorageError):
        await asyncio.wait_for(service.close(), _CLOSING)
    if application.running:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(application.stop(), _CLOSING)
    await application.update_processor.shutdown()
    await application.shutdown()
    await application.bot.shutdown()  # not part of the above while Telegram has never answered
    with contextlib.suppress(TimeoutError, StorageError):
        await asyncio.wait_for(service.close_store(), _CLOSING)


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
