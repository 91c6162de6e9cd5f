"""Inline mode: words typed after the bot's name in any chat, answered with citations ready to insert."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.briefing.briefing import first_language
from bot.briefing.citation import Cited, Form, address_of, citable, cite, forms_of
from bot.briefing.citation_page import subject_of
from bot.briefing.context import Context
from bot.briefing.draft import Reference, fill, references_in
from bot.briefing.phrases import phrases
from bot.lookup.search import search
from bot.report.model import Kind
from bot.telegram.desk import Desk, Question
from bot.telegram.handlers.cite import reference_to, request_of
from bot.telegram.render import LONGEST_TEXT, utf16_length

MOST = 50  # Telegram takes no more at once
_MOST_ENTRIES = 50
_LONGEST_QUERY = 256
_LONGEST_DESCRIPTION = 200
_DRAFTS = {
    Form.OFFICIAL: "inline-several-official",
    Form.LINE: "inline-several-line",
    Form.FIGURE: "inline-several-figure",
}


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """What answerInlineQuery takes; `results` and `button` as JSON.

    `button` stands above the results, or is empty; `next_offset` is empty when there are no more.
    """

    results: str
    button: str
    next_offset: str = ""


@dataclass(frozen=True, slots=True)
class _Insertion:
    """A text to insert, and what it is called in the list."""

    id: str
    title: str
    text: str


def inline_answer(desk: Desk, question: Question, offset: str = "") -> InlineAnswer:
    """A page of citations: of a text with references in it, of what the words find, or of all targets."""
    words = question.words.strip()[:_LONGEST_QUERY]
    context = desk.composer.context(first_language(question.voice), question.day)
    start = int(offset) if offset.isdecimal() and len(offset) < 6 else 0
    drafted = bool(references_in(words))
    every = _drafts(desk, context, words) if drafted else _citations(context, _found(desk, words))
    fitting = (insertion for insertion in every if utf16_length(insertion.text) <= LONGEST_TEXT)
    page = list(islice(fitting, start, start + MOST + 1))
    results = [_article(insertion) for insertion in page[:MOST]]
    nothing = context.say("inline-too-long" if drafted else "inline-nothing")
    return InlineAnswer(
        _json(results), "" if results else _button(nothing), str(start + MOST) if len(page) > MOST else ""
    )


def _found(desk: Desk, words: str) -> Iterator[tuple[Cited, Form]]:
    """All of the best match; then the others' official wording; then their other forms."""
    report = desk.composer.report
    if not words:
        yield from ((citable(report, target)[0], Form.OFFICIAL) for target in report.indicators(Kind.TARGET))
        return
    request = request_of(desk, words)
    entries = [report.entries[match.entry] for match in search(desk.texts, request.words, _MOST_ENTRIES)]
    every = [found for entry in entries if (found := citable(report, entry, request.period))]
    best, others = (every[0], [found[0] for found in every[1:]]) if every else ((), [])
    forms = [request.form] if request.form else list(Form)
    ordered = [
        *((cited, form) for cited in best for form in forms),
        *((cited, forms[0]) for cited in others),
        *((cited, form) for cited in others for form in forms[1:]),
    ]
    yield from ((cited, form) for cited, form in ordered if form in forms_of(report, cited))


def _citations(context: Context, found: Iterator[tuple[Cited, Form]]) -> Iterator[_Insertion]:
    for cited, form in found:
        address = address_of(context.report, cited)
        form_name = context.say(f"citation-form-{form}")
        title = context.say("inline-cite-title", name=subject_of(context, cited), form=form_name)
        # The wording goes by the entry's own id, as everywhere.
        name = address if form is Form.OFFICIAL else f"{address}.{form}"
        yield _Insertion(name, title, cite(context, cited, form))


def _drafts(desk: Desk, context: Context, text: str) -> Iterator[_Insertion]:
    """The person's own text, its references replaced: by wording, by names and figures, by figures alone."""
    found = {words: reference_to(desk, words) for words in references_in(text)}
    missing = [words for words, reference in found.items() if reference is None]

    def find(words: str) -> Reference | None:
        return found[words]

    for form, phrase in _DRAFTS.items():
        title = context.say(phrase)
        if missing:
            unclear = context.say("list-separator").join(missing)
            title = context.say("inline-several-unclear", form=title, words=unclear)
        with_sources = form is not Form.FIGURE
        yield _Insertion(f"draft.{form}", title, fill(context, text, find, form, with_sources=with_sources))


def _article(insertion: _Insertion) -> dict[str, Any]:
    """Plain text without a parse mode: what the person wrote needs no escaping and means nothing else."""
    content = {"message_text": insertion.text, "link_preview_options": {"is_disabled": True}}
    return {
        "type": "article",
        "id": insertion.id,
        "title": insertion.title,
        "description": _shortened(" ".join(insertion.text.split())),
        "input_message_content": content,
    }


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_DESCRIPTION else text[: _LONGEST_DESCRIPTION - 1] + "…"


def outsiders_answer(question: Question) -> InlineAnswer:
    """One sentence, and nothing of the report."""
    return InlineAnswer("[]", _button(phrases(first_language(question.voice))("inline-outsider")))


def _button(text: str) -> str:
    return _json({"text": text, "start_parameter": "help"})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
