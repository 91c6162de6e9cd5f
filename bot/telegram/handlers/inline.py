"""Inline mode: words typed after the bot's name in any chat, answered with entries ready to send."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.briefing.briefing import first_language
from bot.briefing.phrases import phrases
from bot.lookup.search import search
from bot.report.model import Kind
from bot.telegram.addresses import View
from bot.telegram.desk import Desk, Question

MOST = 20  # of the 50 Telegram takes: each brings its whole page
_LONGEST_QUERY = 256


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """What answerInlineQuery takes, both as JSON; `button` stands above the results, or is empty."""

    results: str
    button: str


def inline_answer(desk: Desk, question: Question) -> InlineAnswer:
    """Entries by their names, figures and text, best first; without words the plan's targets."""
    words = question.words.strip()[:_LONGEST_QUERY]
    results = [_article(desk, entry, question) for entry in _found(desk, words)]
    return InlineAnswer(_json(results), "" if results else _json(_button(question)))


def _found(desk: Desk, words: str) -> Iterable[str]:
    if words:
        return [match.entry for match in search(desk.texts, words, MOST)]
    entries = desk.composer.report.entries.values()
    return [entry.id for entry in entries if entry.kind is Kind.TARGET][:MOST]


def _article(desk: Desk, entry: str, question: Question) -> dict[str, Any]:
    """The entry's own page without its buttons: they would lead nowhere in somebody else's chat."""
    briefing = desk.composer.compose(entry, question.voice, question.day)
    page = desk.page(View(entry, 0, question.voice), question.day)
    content = {
        "message_text": page.html,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
    }
    return {
        "type": "article",
        "id": entry,
        "title": f"{briefing.symbol} {briefing.title}",
        "description": briefing.lead,
        "input_message_content": content,
    }


def _button(question: Question) -> dict[str, str]:
    say = phrases(first_language(question.voice))
    return {"text": say("inline-nothing"), "start_parameter": "help"}


def outsiders_answer(question: Question) -> InlineAnswer:
    """One sentence, and nothing of the report."""
    say = phrases(first_language(question.voice))
    return InlineAnswer("[]", _json({"text": say("inline-outsider"), "start_parameter": "help"}))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
