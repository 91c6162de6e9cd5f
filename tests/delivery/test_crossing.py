"""Many letters and several dispatchers: each letter goes out once, and stands in nobody's way."""

import asyncio
from collections import Counter
from datetime import time
from itertools import pairwise

from bot.delivery.ports import Flooded
from bot.storage.memory import MemoryRole
from bot.subscriptions.model import QuietHours, Reason, State
from tests.delivery.driven import calm, never
from tests.delivery.scene import Scene
from tests.delivery.senders import ScriptedSender


async def test_two_dispatchers_on_one_store_send_each_message_once() -> None:
    scene, chats = Scene(), range(1, 201)
    for chat in chats:
        await scene.subscribe(chat)
    scene.time.pass_by(minutes=30)
    other = scene.another()
    await scene.time.run(asyncio.gather(scene.dispatcher.beat(), other.beat()))
    await scene.time.run(asyncio.gather(scene.dispatcher.drain(), other.drain()))
    assert Counter(each.chat for each in scene.sender.attempts) == dict.fromkeys(chats, 1)


async def test_many_letters_of_one_chat_stand_in_nobodys_way() -> None:
    scene = Scene()
    for number in range(20):
        await scene.subscribe(1, subject=f"s-{number}")
    for chat in range(2, 62):
        await scene.subscribe(chat)
    await scene.at_due()
    others = [each.at for each in scene.sender.attempts if each.chat > 1]
    assert len(others) == 60
    assert max(others) < 2800 + 2.5


async def test_a_chat_gets_its_many_letters_one_a_second() -> None:
    scene = Scene()
    for number in range(20):
        await scene.subscribe(1, subject=f"s-{number}")
    await scene.at_due()
    for _ in range(30):
        await scene.beat(seconds=1)
    at = sorted(each.at for each in scene.sender.attempts)
    assert len(set(at)) == len(at) == 20
    assert min(b - a for a, b in pairwise(at)) > 1.02


async def test_in_flight_are_a_hundred_at_most() -> None:
    scene = Scene(before=never, rate=1000)
    for chat in range(1, 151):
        await scene.subscribe(chat)
    scene.time.pass_by(minutes=30)
    await scene.dispatcher.beat()
    for _ in range(150):
        scene.time.pass_by(seconds=0.01)
        await calm()
        if scene.time._sleepers:
            scene.time._wake()
    assert len(scene.sender.attempts) == 100
    await scene.dispatcher.close(patience=0)


async def test_when_everybody_has_to_wait_letters_go_back_and_come_later() -> None:
    scene = Scene()
    for chat in range(1, 41):
        await scene.subscribe(chat)
    scene.sender.answers(1, Flooded(30))
    scene.sender.answers(2, Flooded(30))
    await scene.at_due()
    assert len(scene.sender.attempts) < 5
    await scene.beat(seconds=35)
    assert sorted({each.chat for each in scene.sender.attempts}) == list(range(1, 41))
    assert not any(each.repeat for each in scene.sender.attempts)


async def test_who_waited_longer_than_the_lease_is_good_for_is_taken_up_anew() -> None:
    scene = Scene(rate=1000)
    scene.sender = ScriptedSender(scene.time.monotonic, lambda: scene.time.sleep(90))
    scene.dispatcher = scene.another()
    for chat in range(1, 151):
        await scene.subscribe(chat)
    await scene.at_due()
    assert Counter(each.chat for each in scene.sender.attempts) == dict.fromkeys(range(1, 151), 1)
    assert not any(each.repeat for each in scene.sender.attempts)


class SomebodyElses(MemoryRole):
    """Another process dispatches."""

    async def hold(self) -> bool:
        return False


async def test_who_does_not_hold_the_role_sends_nothing() -> None:
    scene = Scene()
    made = await scene.subscribe(1)
    scene.store.role = SomebodyElses()
    await scene.time.run(scene.dispatcher.beat())
    assert not scene.dispatcher.is_leader
    await scene.time.run(scene.dispatcher.send_now(1, made.id))
    await calm()
    assert scene.sender.attempts == []
    assert (await scene.last(1)).state is State.CLAIMED


async def test_a_refused_chat_gets_its_many_letters_later_and_none_marked_as_repeated() -> None:
    scene = Scene()
    for number in range(4):
        await scene.subscribe(1, subject=f"s-{number}")
    scene.sender.answers(1, Flooded(300))
    await scene.at_due()
    assert len(scene.sender.attempts) == 1
    await scene.beat(seconds=320)
    assert [each.repeat for each in scene.sender.attempts] == [False] * 5


async def test_a_letter_that_cannot_be_judged_stops_no_other() -> None:
    scene = Scene()
    await scene.store.chats.change(1, zone="Nowhere", quiet=QuietHours(time(22), time(7)))
    await scene.subscribe(1)
    await scene.subscribe(2)
    await scene.at_due()
    assert (await scene.last(1)).reason is Reason.REFUSED
    assert (await scene.last(2)).state is State.SENT
