"""What stores chats, subscriptions and deliveries in a database. Opened once, closed at the end."""

from dataclasses import dataclass

from bot.storage.chats import StoredChats
from bot.storage.deliveries import StoredDeliveries
from bot.storage.engine import BUSY_MS, Database, connect
from bot.storage.migrate import migrate
from bot.storage.role import FileRole, OnlyRole, SharedRole, role_of
from bot.storage.subscriptions import StoredSubscriptions
from bot.storage.unanswered import StoredUnanswered
from bot.storage.urls import read_url


@dataclass(frozen=True, slots=True)
class Store:
    """The ports of bot.delivery, all on one database."""

    database: Database
    chats: StoredChats
    subscriptions: StoredSubscriptions
    deliveries: StoredDeliveries
    unanswered: StoredUnanswered
    role: OnlyRole | FileRole | SharedRole

    async def close(self) -> None:
        """Gives the role back and ends every connection."""
        await self.role.close()
        await self.database.close()


async def open_store(url: str, busy_ms: int = BUSY_MS) -> Store:
    """Opens a database, with its tables brought up to date; raises StorageError, and has then closed it.

    `url` is as operators write it: `sqlite:///data/bot.db`, `sqlite://` in memory, `postgresql://user@host/name`.
    `busy_ms` is how long SQLite waits for another process.
    """
    database = connect(read_url(url), busy_ms)
    try:
        await migrate(database)
    except BaseException:
        await database.close()
        raise
    return _store(database)


def _store(database: Database) -> Store:
    return Store(
        database=database,
        chats=StoredChats(database),
        subscriptions=StoredSubscriptions(database),
        deliveries=StoredDeliveries(database),
        unanswered=StoredUnanswered(database),
        role=role_of(database),
    )
