"""The real digest, and a folder whose contents processes share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import open_desk
from bot.config import Config, ReportConfig
from bot.simulator.chats import User
from bot.simulator.server import LocalServer
from bot.telegram.desk import Desk
from tests.conftest import ROOT
from tests.end_to_end.stages import guarded_server
from tests.telegram.scene import Scene


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the bot may write; what the first one worked out, the others find."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session")
def desk(data: Path) -> Desk:
    report = ReportConfig(content=ROOT / "content", seeds=ROOT / "seeds")
    return open_desk(Config(report=report, data=data))


@pytest.fixture
async def scene(desk: Desk) -> AsyncIterator[Scene]:
    """Fails the test when a handler raised."""
    scene = Scene(desk)
    async with scene.application:
        yield scene
    assert scene.errors == []


@pytest.fixture
async def api() -> AsyncIterator[LocalServer]:
    """The Bot API over HTTP, for a bot that is a process of its own."""
    async with guarded_server() as api:
        yield api


@pytest.fixture
def person(api: LocalServer) -> User:
    return api.stage.telegram.add_user("Person")
