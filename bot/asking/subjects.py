"""What a question is about: entries whose names stand in it, and whether that explains all of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from bot.asking.hearing import Heard, Segment, closed_up
from bot.asking.surroundings import Around, explains
from bot.asking.vocabulary import Sign
from bot.lookup.index import Index, Reason, Term
from bot.lookup.normalise import grams, key
from bot.lookup.resolve import rank
from bot.report.model import Entry, Indicator, Kind, Report

_SURE = {Reason.ID: 0.99, Reason.NAME: 0.98, Reason.ALIAS: 0.97, Reason.NUMBER: 0.96, Reason.PINYIN: 0.92}
_IN_PIECES = 0.93
_GROWTH = ("增长", "增速", "growth")


@dataclass(frozen=True, slots=True)
class Subject:
    """An entry a question may be about."""

    entry: str
    score: float  # 0 to 1
    reason: Reason
    term: str  # what named it
    foreign: tuple[str, ...]  # words of the question that have nothing to do with it


def subjects(index: Index, around: Mapping[str, Around], heard: Heard) -> list[Subject]:
    """Every entry named in the question, those first that explain most of its words."""
    named: dict[str, list[tuple[Segment, Term]]] = {}
    for segment in heard.content:
        for term in (*segment.terms, *_grown(index, heard, segment)):
            if _is_meant(index.report, term, heard):
                named.setdefault(term.entry, []).append((segment, term))
    found = [_subject(index.report, heard, around[entry], entry, terms) for entry, terms in named.items()]
    narrowing = [segment for segment in heard.content if segment.narrows or segment.is_part]
    found += [
        subject
        for subject in _in_pieces(index, around, heard)
        if all(_is_in_name(around[subject.entry], segment) for segment in narrowing)
    ]
    return sorted(found, key=lambda subject: (-subject.score, *rank(index, subject.entry)))


def _grown(index: Index, heard: Heard, segment: Segment) -> Iterator[Term]:
    """What is only called together with its growth: 投资 of 投资和社零谁增长快, for 投资增长."""
    if segment.is_measured or not segment.terms or not heard.wants(Sign.GROWTH, Sign.MORE, Sign.LESS):
        return
    for growth in _GROWTH:
        for term in index.exact.get(segment.text + growth, ()):
            if isinstance(index.report.entries[term.entry], Indicator):
                yield term


def _in_pieces(index: Index, around: Mapping[str, Around], heard: Heard) -> Iterator[Subject]:
    """Entries whose names hold all the words, though not side by side: 重点项目要完成多少投资."""
    pieces = list(stretches(heard.segments, list(heard.content)))
    if all(piece.isascii() for piece in pieces):
        yield from _in_words(index, around, " ".join(pieces).split())
    elif not any(piece.isascii() for piece in pieces):
        yield from _in_characters(index, around, heard, pieces)


def _in_characters(
    index: Index, around: Mapping[str, Around], heard: Heard, pieces: list[str]
) -> Iterator[Subject]:
    """Entries whose Chinese names hold all the pieces."""
    if len(pieces) > 1 and all(len(piece) == 1 for piece in pieces):
        return  # single characters stand in too many names: 吃 and 饭
    if len(closed_up("".join(pieces))) < 3:  # 整治了几条河: a verb of the name's says which
        light = (s.text for s in heard.segments if s.signs == {Sign.NO} and len(s.units) > 1)
        pieces = [*pieces, *(text for text in light if grams(text)[0] in index.postings)]
    if len(closed_up("".join(pieces))) < 3:
        return
    # 开工率 is no rate of what is completed, though 开工 alone says nothing.
    pieces += [before.text + rate.text for before, rate in pairwise(heard.segments) if rate.text == "率"]
    gram = grams(closed_up(max(pieces, key=len)))[0]
    likely = {index.terms[position].entry for position in index.postings.get(gram, ())}
    for entry in sorted(likely):
        if all(closed_up(piece) in around[entry].names for piece in pieces):
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
    if term.reason is not Reason.ALIAS or key(term.shown) == term.key:
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


def is_of(report: Report, entry: Entry, heard: Heard) -> bool:
    """Whether an entry speaks of what was asked for, as far as a period was."""
    return not heard.periods or period_of(report, entry) in heard.periods


def _subject(
    report: Report, heard: Heard, around: Around, entry: str, named: list[tuple[Segment, Term]]
) -> Subject:
    own = {id(segment) for segment, _ in named}
    foreign, weak = [segment.text for segment in heard.content if segment.is_part], 0
    strong = sum(len(closed_up(segment.text)) for segment, _ in named)
    # What is a name elsewhere may be a plain word here: 治理欠薪.
    others = [s for s in heard.content if id(s) not in own and not s.signs]
    strangers = {s.text for s in others if _names_another(report, s)}
    narrowing = {s.text for s in others if s.narrows and not _is_in_name(around, s)}
    for text in stretches(heard.segments, others):
        narrowed = any(word in text for word in narrowing)
        if text not in strangers and not narrowed and explains(around, text):
            weak += len(closed_up(text))
        else:
            foreign.append(text)
    strange = sum(len(closed_up(text)) for text in foreign)
    share = (strong + 0.5 * weak) / (strong + weak + strange)
    _, term = max(named, key=lambda pair: len(pair[0].text))
    score = _SURE.get(term.reason, 0.9) * share
    return Subject(entry, round(score, 4), term.reason, term.shown, tuple(foreign))


def _is_in_name(around: Around, segment: Segment) -> bool:
    """人均 is no news of what is called so; in the text around a thing it is said of another."""
    if segment.is_part:
        return False
    text = closed_up(segment.text)
    # 进出口 is neither 进口 nor 出口.
    in_names = text in around.names and re.search(f"(?<!进){re.escape(text)}(?!出口)", around.names)
    return bool(in_names) or around.english_names.issuperset(segment.units)


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
