"""Counts of what was asked in vain: how their table came, and when something is wrong with one of them."""

from datetime import date

import pytest
from sqlalchemy import text

from bot.delivery.ports import Counted, StorageError
from bot.storage.database import Store, open_store
from tests.contract.scene import CHAT

TODAY = date(2026, 5, 6)


async def test_counts_are_added_all_or_not_at_all(store: Store) -> None:
    await store.unanswered.add(TODAY, [Counted("岗位", "zh", 1)])
    impossible = Counted("地铁", "zh", None)  # type: ignore[arg-type]
    with pytest.raises(StorageError):
        await store.unanswered.add(TODAY, [Counted("岗位", "zh", 1), impossible])
    assert list(await store.unanswered.since(TODAY)) == [Counted("岗位", "zh", 1)]


async def test_a_database_from_before_them_gets_their_table_and_keeps_everything(url: str) -> None:
    store = await open_store(url)
    await store.chats.change(CHAT, voice="en")
    async with store.database.write() as connection:
        await connection.execute(text("DROP TABLE unanswered"))
        await connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    await store.close()
    store = await open_store(url)
    await store.unanswered.add(TODAY, [Counted("岗位", "zh", 1)])
    assert len(await store.unanswered.since(TODAY)) == 1
    assert (await store.chats.get(CHAT)).voice == "en"
    await store.close()
