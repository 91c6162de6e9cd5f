"""/unsubscribe: the list, or the one that is meant is ended."""

from collections.abc import Sequence

from bot.briefing import chat_pages, subscription_pages
from bot.briefing.briefing import Briefing
from bot.briefing.context import Context
from bot.schedule.schedule import Schedule
from bot.schedule.typed import Unclear
from bot.subscriptions.model import Subscription
from bot.subscriptions.wish import Wish, page_named, read_wish
from bot.telegram.handlers.keeping import subscriptions
from bot.telegram.handlers.subscribing import find_entries
from bot.telegram.office import Office, Visit
from bot.telegram.render import Page


async def unsubscribe(office: Office, visit: Visit) -> Page:
    """Words name the subject and may name the days and time; where several are meant, they are shown."""
    if not visit.words:
        return await subscriptions(office, visit)
    if not await visit.may_change():
        return office.say(visit, chat_pages.refused_member)
    zone = office.zone(visit)
    wish = read_wish(visit.words, zone)
    every = await (await office.store()).subscriptions.of(visit.chat.id)
    here = [each for each in every if each.thread == visit.thread]
    found, is_clear = _meant(office, wish, here)
    if is_clear and len(found) == 1:
        return await end(office, visit, found[0].id)
    if found:
        return office.say(visit, lambda context: subscription_pages.which_to_end(context, found, zone))
    chat = await office.chat(visit)

    def compose(context: Context) -> Briefing:
        listed = subscription_pages.subscription_list(context, every, chat, zone, visit.now)
        return subscription_pages.nothing_to_end(context, wish.subject_words or visit.words, listed)

    return office.say(visit, compose)


async def end(office: Office, visit: Visit, subscription: int) -> Page:
    """It is no more, and can be taken up again; raises UnknownSubscriptionError."""
    removed = await (await office.store()).subscriptions.remove(visit.chat.id, subscription)
    zone = office.zone(visit)
    return office.say(visit, lambda context: subscription_pages.ended(context, removed, zone))


def _meant(
    office: Office, wish: Wish, subscribed: Sequence[Subscription]
) -> tuple[Sequence[Subscription], bool]:
    """The subscriptions that may be meant, and whether what was said leaves no doubt about the subject."""
    subjects = _subjects(office, wish) if wish.subject_words else [each.subject for each in subscribed]
    near = [each for each in subscribed if each.subject in subjects]
    fitting = [each for each in near if _fits(each.schedule, wish.schedule)]
    return fitting or near, bool(wish.subject_words and fitting) and len(subjects) == 1


def _subjects(office: Office, wish: Wish) -> Sequence[str]:
    """What the words may name, be it no longer in the report."""
    if page := page_named(wish.subject_words):
        return (page,)
    found = find_entries(office, wish)
    if found.clear:
        return (found.clear.entry,)
    return [match.entry for match in found.matches] or (wish.subject_words.lower(),)


def _fits(schedule: Schedule, said: Schedule | Unclear | None) -> bool:
    """Whether it is what was said of days and times; with nothing said, every one is."""
    if isinstance(said, Unclear):
        return said.days in {None, schedule.days} and set(said.times) <= set(schedule.times)
    return said in {None, schedule}
