"""Which of several processes dispatches."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from bot.storage.database import Store, open_store
from bot.storage.role import SharedRole

_KILL = """
SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
"""


@pytest.fixture
async def two(postgresql: str) -> AsyncIterator[tuple[Store, Store]]:
    stores = (await open_store(postgresql), await open_store(postgresql))
    yield stores
    for each in stores:
        await each.close()


async def _cut(store: Store) -> None:
    async with store.database.write() as connection:
        await connection.execute(text(_KILL))


async def test_one_of_two_dispatches(two: tuple[Store, Store]) -> None:
    first, second = two
    assert [await each.role.hold() for each in (first, second, first)] == [True, False, True]


async def test_the_role_moves_when_its_holder_ends(two: tuple[Store, Store]) -> None:
    first, second = two
    assert await first.role.hold()
    await first.close()
    assert await second.role.hold()


async def test_the_role_moves_when_its_holders_connection_is_cut(two: tuple[Store, Store]) -> None:
    first, second = two
    assert await first.role.hold()
    await _cut(second)
    assert [await each.role.hold() for each in (second, first, first)] == [True, False, False]


async def test_who_lost_the_connection_takes_the_role_again_when_it_is_free(two: tuple[Store, Store]) -> None:
    first, second = two
    assert await first.role.hold()
    await _cut(second)
    assert [await first.role.hold() for _ in range(2)] == [False, True]


async def test_nobody_dispatches_while_the_database_is_gone(two: tuple[Store, Store]) -> None:
    gone = two[0].database.address.url.set(query={}, host="127.0.0.1", port=1)
    database = type(two[0].database)(type(two[0].database.address)(gone), two[0].database.engine)
    assert await SharedRole(database).hold() is False
