"""Every word that may stand in a question: the report's names, its periods, the words of asking."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from sys import intern
from typing import NamedTuple

from bot.asking.synonyms import canonical
from bot.asking.times import period_words
from bot.asking.vocabulary import (
    Sign,
    light_words,
    narrowing_words,
    other_times,
    single_syllables,
    words_of_asking,
)
from bot.lookup.index import Index, Reason, Term
from bot.lookup.normalise import COMMON, folded, stem, words
from bot.report.model import Passage, Period, Report

_UNIT = re.compile(r"[!-~]+|[^\x00-\x7f]")
_ASCII = re.compile(r"[\x00-\x7f]")
_CHINESE_YEAR = re.compile(r"[一二][〇零九][〇零一二三四五六七八九]{2}(?=年)")
_JOINING = frozenset({Sign.AND, Sign.COMMA, Sign.COMPARE})
_DIGITS = {character: str(n) for n, character in enumerate("零一二三四五六七八九")} | {"〇": "0"}


class Meaning(NamedTuple):
    """What a word stands for; more than one thing at times: 新增 is a word of asking and begins names."""

    terms: tuple[Term, ...] = ()
    signs: frozenset[Sign] = frozenset()
    period: str = ""
    is_other_time: bool = False
    is_measured: bool = False  # names an indicator
    is_title: bool = False  # names nothing but a passage: 发案率下降
    narrows: bool = False  # nothing the report has: 女性, 产值


Units = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Immutable after building."""

    meanings: Mapping[Units, Meaning]
    lengths: Mapping[Units, tuple[int, ...]]  # first two units -> how many their words have, the fewest first
    characters: frozenset[str]  # of all its words: text of these needs no conversion
    joints: frozenset[str]  # units that end a word which puts two things side by side: 和, 比, versus
    english: frozenset[str]  # known words
    mendable: Mapping[str, Units]  # first letter -> words others may be slips of: elected is none of erected
    readings: Mapping[str, Units]  # pinyin of two syllables or more -> the word
    spellings: Mapping[str, Units]  # the same, and of one syllable, for a text of nothing but pinyin
    sounds: Mapping[str, str]  # character -> its usual reading

    def meaning(self, units: Units) -> Meaning | None:
        """What all of these together mean."""
        return self.meanings.get(units)

    def words_at(self, units: Units, start: int) -> Iterator[tuple[int, Meaning]]:
        """The words that begin there, as their end and meaning, the shortest first."""
        alone = self.meanings.get(units[start : start + 1])
        if alone:
            yield start + 1, alone
        for length in self.lengths.get(units[start : start + 2], ()):
            meaning = self.meanings.get(units[start : start + length])
            if meaning and start + length <= len(units):
                yield start + length, meaning

    def is_title(self, units: Units) -> bool:
        """Whether nothing but a passage is so called."""
        meaning = self.meanings.get(units)
        return meaning is not None and meaning.is_title

    def is_name(self, units: Units) -> bool:
        """Whether something in the report is so called."""
        meaning = self.meanings.get(units)
        return meaning is not None and bool(meaning.terms)


def units_of(text: str) -> Units:
    """Chinese character by character, anything else word by word in its stem: `GDP增长` → gdp 增 长."""
    return _split(words(_with_digits(text)))


def _split(spaced: str) -> Units:
    """The units of a text that is folded already, each kept once and not once a word."""
    if spaced.isascii():
        return tuple(map(stem, spaced.split()))  # which remembers its words
    if not _ASCII.search(spaced):
        return tuple(map(intern, spaced))
    return tuple([stem(unit) if unit.isascii() else intern(unit) for unit in _UNIT.findall(spaced)])


def _plain(text: str) -> str:
    """A way to name a time, folded and without marks; nearly all of them are so already."""
    text = _with_digits(text)
    return text.lower() if text.replace(" ", "").isalnum() else words(text)


def _with_digits(text: str) -> str:
    """二〇二五年 → 2025年."""
    if "年" not in text:
        return text
    return _CHINESE_YEAR.sub(lambda year: "".join(_DIGITS[c] for c in year[0]), text)


def words_to_read(report: Report) -> Iterator[str]:
    """The Chinese words of asking and of time, whose pinyin `build_lexicon` wants."""
    for word, _ in words_of_asking():
        if not word.isascii():
            yield word
    for word, _ in period_words(report):
        if not word.isascii():
            yield word
    yield from sorted(COMMON)


def build_lexicon(index: Index, readings: Mapping[str, tuple[str, ...]]) -> Lexicon:
    """The words over a report's names; `readings` gives the syllables of Chinese words."""
    meanings: dict[Units, Meaning] = {}
    _put_names(meanings, index)
    _put_synonyms(meanings)
    for text, period in period_words(index.report):
        _put(meanings, _split(_plain(text)), Meaning(period=period))
    said = {sign: Meaning(signs=frozenset((sign,))) for sign in Sign}
    for text, sign in words_of_asking():
        _put(meanings, _split(text.lower()), said[sign])
    # In the order of the words, not of their hashes: of two that are as near the first is meant, every time.
    units = dict.fromkeys(chain.from_iterable(meanings))
    mendable: dict[str, list[str]] = {}
    for unit in units:
        if unit.isascii() and unit.isalpha():
            mendable.setdefault(unit[0], []).append(unit)
    for text in (*_places(index.report), *light_words()):
        _put(meanings, _split(text.lower()), said[Sign.NO])
    other_time = Meaning(is_other_time=True)
    for text in other_times():
        _put(meanings, _split(text), other_time)
    narrowing = Meaning(narrows=True)
    for text in narrowing_words():
        meanings.setdefault(_split(text.lower()), narrowing)
    found = set().union(*meanings)
    by_sound = {pinyin: units for pinyin, units in _by_sound(index, readings).items() if units in meanings}
    return Lexicon(
        meanings,
        _lengths(meanings),
        frozenset(unit for unit in found if not unit.isascii()) | index.alphabet,
        frozenset(units[-1] for units, meaning in meanings.items() if meaning.signs & _JOINING),
        frozenset(unit for unit in found if unit.isascii() and unit.isalpha()),
        {letter: tuple(each) for letter, each in mendable.items()},
        by_sound,
        {**single_syllables(), **by_sound},
        {word: syllables[0] for word, syllables in readings.items() if len(word) == 1 and syllables},
    )


