"""Killed in the middle of a broadcast, again and again, while Telegram fails: nobody misses a briefing."""

import asyncio
import random
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.schedule.schedule import read_schedule
from bot.simulator.faults import ApiError, NetworkFault, too_many_requests
from bot.simulator.server import LocalServer
from bot.storage.database import open_store
from bot.subscriptions.model import State
from tests.conftest import ROOT
from tests.end_to_end.bot_process import bot_process
from tests.end_to_end.stages import TOKEN, guarded_server

CHATS, KILLS = 2000, 10
IN_FLIGHT = 500  # half a second's worth
MARK = "这条可能重复"


def settings(folder: Path, data: Path, api: LocalServer, database: str, pace: int = 1000) -> Path:
    path = folder / "config.yaml"
    path.write_text(
        f"report: {{content: '{ROOT / 'content'}', seeds: '{ROOT / 'seeds'}'}}\n"
        f"data: '{data}'\ndatabase: '{database}'\n"
        f"telegram: {{base_url: '{api.url}', poll_seconds: 1, messages_per_second: {pace}}}\n"
    )
    return path


async def subscribe_everybody(database: str, api: LocalServer, chats: int = CHATS) -> list[int]:
    """All due at the same minute, not long ago."""
    telegram, now = api.stage.telegram, datetime.now(UTC)
    due = now - timedelta(minutes=2)
    schedule = read_schedule(f"daily {due:%H:%M} UTC")
    store = await open_store(database)
    people = []
    for number in range(chats):
        person = telegram.add_user(f"Person {number}", language_code="zh-hans")
        telegram.open_private_chat(person)
        await store.subscriptions.add(person.id, 0, "jobs", schedule, now - timedelta(hours=1))
        people.append(person.id)
    await store.close()
    return people


def make_trouble(api: LocalServer, chance: random.Random) -> None:
    telegram = api.stage.telegram
    for fault in (
        too_many_requests(1),
        ApiError(500, "Internal Server Error"),
        NetworkFault.CONNECTION_RESET,
        NetworkFault.TIMED_OUT,
    ):
        telegram.fail_next("sendMessage", fault, times=chance.randint(1, 4))


async def sent_since(api: LocalServer, count: int) -> None:
    """Returns when the bot has called sendMessage so many times."""
    done, left = asyncio.Event(), [count]

    def watch(call: object) -> None:
        left[0] -= getattr(call, "method", "") == "sendMessage"
        if left[0] <= 0:
            done.set()

    unwatch = api.stage.telegram.watch_calls(watch)
    try:
        async with asyncio.timeout(30):
            await done.wait()
    finally:
        unwatch()


@dataclass(frozen=True, slots=True)
class Figures:
    """Chats that got nothing, got it twice or more, got a repetition that did not say so."""

    lost: int
    twice: int
    unmarked: int


def count_messages(api: LocalServer, people: list[int]) -> Figures:
    received = [api.stage.telegram.messages(person) for person in people]
    plain = [sum(MARK not in message.text for message in messages) for messages in received]
    return Figures(
        sum(not messages for messages in received),
        sum(len(messages) > 1 for messages in received),
        sum(count > 1 for count in plain),
    )


async def test_nobody_misses_a_briefing_though_the_bot_is_killed_ten_times(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance, database = random.Random(7), f"sqlite:///{tmp_path / 'bot.db'}"
    async with guarded_server() as api:
        people = await subscribe_everybody(database, api)
        config = settings(tmp_path, data, api, database)
        for _ in range(KILLS):
            make_trouble(api, chance)
            async with bot_process(config, {"BOT_TOKEN": TOKEN}) as process:
                await sent_since(api, chance.randint(20, 120))
                await process.stop(signal.SIGKILL)
        api.stage.telegram.end_trouble()
        async with bot_process(config, {"BOT_TOKEN": TOKEN}) as process:
            states = await until_all_is_done(database)
            await process.stop()
        figures = count_messages(api, people)
    with capsys.disabled():
        print(f"\n{KILLS} kills, {CHATS} chats: {figures}, {dict(states)}")
    assert figures.lost == 0
    assert figures.unmarked == 0
    # What one process may have taken and not yet recorded, and what Telegram took without an answer.
    assert figures.twice <= KILLS * (IN_FLIGHT + 4)


async def until_all_is_done(database: str) -> Mapping[State, int]:
    """Looks at the ledger as an operator would; how the deliveries stand in the end."""
    store = await open_store(database)
    try:
        async with asyncio.timeout(120):
            soon = timedelta(hours=1)
            while (due := await store.subscriptions.next_due()) and due - datetime.now(UTC) < soon:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
            return await store.deliveries.counts(datetime.now(UTC) - timedelta(days=1))
    finally:
        await store.close()
