"""What chats chose, in every store."""

from datetime import time

from bot.delivery.ports import Result, Store
from bot.schedule.schedule import read_schedule
from bot.subscriptions.model import Chat, Lost, QuietHours, Reason, State
from tests.contract.scene import (
    CHAT,
    DAILY,
    DAY,
    DUE,
    GROUP,
    MINUTE,
    NOW,
    claimed,
    recorded,
    states,
    subscribed,
    taken,
)

_HELD = Result(0, State.HELD, Reason.PAUSED, attempted=False)


async def test_a_chat_nobody_knows_has_made_no_choice(store: Store) -> None:
    assert await store.chats.get(GROUP) == Chat(GROUP)


async def test_choices_are_kept_as_they_were_made(store: Store) -> None:
    quiet = QuietHours(time(22, 30), time(7))
    changed = await store.chats.change(
        GROUP, voice="both", is_silent=False, quiet=quiet, members_may_change=True
    )
    assert changed == Chat(GROUP, "both", None, is_silent=False, quiet=quiet, members_may_change=True)
    assert await store.chats.get(GROUP) == changed


async def test_a_choice_leaves_the_others_alone_and_can_be_taken_back(store: Store) -> None:
    await store.chats.change(CHAT, voice="en", quiet=QuietHours(time(22), time(7)))
    await store.chats.change(CHAT, quiet=None)
    assert await store.chats.get(CHAT) == Chat(CHAT, "en")


async def test_another_zone_takes_the_subscriptions_of_the_old_one_along(store: Store) -> None:
    added = await subscribed(store)
    chat = await store.chats.change_zone(CHAT, "Asia/Tokyo", "Asia/Shanghai", NOW)
    moved = await store.subscriptions.get(CHAT, added.id)
    assert (chat.zone, str(moved.schedule)) == ("Asia/Tokyo", "daily 08:30 Asia/Tokyo")
    assert moved.next_due == DUE + DAY - 60 * MINUTE


async def test_another_zone_leaves_subscriptions_of_a_third_one(store: Store) -> None:
    elsewhere = read_schedule("daily 08:30 Europe/Paris")
    added, _ = await store.subscriptions.add(CHAT, 0, "today", elsewhere, NOW)
    await store.chats.change_zone(CHAT, "Asia/Tokyo", "Asia/Shanghai", NOW)
    assert await store.subscriptions.of(CHAT) == (added,)


async def test_another_zone_makes_one_of_two_that_become_the_same(store: Store) -> None:
    tokyo = read_schedule("daily 08:30 Asia/Tokyo")
    kept, _ = await store.subscriptions.add(CHAT, 0, "today", tokyo, NOW)
    await subscribed(store)
    await store.chats.change_zone(CHAT, "Asia/Tokyo", "Asia/Shanghai", NOW)
    assert [each.id for each in await store.subscriptions.of(CHAT)] == [kept.id]


async def test_the_zone_a_chat_chose_before_is_the_old_one(store: Store) -> None:
    await store.chats.change(CHAT, zone="Europe/Paris")
    added = await subscribed(store)
    await store.chats.change_zone(CHAT, "Asia/Tokyo", "Asia/Shanghai", NOW)
    assert await store.subscriptions.of(CHAT) == (added,)


