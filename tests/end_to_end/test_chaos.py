"""Killed in the middle of a broadcast, again and again, while Telegram fails: nobody misses a briefing."""

import random
import signal
from pathlib import Path

import pytest

from bot.storage.database import open_store
from bot.subscriptions.model import State
from tests.end_to_end.bot_process import bot_process
from tests.end_to_end.broadcast import (
    CHATS,
    SEED,
    Sendings,
    count_messages,
    in_flight,
    kill_moments,
    make_trouble,
    settings,
    subscribe_everybody,
    until_all_is_done,
)
from tests.end_to_end.stages import TOKEN, guarded_server


async def test_nobody_misses_a_briefing_though_the_bot_is_killed_ten_times(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance, most_twice, database = random.Random(SEED), 0, f"sqlite:///{tmp_path / 'bot.db'}"
    store = await open_store(database)
    async with guarded_server() as api:
        sendings, people = Sendings(api), await subscribe_everybody(store, api)
        config = settings(tmp_path, data, api, database)
        for moment in kill_moments(chance):
            most_twice += make_trouble(api, people, chance)
            async with bot_process(config, {"BOT_TOKEN": TOKEN}) as process:
                await sendings.reach(moment)
                await process.stop(signal.SIGKILL)
            most_twice += await in_flight(store)
        api.stage.telegram.end_trouble()
        async with bot_process(config, {"BOT_TOKEN": TOKEN}) as process:
            states = await until_all_is_done(store)
            await process.stop()
        figures = count_messages(api, people)
    await store.close()
    with capsys.disabled():
        print(f"\n{figures} of {most_twice} in flight")
    assert (figures.lost, figures.unmarked) == (0, 0)
    assert figures.twice <= most_twice
    assert states == {State.SENT: CHATS}
