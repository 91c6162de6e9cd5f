"""A local Telegram for a bot that is a process of its own, and so keeps the real time."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.simulator.clock import TurnableClock
from bot.simulator.server import LocalServer
from bot.simulator.stage import Stage
from bot.simulator.telegram import LocalTelegram
from bot.simulator.world import Rules

TOKEN = "123456:TEST-made-up-for-the-tests-00000000"


def now() -> datetime:
    return datetime.now(UTC)


def open_stage() -> Stage:
    """Empty: each test brings on whom it needs."""
    clock = TurnableClock(now)
    telegram = LocalTelegram(clock, rules=Rules(local_webhooks=True))
    return Stage(telegram, clock, ZoneInfo("Asia/Shanghai"))


def guarded_server() -> LocalServer:
    """A server on such a stage that knows one token, and any name: it may stand as a proxy for another."""
    server = LocalServer(open_stage(), is_public=True)
    server.token = TOKEN
    return server
