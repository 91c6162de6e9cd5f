"""Buttons that change what is kept: `!make.jobs.wHs`, `!pause.12`. What they carry is not trusted."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from bot.briefing import chat_pages, subscribing, subscription_pages
from bot.briefing.briefing import Briefing
from bot.briefing.context import Context
from bot.delivery.ports import TooManySubscriptionsError, UnknownSubscriptionError
from bot.errors import UnknownAddressError
from bot.report.model import Voice
from bot.subscriptions.codes import days_of, schedule_of
from bot.subscriptions.judge import is_paused_at, quiet_until
from bot.telegram.handlers import keeping
from bot.telegram.handlers.subscribing import propose
from bot.telegram.handlers.unsubscribing import end
from bot.telegram.office import Office, Visit
from bot.telegram.render import Page

_PAGES = ("today", "targets")
_LONGEST_NUMBER = 19  # digits; 64 bits hold all that are shorter


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence in passing: the message with the button stays as it is."""

    phrase: str
    voice: Voice | None = None  # if another one than the chat has had


Answer = Page | Notice
_Act = Callable[..., Awaitable[Answer]]


async def press(office: Office, visit: Visit, data: str) -> Answer:
    """What an action's button does; raises UnknownAddressError for what is none."""
    verb, *given = data.removeprefix("!").split(".")
    act = _ACTS.get(verb)
    if act is None or len(given) != act.takes:
        raise UnknownAddressError(data[:20])
    if act.changes and not await visit.may_change():
        return Notice("notice-administrators")
    try:
        return await act.do(office, visit, *given)
    except UnknownSubscriptionError:
        return Notice("notice-no-subscription")
    except ValueError as error:  # codes nobody but us can have made, and did not
        raise UnknownAddressError(data[:20]) from error


async def _choose_days(office: Office, visit: Visit, subject: str) -> Page:
    _require(office, subject)
    return office.say(visit, lambda context: subscribing.days_choice(context, subject))


async def _choose_time(office: Office, visit: Visit, subject: str, code: str) -> Page:
    _require(office, subject)
    days = days_of(code)
    return office.say(visit, lambda context: subscribing.time_choice(context, subject, days))


async def _propose(office: Office, visit: Visit, subject: str, code: str) -> Page:
    _require(office, subject)
    return propose(office, visit, subject, schedule_of(code, office.zone(visit)))


async def _make(office: Office, visit: Visit, subject: str, code: str) -> Page:
    _require(office, subject)
    zone, store = office.zone(visit), await office.store()
    schedule = schedule_of(code, zone)
    await store.chats.change(visit.chat.id, voice=visit.question.voice)
    try:
        made, is_new = await store.subscriptions.add(
            visit.chat.id, visit.thread, subject, schedule, visit.now
        )
    except TooManySubscriptionsError:
        return office.say(visit, subscribing.too_many)
    chat = await office.chat(visit)

    def compose(context: Context) -> Briefing:
        is_paused = is_paused_at(chat, visit.now)
        held = subscription_pages.pause_words(context, chat, zone) if is_paused else ""
        return subscribing.subscribed(context, made, zone, is_new=is_new, held=held)

    return office.say(visit, compose)


async def _card(office: Office, visit: Visit, number: str) -> Page:
    store, zone = await office.store(), office.zone(visit)
    found = await store.subscriptions.get(visit.chat.id, _number(number))
    chat = await store.chats.get(visit.chat.id)
    return office.say(
        visit, lambda context: subscription_pages.subscription_card(context, found, chat, zone, visit.now)
    )


async def _set_paused(office: Office, visit: Visit, number: str, *, paused: bool) -> Page:
    subscriptions = (await office.store()).subscriptions
    await subscriptions.pause(visit.chat.id, _number(number), visit.now, paused=paused)
    return await _card(office, visit, number)


async def _hold(office: Office, visit: Visit, number: str) -> Notice:
    """As pause, from a briefing: its words stay."""
    subscriptions = (await office.store()).subscriptions
    await subscriptions.pause(visit.chat.id, _number(number), visit.now, paused=True)
    return Notice("notice-held")


async def _drop(office: Office, visit: Visit, number: str) -> Notice:
    """As end, from a briefing."""
    await (await office.store()).subscriptions.remove(visit.chat.id, _number(number))
    return Notice("notice-dropped")


async def _end(office: Office, visit: Visit, number: str) -> Page:
    return await end(office, visit, _number(number))


