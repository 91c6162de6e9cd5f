"""Commands about what is kept: /subscriptions, /pause, /settings, /deliveries, /forget …"""

import re
from datetime import UTC, date, datetime, time, timedelta

from bot.briefing import chat_pages, notices, subscription_pages
from bot.briefing.briefing import Briefing
from bot.briefing.context import Context
from bot.lookup.normalise import folded
from bot.schedule.folding import fold
from bot.schedule.hearing import ZoneSaid, hear
from bot.schedule.single_day import day_named
from bot.schedule.zones import zone_named
from bot.subscriptions.model import QuietHours
from bot.telegram.office import Office, Visit
from bot.telegram.render import Page

_LAST = 10
_HOURS = re.compile(r"(\d{1,2})(?::(\d{2})|[点时])? *[-–—~至到] *(\d{1,2})(?::(\d{2})|[点时])?")
_LONGEST_PAUSE = timedelta(days=731)
_OFF = frozenset({"off", "关", "关闭"})


async def subscriptions(office: Office, visit: Visit) -> Page:
    """All of the chat, with the next time of each."""
    store, zone = await office.store(), office.zone(visit)
    found = await store.subscriptions.of(visit.chat.id)
    chat = await store.chats.get(visit.chat.id)
    return office.say(
        visit, lambda context: subscription_pages.subscription_list(context, found, chat, zone, visit.now)
    )


async def pause(office: Office, visit: Visit) -> Page:
    """For good, or until a day is over: /pause, /pause 12月31日, /pause until tomorrow, /pause a week."""
    if not await visit.may_change():
        return office.say(visit, chat_pages.refused_member)
    if not visit.words:
        return await pause_all(office, visit, None)
    zone = office.zone(visit)
    today = visit.now.astimezone(zone_named(zone)).date()
    last = day_named(visit.words, today)
    if last is None or last - today > _LONGEST_PAUSE:
        return office.say(visit, notices.pause_unclear)
    return await pause_all(office, visit, _midnight(last + timedelta(days=1), zone))


async def pause_all(office: Office, visit: Visit, until: datetime | None) -> Page:
    await (await office.store()).chats.pause(visit.chat.id, until, visit.now)
    chat, zone = await office.chat(visit), office.zone(visit)
    return office.say(visit, lambda context: subscription_pages.paused(context, chat, zone))


async def resume(office: Office, visit: Visit) -> Page:
    if not await visit.may_change():
        return office.say(visit, chat_pages.refused_member)
    await (await office.store()).chats.resume(visit.chat.id, visit.now)
    await office.chat(visit)
    return office.say(visit, subscription_pages.resumed)


async def deliveries(office: Office, visit: Visit) -> Page:
    """The last ten, in words."""
    found = await (await office.store()).deliveries.last(visit.chat.id, _LAST)
    zone = office.zone(visit)
    return office.say(visit, lambda context: chat_pages.delivery_list(context, found, zone))


async def forget(office: Office, visit: Visit) -> Page:
    """Asks first."""
    if not await visit.may_change():
        return office.say(visit, chat_pages.refused_member)
    return office.say(visit, chat_pages.forget_question)


async def settings(office: Office, visit: Visit) -> Page:
    """Shows what is set; `/settings zone Asia/Urumqi` and `/settings quiet 22:00-7:00` set it."""
    what, _, value = visit.words.partition(" ")
    if not visit.words:
        return await show_settings(office, visit)
    if not await visit.may_change():
        return office.say(visit, chat_pages.refused_member)
    if what.lower() in {"zone", "时区"}:
        return await _set_zone(office, visit, value.strip())
    if what.lower() in {"quiet", "免打扰"}:
        return await set_quiet(office, visit, value.strip())
    return office.say(visit, notices.settings_unclear)


async def show_settings(office: Office, visit: Visit) -> Page:
    chat, house = await office.chat(visit), office.house

    def compose(context: Context) -> Briefing:
        return chat_pages.settings(context, chat, house.zone.key, house.voice)

    return office.say(visit, compose)


async def _set_zone(office: Office, visit: Visit, words: str) -> Page:
    """As zones are said to /subscribe: asia/urumqi, 北京时间."""
    said = [each.meaning for each in hear(fold(words))]
    if not words:
        return office.say(visit, notices.settings_unclear)
    if len(said) != 1 or not isinstance(said[0], ZoneSaid):
        return office.say(visit, lambda context: notices.zone_unknown(context, words))
    chats = (await office.store()).chats
    await chats.change_zone(visit.chat.id, said[0].name, office.house.zone.key, visit.now)
    return await show_settings(office, visit)


async def set_quiet(office: Office, visit: Visit, words: str) -> Page:
    """`22:00-7:00`, or `off`."""
    is_off = folded(words) in _OFF
    quiet = None if is_off else quiet_hours(words)
    if quiet is None and not is_off:
        return office.say(visit, notices.settings_unclear)
    await (await office.store()).chats.change(visit.chat.id, quiet=quiet)
    return await show_settings(office, visit)


def quiet_hours(words: str) -> QuietHours | None:
    """22:00-7:00, 22-7, 22点至7点, in any width; None for what is no stretch of a day."""
    match = _HOURS.fullmatch(folded(words))
    if match is None:
        return None
    hours = [int(match[1]), int(match[3])]
    minutes = [int(match[2] or 0), int(match[4] or 0)]
    if max(hours) > 23 or max(minutes) > 59 or (hours[0], minutes[0]) == (hours[1], minutes[1]):
        return None
    return QuietHours(time(hours[0], minutes[0]), time(hours[1], minutes[1]))


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), zone_named(zone)).astimezone(UTC)
