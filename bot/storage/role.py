"""Which process dispatches: one at a time where several share a database."""

import asyncio
import sys
from pathlib import Path
from typing import IO

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.pool import NullPool

from bot.delivery.ports import StorageError
from bot.storage.engine import Database, postgresql
from bot.storage.trouble import told

_LOCK = (26_301, 2)


class OnlyRole:
    """Of a database in memory: nobody else can reach it."""

    async def hold(self) -> bool:
        """Always."""
        return True

    async def close(self) -> None:
        """Nothing to give back."""


class FileRole:
    """SQLite's file: the operating system's lock on a file beside it, which a kill releases."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(f"{database.name}-dispatcher")
        self._file: IO[bytes] | None = None

    async def hold(self) -> bool:
        """Takes the role when it is free; True while this process has it."""
        if self._file is None:
            self._file = self._locked()
        return self._file is not None

    async def close(self) -> None:
        """Gives the role back."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _locked(self) -> IO[bytes] | None:
        import fcntl  # not on Windows, where nobody else is asked: see role_of

        with told(str(self._path)):
            file = self._path.open("ab")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return None
        return file


class SharedRole:
    """PostgreSQL's: a lock that lives as long as one connection, and is free when that is gone."""

    def __init__(self, database: Database) -> None:
        self._address = database.address
        self._engine = postgresql(database.address, poolclass=NullPool)
        self._connection: AsyncConnection | None = None
        self._turn = asyncio.Lock()

    async def hold(self) -> bool:
        """Takes the role when it is free; True while this process has it. False when the database is gone."""
        async with self._turn:
            try:
                with told(str(self._address), self._address.password):
                    return await (self._take() if self._connection is None else self._still(self._connection))
            except StorageError:
                await self._drop()
                return False

    async def close(self) -> None:
        """Gives the role back."""
        async with self._turn:
            await self._drop()
            await self._engine.dispose()

    async def _take(self) -> bool:
        connection = await self._engine.connect()
        has_it = False
        try:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            has_it = bool(await connection.scalar(select(func.pg_try_advisory_lock(*_LOCK))))
        finally:
            # Kept only with the lock, also when this was cancelled half-way: `hold` goes by it.
            if has_it:
                self._connection = connection
            else:
                await connection.close()
        return has_it

    async def _still(self, connection: AsyncConnection) -> bool:
        return await connection.scalar(select(1)) == 1

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            with told(str(self._address), self._address.password):
                await connection.close()
        except StorageError:
            # It was broken already, and the lock is gone with it.
            await connection.invalidate()


def role_of(database: Database) -> OnlyRole | FileRole | SharedRole:
    """As the database's kind has it."""
    if not database.address.is_sqlite:
        return SharedRole(database)
    if database.address.file is None or sys.platform == "win32":
        return OnlyRole()
    return FileRole(Path(database.address.file))