async def _send_now(office: Office, visit: Visit, number: str) -> Notice:
    found = await (await office.store()).subscriptions.get(visit.chat.id, _number(number))
    chat = await office.chat(visit)
    await office.send_now(chat.id, found.id)
    is_paused = found.is_paused or is_paused_at(chat, visit.now)
    if is_paused or quiet_until(chat, visit.now, office.house.zone.key):
        return Notice("notice-paused" if is_paused else "notice-quiet")
    return Notice("notice-sending")


async def _retime(office: Office, visit: Visit, number: str) -> Page:
    found = await (await office.store()).subscriptions.get(visit.chat.id, _number(number))
    zone = office.zone(visit)
    return office.say(visit, lambda context: subscription_pages.new_times(context, found, zone))


async def _redays(office: Office, visit: Visit, number: str) -> Page:
    found = await (await office.store()).subscriptions.get(visit.chat.id, _number(number))
    zone = office.zone(visit)
    return office.say(visit, lambda context: subscription_pages.new_days(context, found, zone))


async def _reschedule(office: Office, visit: Visit, number: str, code: str) -> Page:
    schedule = schedule_of(code, office.zone(visit))
    subscriptions = (await office.store()).subscriptions
    # Another may have been just that: then it is the one that stays.
    kept = await subscriptions.reschedule(visit.chat.id, _number(number), schedule, visit.now)
    return await _card(office, visit, str(kept.id))


async def _set(office: Office, visit: Visit, what: str, value: str) -> Page:
    if what == "quiet":
        hours = _with_colons(value)
        if hours != "off" and keeping.quiet_hours(hours) is None:
            raise UnknownAddressError(what)
        return await keeping.set_quiet(office, visit, hours)
    choices: dict[tuple[str, str], dict[str, Any]] = {
        ("silent", "on"): {"is_silent": True},
        ("silent", "off"): {"is_silent": False},
        ("members", "on"): {"members_may_change": True},
        ("members", "off"): {"members_may_change": False},
    }
    if (what, value) not in choices:
        raise UnknownAddressError(what[:20])
    await (await office.store()).chats.change(visit.chat.id, **choices[what, value])
    return await keeping.show_settings(office, visit)


def _with_colons(value: str) -> str:
    """2200-0700 → 22:00-07:00."""
    start, _, end = value.partition("-")
    return f"{start[:2]}:{start[2:]}-{end[:2]}:{end[2:]}" if end else value


async def _new(office: Office, visit: Visit) -> Page:
    return office.say(visit, subscribing.subject_choice)


async def _pause_all(office: Office, visit: Visit) -> Page:
    return await keeping.pause_all(office, visit, None)


async def _forget(office: Office, visit: Visit, sure: str) -> Page:
    if sure != "yes":
        raise UnknownAddressError(sure[:20])
    await (await office.store()).chats.forget(visit.chat.id)
    office.choices.drop(visit.chat.id)
    office.topics.drop(visit.chat.id)
    return office.say(visit, chat_pages.forgotten)


async def _cancel(office: Office, visit: Visit) -> Page:
    return office.say(visit, subscribing.cancelled)


def _number(text: str) -> int:
    """A subscription's; the database takes no longer ones."""
    if not (text.isascii() and text.isdigit() and len(text) < _LONGEST_NUMBER):
        raise ValueError(text[:20])
    return int(text)


def _require(office: Office, subject: str) -> None:
    if subject not in _PAGES and subject not in office.desk.composer.report.entries:
        raise UnknownAddressError(subject[:20])


@dataclass(frozen=True, slots=True)
class _Action:
    takes: int  # arguments
    do: _Act
    changes: bool = True  # what the chat has chosen; only those who may


_ACTS: Mapping[str, _Action] = {
    "new": _Action(0, _new),
    "days": _Action(1, _choose_days),
    "times": _Action(2, _choose_time),
    "ask": _Action(2, _propose),
    "make": _Action(2, _make),
    "cancel": _Action(0, _cancel),
    "list": _Action(0, keeping.subscriptions, changes=False),
    "sub": _Action(1, _card, changes=False),
    "pause": _Action(1, partial(_set_paused, paused=True)),
    "resume": _Action(1, partial(_set_paused, paused=False)),
    "hold": _Action(1, _hold),
    "drop": _Action(1, _drop),
    "end": _Action(1, _end),
    "now": _Action(1, _send_now),
    "retime": _Action(1, _retime),
    "redays": _Action(1, _redays),
    "re": _Action(2, _reschedule),
    "settings": _Action(0, keeping.show_settings, changes=False),
    "set": _Action(2, _set),
    "pauseall": _Action(0, _pause_all),
    "resumeall": _Action(0, keeping.resume),
    "forget": _Action(1, _forget),
}
