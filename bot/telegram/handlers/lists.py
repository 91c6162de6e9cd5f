"""Commands that list, narrowed by words: /targets [area], /achievements [period] [words]."""

from dataclasses import replace

from bot.lookup.normalise import key
from bot.lookup.resolve import resolve
from bot.report.model import Kind
from bot.telegram.desk import Desk, Question
from bot.telegram.handlers.entries import ACHIEVEMENTS
from bot.telegram.render import Page


def targets(desk: Desk, question: Question) -> Page:
    """All targets, or those of the area named."""
    if not question.words:
        return desk.show("targets", question)
    area = resolve(desk.index, question.words, frozenset({Kind.AREA})).clear
    if area:
        return desk.show(f"targets_{area.entry}", question)
    return desk.look_up(question, frozenset({Kind.TARGET, Kind.INDICATOR, Kind.AREA}))


def achievements(desk: Desk, question: Question) -> Page:
    """All themes, those of a period, or the theme or achievement named."""
    period, words = _split_period(desk, question.words)
    if not words:
        return desk.show(f"achievements_{period}" if period else "achievements", question)
    if not period:
        return desk.look_up(question, ACHIEVEMENTS)
    found = resolve(desk.index, words, ACHIEVEMENTS).matches
    of_period = [m for m in found if desk.composer.report.passage(m.entry).period == period]
    if of_period:
        return desk.show(of_period[0].entry, question)
    return desk.look_up(replace(question, words=words), ACHIEVEMENTS)


def _split_period(desk: Desk, words: str) -> tuple[str, str]:
    """`2025 就业` → (`2025`, `就业`); the period may be its id, name or an alias."""
    reviews = [p for p in desk.composer.report.periods.values() if p.kind == "review"]
    names = [(key(name), p.id) for p in reviews for name in (p.id, p.name.zh, p.name.en, *p.aliases)]
    parts = words.split()
    for count in range(len(parts), 0, -1):
        said = key(" ".join(parts[:count]))
        for name, period in names:
            if said == name:
                return period, " ".join(parts[count:])
    return "", words
