"""One server for each module; for each test fresh people, the usual rules, and nothing waiting."""

import logging
from collections.abc import AsyncIterator, Iterator
from zoneinfo import ZoneInfo

import aiohttp
import pytest
import pytest_asyncio

from bot.simulator.server import LocalServer
from bot.simulator.stage import Stage, set_stage
from bot.simulator.telegram import LocalTelegram
from bot.simulator.world import Rules
from tests.simulator.scenes import SetClock
from tests.simulator.serving.callers import Bot, Browser

RULES = Rules(local_webhooks=True)


@pytest.fixture(scope="module")
def real_time() -> SetClock:
    """What the clock of the stage is driven by."""
    return SetClock()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def server(real_time: SetClock) -> AsyncIterator[LocalServer]:
    async with LocalServer(set_stage(real_time, ZoneInfo("Asia/Shanghai"), "en", rules=RULES)) as server:
        yield server


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def stage(server: LocalServer) -> Iterator[Stage]:
    """As it was set, but for the people and groups of earlier tests, and nothing waits for the bot."""
    server.stage.telegram.updates.drop()
    yield server.stage
    telegram = server.stage.telegram
    telegram.end_trouble()
    telegram.set_rules(RULES)
    telegram.is_logged_out = False
    telegram.call("deleteWebhook", {})
    telegram.updates.allow([])
    telegram.calls.clear()
    server.stage.clock.return_to_real_time()


@pytest.fixture
def telegram(stage: Stage) -> LocalTelegram:
    return stage.telegram


@pytest.fixture
def bot(session: aiohttp.ClientSession, server: LocalServer, stage: Stage) -> Bot:
    """Finds the stage as it was set."""
    assert stage is server.stage
    return Bot(session, server.url)


@pytest.fixture
def browser(session: aiohttp.ClientSession, server: LocalServer, stage: Stage) -> Browser:
    """Finds the stage as it was set."""
    assert stage is server.stage
    return Browser(session, server.url)


@pytest.fixture(autouse=True)
def no_errors_in_the_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Whatever bots and browsers send, the server has an answer to it."""
    yield
    errors = [record for record in caplog.get_records("call") if record.levelno >= logging.ERROR]
    assert [record.getMessage() for record in errors] == []
