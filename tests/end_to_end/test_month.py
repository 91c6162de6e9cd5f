"""A month of 600 chats, played with a driven clock: just what an independent calculation expects."""

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from time import process_time
from zoneinfo import ZoneInfo

import chinese_calendar

from bot.delivery.ports import Store
from bot.schedule.schedule import read_schedule
from bot.simulator.request import LocalRequest
from bot.simulator.telegram import LocalTelegram
from bot.storage.database import open_store
from bot.telegram.application import Connection, build_application
from bot.telegram.desk import Desk
from bot.telegram.house import House
from tests.telegram.scene import TOKEN

# Over the holidays of October, the working weekends before and after, and the end of summer time in Berlin.
FIRST, LAST = date(2026, 9, 19), date(2026, 10, 26)
CHATS = 600
ZONES = ("Asia/Shanghai", "Europe/Berlin")
DAYS = ("daily", "workdays", "mon,thu", "sat,sun", "monthly 1", "monthly 31")
TIMES = ("08:30", "07:00,18:45", "02:30")
SUBJECTS = {"today": "🗓", "jobs": "🎯", "livelihood": "📌", "targets": "🎯"}
NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Expected = Counter[tuple[int, str, datetime]]


class Driven:
    """Time that passes when somebody sleeps, and is set to what is due."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.seconds = 0.0

    def clock(self) -> datetime:
        return self.now

    def monotonic(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.seconds += max(seconds, 0.0)
        await asyncio.sleep(0)


def falls(days: str, day: date) -> bool:
    """Naively, and by the library's own function."""
    if days == "daily":
        return True
    if days == "workdays":
        return bool(chinese_calendar.is_workday(day))
    if days.startswith("monthly "):
        return day.day == int(days.split()[1])
    return NAMES[day.weekday()] in days.split(",")


def moments(days: str, times: str, zone: str) -> Iterator[datetime]:
    """Each local time of each day of the month."""
    for later in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=later)
        for text in times.split(","):
            if falls(days, day):
                local = datetime.combine(day, time.fromisoformat(text), ZoneInfo(zone))
                yield local.astimezone(UTC)


async def test_a_month_of_six_hundred_chats_is_delivered_as_calculated(desk: Desk) -> None:
    driven = Driven(datetime.combine(FIRST, time(), UTC) - timedelta(days=1))
    telegram = LocalTelegram(driven.clock)
    store = await open_store("sqlite://")
    request = LocalRequest(telegram)
    service = build_application(
        Connection(TOKEN, "http://local", request, request),
        desk,
        House(fresh=timedelta(hours=6)),
        driven.clock,
        partial(given, store),
        seconds=driven.monotonic,
        sleep=driven.sleep,
    )
    expected: Expected = Counter()
    chance = random.Random(2026)
    for number in range(CHATS):
        person = telegram.add_user(f"Person {number}", language_code="zh-hans")
        telegram.open_private_chat(person)
        days, times, zone = chance.choice(DAYS), chance.choice(TIMES), chance.choice(ZONES)
        subject = chance.choice(list(SUBJECTS))
        schedule = read_schedule(f"{days} {times} {zone}")
        await store.subscriptions.add(person.id, 0, subject, schedule, driven.now)
        expected.update((person.id, SUBJECTS[subject], moment) for moment in moments(days, times, zone))
    # Days begin at other moments in other zones: the month is looked at in UTC, a day inside of it.
    start, end = (datetime.combine(day, time(), UTC) for day in (FIRST + timedelta(days=1), LAST))
    wanted = Counter({key: count for key, count in expected.items() if start <= key[2] < end})
    sent: Expected = Counter()
    began = process_time()
    async with service.application:
        dispatcher = await service.dispatcher()
        telegram.calls.clear()
        while (due := await store.subscriptions.next_due()) is not None and due < end:
            driven.now = due
            await dispatcher.beat()
            await dispatcher.drain()
            for call in telegram.calls:
                assert call.method == "sendMessage"
                sent[call.params["chat_id"], call.params["text"][0], due] += 1
            telegram.calls.clear()
        await service.close()
    await store.close()
    assert Counter({key: count for key, count in sent.items() if key[2] >= start}) == wanted
    assert sum(sent.values()) > 10_000
    assert process_time() - began < 60


async def given(store: Store) -> Store:
    """Open already."""
    return store
