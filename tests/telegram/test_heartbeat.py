"""The one heartbeat: every second, what was missed made up for by one beat, never two at once."""

from datetime import timedelta

from bot.simulator.chats import User
from bot.telegram.application import start_heartbeat
from tests.telegram.scene import NOON, Scene


async def test_a_beat_sends_what_is_due(scene: Scene, anna: User) -> None:
    await scene.press(anna, await scene.ask(anna, "/subscribe today 每天 8:30"), "订阅")
    start_heartbeat(scene.service)
    jobs = scene.application.job_queue
    assert jobs is not None
    (heartbeat,) = (job for job in jobs.jobs() if job.name == "beat")
    scene.now = NOON.replace(day=24, hour=8, minute=30)
    await heartbeat.run(scene.application)
    await (await scene.service.dispatcher()).drain()
    assert scene.answers(anna)[-1].text.startswith("🗓 今日简报 · 2026年11月24日")


async def test_it_is_one_job_however_many_chats_there_are(scene: Scene) -> None:
    for _ in range(3):
        person = scene.person()
        await scene.press(person, await scene.ask(person, "/subscribe today 每天 8:30"), "订阅")
    start_heartbeat(scene.service)
    jobs = scene.application.job_queue
    assert jobs is not None
    (heartbeat,) = (job.job for job in jobs.jobs() if job.name == "beat")
    assert heartbeat.trigger.interval == timedelta(seconds=1)
    assert (heartbeat.coalesce, heartbeat.max_instances) == (True, 1)
    assert heartbeat.misfire_grace_time is None  # however late, it comes
