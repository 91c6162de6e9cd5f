"""/forget with the real store behind it: nothing of the chat is left, on the disk or in memory."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.briefing.phrases import phrases
from bot.simulator.chats import Chat, User
from bot.simulator.faults import NetworkFault
from bot.storage.database import Store, open_store
from bot.subscriptions.model import State
from tests.telegram.scene import NOON, Scene

SAY = phrases("zh")
TUESDAY = NOON.replace(day=24, hour=8, minute=30)
FOLLOW_UP = "那去年呢"


@pytest.fixture
async def file(scene: Scene, tmp_path: Path) -> AsyncIterator[Path]:
    """The scene keeps what it is told in this file."""
    memory = scene.store
    store: Store = await open_store(f"sqlite:///{tmp_path}/bot.db")
    scene.store = store  # type: ignore[assignment] # any store will do
    yield tmp_path / "bot.db"
    await store.close()
    scene.store = memory


def rows_of(file: Path, chat: int) -> list[str]:
    """Every row of every table in which the chat's number stands."""
    with closing(sqlite3.connect(file)) as connection:
        inserts = [line for line in connection.iterdump() if line.startswith("INSERT")]
    return [line for line in inserts if str(chat) in line]


async def lived_in(scene: Scene, person: User) -> None:
    """They have subscribed, chosen, been sent one briefing, wait for another, and spoken of something."""
    for words in ("today 工作日 8:30", "jobs 每天 23:00"):
        await scene.press(person, await scene.ask(person, f"/subscribe {words}"), "订阅")
    await scene.ask(person, "/settings quiet 22:00-7:00")
    await scene.turn_to(TUESDAY)
    await scene.turn_to(TUESDAY.replace(hour=23))
    await scene.ask(person, "去年新增就业多少")


async def test_no_row_of_the_chat_is_left_and_others_keep_theirs(
    scene: Scene, anna: User, file: Path
) -> None:
    other = scene.person()
    for person in (anna, other):
        await lived_in(scene, person)
    states = {each.state for each in await scene.store.deliveries.last(anna.id, 10)}
    assert states == {State.SENT, State.HELD}
    others = rows_of(file, other.id)
    tables = {line.split('"')[1] for line in rows_of(file, anna.id)}
    assert tables == {"chats", "subscriptions", "deliveries"}
    await scene.press(anna, await scene.ask(anna, "/forget"), SAY("button-forget"))
    assert rows_of(file, anna.id) == []
    assert rows_of(file, other.id) == others


@pytest.mark.usefixtures("file")
async def test_what_was_spoken_of_is_forgotten_too(scene: Scene, anna: User) -> None:
    await lived_in(scene, anna)
    assert (await scene.ask(anna, FOLLOW_UP)).text != (await scene.ask(scene.person(), FOLLOW_UP)).text
    await scene.press(anna, await scene.ask(anna, "/forget"), SAY("button-forget"))
    assert (await scene.ask(anna, FOLLOW_UP)).text == (await scene.ask(scene.person(), FOLLOW_UP)).text


async def test_nothing_comes_afterwards(scene: Scene, anna: User, file: Path) -> None:
    await lived_in(scene, anna)
    await scene.press(anna, await scene.ask(anna, "/forget"), SAY("button-forget"))
    before = scene.answers(anna)
    for day in range(3):
        await scene.turn_to(TUESDAY + timedelta(days=day + 1))
    assert scene.answers(anna) == before
    assert rows_of(file, anna.id) == []


async def test_what_is_to_be_repeated_is_forgotten(scene: Scene, anna: User, file: Path) -> None:
    await scene.press(anna, await scene.ask(anna, "/subscribe today 每天 8:30"), "订阅")
    scene.telegram.fail_next("sendMessage", NetworkFault.TIMED_OUT)
    await scene.turn_to(TUESDAY)
    await scene.press(anna, await scene.ask(anna, "/forget"), SAY("button-forget"))
    before = scene.answers(anna)
    await scene.turn_to(TUESDAY + timedelta(minutes=5))
    assert (scene.answers(anna), rows_of(file, anna.id)) == (before, [])


async def test_who_blocks_the_bot_afterwards_stays_forgotten(scene: Scene, anna: User, file: Path) -> None:
    await lived_in(scene, anna)
    await scene.press(anna, await scene.ask(anna, "/forget"), SAY("button-forget"))
    await scene.feed(scene.telegram.block_bot(anna))
    assert rows_of(file, anna.id) == []


async def test_of_a_group_that_asked_for_nothing_nothing_is_kept(
    scene: Scene, group: Chat, file: Path
) -> None:
    await scene.feed(scene.telegram.remove_bot(group))
    assert rows_of(file, group.id) == []
