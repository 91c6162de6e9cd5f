"""One database: its connections, its transactions, and what may go wrong with them."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, nullcontext, suppress
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, Protocol, TypeVar

from sqlalchemy import Connection, event, func, select
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from bot.storage.trouble import CrossedError, told
from bot.storage.urls import Address

BUSY_MS = 5000
_TRIES, _PAUSE = 20, 0.02  # seconds
_MORE_TRIES = 2  # of what crossed another transaction
_PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON")
# A machine that is gone loses its locks within 30 seconds: 10 of silence, then three questions.
_POSTGRESQL = {
    "application_name": "briefing-bot",
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "25000",
}

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")
_Work = Callable[_Asked, Coroutine[Any, Any, _Answer]]


def again_when_crossed(work: _Work[_Asked, _Answer]) -> _Work[_Asked, _Answer]:
    """A transaction that PostgreSQL ended for the sake of another is begun anew, a few times."""

    @wraps(work)
    async def tried(*args: _Asked.args, **kwargs: _Asked.kwargs) -> _Answer:
        for _ in range(_MORE_TRIES):
            with suppress(CrossedError):
                return await work(*args, **kwargs)
        return await work(*args, **kwargs)

    return tried


class Database:
    """Transactions on one database. Everything that goes wrong there is raised as StorageError."""

    def __init__(self, address: Address, engine: AsyncEngine) -> None:
        self.address = address
        self.engine = engine
        self._writing = engine.execution_options(is_writing=True)
        self._looking = engine.execution_options(is_single=True)
        # SQLite has one writer: inside the process they queue here instead of polling its lock.
        self._turn: asyncio.Lock | nullcontext[None] = asyncio.Lock() if address.is_sqlite else nullcontext()

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that changes nothing."""
        with told(str(self.address), self.address.password):
            async with self.engine.begin() as connection:
                yield connection

    @asynccontextmanager
    async def look(self) -> AsyncIterator[AsyncConnection]:
        """One statement that changes nothing, without a transaction around it: asked every second."""
        with told(str(self.address), self.address.password):
            async with self._looking.connect() as connection:
                yield connection

    @asynccontextmanager
    async def write(self, *chats: int) -> AsyncIterator[AsyncConnection]:
        """A transaction, the only one that changes these chats' choices and subscriptions meanwhile."""
        with told(str(self.address), self.address.password):
            async with self._turn, self._writing.begin() as connection:
                if not self.address.is_sqlite:
                    # In one order, that two never wait for each other.
                    for chat in sorted(set(chats)):
                        await connection.execute(select(func.pg_advisory_xact_lock(chat)))
                yield connection

    async def close(self) -> None:
        """Ends every connection."""
        with told(str(self.address), self.address.password):
            await self.engine.dispose()


def connect(address: Address, busy_ms: int = BUSY_MS) -> Database:
    """Opens nothing yet but SQLite's folder, which is created where it is missing."""
    with told(str(address), address.password):
        engine = _sqlite(address, busy_ms) if address.is_sqlite else postgresql(address)
        return Database(address, engine)


def _sqlite(address: Address, busy_ms: int) -> AsyncEngine:
    if address.file and not address.file.startswith("file:"):
        Path(address.file).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(
        address.url,
        hide_parameters=True,
        poolclass=AsyncAdaptedQueuePool,
        # A database in memory lives as long as its one connection, whose users take turns.
        pool_size=1 if address.is_in_memory else 4,
        max_overflow=0,
        # The driver begins no transaction by itself: `_begin` says which kind.
        connect_args={"timeout": busy_ms / 1000, "isolation_level": None},
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


class _Cursor(Protocol):
    def execute(self, statement: str) -> object: ...

    def close(self) -> None: ...


class _Driver(Protocol):
    def cursor(self) -> _Cursor: ...


def _prepare(connection: _Driver, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        _insist(cursor, f"PRAGMA {pragma}")
    cursor.close()


def _insist(cursor: _Cursor, statement: str) -> None:
    """Two who open a new file at once both want it in WAL; SQLite refuses one without waiting."""
    for left in reversed(range(_TRIES)):
        try:
            cursor.execute(statement)
        except sqlite3.OperationalError:
            if not left:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _begin(connection: Connection) -> None:
    # A deferred transaction that turns to writing late is refused at once instead of waiting.
    options = connection.get_execution_options()
    if options.get("is_single", False):
        return
    is_writing = options.get("is_writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def postgresql(address: Address, **options: Any) -> AsyncEngine:
    """An engine for asyncpg."""
    return create_async_engine(
        address.url,
        hide_parameters=True,
        connect_args={"server_settings": _POSTGRESQL, "timeout": 10, "command_timeout": 30},
        **(options or {"pool_pre_ping": True}),
    )
