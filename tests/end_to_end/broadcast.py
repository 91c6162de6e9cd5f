"""A broadcast to 2,000 chats while everything fails, and what can be seen of it from outside."""

import asyncio
import os
import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from bot.schedule.schedule import read_schedule
from bot.simulator.faults import ApiError, NetworkFault, too_many_requests
from bot.simulator.server import LocalServer
from bot.simulator.shown import Call
from bot.storage.database import Store
from bot.storage.tables import deliveries
from bot.subscriptions.model import State
from tests.conftest import ROOT

CHATS, KILLS = 2000, 10
PACE = 300  # messages a second; half of them are taken up at once
_NEAR = CHATS // KILLS  # in the queue: about as many as get something between two kills
MARK = "这条可能重复"
SEED = int(os.environ.get("CHAOS_SEED", "7"))  # of the faults, the moments and who is killed


def settings(folder: Path, data: Path, api: LocalServer, database: str) -> Path:
    """Written to a file of this folder."""
    path = folder / "config.yaml"
    path.write_text(
        f"report: {{content: '{ROOT / 'content'}', seeds: '{ROOT / 'seeds'}'}}\n"
        f"data: '{data}'\ndatabase: '{database}'\n"
        f"telegram: {{base_url: '{api.url}', poll_seconds: 1, messages_per_second: {PACE}}}\n"
    )
    return path


async def subscribe_everybody(store: Store, api: LocalServer) -> list[int]:
    """All due at the same minute, not long ago."""
    telegram, now = api.stage.telegram, datetime.now(UTC)
    before, due = now - timedelta(hours=1), now - timedelta(minutes=2)
    schedule = read_schedule(f"daily {due:%H:%M} UTC")
    people = []
    for number in range(CHATS):
        person = telegram.add_user(f"Person {number}", language_code="zh-hans")
        telegram.open_private_chat(person)
        people.append(person.id)
    for each in range(0, CHATS, 4):  # as many as have a connection
        some = people[each : each + 4]
        await asyncio.gather(*(store.subscriptions.add(one, 0, "jobs", schedule, before) for one in some))
    return people


def kill_moments(chance: random.Random) -> list[int]:
    """After how many calls of sendMessage: all of them before everybody can have been written to."""
    return sorted(chance.sample(range(1, CHATS - 100), KILLS))


def make_trouble(api: LocalServer, people: list[int], chance: random.Random) -> int:
    """For chats whose turn is near; how many messages will arrive without the bot being told."""
    telegram, silences = api.stage.telegram, chance.randint(1, 4)
    # For any chat it would hit the same few after each start, and only their waits would grow.
    victims = [person for person in people if not telegram.messages(person)][:_NEAR]
    chance.shuffle(victims)
    for fault, times in (
        (too_many_requests(1), chance.randint(1, 4)),
        (ApiError(500, "Internal Server Error"), chance.randint(1, 4)),
        (NetworkFault.CONNECTION_RESET, chance.randint(1, 4)),
        (NetworkFault.TIMED_OUT, silences),
    ):
        for _ in range(times):
            telegram.fail_next("sendMessage", fault, victims.pop())
    return silences


class Sendings:
    """Counts the calls of sendMessage from now on."""

    def __init__(self, api: LocalServer) -> None:
        self.count = 0
        self._grown = asyncio.Event()
        api.stage.telegram.watch_calls(self._see)

    async def reach(self, count: int) -> None:
        """Returns when there have been so many."""
        async with asyncio.timeout(60):
            while self.count < count:
                self._grown.clear()
                await self._grown.wait()

    def _see(self, call: Call) -> None:
        self.count += call.method == "sendMessage"
        self._grown.set()


@dataclass(frozen=True, slots=True)
class Figures:
    """Chats that got nothing, got it twice or more, got a repetition that did not say so."""

    lost: int
    twice: int
    unmarked: int

    def __str__(self) -> str:
        return f"{CHATS} chats, {KILLS} kills: {self.lost} lost, {self.unmarked} unmarked, {self.twice} twice"


def count_messages(api: LocalServer, people: list[int]) -> Figures:
    """Looks into every chat."""
    received = [api.stage.telegram.messages(person) for person in people]
    plain = [sum(MARK not in message.text for message in messages) for messages in received]
    return Figures(
        sum(not messages for messages in received),
        sum(len(messages) > 1 for messages in received),
        sum(count > 1 for count in plain),
    )


async def in_flight(store: Store) -> int:
    """How many deliveries somebody has taken up, and has not recorded."""
    lasts = deliveries.c.available_at > datetime.now(UTC)
    async with store.database.read() as connection:
        leased = select(func.count()).where(deliveries.c.is_leased, lasts)
        return (await connection.execute(leased)).scalar_one()


async def until_all_is_done(store: Store) -> Mapping[State, int]:
    """Looks at the ledger as an operator would; how the deliveries stand in the end."""
    async with asyncio.timeout(120):
        soon = timedelta(hours=1)
        while (due := await store.subscriptions.next_due()) and due - datetime.now(UTC) < soon:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        return await store.deliveries.counts(datetime.now(UTC) - timedelta(days=1))
