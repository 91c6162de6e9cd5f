"""/subscribe: from words, or step by step, to a proposal; nothing is kept before it is confirmed."""

from bot.briefing import chat_pages, subscribing
from bot.lookup.search import look_up
from bot.report.model import Kind
from bot.schedule.schedule import Schedule
from bot.schedule.typed import Unclear
from bot.subscriptions.codes import schedule_code
from bot.subscriptions.wish import Wish, page_named, read_wish
from bot.telegram.handlers.entries import AREAS, TARGETS
from bot.telegram.office import Office, Visit
from bot.telegram.render import Page

_SUBJECTS = AREAS | TARGETS | {Kind.THEME}
_HINTED = {"area": AREAS, "target": TARGETS}


async def subscribe(office: Office, visit: Visit) -> Page:
    """What was understood, to be confirmed; what is missing is asked for with buttons."""
    if not visit.may_change:
        return office.say(visit, chat_pages.refused_member)
    if not visit.words:
        return office.say(visit, subscribing.subject_choice)
    wish = read_wish(visit.words, office.zone(visit))
    if not wish.subject_words:
        return _without_subject(office, visit, wish)
    subject = find_subject(office, wish)
    if subject is None:
        return _which(office, visit, wish)
    return _with_subject(office, visit, subject, wish.schedule)


def find_subject(office: Office, wish: Wish) -> str | None:
    """The entry or page that is clearly meant."""
    page = page_named(wish.subject_words)
    if page:
        return page
    found = look_up(office.desk.texts, wish.subject_words, _HINTED.get(wish.kind, _SUBJECTS))
    return found.clear.entry if found.clear else None


def _which(office: Office, visit: Visit, wish: Wish) -> Page:
    """A choice of the near ones, or the refusal."""
    question = visit.question.asking(wish.subject_words)
    return office.desk.look_up(question, _HINTED.get(wish.kind, _SUBJECTS), "!days.")


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