def _put(meanings: dict[Units, Meaning], units: Units, more: Meaning) -> None:
    """Adds to what these units mean."""
    known = meanings.get(units)
    if known is None:
        meanings[units] = more
        return
    meanings[units] = known._replace(
        signs=known.signs | more.signs,
        period=more.period or known.period,
        is_other_time=known.is_other_time or more.is_other_time,
    )


def _put_names(meanings: dict[Units, Meaning], index: Index) -> None:
    named: dict[Units, list[Term]] = {}
    for term in _without_periods(index):
        if term.reason is not Reason.PINYIN:
            units = _split(term.spaced)
            known = named.get(units)
            if known is None:
                named[units] = [term]
            else:
                known.append(term)
    measured = {indicator.id for indicator in index.report.indicators()}
    for units, terms in named.items():
        is_measured = any(term.entry in measured for term in terms)
        is_title = not is_measured and all(map(_is_title, terms))
        meanings[units] = Meaning(tuple(terms), is_measured=is_measured, is_title=is_title)


def _put_synonyms(meanings: dict[Units, Meaning]) -> None:
    """Each name with its words as the first of their classes, where nothing is called so already."""
    read: dict[Units, Meaning] = {}
    for units, meaning in meanings.items():
        others = canonical(units)
        if others != units and others not in meanings:
            known = read.get(others)
            read[others] = _of_both(known, meaning) if known else meaning
    meanings.update(read)


def _of_both(one: Meaning, other: Meaning) -> Meaning:
    """What two names mean that are the same by their synonyms; of an entry one term is enough."""
    known = {term.entry for term in one.terms}
    terms = (*one.terms, *(term for term in other.terms if term.entry not in known))
    measured = one.is_measured or other.is_measured
    return Meaning(terms, is_measured=measured, is_title=one.is_title and other.is_title)


def _is_title(term: Term) -> bool:
    """Of a passage its name, or what it is called by two things it speaks of: 老旧小区和背街小巷."""
    return term.reason is Reason.NAME or "和" in term.spaced or "与" in term.spaced or " and " in term.spaced


def _lengths(meanings: Iterable[Units]) -> dict[Units, tuple[int, ...]]:
    bits: dict[Units, int] = {}
    for units in meanings:
        if len(units) > 1:
            first = units[:2]
            bits[first] = bits.get(first, 0) | 1 << len(units)
    # A few dozen sets of lengths serve all: each is kept once.
    lengths = {
        each: tuple(n for n in range(each.bit_length()) if each >> n & 1) for each in set(bits.values())
    }
    return {first: lengths[each] for first, each in bits.items()}


def _without_periods(index: Index) -> Iterator[Term]:
    """The names; those of the review without the period some begin or end with: 去年民生, economy in 2025."""
    patterns = {period.id: _around_period(period) for period in index.report.periods.values()}
    asking = {word for word, _ in words_of_asking()}  # growth in 2025 is no reason to call it growth
    for term in index.terms:
        entry = index.report.entries[term.entry]
        period = entry.period if isinstance(entry, Passage) and term.reason is Reason.ALIAS else ""
        found = patterns[period].fullmatch(term.spaced) if period else None
        bare = (found[1] or found[2]).strip() if found else ""
        names = bare and bare not in asking
        yield replace(term, spaced=bare, key=bare.replace(" ", "")) if names else term


def _around_period(period: Period) -> re.Pattern[str]:
    """A name with the period before it, or behind it after `in`."""
    said = {words(text) for text in (period.name.zh, *period.aliases)}
    if period.years == 1:
        said |= {f"{period.first_year}年", str(period.first_year)}
    names = "|".join(re.escape(text) for text in sorted(said, key=len, reverse=True))
    return re.compile(rf"(?:{names})(.+)|(.+) in (?:{names})")


def _by_sound(index: Index, readings: Mapping[str, tuple[str, ...]]) -> dict[str, Units]:
    """Pinyin, written together, to the word; a name before a word of asking."""
    names = ((term.shown, term.spaced) for term in index.terms if not term.shown.isascii())
    times = ((text, _plain(text)) for text, _ in period_words(index.report))
    asked = ((text, text) for text, _ in words_of_asking())
    found: dict[str, str] = {}
    for word, spaced in (*names, *times, *asked):
        syllables = readings.get(word, ())
        if len(syllables) > 1:
            found.setdefault("".join(syllables), spaced)
    return {pinyin: _split(spaced) for pinyin, spaced in found.items()}


def _places(report: Report) -> Iterator[str]:
    """Ways to say the district itself: they tell nothing of what is asked."""
    yield from ("全区", "我区", "本区", "咱区", "咱们区", "全区的", "区里", "区内", "the whole district")
    for name in (report.place.zh, report.place.en, report.body.zh, report.body.en):
        yield name
        yield folded(name).removesuffix("人民政府").removesuffix(" district")
    yield report.place.zh.removesuffix("区").removesuffix("县").removesuffix("市")
