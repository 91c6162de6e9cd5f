"""Finding what is due: ten thousand in the same second, and nothing at all among a million."""

import asyncio
import gc
import logging
import multiprocessing
import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy.dialects import sqlite
from telegram.ext import ApplicationBuilder, ContextTypes

from bot.app import opened_once, settle
from bot.delivery.ports import Store
from bot.storage.tables import Instant
from bot.subscriptions.model import State
from tests.benchmarks.broadcast_parts import FIRST_CHAT, dispatching, lately, service_on, strict
from tests.benchmarks.jobs import TOKEN
from tests.benchmarks.setting import Setting
from tests.benchmarks.table import Goal, Line, Row
from tests.benchmarks.ticking import ticking

_DUE = 10_000
_INSERT = (
    "INSERT INTO subscriptions (chat_id, thread_id, subject, schedule, next_due_at, is_paused)"
    " VALUES (?, ?, ?, ?, ?, ?)"
)
_FORK = multiprocessing.get_context("fork")
_AHEAD = timedelta(seconds=15)  # to register everything in


@dataclass(frozen=True, slots=True)
class Moment:
    """What became of all that was due in one second."""

    missed: int
    seconds: float  # until the last was claimed, or began
    longest_block: float  # seconds, of the event loop


@dataclass(frozen=True, slots=True)
class Costs:
    """Of a bot with many subscriptions, none of them due; seconds."""

    beat: float
    beat_cpu: float  # with what it starts
    subscribe: float
    remove: float
    resident_mb: float


def measure(setting: Setting) -> Iterator[Line]:
    """SQLite in a file; nothing is faked but Telegram."""
    setting.desk.texts  # noqa: B018 - prepared, as it is when the bot serves
    settle()
    yield from _same_second(setting)
    yield from _among_many(setting)


def _same_second(setting: Setting) -> Iterator[Line]:
    usual = asyncio.run(_usually())
    gc.collect()
    database = f"sqlite:///{setting.folder / 'due.db'}"
    fill(database, _DUE, due_now=True)
    ours = asyncio.run(_claimed(setting, database))
    yield Row(f"a  JobQueue.run_daily for each of {_DUE:,} chats: missed", usual.missed, "")
    yield Row("a  the event loop stands still for up to", usual.longest_block * 1000, "ms")
    yield Row(f"c  this bot, {_DUE:,} due in the same second: missed", ours.missed, "", goal=Goal("≤", 0))
    yield Row("c  all are claimed after", ours.seconds, "s", goal=Goal("≤", 1))
    block = ours.longest_block * 1000
    yield Row("c  the event loop stands still for up to", block, "ms", goal=Goal("≤", 20))


async def _usually() -> Moment:
    """One job for each chat, as the library's documentation has it."""
    logging.getLogger("apscheduler").setLevel(logging.CRITICAL)
    application = ApplicationBuilder().token(TOKEN).updater(None).build()
    jobs, ran = application.job_queue, list[float]()
    assert jobs

    async def run(_: ContextTypes.DEFAULT_TYPE) -> None:
        ran.append(time.monotonic())

    moment = (datetime.now(UTC) + _AHEAD).replace(microsecond=0)
    for chat in range(_DUE):
        jobs.run_daily(run, moment.timetz(), chat_id=FIRST_CHAT + chat, name=str(chat))
    await jobs.start()
    ahead = (moment - datetime.now(UTC)).total_seconds()
    if ahead < 0:
        raise RuntimeError("this machine was too slow to register the jobs")
    await asyncio.sleep(max(0.0, ahead - 0.5))
    async with ticking() as gaps:
        await asyncio.sleep(1.5)
    await jobs.stop(wait=False)
    return Moment(_DUE - len(ran), 0.0, gaps.longest)


