"""Two transactions of PostgreSQL that wait for each other: one of them is begun anew."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.ports import Result
from bot.storage.database import Store, open_store
from bot.storage.engine import again_when_crossed
from bot.storage.tables import chats, deliveries, subscriptions
from bot.storage.trouble import CrossedError
from bot.subscriptions.model import State
from tests.contract.scene import CHAT, DUE, claimed, states, subscribed, taken


@pytest.fixture
async def store(postgresql: str) -> AsyncIterator[Store]:
    found = await open_store(postgresql)
    async with found.database.write() as connection:
        for table in (chats, subscriptions, deliveries):
            await connection.execute(table.delete())
    yield found
    await found.close()


async def touch(connection: AsyncConnection, number: int) -> None:
    """Nobody else can change this delivery until the end of the transaction."""
    await connection.execute(update(deliveries).where(deliveries.c.id == number).values(changed_at=DUE))


async def until_somebody_waits(store: Store) -> None:
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    async with asyncio.timeout(10), store.database.read() as connection:
        while not await connection.scalar(waiting):
            pass


async def test_what_was_sent_is_recorded_though_another_transaction_is_in_the_way(store: Store) -> None:
    for chat in (CHAT, CHAT + 1):
        await subscribed(store, chat)
    await claimed(store)
    first, second = sorted(letter.id for letter in await taken(store))
    async with store.database.write() as other:
        await other.execute(text("SET LOCAL deadlock_timeout = '60s'"))  # it is not the one to give up
        await touch(other, second)
        results = [Result(number, State.SENT) for number in (first, second)]
        recording = asyncio.create_task(store.deliveries.record(results, DUE))
        await until_somebody_waits(store)
        await touch(other, first)
    await recording
    assert await states(store) == {State.SENT: 2}


async def test_it_is_not_tried_for_ever() -> None:
    tried = []

    @again_when_crossed
    async def work() -> None:
        tried.append(1)
        raise CrossedError

    with pytest.raises(CrossedError):
        await work()
    assert len(tried) == 3
