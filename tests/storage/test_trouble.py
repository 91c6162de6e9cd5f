"""What a broken database does: one clear sentence, nothing half-written, no password."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.delivery.ports import Plan, StorageError
from bot.storage.database import Store, open_store
from bot.storage.trouble import told
from bot.subscriptions.model import Subscription
from tests.contract.scene import CHAT, DUE, claimed, subscribed, taken


async def test_a_locked_database_is_said_to_be_locked(store: Store, file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError, match="is locked by another process"):
            await store.chats.change(CHAT, voice="en")
    assert (await store.chats.change(CHAT, voice="zh")).voice == "zh"


async def test_a_locked_database_is_read_all_the_same(store: Store, file: Path) -> None:
    await store.chats.change(CHAT, voice="en")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert (await store.chats.get(CHAT)).voice == "en"


async def test_a_database_that_may_only_be_read_says_so(store: Store, file: Path) -> None:
    await subscribed(store)
    only_read = await open_store(f"sqlite:///file:{file}?mode=ro&uri=true")
    with pytest.raises(StorageError, match=r"cannot be written: check who owns"):
        await only_read.chats.change(CHAT, voice="en")
    assert len(await only_read.subscriptions.of(CHAT)) == 1
    await only_read.close()


async def test_a_full_disk_says_so_and_keeps_what_was_there(store: Store) -> None:
    await subscribed(store)
    async with store.database.write() as connection:
        await connection.execute(text("PRAGMA max_page_count = 1"))
    with pytest.raises(StorageError, match="the disk is full"):
        await _fill(store)
    assert (await store.subscriptions.of(CHAT))[0].subject == "today"


async def _fill(store: Store) -> None:
    for chat in range(1, 2000):
        await subscribed(store, chat, "x" * 200)


async def test_a_file_that_is_no_database_says_so(url: str, file: Path) -> None:
    _scribble(file)
    with pytest.raises(StorageError, match="is no SQLite database"):
        await open_store(url)
    assert _is_scribbled(file)


def _scribble(file: Path) -> None:
    file.write_bytes(b"Dear diary, " * 1000)


def _is_scribbled(file: Path) -> bool:
    return file.read_bytes() == b"Dear diary, " * 1000


async def test_a_damaged_database_says_so(url: str, file: Path) -> None:
    await (await open_store(url)).close()
    _damage(file)
    with pytest.raises(StorageError, match="is damaged"):
        await _used(url)


def _damage(file: Path) -> None:
    """Leaves the first page."""
    kept, rest = file.read_bytes()[:4096], file.stat().st_size - 4096
    file.write_bytes(kept + b"\xff" * rest)


async def _used(url: str) -> None:
    store = await open_store(url)
    try:
        await subscribed(store)
    finally:
        await store.close()


async def test_a_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    await (await open_store(f"sqlite:///{tmp_path}/some/where/bot.db")).close()
    assert (tmp_path / "some/where/bot.db").is_file()


async def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(StorageError, match=r"taken/bot\.db cannot be opened .*: check the path"):
        await open_store(f"sqlite:///{tmp_path}/taken/bot.db")


async def test_a_plan_that_fails_leaves_everything_as_it_was(store: Store) -> None:
    added = await subscribed(store)
    with pytest.raises(ZeroDivisionError):
        await store.deliveries.claim(DUE, 10, _broken_plan)
    assert await store.subscriptions.of(CHAT) == (added,)
    assert (await claimed(store), len(await taken(store))) == (1, 1)


def _broken_plan(subscription: Subscription, now: object) -> Plan:
    raise ZeroDivisionError(subscription, now)


async def test_no_server_there_is_said_without_the_password() -> None:
    with pytest.raises(StorageError, match="cannot be reached") as caught:
        await open_store("postgresql://me:sesame@127.0.0.1:1/bot")
    assert "sesame" not in str(caught.value)


async def test_a_database_that_is_not_there_is_said_without_the_password(postgresql: str) -> None:
    with pytest.raises(StorageError, match="check the names") as caught:
        await open_store(postgresql.replace(":@/postgres?", ":sesame@/nowhere?"))
    assert "sesame" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    ["postgresql:/me:sesame@host/db", "postgresql://me:sesame@host:port/db", "mysql://me:sesame@host/db"],
)
async def test_an_address_that_cannot_be_read_is_not_repeated(url: str) -> None:
    with pytest.raises(StorageError, match=r"write sqlite:///data/bot\.db") as caught:
        await open_store(url)
    assert "sesame" not in str(caught.value)


def test_a_password_that_a_driver_repeats_is_hidden() -> None:
    with pytest.raises(StorageError) as caught, told("bot at host", "sesame"):
        raise sqlite3.Error("odd: sesame")
    assert str(caught.value) == "the database bot at host cannot be used: odd: ***"


@pytest.mark.parametrize(
    ("said", "advice"),
    [("password authentication failed", "refuses the user"), ("sorry, too many clients", "max_connections")],
)
def test_what_a_server_says_is_told_as_what_to_do(said: str, advice: str) -> None:
    with pytest.raises(StorageError, match=advice), told("bot at host"):
        raise OSError(said)
