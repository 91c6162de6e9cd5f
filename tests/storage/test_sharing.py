"""Several stores on one database."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from bot.delivery.ports import Result, StorageError
from bot.storage.database import Store, open_store
from bot.subscriptions.model import Reason, State
from tests.contract.scene import CHAT, DUE, MINUTE, claimed, plan, subscribed, taken

_CUT = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE application_name = 'briefing-bot' AND pid <> pg_backend_pid()
"""


@pytest.fixture(params=["sqlite", "postgresql"])
async def two(request: pytest.FixtureRequest) -> AsyncIterator[tuple[Store, Store]]:
    shared = request.getfixturevalue("url" if request.param == "sqlite" else "postgresql")
    stores = (await open_store(shared), await open_store(shared))
    async with stores[0].database.write() as connection:
        for table in ("chats", "subscriptions", "deliveries"):
            await connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608
    yield stores
    for each in stores:
        await each.close()


async def test_two_stores_never_take_the_same_row(two: tuple[Store, Store]) -> None:
    for number in range(20):
        await subscribed(two[0], subject=f"area-{number}")
    await claimed(two[0])
    takers = [two[number % 2].deliveries.take(DUE, 3, DUE + MINUTE) for number in range(10)]
    taken_up = [letter.id for letters in await asyncio.gather(*takers) for letter in letters]
    rest = [letter.id for letter in await taken(two[0])]
    assert len({*taken_up, *rest}) == len(taken_up) + len(rest) == 20


async def test_two_stores_never_claim_the_same_due_time(two: tuple[Store, Store]) -> None:
    for number in range(20):
        await subscribed(two[0], subject=f"area-{number}")
    claims = [two[number % 2].deliveries.claim(DUE, 3, plan) for number in range(10)]
    assert sum(await asyncio.gather(*claims)) + await claimed(two[1]) == 20
    assert dict(await two[1].deliveries.counts(DUE)) == {State.CLAIMED: 20}


async def test_a_pause_that_ended_meanwhile_holds_nothing(two: tuple[Store, Store]) -> None:
    await subscribed(two[0])
    await claimed(two[0])
    await two[0].chats.pause(CHAT, None, DUE)
    (letter,) = await taken(two[0])
    await two[1].chats.resume(CHAT, DUE)
    await two[0].deliveries.record([Result(letter.id, State.HELD, Reason.PAUSED, attempted=False)], DUE)
    assert len(await taken(two[0])) == 1


async def test_two_stores_open_an_empty_file_at_once(url: str) -> None:
    stores = await asyncio.gather(open_store(url), open_store(url))
    for each in stores:
        await each.close()
    assert len(stores) == 2


async def _empty_database(url: str, name: str) -> str:
    store = await open_store(url)
    async with store.database.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text(f"CREATE DATABASE {name}"))
    await store.close()
    return url.replace("/postgres?", f"/{name}?")


async def test_many_stores_open_an_empty_postgresql_at_once(postgresql: str) -> None:
    url = await _empty_database(postgresql, "opened_at_once")
    stores = await asyncio.gather(*(open_store(url) for _ in range(4)))
    assert await subscribed(stores[3])
    for each in stores:
        await each.close()


async def _cut_others(store: Store) -> None:
    async with store.database.write() as connection:
        await connection.execute(text(_CUT))


async def test_connections_that_were_cut_are_made_again(postgresql: str) -> None:
    first, second = await open_store(postgresql), await open_store(postgresql)
    await _cut_others(second)
    assert (await first.chats.change(CHAT, voice="en")).voice == "en"
    for each in (first, second):
        await each.close()


async def _cut_in_the_middle(store: Store, other: Store) -> None:
    async with store.database.write() as connection:
        await _cut_others(other)
        await connection.execute(text("SELECT 1"))


async def test_a_connection_cut_in_the_middle_of_a_change_is_told(postgresql: str) -> None:
    first, second = await open_store(postgresql), await open_store(postgresql)
    with pytest.raises(StorageError, match="postgres at /tmp/"):
        await _cut_in_the_middle(first, second)
    for each in (first, second):
        await each.close()


async def test_a_database_in_memory_is_one_for_all_who_ask_at_once() -> None:
    store = await open_store("sqlite://")
    await asyncio.gather(*(subscribed(store, subject=f"area-{number}") for number in range(10)))
    assert len(await store.subscriptions.of(CHAT)) == 10
    await store.close()
