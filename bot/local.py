"""The bot on a local Telegram, with a chat page in the browser; and that local Telegram alone."""

import asyncio
from collections.abc import Callable

from bot import app
from bot.briefing.briefing import first_language
from bot.config import Config
from bot.simulator.request import LOCAL_TOKEN, LocalRequest
from bot.simulator.server import LocalServer
from bot.simulator.stage import Stage, set_stage
from bot.simulator.world import Rules
from bot.telegram.application import Connection, build_application
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
    application = build_application(connection, desk, app.today_in(config, stage.clock), config.language)
    app.settle()
    server = LocalServer(stage, port=PORT if port is None else port, or_any=port is None)
    async with server:
        tell(server.url)
        await serve_telegram(
            application, lambda bot, asked: poll(bot, _WAIT, asked), stop, prepare=lambda: desk.texts
        )


async def simulate(server: LocalServer, stop: asyncio.Event, tell: Tell) -> None:
    """The server alone, for bots of any kind."""
    async with server:
        tell(server.url)
        await stop.wait()


def set_local_stage(config: Config, real: app.Clock, *, turns_bot: bool) -> Stage:
    """A stage in the district's language and zone; `turns_bot` when the bot reads its clock."""
    language, rules = first_language(config.language), Rules(local_webhooks=True)
    return set_stage(real, config.zone, language, rules=rules, turns_bot=turns_bot)
