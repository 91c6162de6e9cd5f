"""A person's own text with references in it (…+就业+…+投资+…): what they stand for, and the sources."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.briefing.citation import Cited, Form, cite_within, source_of
from bot.briefing.context import Context

_WORDS = r"[+＋]([^+＋\s]|[^+＋\s][^+＋\n]{0,58}[^+＋\s])[+＋]"
# Between letters or digits on both sides the signs belong to a name: “1+8+N”.
_REFERENCE = re.compile(rf"(?<![A-Za-z0-9]){_WORDS}|{_WORDS}(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class Reference:
    """What the words between two plus signs stand for, and the form they ask for, if any."""

    cited: Cited
    form: Form | None = None


Find = Callable[[str], Reference | None]


def references_in(text: str) -> tuple[str, ...]:
    """The words between plus signs, in their order."""
    return tuple(_words_of(match) for match in _REFERENCE.finditer(text))


def fill(context: Context, text: str, find: Find, form: Form, *, with_sources: bool) -> str:
    """The text with each reference replaced, or marked where it is not found; at the end the sources."""
    numbers: dict[str, str] = {}

    def put_in(match: re.Match[str]) -> str:
        words = _words_of(match)
        reference = find(words)
        if reference is None:
            return context.say("citation-missing", words=words)
        cited = cite_within(context, reference.cited, reference.form or form)
        if not with_sources:
            return cited
        number = numbers.setdefault(source_of(context, reference.cited), str(len(numbers) + 1))
        return cited + context.say("citation-mark", number=number)

    filled = _REFERENCE.sub(put_in, text)
    return "\n\n".join(part for part in (filled, "\n".join(_notes(context, numbers))) if part)


def _notes(context: Context, numbers: dict[str, str]) -> Iterator[str]:
    for source, number in numbers.items():
        yield context.say("citation-note", number=number, source=source)


def _words_of(match: re.Match[str]) -> str:
    return str(match[1] or match[2])
