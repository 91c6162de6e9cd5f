"""Telegram's limits are kept, nearly used up, and people go first."""

import asyncio
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.pace import WINDOW, Pace
from tests.delivery.driven import DrivenTime, calm


def pace_of(time: DrivenTime, rate: int = 30) -> Pace:
    return Pace(rate, time.monotonic, time.sleep, lambda: 0.5)


def most_in_a_second(arrivals: list[float]) -> int:
    """How many fall into the fullest stretch of a second, its end not included."""
    ordered = sorted(arrivals)
    return max(sum(start <= each < start + 1 for each in ordered) for start in ordered)


async def _departures(seed: int, rate: int, count: int) -> list[float]:
    """Briefings one after the other, people at any time between."""
    time, random = DrivenTime(), Random(seed)
    pace, left = pace_of(time, rate), list[float]()

    async def briefings() -> None:
        for _ in range(count):
            assert await pace.for_briefing()
            left.append(time.seconds)

    async def people() -> None:
        for chat in range(count // 3):
            await time.sleep(random.choice([0.0, 0.01, 0.2]))
            await pace.for_person(chat)
            left.append(time.seconds)

    await time.run(asyncio.gather(briefings(), people(), people()))
    return left


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from([1, 5, 30, 100]), st.integers(1, 120))
def test_never_more_than_the_rate_arrives_in_any_second(seed: int, rate: int, count: int) -> None:
    left, random = asyncio.run(_departures(seed, rate, count)), Random(seed)
    assert most_in_a_second([each + random.uniform(0, 0.02) for each in left]) <= rate


async def test_a_broadcast_uses_97_percent_of_the_limit() -> None:
    time = DrivenTime()
    pace = pace_of(time)

    async def broadcast() -> None:
        for _ in range(900):
            await pace.for_briefing()

    await time.run(broadcast())
    assert 900 / (time.seconds - 1000) >= 0.97 * 30


async def test_a_coarse_timer_costs_nothing() -> None:
    time = DrivenTime()

    async def coarse(seconds: float) -> None:
        await time.sleep(seconds + 0.005)

    pace = Pace(1000, time.monotonic, coarse)

    async def broadcast() -> None:
        for _ in range(3000):
            await pace.for_briefing()

    await time.run(broadcast())
    assert 3000 / (time.seconds - 1000) >= 0.96 * 1000


async def test_a_person_waits_for_the_window_only() -> None:
    time = DrivenTime()
    pace = pace_of(time)
    for _ in range(30):
        await time.run(pace.for_person(1))
    assert time.seconds == 1000
    await time.run(pace.for_person(1))
    assert time.seconds == 1000 + WINDOW


async def test_a_person_goes_before_briefings() -> None:
    time, order = DrivenTime(), list[str]()
    pace = pace_of(time, 1)
    await pace.for_briefing()

    async def go(name: str) -> None:
        await (pace.for_person(1) if name == "person" else pace.for_briefing())
        order.append(name)

    await time.run(asyncio.gather(go("briefing"), go("briefing"), go("person")))
    assert order == ["person", "briefing", "briefing"]


async def test_a_chat_has_one_briefing_a_second() -> None:
    time = DrivenTime()
    pace = pace_of(time)
    pace.count(1)
    assert pace.ready_in(1) == pytest.approx(WINDOW)
    assert pace.ready_in(2) == 0
    await time.run(pace.until_ready(1))
    assert time.seconds == 1000 + WINDOW


async def test_a_group_has_twenty_messages_a_minute() -> None:
    time = DrivenTime()
    pace = pace_of(time)
    for _ in range(20):
        await time.run(pace.for_person(-1))
        time.pass_by(seconds=2)
    assert 20 < pace.ready_in(-1) < 21
    assert pace.ready_in(-2) == 0


async def test_a_refused_chat_waits_alone() -> None:
    pace = pace_of(DrivenTime())
    pace.flooded(1, 10)
    assert pace.ready_in(1) == pytest.approx(10.5)
    assert pace.ready_in(2) == 0
    assert await pace.for_briefing()


async def test_when_two_chats_are_refused_everybody_waits() -> None:
    pace = pace_of(DrivenTime())
    pace.flooded(1, 3)
    pace.flooded(2, 20)
    assert pace.ready_in(3) == pytest.approx(21)
    assert not await pace.for_briefing()


async def test_a_refusal_long_ago_is_no_reason_for_others_to_wait() -> None:
    time = DrivenTime()
    pace = pace_of(time)
    pace.flooded(1, 3)
    time.pass_by(seconds=4)
    pace.flooded(2, 3)
    assert pace.ready_in(3) == 0


async def test_a_person_in_a_refused_chat_waits_and_keeps_nobody_back() -> None:
    time = DrivenTime()
    pace = pace_of(time)
    pace.flooded(1, 10)
    person = asyncio.create_task(pace.for_person(1))
    await calm()
    assert await pace.for_briefing()
    assert time.seconds == 1000
    await time.run(person)
    assert time.seconds == 1010.5


async def test_chats_are_forgotten_after_a_minute() -> None:
    time = DrivenTime()
    pace = pace_of(time)
    for chat in range(100):
        pace.count(chat)
    time.pass_by(seconds=61)
    pace.count(7)
    assert list(pace._departures) == [7]
