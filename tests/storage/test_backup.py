"""Copies of the database while the bot runs."""

from pathlib import Path

import pytest

from bot.delivery.ports import StorageError
from bot.errors import OperatorError
from bot.storage.backup import backup
from bot.storage.database import Store, open_store
from tests.contract.scene import CHAT, subscribed


async def test_a_copy_has_everything_that_was_stored(store: Store, url: str, tmp_path: Path) -> None:
    added = await subscribed(store)
    backup(url, tmp_path / "copy.db")
    await store.subscriptions.remove(CHAT, added.id)
    copy = await open_store(f"sqlite:///{tmp_path}/copy.db")
    assert await copy.subscriptions.of(CHAT) == (added,)
    await copy.close()


async def test_a_copy_is_made_in_the_middle_of_a_change(store: Store, url: str, tmp_path: Path) -> None:
    async with store.database.write():
        backup(url, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").stat().st_size > 0


async def test_an_existing_file_is_not_written_over(store: Store, url: str, tmp_path: Path) -> None:
    assert store
    (tmp_path / "copy.db").write_text("mine")
    with pytest.raises(OperatorError, match="exists already"):
        backup(url, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "mine"


def test_a_broken_database_leaves_no_half_of_a_copy(url: str, file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"Dear diary, " * 1000)
    with pytest.raises(StorageError, match="is no SQLite database"):
        backup(url, tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("postgresql://me:sesame@host/bot", "pg_dump"),
        ("sqlite://", "in memory"),
        ("sqlite:////nowhere/bot.db", "does not exist"),
    ],
)
def test_what_cannot_be_copied_says_what_to_do(url: str, advice: str, tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match=advice) as caught:
        backup(url, tmp_path / "copy.db")
    assert "sesame" not in str(caught.value)


async def test_a_copy_needs_its_folder(store: Store, url: str, tmp_path: Path) -> None:
    assert store
    with pytest.raises(OperatorError, match="is no folder"):
        backup(url, tmp_path / "missing" / "copy.db")
