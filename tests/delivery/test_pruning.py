"""What is ninety days old goes, once a day."""

from datetime import date, timedelta

from bot.delivery.ports import Counted
from bot.subscriptions.model import State
from tests.delivery.scene import Scene

DAY = timedelta(days=1)


async def count(scene: Scene, day: date) -> None:
    await scene.store.unanswered.add(day, [Counted(str(day), "zh", 1)])


async def test_old_deliveries_and_old_counts_go_together() -> None:
    scene = Scene()
    today = scene.time.now().date()
    await scene.subscribe(1)
    await scene.at_due()
    for ago in (0, 1):
        await count(scene, today - ago * DAY)
    await scene.store.subscriptions.remove(1, 1)
    await scene.beat(days=90)
    assert [each.words for each in await scene.store.unanswered.since(date.min)] == [str(today)]
    assert await scene.store.deliveries.counts(scene.time.now() - 999 * DAY) == {State.SENT: 1}
    await scene.beat(days=1)
    assert not await scene.store.unanswered.since(date.min)
    assert not await scene.store.deliveries.counts(scene.time.now() - 999 * DAY)


async def test_one_look_a_day_is_enough() -> None:
    scene = Scene()
    await scene.beat()
    await count(scene, date.min)
    await scene.beat(hours=23)
    assert await scene.store.unanswered.since(date.min)
    await scene.beat(hours=1)
    assert not await scene.store.unanswered.since(date.min)
