"""Events: their numbers, and what a page gets that was away or reads too slowly."""

import asyncio
import json

import pytest

from bot.simulator.server import LocalServer
from bot.simulator.serving import live
from bot.simulator.serving.live import Live
from bot.simulator.stage import Stage
from bot.simulator.telegram import LocalTelegram
from bot.simulator.world import Rules
from tests.simulator.serving.callers import Browser, Stream

pytestmark = pytest.mark.asyncio(loop_scope="module")


def _number(stamp: str) -> int:
    return int(stamp.partition("-")[2])


def _rename(telegram: LocalTelegram, *names: str) -> None:
    """One event for each name."""
    for name in names:
        telegram.set_rules(Rules(inline_feedback=name == "on", local_webhooks=True))


async def _seen(events: Stream, count: int) -> list[bool]:
    """What so many renamings told."""
    return [(await events.next("trouble"))["rules"]["inline_feedback"] for _ in range(count)]


async def test_events_are_numbered_one_by_one(telegram: LocalTelegram, browser: Browser) -> None:
    async with browser.events() as events:
        start = _number(events.stamp)
        _rename(telegram, "on", "off", "on")
        numbers = [_number(events.stamp) for _ in range(3) if await events.any()]
    assert numbers == [start + 1, start + 2, start + 3]
    assert events.stamp == (await browser.read("/state"))["stamp"]


async def test_a_page_that_was_away_catches_up_if_another_looked_on(
    telegram: LocalTelegram, browser: Browser
) -> None:
    async with browser.events():
        stamp = (await browser.read("/state"))["stamp"]
        _rename(telegram, "on", "off", "on")
        async with browser.events(stamp) as late:
            _rename(telegram, "off")
            assert await _seen(late, 4) == [True, False, True, False]
    assert _number(late.stamp) == _number(stamp) + 4


async def test_the_browsers_own_word_on_what_it_saw_counts(telegram: LocalTelegram, browser: Browser) -> None:
    async with browser.events() as events:
        stamp = events.stamp
        _rename(telegram, "on", "off")
        await events.next("trouble")
        async with browser.events(stamp, last_seen=events.stamp) as again:
            assert await _seen(again, 1) == [False]


async def test_nothing_missed_is_nothing_told(telegram: LocalTelegram, browser: Browser) -> None:
    _rename(telegram, "on")
    async with browser.events() as events:
        _rename(telegram, "off")
        assert await _seen(events, 1) == [False]
    assert events.kinds == ["trouble"]


async def test_what_happened_while_nobody_looked_on_means_to_load_anew(
    server: LocalServer, telegram: LocalTelegram, browser: Browser
) -> None:
    async with browser.events() as events:
        stamp = events.stamp
    await _nobody_looks_on(server)
    _rename(telegram, "on", "off")
    async with browser.events(stamp) as events:
        assert await events.any() == {"kind": "reset"}
        assert events.stamp == (await browser.read("/state"))["stamp"]


async def _nobody_looks_on(server: LocalServer) -> None:
    """Returns when the server has noticed that the pages were closed."""
    async with asyncio.timeout(10):
        await asyncio.gather(*server._server.server_state.tasks)
    assert not server._live._pages


UNKNOWN = ["nonsense", "-", "00000000-1", "{boot}", "{boot}-", "{boot}-x", "{boot}--1", "{boot}-999999999"]
UNKNOWN += ["{boot}-" + "9" * 5000, "{boot}-²"]


@pytest.mark.parametrize("stamp", UNKNOWN)
async def test_a_stamp_nobody_knows_means_to_load_anew(browser: Browser, stamp: str) -> None:
    current = (await browser.read("/state"))["stamp"]
    async with browser.events(stamp.replace("{boot}", current.partition("-")[0])) as events:
        assert await events.any() == {"kind": "reset"}
    assert events.stamp == current


async def test_too_much_missed_means_to_load_anew(telegram: LocalTelegram, browser: Browser) -> None:
    async with browser.events() as events:
        stamp = events.stamp
        _rename(telegram, *["on"] * (live.KEPT + 1))
        async with browser.events(stamp) as late:
            assert await late.any() == {"kind": "reset"}
            _rename(telegram, "off")
            assert await _seen(late, 1) == [False]


async def test_just_as_much_as_is_kept_is_caught_up_with(telegram: LocalTelegram, browser: Browser) -> None:
    async with browser.events() as events:
        stamp = events.stamp
        _rename(telegram, *["on"] * live.KEPT)
        async with browser.events(stamp) as late:
            assert await _seen(late, live.KEPT) == [True] * live.KEPT


async def test_two_pages_are_told_the_same(telegram: LocalTelegram, browser: Browser) -> None:
    async with browser.events() as one, browser.events() as other:
        _rename(telegram, "on", "off")
        assert await _seen(one, 2) == await _seen(other, 2) == [True, False]
    assert one.stamp == other.stamp


async def test_a_page_that_reads_too_slowly_is_let_go_and_may_come_back(
    telegram: LocalTelegram, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "KEPT", 5)
    async with browser.events() as slow:
        stamp = slow.stamp
        _rename(telegram, *["on"] * 6)  # at once: it cannot have read one of them
        assert await slow.any() is None
        async with browser.events(stamp) as again:
            assert await _seen(again, 6) == [True] * 6


async def test_a_page_that_is_closed_is_forgotten(
    server: LocalServer, telegram: LocalTelegram, browser: Browser
) -> None:
    async with browser.events():
        _rename(telegram, "on")
    await _nobody_looks_on(server)


async def test_a_connection_with_nothing_to_tell_is_told_the_time(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live, "HEARTBEAT", 0.01)
    async with browser.events() as events, asyncio.timeout(10):
        line = await events.answer.content.readline()
        assert json.loads(line.removeprefix(b"data: "))["kind"] == "clock"


async def test_a_page_that_has_not_read_at_all_does_not_keep_the_server_from_closing(
    stage: Stage, telegram: LocalTelegram
) -> None:
    watched = Live(stage)
    events = watched.events(watched.stamp)
    first = asyncio.ensure_future(anext(events))
    await asyncio.sleep(0)
    _rename(telegram, *["on"] * live.KEPT)  # as much as its queue holds
    watched.close()
    with pytest.raises(StopAsyncIteration):
        await first
