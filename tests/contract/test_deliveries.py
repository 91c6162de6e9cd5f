"""The ledger, in every store."""

import asyncio

import pytest

from bot.delivery.ports import Result, Store
from bot.subscriptions.model import Chat, Letter, Reason, State
from tests.contract.scene import (
    CHAT,
    DAY,
    DUE,
    EVENINGS,
    GROUP,
    MINUTE,
    NOW,
    claimed,
    open_rows,
    recorded,
    states,
    subscribed,
    taken,
)

FINAL = (State.SENT, State.DEGRADED, State.SKIPPED, State.FAILED)


async def test_a_letter_tells_all_that_is_known(store: Store) -> None:
    added = await subscribed(store, GROUP, "jobs", thread=9)
    await store.chats.change(GROUP, voice="both")
    await claimed(store)
    (letter,) = await taken(store)
    expected = Letter(letter.id, added.id, Chat(GROUP, "both"), 9, "jobs", DUE, attempts=0, may_repeat=False)
    assert letter == expected


async def test_a_letter_of_a_chat_without_choices_has_the_chat(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    assert [each.chat for each in await taken(store)] == [Chat(CHAT)]


async def test_letters_come_oldest_due_first(store: Store) -> None:
    await store.subscriptions.add(CHAT, 0, "jobs", EVENINGS, NOW)
    await subscribed(store)
    await claimed(store, DUE + DAY - MINUTE)
    letters = await store.deliveries.take(DUE + DAY, 1, DUE + 2 * DAY)
    assert [each.due for each in (*letters, *await taken(store, DUE + DAY))] == [DUE, NOW + 600 * MINUTE]


async def test_a_leased_letter_is_nobody_elses(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    assert [len(await taken(store)) for _ in range(2)] == [1, 0]


async def test_many_takers_at_once_get_each_letter_once(store: Store) -> None:
    for number in range(20):
        await subscribed(store, subject=f"area-{number}")
    await claimed(store)
    takers = [store.deliveries.take(DUE, 4, DUE + MINUTE) for _ in range(8)]
    numbers = [letter.id for letters in await asyncio.gather(*takers) for letter in letters]
    rest = [letter.id for letter in await taken(store)]
    assert len({*numbers, *rest}) == len(numbers) + len(rest) == 20


async def test_a_lease_that_ran_out_may_have_been_sent_and_says_so_from_then_on(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    first = await taken(store)
    again = await taken(store, DUE + MINUTE)
    third = await taken(store, DUE + 2 * MINUTE)
    assert [each.may_repeat for each in (*first, *again, *third)] == [False, True, True]


async def test_what_was_given_back_is_taken_again_without_repeating(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    await recorded(store, Result(0, State.CLAIMED, Reason.FLOOD, DUE + 2 * MINUTE))
    assert await taken(store, DUE + MINUTE) == ()
    (letter,) = await taken(store, DUE + 2 * MINUTE)
    assert (letter.attempts, letter.may_repeat) == (1, False)


async def test_what_got_no_answer_may_repeat(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    await recorded(store, Result(0, State.UNCERTAIN, Reason.NO_ANSWER, DUE, may_repeat=True))
    assert await open_rows(store) == 1
    assert [each.may_repeat for each in await taken(store)] == [True]


async def test_what_was_not_attempted_counts_no_attempt(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    await recorded(store, Result(0, State.HELD, Reason.QUIET, DUE, attempted=False))
    assert [each.attempts for each in await taken(store)] == [0]


async def test_a_later_delivery_of_the_same_subscription_supersedes(store: Store) -> None:
    await subscribed(store)
    await subscribed(store, GROUP)
    await claimed(store)
    await store.deliveries.add_now((await store.subscriptions.of(CHAT))[0], DUE + MINUTE)
    letters = await taken(store, DUE + MINUTE)
    assert {(each.chat.id, each.due): each.is_superseded for each in letters} == {
        (CHAT, DUE): True,
        (GROUP, DUE): False,
        (CHAT, DUE + MINUTE): False,
    }


@pytest.mark.parametrize("state", FINAL)
async def test_a_final_state_is_the_end(store: Store, state: State) -> None:
    await subscribed(store)
    await claimed(store)
    await recorded(store, Result(0, state, available=DUE, message=2**40), DUE)
    assert await taken(store, DUE + DAY) == ()
    assert await states(store) == {state: 1}


async def test_the_ledger_tells_what_became_of_it(store: Store) -> None:
    added = await subscribed(store, GROUP, "jobs", thread=9)
    await claimed(store)
    await recorded(
        store, Result(0, State.DEGRADED, Reason.TOPIC_GONE, is_late=True, may_repeat=True), DUE + MINUTE
    )
    (told,) = await store.deliveries.last(GROUP, 10)
    assert (told.subscription, told.chat, told.thread, told.subject) == (added.id, GROUP, 9, "jobs")
    assert (told.due, told.changed) == (DUE, DUE + MINUTE)
    assert (told.state, told.reason) == (State.DEGRADED, Reason.TOPIC_GONE)
    assert (told.is_late, told.may_repeat) == (True, True)


async def test_many_results_are_recorded_at_once(store: Store) -> None:
    for number in range(5):
        await subscribed(store, subject=f"area-{number}")
    await claimed(store)
    results = [Result(each.id, State.SENT) for each in await taken(store)]
    await store.deliveries.record(results, DUE)
    await store.deliveries.record([], DUE)
    assert await states(store) == {State.SENT: 5}


async def test_one_more_delivery_is_due_now(store: Store) -> None:
    added = await subscribed(store)
    await store.deliveries.add_now(added, NOW)
    await store.deliveries.add_now(added, NOW)
    assert [(each.due, each.subscription) for each in await taken(store, NOW)] == [(NOW, added.id)]


async def test_the_latest_come_first_and_only_so_many(store: Store) -> None:
    added = await subscribed(store)
    await subscribed(store, GROUP)
    for minutes in range(4):
        await store.deliveries.add_now(added, NOW + minutes * MINUTE)
    latest = await store.deliveries.last(CHAT, 2)
    assert [each.due for each in latest] == [NOW + 3 * MINUTE, NOW + 2 * MINUTE]


async def test_only_what_was_due_since_then_is_counted(store: Store) -> None:
    added = await subscribed(store)
    for minutes in range(4):
        await store.deliveries.add_now(added, NOW + minutes * MINUTE)
    assert dict(await store.deliveries.counts(NOW + 2 * MINUTE)) == {State.CLAIMED: 2}


async def test_old_rows_go_unless_they_are_open(store: Store) -> None:
    added = await subscribed(store)
    await store.deliveries.add_now(added, NOW)
    await recorded(store, Result(0, State.SENT), NOW)
    await store.deliveries.add_now(added, NOW + MINUTE)
    assert await store.deliveries.prune(NOW) == 0
    assert await store.deliveries.prune(NOW + DAY) == 1
    assert await states(store) == {State.CLAIMED: 1}


async def test_the_only_process_dispatches(store: Store) -> None:
    assert [await store.role.hold() for _ in range(2)] == [True, True]
