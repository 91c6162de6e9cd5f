"""What can be looked up: every name, alias, reading and figure of a report, ready for questions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from bot.lookup.normalise import COMMON, folded, grams, key, words
from bot.report.model import Entry, Indicator, Kind, Passage, Report
from bot.report.quantities import WORDED

EXACT = 0.96  # the score from which on an entry was named


class Reason(StrEnum):
    """Why an entry matched."""

    ID = "id"
    NAME = "name"
    ALIAS = "alias"
    NUMBER = "number"
    PINYIN = "pinyin"
    INITIALS = "initials"
    FIGURE = "figure"
    PART = "part"
    TYPO = "typo"
    TEXT = "text"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Match:
    """An entry, how well it matches (0 to 1), and why: the reason and the term that was met."""

    entry: str
    score: float
    reason: Reason
    term: str

    @property
    def is_exact(self) -> bool:
        """Whether the person named the entry: by id, name, alias or number."""
        return self.score >= EXACT


@dataclass(frozen=True, slots=True)
class Reading:
    """How a Chinese term is read: syllables without tones."""

    syllables: tuple[str, ...]

    @property
    def pinyin(self) -> str:
        return "".join(self.syllables)

    @property
    def initials(self) -> str:
        return "".join(syllable[0] for syllable in self.syllables)


@dataclass(frozen=True, slots=True)
class Term:
    """One way to name an entry."""

    key: str
    spaced: str  # the key with its spaces: English words are looked up by their beginnings
    shown: str
    entry: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Index:
    """Immutable after building; safe to share between threads and chats."""

    report: Report
    exact: Mapping[str, tuple[Term, ...]]
    terms: tuple[Term, ...]  # those looked up by parts: names, aliases, full pinyin
    keys: tuple[str, ...]  # of these terms
    postings: Mapping[str, tuple[int, ...]]  # gram -> positions in `terms`
    figures: Mapping[Decimal, tuple[str, ...]]  # absolute value -> indicators
    sounds: Mapping[str, frozenset[str]]  # character -> its readings in the names
    alphabet: frozenset[str]  # the report's own characters and the common ones: these need no conversion
    units: frozenset[str]  # what may stand beside a number in a question
    units_of: Mapping[str, frozenset[str]]  # indicator -> its own
    ranks: Mapping[str, int]  # entry -> position in the report


def terms_to_read(report: Report) -> tuple[str, ...]:
    """The Chinese names and aliases whose pinyin `build` wants, each once, in order."""
    found = (term for entry in report.entries.values() for term in (entry.name.zh, *entry.aliases))
    return tuple(dict.fromkeys(term for term in found if not term.isascii()))


def build(report: Report, readings: Mapping[str, Reading]) -> Index:
    """Index of a report; a term without a reading in `readings` is not found by pinyin."""
    every = tuple(
        _unique(term for entry in report.entries.values() for term in _terms(report, entry, readings))
    )
    exact: defaultdict[str, list[Term]] = defaultdict(list)
    for term in every:
        exact[term.key].append(term)
    partial = tuple(term for term in every if term.reason is not Reason.INITIALS)
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for position, term in enumerate(partial):
        for gram in dict.fromkeys(grams(term.key)):
            postings[gram].append(position)
    return Index(
        report=report,
        exact={name: tuple(found) for name, found in exact.items()},
        terms=partial,
        keys=tuple(term.key for term in partial),
        postings={gram: tuple(found) for gram, found in postings.items()},
        figures=_figures(report),
        sounds=_sounds(readings),
        alphabet=frozenset(character for text in _texts(report) for character in folded(text)) | COMMON,
        units=frozenset(key(unit) for unit in _units(report)),
        units_of={i.id: frozenset(key(unit) for unit in _units_of(i)) for i in report.indicators()},
        ranks={entry_id: rank for rank, entry_id in enumerate(report.entries)},
    )


def _unique(terms: Iterable[Term]) -> Iterator[Term]:
    seen: set[tuple[str, str]] = set()
    for term in terms:
        if term.key and (term.key, term.entry) not in seen:
            seen.add((term.key, term.entry))
            yield term


def _terms(report: Report, entry: Entry, readings: Mapping[str, Reading]) -> Iterator[Term]:
    def term(text: str, reason: Reason, shown: str = "") -> Term:
        spaced = words(text)
        return Term(spaced.replace(" ", ""), spaced, shown or text, entry.id, reason)

    yield term(entry.id, Reason.ID)
    if isinstance(entry, Passage) and entry.slug and entry.kind is not Kind.THEME:
        yield term(entry.slug, Reason.ID)
    names = (entry.name.zh, entry.name.en)
    yield from (term(name, Reason.NAME) for name in names)
    yield from (term(alias, Reason.ALIAS) for alias in entry.aliases)
    if isinstance(entry, Passage) and entry.parent in report.entries:
        parent = report.entries[entry.parent].name
        yield from (term(f"{name} {entry.number}", Reason.NUMBER) for name in (parent.zh, parent.en))
    for name in (entry.name.zh, *entry.aliases):
        reading = readings.get(name)
        if reading and len(reading.syllables) > 1:
            yield Term(reading.pinyin, " ".join(reading.syllables), name, entry.id, Reason.PINYIN)
            yield Term(reading.initials, reading.initials, name, entry.id, Reason.INITIALS)


def _figures(report: Report) -> dict[Decimal, tuple[str, ...]]:
    found: defaultdict[Decimal, dict[str, None]] = defaultdict(dict)
    for indicator in report.indicators():
        for figure in indicator.figures:
            if figure.number in WORDED:  # who looks for 100% means the digits
                continue
            found[abs(figure.value)][indicator.id] = None
    return {value: tuple(ids) for value, ids in found.items()}


def _sounds(readings: Mapping[str, Reading]) -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for term, reading in readings.items():
        if len(term) == len(reading.syllables):  # nothing but Chinese, so character by character
            for character, syllable in zip(term, reading.syllables, strict=True):
                found[character].add(syllable)
    return {character: frozenset(syllables) for character, syllables in found.items()}


def _units(report: Report) -> Iterator[str]:
    yield "以上"
    for indicator in report.indicators():
        yield from _units_of(indicator)


def _units_of(indicator: Indicator) -> Iterator[str]:
    yield indicator.unit.zh
    yield from (unit.replace("{}", "") for unit in (indicator.unit.en, indicator.unit.one))
    yield from (figure.unit for figure in indicator.figures)
    if indicator.unit.zh == "元":
        yield from ("yuan", "rmb")


def _texts(report: Report) -> Iterator[str]:
    for entry in report.entries.values():
        yield from (entry.name.zh, *entry.aliases)
        if isinstance(entry, Passage):
            yield from (entry.summary.zh, entry.quote)
