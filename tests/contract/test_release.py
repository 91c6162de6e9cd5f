"""Who comes into the dispatcher's role ends the leases of its predecessor."""

from dataclasses import replace

from bot.delivery.ports import Result, Store
from bot.subscriptions.model import State
from tests.contract.scene import DUE, MINUTE, claimed, subscribed, taken


async def test_what_somebody_had_taken_can_be_taken_at_once_and_is_marked(store: Store) -> None:
    for chat in (1, 2, 3):
        await subscribed(store, chat)
    await claimed(store)
    done, lost = await store.deliveries.take(DUE, 2, DUE + MINUTE)
    await store.deliveries.record([replace(Result(0, State.SENT), id=done.id)], DUE)
    assert await store.deliveries.release(DUE) == 1
    assert {letter.id: letter.may_repeat for letter in await taken(store)} == {
        lost.id: True,
        lost.id + 1: False,
    }
