"""/compare: one subject across periods, two or three beside each other, times that are named."""

from bot.asking.answers import Sort
from bot.asking.choosing import Lack
from bot.briefing.answers import choice_briefing
from bot.briefing.comparing import MOST_COMPARED, comparison_address, indicators_briefing
from bot.lookup.search import look_up
from bot.lookup.several import half_clear, several
from bot.telegram.desk import Desk, Question
from bot.telegram.handlers.asking import page_of
from bot.telegram.handlers.entries import TARGETS, LookUp
from bot.telegram.render import Page

_of_one = LookUp(TARGETS, "compare", "compare_")


def compare(desk: Desk, question: Question) -> Page:
    """The comparison of what is named; when that is one subject or unclear, as any look-up of one."""
    ids = [match.entry for match in several(desk.texts, question.words, TARGETS, MOST_COMPARED)]
    if len(ids) < 2:
        return _in_other_words(desk, question) or _of_one(desk, question)
    address = comparison_address(ids)
    if address:
        return desk.show(address, question)
    indicators = tuple(desk.composer.report.indicator(entry_id) for entry_id in ids)
    return desk.say(question, lambda context: indicators_briefing(context, indicators))


def _in_other_words(desk: Desk, question: Question) -> Page | None:
    """What names no single subject: one of two that is unclear, or times of one; None for anything else."""
    if not question.words or look_up(desk.texts, question.words, TARGETS).matches:
        return None
    return _which_of_two(desk, question) or _in_plain_words(desk, question)


def _which_of_two(desk: Desk, question: Question) -> Page | None:
    """收入 就业: a choice of incomes, each of which leads to the comparison."""
    half = half_clear(desk.texts, question.words, TARGETS)
    if half is None:
        return None
    clear = half.clear.entry
    others = tuple(m for m in half.matches if m.entry != clear and comparison_address((clear, m.entry)))
    if not others:
        return None
    page = f"compare_{clear}_"
    return desk.say(question, lambda context: choice_briefing(context, half.part, others, page))


def _in_plain_words(desk: Desk, question: Question) -> Page | None:
    """就业 2025 2026, 去年就业和今年; a time the report has nothing of is named."""
    answers = desk.asking.compare(question.words)
    is_time = answers[0].lack is Lack.PERIOD
    return page_of(desk, question, answers) if answers[0].sort is Sort.COMPARISON or is_time else None
