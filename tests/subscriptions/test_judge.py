"""Whether a letter goes out: pauses, quiet hours over midnight and over changes of the clock, freshness."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.subscriptions.judge import Fail, Go, Hold, Skip, Verdict, judge, quiet_until
from bot.subscriptions.model import Chat, Letter, Lost, QuietHours, Reason

DUE = datetime(2026, 5, 6, 8, 30, tzinfo=UTC)
FRESH = timedelta(hours=6)
LATER = DUE + timedelta(hours=1)
LETTER = Letter(1, 1, Chat(1), 0, "jobs", DUE, 0, may_repeat=False)
NIGHT = QuietHours(time(22), time(7))


def verdict(letter: Letter, minutes: float = 0) -> Verdict:
    return judge(letter, DUE + timedelta(minutes=minutes), "UTC", FRESH)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        (LETTER, Go(late=False)),
        (replace(LETTER, is_ended=True, is_superseded=True), Skip(Reason.ENDED)),
        (replace(LETTER, is_superseded=True, is_paused=True), Skip(Reason.MISSED)),
        (replace(LETTER, is_paused=True), Hold(None, Reason.PAUSED)),
        (replace(LETTER, chat=Chat(1, is_paused=True)), Hold(None, Reason.PAUSED)),
        (replace(LETTER, chat=Chat(1, is_paused=True, paused_until=LATER)), Hold(LATER, Reason.PAUSED)),
        (replace(LETTER, chat=Chat(1, is_paused=True, paused_until=DUE)), Go(late=False)),
        (replace(LETTER, chat=Chat(1, quiet=QuietHours(time(8), time(9, 30)))), Hold(LATER, Reason.QUIET)),
        (replace(LETTER, chat=Chat(1, quiet=QuietHours(time(8), time(8, 30)))), Go(late=False)),
        (replace(LETTER, chat=Chat(1, quiet=QuietHours(time(8), time(8)))), Go(late=False)),
        *((replace(LETTER, chat=Chat(1, lost=why)), Fail(Reason(why.value))) for why in Lost),
    ],
)
def test_a_letter_is_judged_by_its_chat_and_subscription(letter: Letter, expected: Verdict) -> None:
    assert verdict(letter) == expected


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        (9.9, Go(late=False)),
        (10, Go(late=True)),
        (360, Go(late=True)),
        (360.1, Skip(Reason.STALE)),
    ],
)
def test_it_is_late_after_ten_minutes_and_stale_after_the_limit(minutes: float, expected: Verdict) -> None:
    assert verdict(LETTER, minutes) == expected


@pytest.mark.parametrize(
    ("zone", "now", "end"),
    [
        (None, "2026-05-06T23:00+08:00", "2026-05-07T07:00+08:00"),
        (None, "2026-05-06T06:59+08:00", "2026-05-06T07:00+08:00"),
        (None, "2026-05-06T07:00+08:00", None),
        ("Europe/Berlin", "2026-05-06T12:00+08:00", "2026-05-06T07:00+02:00"),
        # The night in which summer begins has eight hours, the one in which it ends ten.
        ("Europe/Berlin", "2026-03-28T22:00+01:00", "2026-03-29T07:00+02:00"),
        ("Europe/Berlin", "2026-10-24T22:00+02:00", "2026-10-25T07:00+01:00"),
    ],
)
def test_quiet_hours_end_in_the_morning_of_the_chats_clocks(
    zone: str | None, now: str, end: str | None
) -> None:
    found = quiet_until(Chat(1, zone=zone, quiet=NIGHT), at(now), "Asia/Shanghai")
    assert found == (at(end) if end else None)


def test_an_hour_shown_twice_is_quiet_once() -> None:
    chat = Chat(1, quiet=QuietHours(time(1), time(2, 30)))
    first, second = at("2026-10-25T02:15+02:00"), at("2026-10-25T02:15+01:00")
    assert quiet_until(chat, first, "Europe/Berlin") == at("2026-10-25T02:30+02:00")
    assert quiet_until(chat, second, "Europe/Berlin") is None


@given(
    st.times(),
    st.times(),
    st.datetimes(datetime(2026, 1, 1), datetime(2026, 3, 1)),  # noqa: DTZ001
)
def test_quiet_hours_are_what_the_clock_shows(start: time, end: time, shown: datetime) -> None:
    quiet = QuietHours(start.replace(microsecond=0), end.replace(microsecond=0))
    now, clock = shown.replace(tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC), shown.time()
    inside = quiet.start <= clock < quiet.end
    over_midnight = quiet.end < quiet.start and (clock >= quiet.start or clock < quiet.end)
    found = quiet_until(Chat(1, quiet=quiet), now, "Asia/Shanghai")
    assert (found is not None) == (inside or over_midnight)
    assert found is None or now < found <= now + timedelta(days=1)
