"""Somebody turns the clock of the page."""

import pytest

from bot.simulator.stage import Stage
from tests.simulator.scenes import SetClock
from tests.simulator.serving.callers import Browser

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("to", "now"),
    [
        ("2026-05-06", "2026-05-06T00:00:00+08:00"),
        ("2026-05-06T08:30", "2026-05-06T08:30:00+08:00"),
        ("2026-05-06T08:30:00Z", "2026-05-06T16:30:00+08:00"),
        ("2026-05-06 08:30:00+02:00", "2026-05-06T14:30:00+08:00"),
    ],
)
async def test_a_time_without_a_zone_is_the_districts(browser: Browser, to: str, now: str) -> None:
    clock = await browser.do("turn", to=to)
    assert (clock["now"], clock["is_turned"], clock["rate"]) == (now, True, 1)


NO_TIMES = [
    "tomorrow",
    "25:00",
    "2026-13-01",
    "1999-12-31T00:00",
    "2100-01-02",
    "9999-12-31T23:59-23:59",
    " ",
]


@pytest.mark.parametrize("to", [*NO_TIMES, "0001-01-01T00:00+14:00", "2026-05-06T08:30:00+99:00"])
async def test_what_is_no_time_is_refused_and_the_clock_left_alone(browser: Browser, to: str) -> None:
    refused = await browser.refusal("turn", to=to)
    advice = "write it as 2030-01-31T08:30, years 2000 to 2099"
    assert refused == f"409 {to!r} is not a time to turn to; {advice}"
    assert not (await browser.read("/state"))["clock"]["is_turned"]


async def test_the_next_due_moment_is_midnight(browser: Browser) -> None:
    days = [(await browser.do("next_due"))["now"] for _ in range(2)]
    assert days == ["2026-05-07T00:00:00+08:00", "2026-05-08T00:00:00+08:00"]


async def test_after_the_last_day_there_is_no_next(browser: Browser) -> None:
    await browser.do("turn", to="2099-12-31T23:00:00Z")
    assert (await browser.refusal("next_due")).endswith("is no moment between 2000 and 2100")


async def test_a_day_is_played_in_a_minute_unless_told_otherwise(
    real_time: SetClock, stage: Stage, browser: Browser
) -> None:
    before = stage.clock()
    assert (await browser.do("play"))["rate"] == 1440
    real_time.forward(60)
    assert (stage.clock() - before).total_seconds() == 24 * 3600
    assert stage.clock.rate == 1


@pytest.mark.parametrize(
    "body", [{"hours": 0}, {"hours": -1}, {"hours": 10**9}, {"rate": 0}, {"rate": -5}, {"rate": 10**9}]
)
async def test_what_cannot_be_played_is_refused(browser: Browser, body: dict[str, int]) -> None:
    assert (await browser.refusal("play", **body)).startswith("409 ")


async def test_stopped_it_stands_still_until_it_returns_to_the_real_time(
    real_time: SetClock, stage: Stage, browser: Browser
) -> None:
    stopped = await browser.do("stop")
    real_time.forward(60)
    assert (await browser.read("/state"))["clock"]["now"] == stopped["now"]
    clock = await browser.do("real_time")
    assert (clock["rate"], clock["is_turned"], stage.clock()) == (1, False, real_time())
