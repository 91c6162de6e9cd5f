"""What chats asked for, in every store."""

import asyncio

import pytest

from bot.delivery.ports import Result, Store, TooManySubscriptionsError, UnknownSubscriptionError
from bot.subscriptions.model import MOST_SUBSCRIPTIONS, Reason, State, Subscription
from tests.contract.scene import (
    CHAT,
    DAILY,
    DAY,
    DUE,
    EVENINGS,
    GROUP,
    MINUTE,
    NOW,
    claimed,
    recorded,
    subscribed,
    taken,
)


async def test_a_new_subscription_is_due_after_now(store: Store) -> None:
    added, is_new = await store.subscriptions.add(GROUP, 2**40, "jobs", DAILY, NOW)
    assert is_new
    assert added == Subscription(added.id, GROUP, 2**40, "jobs", DAILY, DUE)
    assert await store.subscriptions.get(GROUP, added.id) == added


async def test_the_same_again_is_not_new_and_is_no_longer_paused(store: Store) -> None:
    added = await subscribed(store)
    await store.subscriptions.pause(CHAT, added.id, NOW, paused=True)
    assert await store.subscriptions.add(CHAT, 0, "today", DAILY, NOW) == (added, False)
    assert await store.subscriptions.of(CHAT) == (added,)


async def test_subscriptions_come_in_the_order_they_were_made(store: Store) -> None:
    made = [await subscribed(store, subject=subject) for subject in ("targets", "jobs", "today")]
    assert await store.subscriptions.of(CHAT) == tuple(made)


async def test_a_chat_has_only_so_many(store: Store) -> None:
    for number in range(MOST_SUBSCRIPTIONS):
        await subscribed(store, subject=f"area-{number}")
    with pytest.raises(TooManySubscriptionsError):
        await subscribed(store, subject="one-more")
    assert (await store.subscriptions.add(CHAT, 0, "area-0", DAILY, NOW))[1] is False
    assert await subscribed(store, GROUP)


async def test_a_chat_has_only_so_many_whoever_asks_at_once(store: Store) -> None:
    asked = [subscribed(store, subject=f"area-{number}") for number in range(MOST_SUBSCRIPTIONS + 5)]
    answers = await asyncio.gather(*asked, return_exceptions=True)
    assert sum(isinstance(each, TooManySubscriptionsError) for each in answers) == 5
    assert len(await store.subscriptions.of(CHAT)) == MOST_SUBSCRIPTIONS


async def test_another_chats_subscription_is_unknown(store: Store) -> None:
    added = await subscribed(store)
    with pytest.raises(UnknownSubscriptionError):
        await store.subscriptions.get(GROUP, added.id)
    with pytest.raises(UnknownSubscriptionError):
        await store.subscriptions.remove(GROUP, added.id)
    with pytest.raises(UnknownSubscriptionError):
        await store.subscriptions.reschedule(GROUP, added.id, EVENINGS, NOW)
    with pytest.raises(UnknownSubscriptionError):
        await store.subscriptions.pause(GROUP, added.id, NOW, paused=True)


async def test_another_schedule_has_another_due_time(store: Store) -> None:
    added = await subscribed(store)
    changed = await store.subscriptions.reschedule(CHAT, added.id, EVENINGS, NOW)
    assert (changed.id, changed.schedule, changed.next_due) == (added.id, EVENINGS, NOW + 600 * MINUTE)
    assert await store.subscriptions.of(CHAT) == (changed,)


async def test_a_schedule_that_another_has_makes_one_of_the_two(store: Store) -> None:
    kept, _ = await store.subscriptions.add(CHAT, 0, "today", EVENINGS, NOW)
    added = await subscribed(store)
    assert await store.subscriptions.reschedule(CHAT, added.id, EVENINGS, NOW) == kept
    assert await store.subscriptions.of(CHAT) == (kept,)


async def test_the_same_schedule_again_changes_nothing(store: Store) -> None:
    added = await subscribed(store)
    assert await store.subscriptions.reschedule(CHAT, added.id, DAILY, NOW) == added


