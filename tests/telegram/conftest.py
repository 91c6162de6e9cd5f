"""The real digest behind a desk, and scenes to play with it."""

from collections.abc import AsyncIterator

import pytest

from bot.app import open_desk
from bot.config import Config, ReportConfig
from bot.simulator.chats import Chat, User
from bot.telegram.desk import Desk
from tests.conftest import ROOT
from tests.telegram.scene import Scene


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Built once: its pages never change."""
    report = ReportConfig(content=ROOT / "content", seeds=ROOT / "seeds")
    return open_desk(Config(report=report, data=tmp_path_factory.mktemp("data")))


@pytest.fixture
async def scene(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    """Fails the test when a handler raised and the test did not ask for it."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # as `serve` does
    scene = Scene(desk)
    async with scene.application:
        yield scene
    assert scene.errors == []


@pytest.fixture
def anna(scene: Scene) -> User:
    """Her client is in Chinese."""
    return scene.person("zh-hans")


@pytest.fixture
def boris(scene: Scene) -> User:
    """His client is in Russian."""
    return scene.person("ru")


@pytest.fixture
def group(scene: Scene, anna: User, boris: User) -> Chat:
    """Anna's; Boris is a member."""
    group = scene.telegram.create_group("Office", anna)
    scene.telegram.add_member(group, boris)
    return group


@pytest.fixture
def forum(scene: Scene, anna: User) -> Chat:
    return scene.telegram.create_group("Forum", anna, forum=True)
