"""/status: how deliveries stand today, for those who run the bot."""

from datetime import datetime, time

from bot.briefing.notices import operators_only, status_briefing
from bot.schedule.workdays import missing_table
from bot.telegram.office import Office, Visit
from bot.telegram.render import Page


async def status(office: Office, visit: Visit) -> Page:
    if not visit.is_operator:
        return office.say(visit, operators_only)
    today = visit.question.day
    midnight = datetime.combine(today, time(), office.house.zone)
    counts = await (await office.store()).deliveries.counts(midnight)
    return office.say(visit, lambda context: status_briefing(context, counts, missing_table(today)))
