"""The words that may stand beside an entry's name without changing what is meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.asking.hearing import Heard, closed_up
from bot.lookup.normalise import key, stem, words
from bot.report.model import Entry, Indicator, Kind, Passage, Report

# Measures of a thing that are other things: 就业率 is not 就业, 人均 is not the whole.
_OTHER_MEASURES = re.compile("率|均|占比|比重|比例|面积|失|非|不|未|无")


@dataclass(frozen=True, slots=True)
class Around:
    """The words of an entry's names and of the texts around it."""

    names: str  # its own, one a line
    chinese: str
    english: frozenset[str]
    english_names: frozenset[str]
    is_measured: bool = False  # whether it is an indicator


class Surroundings(dict[str, Around]):
    """The words around each entry of a report, worked out when they are first wanted."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report

    def __missing__(self, entry_id: str) -> Around:
        self[entry_id] = around = _around(self._report, self._report.entries[entry_id])
        return around


def _around(report: Report, entry: Entry) -> Around:
    texts = tuple(_texts_around(report, entry))
    english = frozenset(stem(word) for text in texts for word in words(text).split() if word.isascii())
    names = (entry.name.zh, *entry.aliases)
    return Around(
        "\n".join(key(name) for name in names if not name.isascii()),
        "\n".join(key(text) for text in texts if not text.isascii()),
        english,
        frozenset(stem(word) for name in (entry.name.en, *entry.aliases) for word in words(name).split()),
        isinstance(entry, Indicator),
    )


def _texts_around(report: Report, entry: Entry) -> Iterator[str]:
    """Its names and those of what it stands under; of an indicator the clause of each figure."""
    yield from (entry.name.zh, entry.name.en, *entry.aliases)
    if isinstance(entry, Indicator):
        yield from (entry.unit.zh, entry.unit.en.replace("{}", ""), entry.unit.one)
        for figure in entry.figures:
            yield figure.as_written
            yield from _clause(report.passage(figure.passage), figure.as_written)
            for each in above(report, figure.passage):
                # What else a measure is called may be another group of people; an area is what one works in.
                yield from (each.name.zh, each.name.en, *(each.aliases if each.kind is Kind.AREA else ()))
    else:
        yield from (entry.summary.zh, entry.summary.en, entry.quote)
        for each in above(report, entry.id):
            yield from (each.name.zh, each.name.en, *each.aliases)
        for child in report.children(entry):
            yield from (child.name.zh, child.name.en, *child.aliases, child.summary.zh, child.summary.en)


def _clause(passage: Passage, as_written: str) -> Iterator[str]:
    for clause in re.split("[,，。;；]", passage.quote):
        if as_written in clause:
            yield clause
    for clause in re.split("[,;] ", passage.summary.en):
        if any(character.isdecimal() for character in clause):
            yield clause


def above(report: Report, passage_id: str) -> Iterator[Passage]:
    """A passage and all it stands under."""
    at: Passage | None = report.passage(passage_id)
    while at:
        yield at
        at = report.passage(at.parent) if at.parent else None


def explains(around: Around, text: str) -> bool:
    """Whether words belong to an entry; a number is not taken from another measure of the same thing."""
    if text.isascii():
        return all(word in around.english for word in text.split())
    words = closed_up(text)
    if around.is_measured and (len(words) < 2 or _OTHER_MEASURES.search(words)):
        return words in around.names
    return words in around.chinese


def is_named(around: Around, heard: Heard) -> bool:
    """Whether a part of the entry's name stands in the question: 水库 of 河流和水库."""
    texts = [closed_up(segment.text) for segment in heard.content]
    pairs = (text[i : i + 2] for text in texts if not text.isascii() for i in range(len(text) - 1))
    english = (unit for unit in heard.core if unit.isascii())
    return any(pair in around.names for pair in pairs) or any(w in around.english_names for w in english)
