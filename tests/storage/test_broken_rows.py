"""One row that cannot be read, written by another version or by hand, holds up no other."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import update

from bot.delivery.ports import UnknownSubscriptionError
from bot.storage.database import Store, open_store
from bot.storage.tables import chats, deliveries, subscriptions
from bot.subscriptions.model import Lost, State
from tests.contract.scene import CHAT, DAILY, DAY, DUE, claimed, states, subscribed, taken

OTHER = CHAT + 1


@pytest.fixture(params=["sqlite", "postgresql"])
async def store(request: pytest.FixtureRequest) -> AsyncIterator[Store]:
    """One whose first subscription is of CHAT, its second of OTHER."""
    found = await open_store(request.getfixturevalue("url" if request.param == "sqlite" else "postgresql"))
    async with found.database.write() as connection:
        for table in (chats, subscriptions, deliveries):
            await connection.execute(table.delete())
    for chat in (CHAT, OTHER):
        await subscribed(found, chat)
    yield found
    await found.close()


async def break_schedule(store: Store, schedule: str) -> None:
    async with store.database.write() as connection:
        its = subscriptions.c.chat_id == CHAT
        await connection.execute(update(subscriptions).where(its).values(schedule=schedule))


async def test_a_schedule_that_cannot_be_read_is_set_aside(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    await break_schedule(store, "daily 08:30 Nowhere/Secret")
    assert (await claimed(store), await claimed(store)) == (2, 0)
    assert [letter.chat.id for letter in await taken(store)] == [OTHER]
    assert await states(store) == {State.FAILED: 1, State.CLAIMED: 1}
    assert caplog.text.count("cannot be planned, it is set aside: ScheduleTextError at") == 1
    assert "Secret" not in caplog.text


async def test_what_was_set_aside_goes_on_the_day_after_it_was_mended(store: Store) -> None:
    await break_schedule(store, "daily 25:00 UTC")
    await claimed(store)
    await break_schedule(store, str(DAILY))
    await claimed(store, DUE + DAY)
    assert {letter.due for letter in await taken(store, DUE + DAY) if letter.chat.id == CHAT} == {DUE + DAY}


async def test_a_chat_that_cannot_be_read_keeps_its_deliveries_only(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    await store.chats.change(CHAT, is_paused=True)
    await claimed(store)
    async with store.database.write() as connection:
        await connection.execute(update(chats).values(lost="secret"))
    assert [letter.chat.id for letter in await taken(store)] == [OTHER]
    assert await states(store) == {State.FAILED: 1, State.CLAIMED: 1}
    assert "it has failed: ValueError at" in caplog.text
    assert "secret" not in caplog.text


async def test_a_list_of_subscriptions_opens_without_the_one_that_cannot_be_read(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    (broken,) = await store.subscriptions.of(CHAT)
    await break_schedule(store, "daily 08:30 Nowhere/Secret")
    added = await subscribed(store, subject="jobs")
    assert await store.subscriptions.of(CHAT) == (added,)
    assert f"Subscription {broken.id} cannot be read, it is left out: ScheduleTextError at" in caplog.text
    assert "Secret" not in caplog.text


async def test_a_subscription_that_cannot_be_read_is_unknown(store: Store) -> None:
    (broken,) = await store.subscriptions.of(CHAT)
    await break_schedule(store, "daily 25:00 UTC")
    with pytest.raises(UnknownSubscriptionError):
        await store.subscriptions.get(CHAT, broken.id)


async def test_what_was_set_aside_goes_on_in_a_chat_that_was_lost_and_came_back(store: Store) -> None:
    await break_schedule(store, "daily 25:00 UTC")
    await store.chats.lose(CHAT, Lost.BLOCKED, DUE)
    await store.chats.regain(CHAT, DUE)
    await claimed(store)
    await break_schedule(store, str(DAILY))
    await claimed(store, DUE + DAY)
    assert CHAT in {letter.chat.id for letter in await taken(store, DUE + DAY)}
