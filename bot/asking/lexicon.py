"""Every word that may stand in a question, in one tree: the report's names, its periods, words of asking."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from bot.asking.times import period_words
from bot.asking.vocabulary import Sign, other_times, words_of_asking
from bot.lookup.index import Index, Reason, Term
from bot.lookup.normalise import COMMON, folded, stem, words
from bot.report.model import Passage, Report

_UNIT = re.compile(r"[!-~]+|[^\x00-\x7f]")
_CHINESE_YEAR = re.compile(r"[一二][〇零九][〇零一二三四五六七八九]{2}(?=年)")
_DIGITS = {character: str(n) for n, character in enumerate("零一二三四五六七八九")} | {"〇": "0"}


@dataclass(slots=True)
class Meaning:
    """What a word stands for; more than one thing at times: 新增 is a word of asking and begins names."""

    terms: list[Term] = field(default_factory=list)
    signs: set[Sign] = field(default_factory=set)
    period: str = ""
    is_other_time: bool = False


@dataclass(slots=True)
class Node:
    """A place in the tree: what ends here, and what may follow."""

    meaning: Meaning | None = None
    following: dict[str, "Node"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Immutable after building."""

    root: Node
    characters: frozenset[str]  # of all its words: text of these needs no conversion
    english: Mapping[str, int]  # known words -> length, for slips of the finger
    readings: Mapping[str, str]  # pinyin of two syllables or more -> the word
    sounds: Mapping[str, str]  # character -> its usual reading

    def meaning(self, text: str) -> Meaning | None:
        """What the whole of a text means."""
        node = self.root
        for unit in units_of(text):
            found = node.following.get(unit)
            if found is None:
                return None
            node = found
        return node.meaning


def units_of(text: str) -> tuple[str, ...]:
    """Chinese character by character, anything else word by word in its stem: `GDP增长` → gdp 增 长."""
    return tuple(
        unit if not unit.isascii() else stem(unit) for unit in _UNIT.findall(words(_with_digits(text)))
    )


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
    """The tree over a report's names; `readings` gives the syllables of Chinese words."""
    root = Node()
    english: dict[str, int] = {}
    characters: set[str] = set()

    def put(text: str) -> Meaning:
        node = root
        for unit in units_of(text):
            node = node.following.setdefault(unit, Node())
            if unit.isascii():
                if unit.isalpha():
                    english[unit] = len(unit)
            else:
                characters.add(unit)
        node.meaning = node.meaning or Meaning()
        return node.meaning

    for term in _without_periods(index):
        if term.reason is Reason.PINYIN:
            continue
        put(term.spaced).terms.append(term)
    for text, period in period_words(index.report):
        put(text).period = period
    for text, sign in words_of_asking():
        put(text).signs.add(sign)
    for text in _places(index.report):
        put(text).signs.add(Sign.NO)
    for text in other_times():
        put(text).is_other_time = True
    by_sound = {p: w for p, w in _by_sound(index, readings).items() if _meaning_at(root, w)}
    sounds = {word: found[0] for word, found in readings.items() if len(word) == 1 and found}
    return Lexicon(
        root,
        frozenset(characters) | index.alphabet,
        english,
        by_sound,
        sounds,
    )


def _without_periods(index: Index) -> Iterator[Term]:
    """The names; those of the review without the period some begin or end with: 去年民生, economy in 2025."""
    by_period: dict[str, list[str]] = {}
    for word, period in period_words(index.report):
        by_period.setdefault(period, []).append(words(word))
    for term in index.terms:
        entry = index.report.entries[term.entry]
        period = entry.period if isinstance(entry, Passage) else ""
        bare = _bare(term.spaced, by_period.get(period, ())) if term.reason is Reason.ALIAS else ""
        yield replace(term, spaced=bare, key=bare.replace(" ", "")) if bare else term


def _bare(spaced: str, periods: Iterable[str]) -> str:
    """The name without the period; empty when it holds none or nothing else."""
    for period in sorted(periods, key=len, reverse=True):
        if spaced.startswith(period) and len(spaced) > len(period):
            return spaced[len(period) :].strip()
        if spaced.endswith(f" in {period}"):
            return spaced.removesuffix(f" in {period}")
    return ""


def _meaning_at(root: Node, word: str) -> Meaning | None:
    node: Node | None = root
    for unit in units_of(word):
        node = node.following.get(unit) if node else None
    return node.meaning if node else None


def _by_sound(index: Index, readings: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Pinyin, written together, to the word; a name before a word of asking."""
    found: dict[str, str] = {}
    named = (term.shown for term in index.terms if not term.shown.isascii())
    times = (text for text, _ in period_words(index.report))
    asked = (text for text, _ in words_of_asking())
    for word in (*named, *times, *asked):
        syllables = readings.get(word, ())
        if len(syllables) > 1:
            found.setdefault("".join(syllables), word)
    return found


def _places(report: Report) -> Iterator[str]:
    """Ways to say the district itself: they tell nothing of what is asked."""
    yield from (
        "全区",
        "我区",
        "本区",
        "咱区",
        "咱们区",
        "全区的",
        "区里",
        "区内",
        "区",
        "the whole district",
    )
    for name in (report.place.zh, report.place.en, report.body.zh, report.body.en):
        yield name
        yield folded(name).removesuffix("人民政府").removesuffix(" district")
    yield report.place.zh.removesuffix("区").removesuffix("县").removesuffix("市")