async def test_a_paused_subscription_is_known_to_letters(store: Store) -> None:
    added = await subscribed(store)
    await claimed(store)
    assert (await store.subscriptions.pause(CHAT, added.id, DUE, paused=True)).is_paused
    (letter,) = await taken(store)
    assert letter.is_paused


async def test_the_end_of_its_pause_sets_free_what_it_holds(store: Store) -> None:
    added = await subscribed(store)
    await claimed(store)
    await store.subscriptions.pause(CHAT, added.id, DUE, paused=True)
    await recorded(store, Result(0, State.HELD, Reason.PAUSED, attempted=False))
    assert await taken(store, DUE + DAY) == ()
    await store.subscriptions.pause(CHAT, added.id, DUE + DAY, paused=False)
    assert len(await taken(store, DUE + DAY)) == 1


async def test_an_ended_subscription_is_gone_and_its_letters_know(store: Store) -> None:
    added = await subscribed(store)
    await claimed(store)
    removed = await store.subscriptions.remove(CHAT, added.id)
    (letter,) = await taken(store)
    assert (removed.id, letter.is_ended) == (added.id, True)
    assert await store.subscriptions.of(CHAT) == ()


async def test_the_number_of_an_ended_subscription_is_not_used_again(store: Store) -> None:
    added = await subscribed(store)
    await store.subscriptions.remove(CHAT, added.id)
    assert (await subscribed(store)).id != added.id


async def test_what_was_in_a_topic_goes_on_in_the_general_one(store: Store) -> None:
    added = await subscribed(store, GROUP, thread=9)
    await claimed(store)
    await store.subscriptions.leave_topic(GROUP, 9)
    (moved,) = await store.subscriptions.of(GROUP)
    (letter,) = await taken(store)
    assert (moved.id, moved.thread, letter.thread) == (added.id, 0, 0)


async def test_what_the_general_topic_has_already_ends_with_the_topic(store: Store) -> None:
    kept = await subscribed(store, GROUP)
    other = await subscribed(store, GROUP, thread=8)
    await subscribed(store, GROUP, thread=9)
    await store.subscriptions.leave_topic(GROUP, 9)
    assert {each.id for each in await store.subscriptions.of(GROUP)} == {kept.id, other.id}


async def test_nothing_is_due_where_nothing_is_asked_for(store: Store) -> None:
    assert await store.subscriptions.next_due() is None


async def test_the_next_due_time_is_the_earliest_of_all(store: Store) -> None:
    await store.subscriptions.add(GROUP, 0, "today", EVENINGS, NOW)
    await subscribed(store)
    assert await store.subscriptions.next_due() == DUE


async def test_what_is_held_until_a_moment_is_due_then(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    await recorded(store, Result(0, State.HELD, Reason.QUIET, DUE + MINUTE))
    assert await store.subscriptions.next_due() == DUE + MINUTE


async def test_readers_are_shown_what_comes_after_now(store: Store) -> None:
    await store.subscriptions.add(GROUP, 0, "today", EVENINGS, NOW)
    await subscribed(store)
    after = [await store.subscriptions.due_after(moment) for moment in (NOW, DUE, NOW + DAY)]
    assert after == [DUE, NOW + 600 * MINUTE, None]


async def test_the_end_of_a_lease_is_shown_to_no_reader(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    await taken(store)
    assert await store.subscriptions.next_due() == DUE + MINUTE
    assert await store.subscriptions.due_after(DUE) == DUE + DAY


async def test_what_is_tried_again_soon_is_shown_to_no_reader(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    await recorded(store, Result(0, State.UNCERTAIN, Reason.NO_ANSWER, DUE + MINUTE))
    assert await store.subscriptions.due_after(DUE) == DUE + DAY


async def test_readers_are_shown_until_when_something_is_held(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    await recorded(store, Result(0, State.HELD, Reason.QUIET, DUE + MINUTE))
    assert await store.subscriptions.due_after(DUE) == DUE + MINUTE
