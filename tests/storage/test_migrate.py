"""How the tables come to be."""

import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.delivery.ports import StorageError
from bot.storage.database import Store, open_store
from bot.storage.migrate import FOLDER, HEAD, upgrade
from bot.storage.tables import metadata
from tests.contract.scene import CHAT

_OPEN = """
import asyncio, sys
from bot.storage.database import open_store
async def main():
    await (await open_store(sys.argv[1])).close()
asyncio.run(main())
sys.exit("alembic" in sys.modules)
"""


def _differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


def test_the_version_that_needs_no_alembic_is_alembics_head() -> None:
    assert ScriptDirectory(str(FOLDER)).get_heads() == [HEAD]


async def test_migrations_make_the_tables_that_are_used(store: Store) -> None:
    async with store.database.read() as connection:
        assert await connection.run_sync(_differences) == []


async def test_migrations_make_the_same_in_postgresql(postgresql: str) -> None:
    store = await open_store(postgresql)
    async with store.database.read() as connection:
        assert await connection.run_sync(_differences) == []
    await store.close()


async def test_an_upgrade_of_what_is_up_to_date_keeps_everything(url: str) -> None:
    for _ in range(2):
        await upgrade(url)
    store = await open_store(url)
    await store.chats.change(CHAT, voice="en")
    await upgrade(url)
    assert (await store.chats.get(CHAT)).voice == "en"
    await store.close()


async def test_a_database_of_a_newer_version_is_left_alone(url: str) -> None:
    store = await open_store(url)
    async with store.database.write() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await store.close()
    with pytest.raises(StorageError, match="newer version of this bot"):
        await open_store(url)


def test_only_what_is_not_up_to_date_needs_alembic(url: str) -> None:
    opened = [
        subprocess.run([sys.executable, "-c", _OPEN, url], check=False, timeout=60).returncode  # noqa: S603
        for _ in range(2)
    ]
    assert opened == [True, False]
