"""Whether a letter goes out now: chats pause, have quiet hours, and nobody wants yesterday's briefing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.schedule.zones import moment, zone_named
from bot.subscriptions.model import Chat, Letter, QuietHours, Reason

LATE = timedelta(minutes=10)  # said in the message from here on
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Go:
    """It is sent now; `late` is said in it."""

    late: bool


@dataclass(frozen=True, slots=True)
class Hold:
    """It waits until then; None: until somebody ends the pause."""

    until: datetime | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class Skip:
    """It is no longer wanted."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Fail:
    """It cannot arrive."""

    reason: Reason


Verdict = Go | Hold | Skip | Fail


def judge(letter: Letter, now: datetime, house_zone: str, fresh: timedelta) -> Verdict:
    """What to do with a letter now. Its chat's quiet hours are meant by the chat's clocks or the house's."""
    if reason := _unwanted(letter, now - fresh):
        return Skip(reason)
    if letter.chat.lost:
        return Fail(Reason(letter.chat.lost.value))
    if is_paused_at(letter.chat, now):
        return Hold(letter.chat.paused_until, Reason.PAUSED)
    if letter.is_paused:
        return Hold(None, Reason.PAUSED)
    if until := quiet_until(letter.chat, now, house_zone):
        return Hold(until, Reason.QUIET)
    return Go(late=now - letter.due >= LATE)


def is_paused_at(chat: Chat, now: datetime) -> bool:
    """Whether the whole chat is paused then; a pause that has run out may still be stored."""
    return chat.is_paused and (chat.paused_until is None or now < chat.paused_until)


def quiet_until(chat: Chat, now: datetime, house_zone: str) -> datetime | None:
    """When the quiet hours a chat is in end; None outside of them."""
    if chat.quiet is None:
        return None
    spans = _spans(chat.quiet, now, chat.zone or house_zone)
    return next((end for start, end in spans if start <= now < end), None)


def _unwanted(letter: Letter, oldest: datetime) -> Reason | None:
    if letter.is_ended:
        return Reason.ENDED
    if letter.is_superseded:
        return Reason.MISSED
    return Reason.STALE if letter.due < oldest else None


def _spans(quiet: QuietHours, now: datetime, zone: str) -> Iterator[tuple[datetime, datetime]]:
    # As instants: a clock's face shows an hour twice in autumn, and leaves one out in spring.
    clock = zone_named(zone)
    today = now.astimezone(clock).date()
    for day in (today - _DAY, today):
        start = moment(day, quiet.start, clock)
        end = moment(day + _DAY if quiet.end < quiet.start else day, quiet.end, clock)
        if start and end:
            yield start, end
