"""What was asked in vain, counted by day."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.ports import MOST_WORDS_A_DAY, Counted
from bot.storage.engine import Database
from bot.storage.tables import unanswered

_COUNTS = unanswered.c
_LOCK = (26_301, 3)  # as in migrate.py
_MORE = (
    update(unanswered)
    .where(
        _COUNTS.day == bindparam("on"),
        _COUNTS.words == bindparam("asked"),
        _COUNTS.language == bindparam("spoken"),
    )
    .values(times=_COUNTS.times + bindparam("more"))
)


class StoredUnanswered:
    """`Unanswered` of bot.delivery.ports, in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, day: date, counted: Sequence[Counted]) -> None:
        """Counts these too, all or nothing; words beyond MOST_WORDS_A_DAY different ones are left out."""
        if not counted:
            return
        async with self._database.write() as connection:
            if not self._database.address.is_sqlite:
                # Two who count at once would each see room for the last words of the day.
                await connection.execute(select(func.pg_advisory_xact_lock(*_LOCK)))
            known = await _known(connection, day)
            if more := [_addition(day, each) for each in counted if (each.words, each.language) in known]:
                await connection.execute(_MORE, more)
            if new := list(_rows(day, counted, known)):
                await connection.execute(insert(unanswered), new)

    async def since(self, day: date) -> Sequence[Counted]:
        """From that day on, all days together, most frequent first."""
        times = func.sum(_COUNTS.times)
        query = select(_COUNTS.words, _COUNTS.language, times).where(_COUNTS.day >= day)
        grouped = query.group_by(_COUNTS.words, _COUNTS.language)
        async with self._database.read() as connection:
            found = (await connection.execute(grouped)).all()
        # Sorted here: how PostgreSQL orders text depends on where it was set up.
        return sorted((Counted(*row) for row in found), key=lambda each: (-each.times, each.words))

    async def prune(self, before: date) -> int:
        """Removes earlier days; returns how many rows."""
        async with self._database.write() as connection:
            return (await connection.execute(delete(unanswered).where(_COUNTS.day < before))).rowcount


async def _known(connection: AsyncConnection, day: date) -> set[tuple[str, str]]:
    rows = await connection.execute(select(_COUNTS.words, _COUNTS.language).where(_COUNTS.day == day))
    return {(words, language) for words, language in rows}


def _addition(day: date, each: Counted) -> dict[str, Any]:
    return {"on": day, "asked": each.words, "spoken": each.language, "more": each.times}


def _rows(day: date, counted: Sequence[Counted], known: set[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """As many new ones as there is room for."""
    new = [each for each in counted if (each.words, each.language) not in known]
    for each in new[: max(MOST_WORDS_A_DAY - len(known), 0)]:
        yield {"day": day, "words": each.words, "language": each.language, "times": each.times}
