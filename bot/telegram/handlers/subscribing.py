"""/subscribe: from words, or step by step, to a proposal; nothing is kept before it is confirmed."""

from collections.abc import Callable

from bot.briefing import chat_pages, subscribing
from bot.lookup.resolve import Resolution
from bot.lookup.search import look_up
from bot.report.model import Kind
from bot.schedule.schedule import Schedule
from bot.schedule.typed import Unclear
from bot.subscriptions.codes import days_code, schedule_code
from bot.subscriptions.wish import Wish, page_named, read_wish
from bot.telegram.handlers.entries import AREAS, TARGETS
from bot.telegram.office import Office, Visit
from bot.telegram.render import Page

SUBJECTS = AREAS | TARGETS | {Kind.THEME}
_HINTED = {"area": AREAS, "target": TARGETS}


async def subscribe(office: Office, visit: Visit) -> Page:
    """What was understood, to be confirmed; what is missing is asked for with buttons."""
    if not await visit.may_change():
        return office.say(visit, chat_pages.refused_member)
    if not visit.words:
        return office.say(visit, subscribing.subject_choice)
    wish = read_wish(visit.words, office.zone(visit))
    if not wish.subject_words:
        return _without_subject(office, visit, wish)
    if page := page_named(wish.subject_words):
        return _with_subject(office, visit, page, wish.schedule)
    found = find_entries(office, wish)
    if found.clear:
        return _with_subject(office, visit, found.clear.entry, wish.schedule)
    return _which(office, visit, wish, found)


def find_entries(office: Office, wish: Wish) -> Resolution:
    """Those of the report that may be meant."""
    return look_up(office.desk.texts, wish.subject_words, _HINTED.get(wish.kind, SUBJECTS))


def _which(office: Office, visit: Visit, wish: Wish, found: Resolution) -> Page:
    """A choice of the near ones; what was said of the schedule is not asked again."""
    way = _way(wish.schedule, office.zone(visit))
    return office.say(
        visit, lambda context: subscribing.which_subject(context, wish.subject_words, found, way)
    )


def _way(schedule: Schedule | Unclear | None, zone: str) -> Callable[[str], str]:
    """From an entry to what is still to be asked of it."""
    if isinstance(schedule, Schedule):
        code = schedule_code(schedule, zone)
        return lambda entry: f"!ask.{entry}.{code}"
    if schedule and schedule.days and not schedule.times:
        days = days_code(schedule.days)
        return lambda entry: f"!times.{entry}.{days}"
    return lambda entry: f"!days.{entry}"


def _without_subject(office: Office, visit: Visit, wish: Wish) -> Page:
    if isinstance(wish.schedule, Unclear):
        unclear = wish.schedule
        return office.say(visit, lambda context: subscribing.unclear(context, unclear))
    code = schedule_code(wish.schedule, office.zone(visit)) if wish.schedule else ""
    return office.say(visit, lambda context: subscribing.subject_choice(context, code))


def _with_subject(office: Office, visit: Visit, subject: str, schedule: Schedule | Unclear | None) -> Page:
    if schedule is None:
        return office.say(visit, lambda context: subscribing.days_choice(context, subject))
    if isinstance(schedule, Unclear):
        return office.say(visit, lambda context: subscribing.unclear(context, schedule))
    return propose(office, visit, subject, schedule)


def propose(office: Office, visit: Visit, subject: str, schedule: Schedule) -> Page:
    """What was understood and when it would come, with a button to confirm."""
    zone = office.zone(visit)
    return office.say(
        visit,
        lambda context: subscribing.proposal(
            context, subject, schedule, zone, visit.now, others_see=visit.chat.is_group
        ),
    )
