"""Two processes on one PostgreSQL: one dispatches, the other takes over when it is killed."""

import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.postgresql import running_postgresql
from tests.end_to_end.bot_process import bot_process
from tests.end_to_end.stages import TOKEN, guarded_server
from tests.end_to_end.test_chaos import (
    count_messages,
    sent_since,
    settings,
    subscribe_everybody,
    until_all_is_done,
)

CHATS = 600
BATCH = 500  # what one of them may have taken


@pytest.fixture
def postgresql() -> Iterator[str]:
    with running_postgresql() as address:
        yield address


async def test_the_other_process_takes_over_within_thirty_seconds(
    tmp_path: Path, data: Path, postgresql: str, capsys: pytest.CaptureFixture[str]
) -> None:
    async with guarded_server() as api:
        people = await subscribe_everybody(postgresql, api, CHATS)
        config = settings(tmp_path, data, api, postgresql, pace=200)
        async with bot_process(config, {"BOT_TOKEN": TOKEN}) as first:
            await sent_since(api, 50)
            async with bot_process(config, {"BOT_TOKEN": TOKEN}) as second:
                await second.logs("serving @")
                await first.stop(signal.SIGKILL)
                killed = time.monotonic()
                await sent_since(api, 1)
                waited = time.monotonic() - killed
                await until_all_is_done(postgresql)
        figures = count_messages(api, people)
    with capsys.disabled():
        print(f"\ntaken over after {waited:.1f} s; {CHATS} chats: {figures}")
    assert waited < 30
    assert (figures.lost, figures.unmarked) == (0, 0)
    assert figures.twice <= BATCH
