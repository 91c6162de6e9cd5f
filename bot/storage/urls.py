"""Addresses of databases, as operators write them and as the drivers want them."""

from dataclasses import dataclass

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.delivery.ports import StorageError

_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "postgresql": "postgresql+asyncpg",
    "postgres": "postgresql+asyncpg",
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is."""

    url: URL  # with the driver

    @property
    def is_sqlite(self) -> bool:
        return self.url.get_backend_name() == "sqlite"

    @property
    def is_in_memory(self) -> bool:
        return self.is_sqlite and self.url.database in {None, "", ":memory:"}

    @property
    def file(self) -> str | None:
        """SQLite's; None in memory, and for PostgreSQL."""
        return self.url.database if self.is_sqlite and not self.is_in_memory else None

    @property
    def password(self) -> str:
        """Empty when there is none."""
        found = self.url.password or self.url.query.get("password", "")
        return found if isinstance(found, str) else "".join(found)

    def __str__(self) -> str:
        if self.is_sqlite:
            return self.file or "in memory"
        host = self.url.query.get("host") or self.url.host or "localhost"
        port = f":{self.url.port}" if self.url.port else ""
        return f"{self.url.database or ''} at {host}{port}"


def read_url(text: str) -> Address:
    """`sqlite:///data/bot.db`, `sqlite://` or `postgresql://user@host/name`; raises StorageError."""
    wanted = "write sqlite:///data/bot.db or postgresql://user@host/name"
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        # What make_url says may quote the password.
        raise StorageError(f"the database's address cannot be read: {wanted}") from None
    backend = url.drivername.split("+")[0]
    if backend not in _DRIVERS:
        raise StorageError(f"{backend[:40]!r} is no kind of database this bot knows: {wanted}")
    return Address(_with_ssl(url.set(drivername=_DRIVERS[backend])))


def _with_ssl(url: URL) -> URL:
    """PostgreSQL's own word is sslmode, asyncpg's is ssl."""
    mode = url.query.get("sslmode")
    return url.difference_update_query(["sslmode"]).update_query_dict({"ssl": mode}) if mode else url