async def test_a_pause_is_known_to_letters(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    await store.chats.pause(CHAT, DUE + DAY, DUE)
    (letter,) = await taken(store)
    assert (letter.chat.is_paused, letter.chat.paused_until) == (True, DUE + DAY)


async def test_what_a_pause_holds_follows_when_it_gets_an_end(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    await store.chats.pause(CHAT, None, DUE)
    await recorded(store, _HELD)
    await store.chats.pause(CHAT, DUE + DAY, DUE)
    assert await taken(store, DUE + DAY - MINUTE) == ()
    assert len(await taken(store, DUE + DAY)) == 1


async def test_the_end_of_a_pause_sets_free_what_it_holds(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    await store.chats.pause(CHAT, None, DUE)
    await recorded(store, _HELD)
    assert await taken(store, DUE + DAY) == ()
    await store.chats.resume(CHAT, DUE + DAY)
    (letter,) = await taken(store, DUE + DAY)
    assert (letter.chat.is_paused, letter.may_repeat) == (False, False)


async def test_a_pause_does_not_move_what_quiet_hours_hold(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    await recorded(store, Result(0, State.HELD, Reason.QUIET, DUE + 5 * MINUTE, attempted=False))
    await store.chats.pause(CHAT, None, DUE)
    await store.chats.resume(CHAT, DUE + MINUTE)
    assert await taken(store, DUE + 4 * MINUTE) == ()
    assert len(await taken(store, DUE + 5 * MINUTE)) == 1


async def test_a_lost_chat_is_due_no_more_and_what_was_open_has_failed(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    await store.chats.lose(CHAT, Lost.BLOCKED, DUE)
    (delivery,) = await store.deliveries.last(CHAT, 10)
    assert (delivery.state, delivery.reason, delivery.changed) == (State.FAILED, Reason.BLOCKED, DUE)
    assert (await taken(store, DUE + DAY), await claimed(store, DUE + DAY)) == ((), 0)
    assert (await store.chats.get(CHAT)).lost is Lost.BLOCKED


async def test_losing_a_chat_changes_nothing_that_was_sent(store: Store) -> None:
    await subscribed(store)
    await claimed(store)
    await recorded(store, Result(0, State.SENT))
    await store.chats.lose(CHAT, Lost.KICKED, DUE)
    assert await states(store) == {State.SENT: 1}


async def test_a_chat_that_is_back_is_due_from_then_on(store: Store) -> None:
    await subscribed(store)
    await store.chats.lose(CHAT, Lost.KICKED, NOW)
    await store.chats.regain(CHAT, DUE + 3 * DAY)
    (back,) = await store.subscriptions.of(CHAT)
    assert (back.next_due, (await store.chats.get(CHAT)).lost) == (DUE + 4 * DAY, None)


async def test_a_chat_that_was_never_lost_keeps_what_is_due(store: Store) -> None:
    added = await subscribed(store)
    await store.chats.regain(CHAT, DUE + DAY)
    assert await store.subscriptions.of(CHAT) == (added,)


async def test_what_is_asked_for_while_a_chat_is_lost_is_due_when_it_is_back(store: Store) -> None:
    await store.chats.change(CHAT, is_silent=True)
    await store.chats.lose(CHAT, Lost.NO_RIGHTS, NOW)
    assert (await subscribed(store)).next_due is None
    await store.chats.regain(CHAT, NOW)
    assert await store.subscriptions.next_due() == DUE


async def test_every_row_follows_a_group_to_its_new_number(store: Store) -> None:
    await store.chats.change(-5, voice="zh")
    added = await subscribed(store, -5)
    await claimed(store)
    await store.chats.migrate(-5, GROUP)
    (letter,) = await taken(store)
    assert letter.chat == Chat(GROUP, "zh")
    assert [each.id for each in await store.subscriptions.of(GROUP)] == [added.id]
    assert (await store.subscriptions.of(-5), await store.chats.get(-5)) == ((), Chat(-5))


async def test_where_both_numbers_have_a_row_the_new_one_stays(store: Store) -> None:
    await store.chats.change(-5, voice="zh")
    await store.chats.change(GROUP, voice="en")
    await subscribed(store, -5)
    kept, other = await subscribed(store, GROUP), await subscribed(store, -5, "targets")
    await store.chats.migrate(-5, GROUP)
    assert (await store.chats.get(GROUP)).voice == "en"
    assert {each.id for each in await store.subscriptions.of(GROUP)} == {kept.id, other.id}


async def test_a_chat_that_migrated_twice_is_where_it_went_first(store: Store) -> None:
    added = await subscribed(store, -5)
    await store.chats.migrate(-5, GROUP)
    await store.chats.migrate(-5, GROUP)
    assert [each.id for each in await store.subscriptions.of(GROUP)] == [added.id]


async def test_a_forgotten_chat_leaves_nothing_and_others_alone(store: Store) -> None:
    await store.chats.change(CHAT, voice="zh")
    for chat in (CHAT, GROUP):
        await subscribed(store, chat)
    await claimed(store)
    await store.chats.forget(CHAT)
    assert (await store.chats.get(CHAT), await store.subscriptions.of(CHAT)) == (Chat(CHAT), ())
    assert [each.chat.id for each in await taken(store)] == [GROUP]
    assert (await store.subscriptions.of(GROUP))[0].schedule == DAILY


async def test_what_is_forgotten_is_not_lost_afterwards(store: Store) -> None:
    """A letter may have been under way, and come back from a chat that was left."""
    await store.chats.change(CHAT, is_silent=True)
    await store.chats.forget(CHAT)
    await store.chats.lose(CHAT, Lost.BLOCKED, NOW)
    assert (await store.chats.get(CHAT)).lost is None
