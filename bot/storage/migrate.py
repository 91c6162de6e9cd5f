"""Brings a database to the tables of this version."""

from pathlib import Path

from sqlalchemy import Connection, func, inspect, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.ports import StorageError
from bot.storage.engine import Database, connect
from bot.storage.urls import read_url

# Alembic's head: known here so that a database that has it needs no Alembic, which is slow to load.
HEAD = "0002"
FOLDER = Path(__file__).parent / "migrations"
_LOCK = (26_301, 1)  # any two numbers that nobody else uses in the same database


async def upgrade(url: str) -> None:
    """Creates or changes the tables where that is needed; raises StorageError."""
    database = connect(read_url(url))
    try:
        await migrate(database)
    finally:
        await database.close()


async def migrate(database: Database) -> None:
    """As `upgrade`, for one that is open: all or nothing, by one process at a time."""
    async with database.read() as connection:
        if await _version(connection) == HEAD:
            return
    async with database.write() as connection:
        if not database.address.is_sqlite:
            await connection.execute(select(func.pg_advisory_xact_lock(*_LOCK)))
        # Somebody else may have done it while we waited.
        if await _version(connection) != HEAD:
            await connection.run_sync(_run)


async def _version(connection: AsyncConnection) -> str | None:
    if not await connection.run_sync(lambda each: inspect(each).has_table("alembic_version")):
        return None
    version: str | None = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    return version


def _run(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StorageError(f"the database is of a newer version of this bot: update it ({error})") from error
