"""What is wrong with the database, in words that say what to do and hold no password."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.delivery.ports import StorageError

# A part of what the driver says, in small letters, and what is to be done about it.
_ADVICE = (
    ("is locked", "is locked by another process; end what holds it, or wait"),
    ("is full", "cannot grow: the disk is full; make room"),
    ("no space left", "cannot grow: the disk is full; make room"),
    ("readonly", "cannot be written: check who owns the file and its folder"),
    ("read-only", "cannot be written: PostgreSQL is read-only there; name the primary server"),
    ("malformed", "is damaged: stop the bot and put a backup in its place"),
    (
        "not a database",
        "is no SQLite database, or is damaged: name another file or put a backup in its place",
    ),
    ("unable to open", "cannot be opened: check the path and who owns the folder"),
    ("disk i/o", "cannot be read or written: check the disk and who owns the folder"),
    ("password", "refuses the user or the password: check both"),
    ("no pg_hba.conf", "does not let this user in from here: check pg_hba.conf"),
    ("permission denied", "does not let this user in: check the rights"),
    ("too many connections", "has no connection left: raise max_connections or stop something"),
    ("too many clients", "has no connection left: raise max_connections or stop something"),
    ("does not exist", "lacks something that has to be there: check the names of the database and the user"),
    ("deadlock", "was asked for the same rows twice at once; to be tried again"),
)

_CROSSED = {"40P01", "40001"}  # a deadlock; a change that cannot be put in an order with others


class CrossedError(StorageError):
    """PostgreSQL ended the transaction for the sake of another one: it may be begun anew at once."""


@contextmanager
def told(place: str, password: str = "") -> Iterator[None]:
    """What SQLAlchemy, a driver or the network raises leaves as StorageError."""
    try:
        yield
    except Exception as error:
        if not _is_of_the_database(error):
            raise
        text = f"the database {place} {_advice(error)}"
        kind = CrossedError if _is_crossed(error) else StorageError
        raise kind(text.replace(password, "***") if password else text) from error


def _is_of_the_database(error: Exception) -> bool:
    # asyncpg lets some of its own through when it connects; it is loaded with PostgreSQL only.
    is_asyncpg = type(error).__module__.startswith("asyncpg.")
    return is_asyncpg or isinstance(error, SQLAlchemyError | sqlite3.Error | OSError)


def _advice(error: Exception) -> str:
    if isinstance(error, PoolTimeout | TimeoutError):
        return "does not answer in time: check the machine and the network"
    if isinstance(error, OSError) and error.filename:
        return f"cannot be opened ({error.strerror}): check the path and who owns the folder"
    said = _what_was_said(error)
    found = (advice for part, advice in _ADVICE if part in said.lower())
    unreachable = isinstance(error, OSError) or _is_lost(error)
    return next(found, "cannot be reached: check that it runs and listens there" if unreachable else said)


def _what_was_said(error: Exception) -> str:
    said = str(error.orig) if isinstance(error, DBAPIError) else str(error)
    first = said.strip().splitlines()[0] if said.strip() else type(error).__name__
    return f"cannot be used: {first}"


def _is_lost(error: Exception) -> bool:
    return isinstance(error, DBAPIError) and error.connection_invalidated


def _is_crossed(error: Exception) -> bool:
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in _CROSSED
