"""A command the bot does not have."""

from collections.abc import Iterable

from bot.briefing.answers import unknown_command_briefing
from bot.lookup.resolve import resolve
from bot.telegram.desk import Desk, Question
from bot.telegram.render import Page


def unknown_command(desk: Desk, question: Question, name: str, known: Iterable[str]) -> Page:
    """The entry of that name (`/jobs`); else says so, with the nearest commands."""
    named = resolve(desk.index, name).clear
    if named and named.is_exact:
        return desk.show(named.entry, question)
    from rapidfuzz import process  # 15 ms that a start need not take
    from rapidfuzz.distance import OSA

    scorer = OSA.normalized_similarity
    near = [
        found for found, *_ in process.extract(name, list(known), scorer=scorer, score_cutoff=0.5, limit=2)
    ]
    return desk.say(question, lambda context: unknown_command_briefing(context, f"/{name}", near))
