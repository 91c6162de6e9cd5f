"""/compare: one subject across periods, two or three beside each other."""

from bot.briefing.comparing import MOST_COMPARED, comparison_address, indicators_briefing
from bot.lookup.several import several
from bot.telegram.desk import Desk, Question
from bot.telegram.handlers.entries import TARGETS, LookUp
from bot.telegram.render import Page

_of_one = LookUp(TARGETS, "compare", "compare_")


def compare(desk: Desk, question: Question) -> Page:
    """The comparison of what is named; when that is one subject or unclear, as any look-up of one."""
    ids = [match.entry for match in several(desk.texts, question.words, TARGETS, MOST_COMPARED)]
    if len(ids) < 2:
        return _of_one(desk, question)
    address = comparison_address(ids)
    if address:
        return desk.show(address, question)
    indicators = tuple(desk.composer.report.indicator(entry_id) for entry_id in ids)
    return desk.say(question, lambda context: indicators_briefing(context, indicators))
