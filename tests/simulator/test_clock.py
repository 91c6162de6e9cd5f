"""The clock that can be turned; the real time behind it is one that tests set."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.clock import MAX_RATE, TurnableClock
from tests.simulator.scenes import SetClock

NEW_YORK = ZoneInfo("America/New_York")
START = SetClock().time

moments = st.builds(
    lambda age, zone: (datetime(2000, 1, 1, tzinfo=UTC) + age).astimezone(zone),
    st.timedeltas(timedelta(), timedelta(days=36_500)),
    st.timezones(),
)
rates = st.floats(0, MAX_RATE)
paces = st.floats(1e-3, MAX_RATE)
lengths = st.timedeltas(timedelta(microseconds=1), timedelta(days=366))
pauses = st.floats(0, 100_000)


class _Scene:
    """A clock, and the real time that drives it."""

    def __init__(self) -> None:
        self.real = SetClock()
        self.clock = TurnableClock(self.real)

    def after(self, seconds: float) -> datetime:
        """What it shows so many real seconds later."""
        self.real.forward(seconds)
        return self.clock()


@given(pauses)
def test_it_shows_the_real_time_until_somebody_turns_it(pause: float) -> None:
    scene = _Scene()
    assert scene.after(pause) == scene.real()
    assert (scene.clock.is_turned, scene.clock.rate) == (False, 1)


@given(moments, pauses)
def test_a_jump_shows_the_moment_and_goes_on_from_there(moment: datetime, pause: float) -> None:
    scene = _Scene()
    scene.clock.jump(moment)
    assert scene.clock() == moment
    assert scene.after(pause) - moment.astimezone(UTC) == scene.real() - START
    assert scene.clock.is_turned


@given(moments, st.integers(0, 86_400))
def test_a_jump_keeps_the_rate(moment: datetime, rate: int) -> None:
    scene = _Scene()
    scene.clock.run(rate)
    scene.clock.jump(moment)
    assert scene.clock.rate == rate
    assert scene.after(3) - moment.astimezone(UTC) == timedelta(seconds=3 * rate)


@given(st.integers(0, 86_400), st.integers(0, 1000))
def test_it_runs_at_its_rate(rate: int, seconds: int) -> None:
    scene = _Scene()
    scene.clock.run(rate)
    assert scene.after(seconds) == START + timedelta(seconds=seconds * rate)


def test_it_can_stand_still_and_go_on() -> None:
    scene = _Scene()
    scene.clock.run(0)
    assert scene.after(60) == START
    scene.clock.run(1)
    assert scene.after(60) == START + timedelta(seconds=60)


@given(st.integers(1, 86_400), st.integers(1, 100), st.integers(0, 100_000))
def test_what_is_played_ends_at_exactly_its_length_and_goes_on_at_the_real_rate(
    rate: int, seconds: int, more: int
) -> None:
    scene, length = _Scene(), timedelta(seconds=rate * seconds)
    scene.clock.play(length, rate)
    assert scene.after(seconds) == START + length
    assert scene.clock.rate == 1
    assert scene.after(more) == START + length + timedelta(seconds=more)


@given(lengths, paces)
def test_while_it_plays_it_has_its_rate_and_some_time_left(length: timedelta, rate: float) -> None:
    scene = _Scene()
    scene.clock.play(length, rate)
    assert (scene.clock.rate, scene.clock.left_to_play) == (rate, length)


@given(st.integers(1, 100), st.integers(100, 1000))
def test_a_jump_while_it_plays_leaves_the_rest_to_play(seconds: int, more: int) -> None:
    scene, moment = _Scene(), datetime(2030, 1, 1, tzinfo=UTC)
    scene.clock.play(timedelta(days=1), 864)
    scene.after(seconds)
    scene.clock.jump(moment)
    assert scene.after(100 - seconds) == moment + timedelta(seconds=864 * (100 - seconds))
    assert (scene.clock.left_to_play, scene.clock.rate) == (timedelta(), 1)
    assert scene.after(more) == moment + timedelta(seconds=864 * (100 - seconds) + more)


@given(lengths, paces, st.lists(st.floats(0, 1000), max_size=20))
def test_nobody_turning_it_it_never_goes_back(length: timedelta, rate: float, pauses: list[float]) -> None:
    scene = _Scene()
    scene.clock.play(length, rate)
    shown = [scene.after(pause) for pause in [0, *pauses]]
    assert shown == sorted(shown)


@given(st.integers(1, 3600), st.integers(1, 1000))
def test_it_does_not_go_back_where_the_played_stretch_ends(seconds: int, slowness: int) -> None:
    scene = _Scene()
    scene.clock.play(timedelta(seconds=seconds), 1 / slowness)
    scene.after(seconds * slowness - 0.000_003 * slowness)
    shown = [scene.after(0.000_000_1 * slowness) for _ in range(60)]
    assert shown == sorted(shown)


@given(moments, moments)
def test_it_can_be_set_back(later: datetime, earlier: datetime) -> None:
    scene = _Scene()
    scene.clock.jump(later)
    scene.clock.jump(earlier)
    assert scene.clock() == earlier


@pytest.mark.parametrize(("month", "day"), [(3, 8), (11, 1)])
def test_an_hour_is_an_hour_where_clocks_change_to_summer_time_and_back(month: int, day: int) -> None:
    scene, local = _Scene(), datetime(2026, month, day, 0, 30, tzinfo=NEW_YORK)
    scene.clock.jump(local)
    assert scene.after(3 * 3600) - local.astimezone(UTC) == timedelta(hours=3)


def test_it_returns_to_the_real_time() -> None:
    scene = _Scene()
    scene.clock.jump(datetime(2030, 1, 1, tzinfo=UTC))
    scene.clock.run(0)
    scene.clock.return_to_real_time()
    assert scene.after(5) == scene.real()
    assert (scene.clock.rate, scene.clock.is_turned) == (1, False)


@pytest.mark.parametrize("year", [1999, 2100, 9999])
def test_years_nobody_looks_at_are_refused(year: int) -> None:
    scene = _Scene()
    with pytest.raises(ValueError, match="is no moment between 2000 and 2100"):
        scene.clock.jump(datetime(year, 12, 31, tzinfo=UTC))
    assert not scene.clock.is_turned


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="is no moment"):
        _Scene().clock.jump(datetime.fromisoformat("2026-05-06"))


@pytest.mark.parametrize("rate", [-1, MAX_RATE + 1, float("inf"), float("nan")])
def test_rates_no_clock_has_are_refused(rate: float) -> None:
    scene = _Scene()
    with pytest.raises(ValueError, match="is no rate from 0 to 86400"):
        scene.clock.run(rate)
    with pytest.raises(ValueError, match="is no rate from 0 to 86400"):
        scene.clock.play(timedelta(hours=1), rate)


@pytest.mark.parametrize(("hours", "rate"), [(1, 0), (0, 1), (0, 0), (-1, 5)])
def test_what_would_never_or_at_once_be_over_is_not_played(hours: int, rate: float) -> None:
    scene = _Scene()
    with pytest.raises(ValueError, match="cannot be played"):
        scene.clock.play(timedelta(hours=hours), rate)
    assert scene.clock() == START


# what is due


def _each(step: timedelta) -> TurnableClock:
    """A clock at which something is due every so often."""
    clock = TurnableClock(SetClock())
    clock.due_from(lambda now: START + step * ((now - START) // step + 1))
    return clock


def test_without_anything_due_nothing_is_next() -> None:
    clock = TurnableClock(SetClock())
    clock.due_from(lambda _: None)
    clock.jump_to_next_due()
    assert (clock.next_due, clock()) == (None, START)


@given(st.lists(st.timedeltas(timedelta(seconds=1), timedelta(days=9)), min_size=1))
def test_the_first_of_all_that_is_due_is_next(waits: list[timedelta]) -> None:
    clock = TurnableClock(SetClock())
    for wait in waits:
        clock.due_from(lambda now, wait=wait: now + wait)  # type: ignore[misc]  # a default binds the loop's value
    assert clock.next_due == START + min(waits)


@given(st.timedeltas(timedelta(seconds=1), timedelta(days=9)))
def test_what_is_due_next_lies_ahead_even_when_it_was_just_reached(step: timedelta) -> None:
    clock = _each(step)
    for number in range(1, 4):
        assert clock.next_due is not None
        assert clock.next_due > clock()
        clock.jump_to_next_due()
        assert clock() == START + step * number


def test_who_watches_is_told_each_time_somebody_turns_it() -> None:
    clock, seen = _each(timedelta(hours=1)), list[datetime]()
    clock.watch(lambda: seen.append(clock()))
    clock.jump(datetime(2030, 1, 1, tzinfo=UTC))
    clock.run(0)
    clock.play(timedelta(hours=1), 60)
    clock.jump_to_next_due()
    clock.return_to_real_time()
    assert [moment.year for moment in seen] == [2030, 2030, 2030, 2030, 2026]
