"""Two processes on one PostgreSQL, killed again and again: the other takes over, nobody misses a briefing."""

import asyncio
import random
import signal
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import pytest
from sqlalchemy import text

from bot.simulator.server import LocalServer
from bot.storage.database import Store, open_store
from bot.subscriptions.model import State
from tests.contract.postgresql import running_postgresql
from tests.end_to_end.bot_process import BotProcess, bot_process
from tests.end_to_end.broadcast import (
    CHATS,
    KILLS,
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

OF_THE_DISPATCHER = 6  # of the kills; the others are of the process that stands by
# PostgreSQL knows the processes by their users.
NAMES = ("first", "second")
_WHO_DISPATCHES = """
SELECT usename FROM pg_locks JOIN pg_stat_activity USING (pid)
WHERE locktype = 'advisory' AND granted AND (classid, objid, objsubid) = (26301, 2, 2)
"""


class Pair:
    """Two processes on one database; an async context manager, which ends both."""

    def __init__(self, store: Store, configs: dict[str, Path]) -> None:
        self._store, self._configs = store, configs
        self._stack = AsyncExitStack()
        self._processes: dict[str, BotProcess] = {}

    async def __aenter__(self) -> Self:
        await self._stack.__aenter__()
        for name in NAMES:
            await self.start(name)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.__aexit__(kind, error, trace)

    async def start(self, name: str) -> None:
        """Returns at once: it takes seconds until it is of use."""
        process = bot_process(self._configs[name], {"BOT_TOKEN": TOKEN})
        self._processes[name] = await self._stack.enter_async_context(process)

    async def kill(self, name: str) -> None:
        """Returns when it is gone."""
        await self._processes[name].stop(signal.SIGKILL)

    async def dispatcher(self, *, but: str = "") -> str:
        """Returns when somebody has the role who is not this one."""
        async with asyncio.timeout(30):
            while (name := await self._holder()) in {"", but}:  # noqa: ASYNC110 - asked of PostgreSQL
                await asyncio.sleep(0.02)
        return name

    async def _holder(self) -> str:
        async with self._store.database.read() as connection:
            return await connection.scalar(text(_WHO_DISPATCHES)) or ""


class Chaos:
    """Kills one of a pair, and starts it anew when the other has taken over; what it saw meanwhile."""

    def __init__(self, store: Store, pair: Pair, sendings: Sendings) -> None:
        self._store, self._pair, self._sendings = store, pair, sendings
        self.in_flight = 0
        self.waits: list[float] = []  # seconds from a kill to the next message

    async def kill_dispatcher(self) -> None:
        """The other has to take over."""
        name, killed = await self._pair.dispatcher(), time.monotonic()
        await self._pair.kill(name)
        self.in_flight += await in_flight(self._store)
        await self._pair.dispatcher(but=name)
        await self._sendings.reach(self._sendings.count + 1)
        self.waits.append(time.monotonic() - killed)
        await self._pair.start(name)

    async def kill_other(self) -> None:
        """The dispatcher goes on."""
        (name,) = {*NAMES} - {await self._pair.dispatcher()}
        await self._pair.kill(name)
        await self._pair.start(name)


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    """Of PostgreSQL, with a user for each process."""
    with running_postgresql() as address:
        store = await open_store(address)
        async with store.database.write() as connection:
            for name in NAMES:
                await connection.execute(text(f"CREATE ROLE {name} LOGIN SUPERUSER"))
        yield store
        await store.close()


def configs(store: Store, folder: Path, data: Path, api: LocalServer) -> dict[str, Path]:
    """Settings for each of the processes."""
    url, found = store.database.address.url.set(drivername="postgresql"), {}
    for name in NAMES:
        (folder / name).mkdir()
        address = url.set(username=name).render_as_string(hide_password=False)
        found[name] = settings(folder / name, data, api, address)
    return found


def victims(chance: random.Random) -> list[bool]:
    """Whether each kill is to be of the one who dispatches."""
    found = [number < OF_THE_DISPATCHER for number in range(KILLS)]
    chance.shuffle(found)
    return found


async def test_nobody_misses_a_briefing_though_two_processes_are_killed_ten_times(
    tmp_path: Path, data: Path, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    chance, silences = random.Random(SEED), 0
    async with guarded_server() as api:
        sendings, people = Sendings(api), await subscribe_everybody(store, api)
        async with Pair(store, configs(store, tmp_path, data, api)) as pair:
            chaos = Chaos(store, pair, sendings)
            for moment, is_dispatcher in zip(kill_moments(chance), victims(chance), strict=True):
                silences += make_trouble(api, people, chance)
                await sendings.reach(moment)
                await (chaos.kill_dispatcher() if is_dispatcher else chaos.kill_other())
            api.stage.telegram.end_trouble()
            states = await until_all_is_done(store)
        figures = count_messages(api, people)
    with capsys.disabled():
        print(f"\n{figures} of {silences + chaos.in_flight} in flight; taken over after", end=" ")
        print(*(f"{wait:.1f}" for wait in chaos.waits), "s")
    assert (figures.lost, figures.unmarked) == (0, 0)
    assert figures.twice <= silences + chaos.in_flight
    assert states == {State.SENT: CHATS}
    assert max(chaos.waits) < 30
