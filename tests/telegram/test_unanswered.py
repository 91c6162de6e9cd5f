"""What was asked in vain: shortened before it is kept, counted without delay, written down later."""

import asyncio
import logging
import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from telegram.ext import JobQueue

from bot.delivery.ports import LONGEST_WORDS, Counted, StorageError, Store
from bot.report.model import Language
from bot.storage.memory import MemoryStore
from bot.storage.memory_unanswered import MemoryUnanswered
from bot.telegram.unanswered import MOST_WAITING, Unanswered, shortened, write_down_each_minute
from tests.telegram.scene import Scene

TODAY = date(2026, 5, 6)
DAY = timedelta(days=1)
# Typed with more numbers, signs and addresses than people use.
TYPED = st.text(st.one_of(st.characters(), st.sampled_from("0123456789 .+#@/:-就业一二三ab")), max_size=200)


@given(TYPED)
@example("c+12345+d 12345.")
@example("1" * 58 + "a.b" * 40)
@example("就业" * 29 + "1.5")
@example("一二三四五 12")
def test_nothing_long_is_kept_of_a_question(typed: str) -> None:
    kept = shortened(typed)
    assert len(kept) <= LONGEST_WORDS
    assert not re.search(r"\d(?:\W*\d){4}", kept.replace("#", "x"))
    assert shortened(kept) == kept


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("请问：今年岗位有多少？！", "请问 今年岗位有多少"),
        ("ＷｉＦｉ  Coverage", "wifi coverage"),
        ("3.7亿元", "3.7亿元"),
        ("2026年3400个", "2026年3400个"),
        ("电话13812345678，打给我", "电话 # 打给我"),
        ("138-1234-5678 岗位", "# 岗位"),
        ("１３８１２３４５６７８", ""),
        ("身份证 41060319900101123X", "身份证 # x"),
        ("电话一三八一二三四五六七八", "电话 #"),
        ("@zhang_san 岗位", "岗位"),
        ("问＠张三 岗位", "问 岗位"),
        ("写信zhang.san@example.com 岗位", "写信 岗位"),
        ("https://example.com/?name=张三 岗位", "岗位"),
        ("t.me/zhangsan 岗位", "岗位"),
        ("www.example.com", ""),
        ("？？？", ""),
        ("", ""),
    ],
)
def test_words_are_kept_and_whoever_can_be_found_by_them_is_not(typed: str, kept: str) -> None:
    assert shortened(typed) == kept


class Trouble(MemoryUnanswered):
    """Cannot be used while it is locked."""

    is_locked = False

    async def add(self, day: date, counted: Sequence[Counted]) -> None:
        if self.is_locked:
            raise StorageError("岗位") from OSError("岗位")
        await super().add(day, counted)


class Notebook:
    """Counts, and the store they go to."""

    def __init__(self) -> None:
        self.store = MemoryStore()
        self.kept = self.store.unanswered = Trouble()
        self.opened = 0
        self.counts = Unanswered(self._stored)

    async def _stored(self) -> Store:
        self.opened += 1
        return self.store

    def note(self, *asked: str, language: Language = "zh", day: date = TODAY) -> None:
        for each in asked:
            self.counts.note(each, language, day)

    async def written(self) -> dict[str, int]:
        await self.counts.flush()
        return {each.words: each.times for each in await self.kept.since(TODAY - 99 * DAY)}


@pytest.fixture
def notebook() -> Notebook:
    return Notebook()


async def test_what_was_noted_is_written_down_once(notebook: Notebook) -> None:
    notebook.note("岗位", "岗位？", "地铁")
    assert await notebook.written() == {"岗位": 2, "地铁": 1}
    assert await notebook.written() == {"岗位": 2, "地铁": 1}


async def test_language_and_day_are_kept_apart(notebook: Notebook) -> None:
    notebook.note("wifi", language="en")
    notebook.note("wifi", language="zh", day=TODAY - DAY)
    await notebook.counts.flush()
    assert list(await notebook.kept.since(TODAY)) == [Counted("wifi", "en", 1)]
    assert len(await notebook.kept.since(TODAY - DAY)) == 2


async def test_the_database_is_left_alone_while_there_is_nothing(notebook: Notebook) -> None:
    notebook.note("", "？", "13812345678")
    await notebook.counts.flush()
    assert notebook.opened == 0


async def test_what_cannot_be_written_down_waits(notebook: Notebook) -> None:
    notebook.kept.is_locked = True
    notebook.note("岗位")
    notebook.note("地铁", day=TODAY - DAY)
    assert await notebook.written() == {}
    notebook.note("岗位")
    notebook.kept.is_locked = False
    assert await notebook.written() == {"岗位": 2, "地铁": 1}


async def test_trouble_is_said_once_and_without_words(
    notebook: Notebook, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for is_locked in (True, True, False, True):
        notebook.kept.is_locked = is_locked
        notebook.note("岗位")
        await notebook.counts.flush()
    line = "Unanswered questions cannot be written down now (OSError): they wait"
    assert [record.message for record in caplog.records] == [line, line]


async def test_a_flood_does_not_fill_the_memory(notebook: Notebook) -> None:
    notebook.kept.is_locked = True
    for ago in range(10):
        notebook.note(*(f"岗位{number}" for number in range(MOST_WAITING + 100)), day=TODAY - ago * DAY)
        await notebook.counts.flush()
    notebook.note("岗位0")
    notebook.kept.is_locked = False
    assert (await notebook.written())["岗位0"] == 4
    assert len(await notebook.kept.since(TODAY)) == MOST_WAITING
    assert not await notebook.kept.prune(TODAY - 2 * DAY)


async def test_it_is_written_down_each_minute(notebook: Notebook) -> None:
    jobs: JobQueue[Any] = JobQueue()
    write_down_each_minute(jobs, notebook.counts)
    (job,) = jobs.jobs()
    assert job.trigger.interval == timedelta(minutes=1)  # type: ignore[attr-defined]
    notebook.note("岗位")
    await job.callback(None)
    assert await notebook.kept.since(TODAY)


async def test_it_is_written_down_before_the_store_is_closed(scene: Scene) -> None:
    await scene.service.dispatcher()
    scene.service.unanswered.note("岗位", "zh", TODAY)
    await scene.service.close_store()
    assert list(await scene.store.unanswered.since(TODAY)) == [Counted("岗位", "zh", 1)]


async def test_two_who_write_down_at_once_count_nothing_twice(notebook: Notebook) -> None:
    notebook.note("岗位", "地铁")
    await asyncio.gather(notebook.counts.flush(), notebook.counts.flush())
    assert await notebook.written() == {"岗位": 1, "地铁": 1}
