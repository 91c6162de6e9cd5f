"""What somebody wants cited: the words, and the period and the form they name beside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from bot.briefing.citation import Form
from bot.lookup.normalise import key
from bot.report.model import Report

Meaning = TypeVar("Meaning")

_FORMS = {
    Form.OFFICIAL: ("原文", "原话", "引文", "出处", "official", "quote"),
    Form.BILINGUAL: ("双语", "中英", "中英文", "对照", "bilingual"),
    Form.LINE: ("一句", "一句话", "一行", "line", "one line"),
    Form.FIGURE: ("数字", "数值", "figure", "number"),
}
_FORM_WORDS = {key(word): form for form, words in _FORMS.items() for word in words}


@dataclass(frozen=True, slots=True)
class CitationRequest:
    """Words to look up; a period's id and a form, or nothing."""

    words: str
    period: str = ""
    form: Form | None = None


def read_request(report: Report, text: str) -> CitationRequest:
    """Takes a period and a form off the ends of the words: `就业 2025`, `去年就业`, `jobs figure`."""
    periods = dict(_period_words(report))
    words, period = " ".join(text.split()), ""
    form: Form | None = None
    while True:
        if not period and (found := _taken(words, periods)):
            words, period = found
        elif form is None and (asked := _taken(words, _FORM_WORDS)):
            words, form = asked
        else:
            break
    if not period:
        words, period = _taken_in_front(words, periods)
    return CitationRequest(words, period, form)


def _taken(words: str, meanings: dict[str, Meaning]) -> tuple[str, Meaning] | None:
    """The rest and what was meant, when the first or last words mean one of these and something is left."""
    parts = words.split()
    for count in range(len(parts) - 1, 0, -1):
        for said, rest in ((parts[-count:], parts[:-count]), (parts[:count], parts[count:])):
            meaning = meanings.get(key(" ".join(said)))
            if meaning is not None:
                return " ".join(rest), meaning
    return None


def _taken_in_front(words: str, periods: dict[str, str]) -> tuple[str, str]:
    """Chinese needs no space: 去年就业."""
    for said in sorted(periods, key=len, reverse=True):
        if not said.isascii() and len(said) > 1 and words.startswith(said) and words != said:
            return words[len(said) :].lstrip("的"), periods[said]
    return words, ""


def _period_words(report: Report) -> Iterator[tuple[str, str]]:
    for period in report.periods.values():
        for name in (period.id, period.name.zh, period.name.en, *period.aliases):
            yield key(name), period.id