async def _claimed(setting: Setting, database: str) -> Moment:
    store = await opened_once(database)()
    async with dispatching(service_on(strict(setting, 30), "http://local", setting, store, 30)) as dispatcher:
        async with ticking() as gaps:
            begin = time.monotonic()
            await dispatcher.beat()
            seconds = time.monotonic() - begin
        counts = await store.deliveries.counts(datetime.now(UTC) - timedelta(days=1))
    await store.close()
    return Moment(_DUE - counts.get(State.CLAIMED, 0) - counts.get(State.SENT, 0), seconds, gaps.longest)


def _among_many(setting: Setting) -> Iterator[Line]:
    count = setting.count(1_000_000, 100_000)
    file = f"sqlite:///{setting.folder / 'many.db'}"
    few = asyncio.run(_costs(setting, file))
    fill(file, count, due_now=False)
    many = asyncio.run(_costs(setting, file))
    yield Row("a heartbeat with nothing due and no subscriptions", few.beat * 1000, "ms")
    yield Row(f"the same among {count:,}", many.beat * 1000, "ms", goal=Goal("≤", 1))
    yield Row("CPU of it, with the look for what is available", many.beat_cpu * 1000, "ms CPU")
    yield Row("to subscribe to one more", many.subscribe * 1000, "ms", goal=Goal("≤", 5))
    yield Row("to remove it", many.remove * 1000, "ms", goal=Goal("≤", 5))
    grown = many.resident_mb - few.resident_mb
    yield Row(f"memory grows from 0 to {count:,} by", grown, "MB", goal=Goal("≤", 10))


async def _costs(setting: Setting, database: str) -> Costs:
    store = await opened_once(database)()
    rounds = setting.count(300, 100)
    async with dispatching(service_on(strict(setting, 30), "http://local", setting, store, 30)) as dispatcher:
        await dispatcher.beat()
        await dispatcher.drain()
        beats, cpu = [], time.process_time()
        for _ in range(rounds):
            begin = time.perf_counter()
            await dispatcher.beat()
            beats.append(time.perf_counter() - begin)
            await dispatcher.drain()
        cpu = (time.process_time() - cpu) / rounds
        changes = [await _change(store, number) for number in range(rounds)]
        resident = _resident_mb()
    await store.close()
    adds, removals = (median(times) for times in zip(*changes, strict=True))
    return Costs(median(beats), cpu, adds, removals, resident)


async def _change(store: Store, number: int) -> tuple[float, float]:
    schedule, _ = lately()
    begin = time.perf_counter()
    made, _ = await store.subscriptions.add(FIRST_CHAT - 1 - number, 0, "jobs", schedule, datetime.now(UTC))
    between = time.perf_counter()
    await store.subscriptions.remove(made.chat, made.id)
    return between - begin, time.perf_counter() - between


def fill(database: str, count: int, *, due_now: bool) -> None:
    """Puts so many subscriptions in a new SQLite file, each of its own chat; in a process that ends then."""
    process = _FORK.Process(target=_fill, args=(database, count, due_now))
    process.start()
    process.join()
    if process.exitcode:
        raise RuntimeError("the database could not be filled")


def _fill(database: str, count: int, due_now: bool) -> None:  # noqa: FBT001 - of a process
    asyncio.run(_migrated(database))
    schedule, due = lately()
    # As the table writes it: what is not due now is spread over the day after tomorrow.
    spread = [due + timedelta(days=2, minutes=minute) for minute in range(1440)]
    moments = [due] if due_now else spread
    written = [Instant().process_bind_param(moment, sqlite.dialect()) for moment in moments]
    rows = (
        (FIRST_CHAT + number, 0, "jobs", str(schedule), written[number % len(written)], 0)
        for number in range(count)
    )
    with sqlite3.connect(database.removeprefix("sqlite:///")) as connection:
        connection.executemany(_INSERT, rows)
    connection.close()


async def _migrated(database: str) -> None:
    await (await opened_once(database)()).close()


def _resident_mb() -> float:
    gc.collect()
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the kernel does not tell the memory")
