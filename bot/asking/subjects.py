"""What a question is about: entries whose names stand in it, and whether that explains all of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.asking.hearing import Heard, Segment
from bot.asking.vocabulary import Sign
from bot.lookup.index import Index, Reason, Term
from bot.lookup.normalise import grams, key, stem, words
from bot.lookup.resolve import rank
from bot.report.model import Entry, Indicator, Kind, Passage, Report

_SURE = {Reason.ID: 0.99, Reason.NAME: 0.98, Reason.ALIAS: 0.97, Reason.NUMBER: 0.96, Reason.PINYIN: 0.92}
_IN_PIECES = 0.93
# Measures of a thing that are other things: 就业率 is not 就业, 人均 is not the whole.
_OTHER_MEASURES = re.compile("率|均|占比|比重|比例|面积|失|非|不|未|无")


@dataclass(frozen=True, slots=True)
class Subject:
    """An entry a question may be about."""

    entry: str
    score: float  # 0 to 1
    reason: Reason
    term: str  # what named it
    foreign: tuple[str, ...]  # words of the question that have nothing to do with it


@dataclass(frozen=True, slots=True)
class Around:
    """The words that may stand beside an entry's name without changing what is meant."""

    names: str  # its own, one a line
    chinese: str
    english: frozenset[str]
    english_names: frozenset[str]
    is_measured: bool = False  # whether it is an indicator


def subjects(index: Index, around: Mapping[str, Around], heard: Heard) -> list[Subject]:
    """Every entry named in the question, those first that explain most of its words."""
    named: dict[str, list[tuple[Segment, Term]]] = {}
    for segment in heard.content:
        for term in segment.terms:
            if _is_meant(index.report, term, heard):
                named.setdefault(term.entry, []).append((segment, term))
    found = [_subject(index.report, heard, around[entry], entry, terms) for entry, terms in named.items()]
    found += _in_pieces(index, around, heard)
    return sorted(found, key=lambda subject: (-subject.score, *rank(index, subject.entry)))


def _in_pieces(index: Index, around: Mapping[str, Around], heard: Heard) -> Iterator[Subject]:
    """Entries whose names hold all the words, though not side by side: 重点项目要完成多少投资."""
    pieces = list(stretches(heard.segments, list(heard.content)))
    if all(piece.isascii() for piece in pieces):
        yield from _in_words(index, around, " ".join(pieces).split())
        return
    if any(piece.isascii() for piece in pieces):
        return
    if len(key("".join(pieces))) < 3:  # 整治了几条河: a verb of the name's says which
        light = (s.text for s in heard.segments if s.signs == {Sign.NO} and len(s.units) > 1)
        pieces = [*pieces, *(text for text in light if grams(text)[0] in index.postings)]
    if len(key("".join(pieces))) < 3:
        return
    longest = max(pieces, key=len)
    found = {
        index.terms[position].entry
        for gram in grams(key(longest))[:1]
        for position in index.postings.get(gram, ())
    }
    for entry in sorted(found):
        if all(key(piece) in around[entry].names for piece in pieces):
            yield Subject(entry, _IN_PIECES, Reason.PART, " ".join(pieces), ())


def _in_words(index: Index, around: Mapping[str, Around], asked: list[str]) -> Iterator[Subject]:
    """Entries whose English names hold all the words, in any order: investment in key projects."""
    if len(asked) < 2:
        return
    gram = grams(max(asked, key=len))[0]
    likely = {index.terms[position].entry for position in index.postings.get(gram, ())}
    for entry in sorted(likely):
        if around[entry].is_measured and all(word in around[entry].english_names for word in asked):
            yield Subject(entry, _IN_PIECES, Reason.PART, " ".join(asked), ())


def _is_meant(report: Report, term: Term, heard: Heard) -> bool:
    """A name without its period (民生 of 去年民生) counts only where the period stands beside it."""
    if key(term.shown) == term.key or term.reason is not Reason.ALIAS:
        return True
    return period_of(report, report.entries[term.entry]) in heard.periods


def period_of(report: Report, entry: Entry) -> str:
    """What a passage speaks of: a period of the review, the plan year, or the years ahead."""
    if isinstance(entry, Indicator):
        return ""
    if entry.period:
        return entry.period
    if entry.kind is Kind.GOAL:
        return next((p.id for p in report.periods.values() if p.kind == "outlook"), "")
    if entry.kind in (Kind.THEME, Kind.ACHIEVEMENT) and entry.parent:
        return report.passage(entry.parent).period
    return "" if entry.kind in (Kind.OPENING, Kind.SLOGAN) else report.plan.id


def _subject(
    report: Report, heard: Heard, around: Around, entry: str, named: list[tuple[Segment, Term]]
) -> Subject:
    own = {id(segment) for segment, _ in named}
    foreign, weak = [], 0
    strong = sum(len(key(segment.text)) for segment, _ in named)
    # What is a name elsewhere may be a plain word here: 治理欠薪.
    others = [s for s in heard.content if id(s) not in own and not s.signs]
    strangers = {s.text for s in others if _names_another(report, s)}
    for text in stretches(heard.segments, others):
        if text not in strangers and explains(around, text):
            weak += len(key(text))
        else:
            foreign.append(text)
    strange = sum(len(key(text)) for text in foreign)
    share = (strong + 0.7 * weak) / (strong + weak + strange)
    _, term = max(named, key=lambda pair: len(pair[0].text))
    score = _SURE.get(term.reason, 0.9) * share
    return Subject(entry, round(score, 4), term.reason, term.shown, tuple(foreign))


def _names_another(report: Report, segment: Segment) -> bool:
    """Whether a word names an indicator: beside another's name it is a second subject."""
    kinds = [isinstance(report.entries[term.entry], Indicator) for term in segment.terms]
    return bool(kinds) and all(kinds)


def stretches(segments: tuple[Segment, ...], wanted: list[Segment]) -> Iterator[str]:
    """Neighbouring segments as one text, so that a word is not explained character by character."""
    ids = {id(segment) for segment in wanted}
    run: list[str] = []
    for segment in segments:
        if id(segment) in ids and not segment.terms:
            run.append(segment.text)
            continue
        if run:
            yield _run_together(run)
            run = []
        if id(segment) in ids:
            yield segment.text
    if run:
        yield _run_together(run)


def _run_together(run: list[str]) -> str:
    return "".join(run) if not run[0].isascii() else " ".join(run)


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
            # Their names alone: what else a measure is called may be another group of people.
            yield from (
                name for each in _above(report, figure.passage) for name in (each.name.zh, each.name.en)
            )
    else:
        yield from (entry.summary.zh, entry.summary.en, entry.quote)
        for each in _above(report, entry.id):
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


def _above(report: Report, passage_id: str) -> Iterator[Passage]:
    """A passage and all it stands under."""
    at: Passage | None = report.passage(passage_id)
    while at:
        yield at
        at = report.passage(at.parent) if at.parent else None


def explains(around: Around, text: str) -> bool:
    """Whether words belong to an entry; a number is not taken from another measure of the same thing."""
    if text.isascii():
        return all(word in around.english for word in text.split())
    words = key(text)
    if around.is_measured and (len(words) < 2 or _OTHER_MEASURES.search(words)):
        return words in around.names
    return words in around.chinese
