"""The bot on a local Telegram, with a chat page in the browser; and that local Telegram alone."""

import asyncio
import contextlib
from collections.abc import Callable
from datetime import datetime
from typing import NoReturn

from bot import app
from bot.briefing.briefing import first_language
from bot.config import Config
from bot.simulator.clock import TurnableClock
from bot.simulator.request import LOCAL_TOKEN, LocalRequest
from bot.simulator.server import LocalServer
from bot.simulator.stage import Stage, set_stage
from bot.simulator.world import Rules
from bot.telegram.application import Connection, Service, build_application
from bot.telegram.application import serve as serve_telegram
from bot.telegram.polling import poll

PORT = 8081
_WAIT = 30  # seconds of a poll, in the time of this machine

Tell = Callable[[str], None]


async def serve_page(
    config: Config, real: app.Clock, port: int | None, stop: asyncio.Event, tell: Tell
) -> None:
    """The bot and its page until `stop` is set; `tell` is given the address once people can go there.

    Without a port it is the usual one, or any that is free. Raises OperatorError when the one named is not.
    """
    stage = set_local_stage(config, real, turns_bot=True)
    desk = app.open_desk(config)
    request = LocalRequest(stage.telegram)
    connection = Connection(LOCAL_TOKEN, "http://local", request, request, config.telegram.concurrent_updates)
    stored = app.opened_once("sqlite://")  # as everything here, forgotten at the end
    service = build_application(connection, desk, app.house_of(config), stage.clock, stored)
    app.settle()
    server = LocalServer(stage, port=PORT if port is None else port, or_any=port is None)
    async with server:
        tell(server.url)
        following = asyncio.create_task(follow(stage.clock, service))
        try:
            await serve_telegram(
                service, lambda bot, asked: poll(bot, _WAIT, asked), stop, prepare=lambda: desk.texts
            )
        finally:
            following.cancel()


async def follow(clock: TurnableClock, service: Service) -> NoReturn:
    """Sends what is due whenever the clock is turned, and when it comes to it: it may run fast."""
    dispatcher, moved = await service.dispatcher(), asyncio.Event()
    shown: datetime | None = None
    clock.watch(moved.set)
    clock.due_from(lambda now: shown if shown and shown > now else None)
    while True:
        await dispatcher.beat()
        due = await dispatcher.next_due()
        if due != shown:
            shown = due
            clock.tell()
        moved.clear()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(moved.wait(), _pause(clock, dispatcher.wakes_at))


def _pause(clock: TurnableClock, work: datetime | None) -> float:
    """Real seconds until there is work, at most one: somebody may have subscribed meanwhile."""
    if work is None or not clock.rate:
        return 1.0
    return min(max((work - clock()).total_seconds() / clock.rate, 0.005), 1.0)


async def simulate(server: LocalServer, stop: asyncio.Event, tell: Tell) -> None:
    """The server alone, for bots of any kind."""
    async with server:
        tell(server.url)
        await stop.wait()


def set_local_stage(config: Config, real: app.Clock, *, turns_bot: bool) -> Stage:
    """A stage in the district's language and zone; `turns_bot` when the bot reads its clock."""
    language, rules = first_language(config.language), Rules(local_webhooks=True)
    return set_stage(real, config.zone, language, rules=rules, turns_bot=turns_bot)
