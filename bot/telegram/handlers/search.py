"""/search: everything the report says, by words or figures."""

from bot.briefing.answers import ask_for_words_briefing, nothing_briefing, results_briefing
from bot.lookup.resolve import resolve
from bot.lookup.search import search
from bot.telegram.desk import Desk, Question
from bot.telegram.render import Page

_MOST = 10


def search_words(desk: Desk, question: Question) -> Page:
    """The best ten, or the refusal with the nearest."""
    words = question.words
    if not words:
        return desk.say(question, ask_for_words_briefing)
    found = search(desk.texts, words, _MOST + 1)
    if found:
        shown, more = found[:_MOST], len(found) > _MOST
        return desk.say(question, lambda context: results_briefing(context, words, shown, more=more))
    nearest = resolve(desk.index, words).nearest
    return desk.say(question, lambda context: nothing_briefing(context, words, nearest))
