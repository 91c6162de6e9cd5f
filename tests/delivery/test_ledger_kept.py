"""What is in the ledger when writing fails, when a process ends in the middle, and after closing."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.delivery.ports import Result, StorageError
from bot.storage.memory_ledger import MemoryDeliveries
from bot.subscriptions.model import State
from tests.delivery.driven import calm, never
from tests.delivery.scene import Scene


async def test_what_a_crash_left_in_flight_is_sent_again_and_says_so() -> None:
    scene = Scene()
    await scene.subscribe(1)
    scene.time.pass_by(minutes=30)
    await scene.dispatcher.beat()
    now = scene.time.now()
    scene.dispatcher.is_leader = False  # its process is gone before it sends
    assert await scene.store.deliveries.take(now, 9, now + timedelta(minutes=2))
    scene.dispatcher = scene.another()
    await scene.beat(seconds=1)  # whoever comes into the role knows that its predecessor is gone
    assert [each.repeat for each in scene.sender.attempts] == [True]


async def test_closing_lets_what_is_in_flight_arrive() -> None:
    scene = Scene(before=calm)
    await scene.subscribe(1)
    scene.time.pass_by(minutes=30)
    await scene.dispatcher.beat()
    await calm()
    await scene.dispatcher.close()
    assert (await scene.last(1)).state is State.SENT


async def test_closing_does_not_wait_for_ever() -> None:
    scene = Scene(before=never)
    await scene.subscribe(1)
    scene.time.pass_by(minutes=30)
    await scene.dispatcher.beat()
    await calm()
    await scene.dispatcher.close(patience=0)
    assert (await scene.last(1)).state is State.CLAIMED
    scene.time.pass_by(minutes=2)
    (letter,) = await scene.store.deliveries.take(scene.time.now(), 9, scene.time.now())
    assert letter.may_repeat


async def test_closing_gives_back_what_was_not_begun() -> None:
    scene = Scene()
    for chat in (1, 1, 2, 3, 4):
        await scene.subscribe(chat, subject=f"jobs-{chat}-{len(await scene.store.subscriptions.of(chat))}")
    scene.time.pass_by(minutes=30)
    await scene.dispatcher.beat()
    await calm()
    await scene.dispatcher.close()
    rest = await scene.store.deliveries.take(scene.time.now(), 9, scene.time.now())
    assert len(rest) + len(scene.sender.attempts) == 5
    assert not any(each.may_repeat or each.attempts for each in rest)


async def test_after_closing_a_beat_does_nothing() -> None:
    scene = Scene()
    await scene.subscribe(1)
    await scene.dispatcher.close()
    scene.time.pass_by(minutes=30)
    await scene.dispatcher.beat()
    assert not scene.dispatcher.is_leader
    assert await scene.store.deliveries.last(1, 9) == ()


class ScriptedLedger(MemoryDeliveries):
    """Cannot be written while `is_broken`; keeps how many results each write had."""

    is_broken = False

    async def record(self, results: Sequence[Result], now: datetime) -> None:
        if self.is_broken:
            raise StorageError
        self.writes.append(len(results))
        await calm()
        await super().record(results, now)

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene.store.deliveries._rows)
        self.writes: list[int] = []
        scene.store.deliveries = self
        scene.dispatcher = scene.another()


async def test_what_could_not_be_written_down_is_not_sent_again() -> None:
    scene = Scene()
    ledger = ScriptedLedger(scene)
    ledger.is_broken = True
    await scene.answered()
    ledger.is_broken = False
    await scene.beat(seconds=1)
    await scene.beat(minutes=3)
    assert len(scene.sender.attempts) == 1
    assert (await scene.last(1)).state is State.SENT


async def test_what_gathers_during_a_write_is_written_together() -> None:
    scene = Scene()
    ledger = ScriptedLedger(scene)
    await scene.store.chats.pause(1, None, scene.time.now())
    for number in range(7):
        await scene.subscribe(1, subject=f"s-{number}")
    await scene.at_due()
    assert sum(ledger.writes) == 7
    assert len(ledger.writes) <= 2
