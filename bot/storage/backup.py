"""A copy of the database while the bot runs."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.errors import OperatorError
from bot.storage.trouble import told
from bot.storage.urls import read_url


def backup(url: str, file: Path) -> None:
    """Copies SQLite's file as it stands at one moment; raises OperatorError or StorageError.

    An existing file is never written over, and none is left half-written.
    """
    address = read_url(url)
    if not address.is_sqlite:
        raise OperatorError(
            f"copy PostgreSQL by its own tool: pg_dump --format=custom --file={file} DATABASE"
        )
    if address.file is None:
        raise OperatorError("a database in memory cannot be copied: there is nothing to keep")
    if not Path(address.file).is_file():
        raise OperatorError(f"{address.file} does not exist: check the setting `database`")
    _refuse_existing(file)
    with told(address.file):
        _copy(Path(address.file), file)


def _refuse_existing(file: Path) -> None:
    if file.exists():
        raise OperatorError(f"{file} exists already: name another file, or remove it first")
    if not file.parent.is_dir():
        raise OperatorError(f"{file.parent} is no folder: create it first")


def _copy(source: Path, file: Path) -> None:
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    try:
        # mode=rw: never creates a database where there is none.
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True)) as connection:
            connection.execute("VACUUM INTO ?", (str(part),))
        part.rename(file)
    finally:
        part.unlink(missing_ok=True)
