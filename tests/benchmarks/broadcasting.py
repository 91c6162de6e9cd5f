"""Sending one briefing to many: at Telegram's limit, as fast as this machine can, and who is kept waiting."""

import asyncio
import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from statistics import median
from typing import Any

from telegram.error import TelegramError
from telegram.ext import AIORateLimiter, ApplicationBuilder, ExtBot
from telegram.request import BaseRequest, HTTPXRequest

from bot.app import opened_once, settle
from bot.storage.memory import MemoryStore
from bot.telegram.application import BotApplication, feed
from bot.telegram.transport import AiohttpRequest
from tests.benchmarks.bot_api import Traffic
from tests.benchmarks.broadcast_parts import (
    FIRST_CHAT,
    StrictTelegram,
    dispatching,
    now,
    service_on,
    strict,
    subscribe_many,
)
from tests.benchmarks.due import fill
from tests.benchmarks.jobs import QUESTION, TOKEN, jobs_page, sent_message
from tests.benchmarks.processes import bot_api
from tests.benchmarks.setting import Setting
from tests.benchmarks.table import Goal, Line, Note, Row

_HAS_LIMITER = find_spec("aiolimiter") is not None  # the bot does without
_LIMIT = 30  # messages a second, Telegram's
_FAST = 1000
_CONNECTIONS = 64  # as in the settings as they come
_PERSON = 900_000


@dataclass(frozen=True, slots=True)
class Fast:
    """A broadcast over loopback."""

    rate: float  # messages a second
    cpu: float  # µs a message, of this process
    delays: tuple[float, ...] = ()  # ms from a question to its answer, beyond those of an idle bot


def measure(setting: Setting) -> Iterator[Line]:
    """At 30 a second with a strict server; at 1000 over loopback; questions meanwhile."""
    setting.desk.texts  # noqa: B018 - prepared, as it is when the bot serves
    settle()
    logging.getLogger("telegram.ext.AIORateLimiter").setLevel(logging.CRITICAL)  # what it loses is counted
    yield from _at_limit(setting)
    yield from _fast(setting)


def _at_limit(setting: Setting) -> Iterator[Line]:
    count = setting.count(900, 300)
    usual, ours = strict(setting, _LIMIT), strict(setting, _LIMIT)
    if _HAS_LIMITER:
        lost = asyncio.run(_send_usually(usual, "http://local", setting, count, _LIMIT))
        yield Row(f"a  AIORateLimiter({_LIMIT}, 1), {count} chats", usual.reached_rate(), "a second")
        yield Note(f"a  refused with 429: {usual.refused}; lost: {lost}")
    else:
        yield Note("a  AIORateLimiter is not measured: aiolimiter is not installed")
    asyncio.run(_broadcast(ours, setting, count))
    c, least = ours.reached_rate(), 0.97 * _LIMIT
    # 97 % of the limit is what the pace aims at; the figure is rounded as it is printed.
    yield Row(f"c  this bot, {count} chats", round(c, 1), "a second", goal=Goal("≥", least))
    yield Row("c  refused with 429", ours.refused, "", goal=Goal("≤", 0))
    yield Row("c  lost", count - len(ours.arrivals), "", goal=Goal("≤", 0))


async def _broadcast(telegram: StrictTelegram, setting: Setting, count: int) -> None:
    store = MemoryStore()
    await subscribe_many(store, count)
    async with dispatching(service_on(telegram, "http://local", setting, store, _LIMIT)) as dispatcher:
        await dispatcher.beat()
        await dispatcher.drain()


async def _send_usually(request: BaseRequest, url: str, setting: Setting, count: int, rate: int) -> int:
    """Everything at once into the rate limiter; how many were lost."""
    limiter = AIORateLimiter(rate, 1)
    builder = ApplicationBuilder().token(TOKEN).base_url(f"{url}/bot").rate_limiter(limiter)
    bot: ExtBot[Any] = builder.request(request).get_updates_request(request).updater(None).build().bot
    page = jobs_page(setting.desk, setting.config)
    async with bot:
        chats = range(FIRST_CHAT, FIRST_CHAT + count)
        sending = (bot.send_message(chat, page.html, parse_mode="HTML") for chat in chats)
        results = await asyncio.gather(*sending, return_exceptions=True)
    return sum(isinstance(each, TelegramError) for each in results)


def _fast(setting: Setting) -> Iterator[Line]:
    count, few = setting.count(10_000, 3000), setting.count(600, 200)
    sent = sent_message(jobs_page(setting.desk, setting.config))
    with bot_api(Traffic(QUESTION, counted=1 << 40), sent) as (_, url):
        if _HAS_LIMITER:
            usual = asyncio.run(_fast_usually(url, setting, few))
            yield Row(f"a  AIORateLimiter({_FAST}, 1), {few} chats over loopback", usual.rate, "a second")
            yield Row("a  CPU a message", usual.cpu, "µs CPU")
        database = f"sqlite:///{setting.folder / 'broadcast.db'}"
        fill(database, count, due_now=True)
        ours = asyncio.run(_fast_ours(url, setting, database, count))
    yield Row(f"c  this bot, {count:,} chats in SQLite", ours.rate, "a second", goal=Goal("≥", 850))
    yield Row("c  CPU a message, the store's and questions included", ours.cpu, "µs CPU", goal=Goal("≤", 600))
    worst, asked = max(ours.delays), len(ours.delays)
    yield Row("c  a question meanwhile is answered later by, median", median(ours.delays), "ms")
    yield Row(f"c  the same, the worst of {asked}", worst, "ms", goal=Goal("≤", 150))


async def _fast_usually(url: str, setting: Setting, count: int) -> Fast:
    begin, cpu = time.monotonic(), time.process_time()
    await _send_usually(HTTPXRequest(connection_pool_size=_CONNECTIONS), url, setting, count, _FAST)
    return Fast(count / (time.monotonic() - begin), (time.process_time() - cpu) / count * 1e6)


async def _fast_ours(url: str, setting: Setting, database: str, count: int) -> Fast:
    store = await opened_once(database)()
    service = service_on(AiohttpRequest(connection_pool_size=_CONNECTIONS), url, setting, store, _FAST)
    async with dispatching(service) as dispatcher:
        idle = median([await _ask(service.application, number) for number in range(20)])
        begin, cpu = time.monotonic(), time.process_time()
        broadcast = asyncio.create_task(_until_sent(dispatcher.beat(), dispatcher.drain()))
        delays = list[float]()
        while not broadcast.done():
            await asyncio.wait((broadcast,), timeout=0.2)
            if not broadcast.done():
                delays.append((await _ask(service.application, 100 + len(delays)) - idle) * 1000)
        await broadcast
        seconds, cpu = time.monotonic() - begin, time.process_time() - cpu
        counts = await store.deliveries.counts(now().replace(year=2000))
    await store.close()
    if counts != {"sent": count}:
        raise RuntimeError(f"not everything was sent: {counts}")
    return Fast(count / seconds, cpu / count * 1e6, tuple(delays))


async def _until_sent(beat: Any, drain: Any) -> None:
    await beat
    await drain


async def _ask(application: BotApplication, number: int) -> float:
    """Seconds until somebody's question is answered."""
    person = _PERSON + number
    message = {
        "message_id": 1,
        "from": {"id": person, "is_bot": False, "first_name": "Li", "language_code": "zh-hans"},
        "chat": {"id": person, "first_name": "Li", "type": "private"},
        "date": 1767225600,
        "text": QUESTION,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(QUESTION.split()[0])}],
    }
    begin = time.perf_counter()
    await feed(application, {"update_id": number + 1, "message": message})
    return time.perf_counter() - begin
