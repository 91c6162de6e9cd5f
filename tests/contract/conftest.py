"""Every store there is."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.delivery.ports import Store
from bot.storage.database import Store as StoredStore
from bot.storage.database import open_store
from bot.storage.memory import MemoryStore
from tests.contract.postgresql import running_postgresql


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    with running_postgresql() as url:
        yield url


async def emptied(url: str) -> StoredStore:
    """A store of PostgreSQL with nothing in it."""
    store = await open_store(url)
    async with store.database.write() as connection:
        await connection.execute(text("TRUNCATE chats, subscriptions, deliveries, unanswered"))
    return store


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    found = await _opened(request, tmp_path)
    yield found
    await found.close()


async def _opened(request: pytest.FixtureRequest, folder: Path) -> Store:
    if request.param == "memory":
        return MemoryStore()
    if request.param == "sqlite":
        return await open_store(f"sqlite:///{folder}/bot.db")
    return await emptied(request.getfixturevalue("postgresql"))
