"""/start: the welcome, or what a deep link leads to; in a group, a subscription to that."""

from bot.briefing import chat_pages
from bot.briefing.subscribing import PAGES, ready_made
from bot.errors import UnknownAddressError
from bot.telegram.addresses import address_of_deep_link
from bot.telegram.handlers.pages import start
from bot.telegram.handlers.subscribing import SUBJECTS, propose
from bot.telegram.office import Office, Visit
from bot.telegram.render import Page


async def begin(office: Office, visit: Visit) -> Page:
    """`?startgroup=jobs` asks for jobs where the bot was added: whoever may is offered to have it sent there.

    Members see the page itself; a link of another report leads to the introduction.
    """
    if not (visit.chat.is_group and visit.words):
        return start(office.desk, visit.question)
    try:
        address = address_of_deep_link(visit.words)
        page = office.desk.show(address, visit.question)
    except UnknownAddressError:
        return introduce(office, visit)
    if _is_subject(office, address) and await visit.may_change():
        return propose(office, visit, address, ready_made(office.zone(visit)))
    return page


def introduce(office: Office, visit: Visit) -> Page:
    """What a group is told when the bot comes in."""
    return office.say(visit, lambda context: chat_pages.introduction(context, office.zone(visit)))


def _is_subject(office: Office, address: str) -> bool:
    entry = office.desk.composer.report.entries.get(address)
    return address in PAGES or (entry is not None and entry.kind in SUBJECTS)
