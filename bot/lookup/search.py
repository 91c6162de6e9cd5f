"""Full-text search over everything the report says: Okapi BM25, names counting most."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.lookup.index import Index, Match, Reason
from bot.lookup.normalise import is_bare_number, stem, words
from bot.lookup.resolve import LONGEST_QUERY, MOST_CHOICES, Resolution, rank, resolve, spellings
from bot.report.model import Entry, Indicator, Kind

_SATURATION = 1.2  # k1 of BM25
_LENGTH = 0.6  # b of BM25: our texts are short and of similar length
_MOST_OF = 0.6  # of the words must be there for a search result
_STOP_WORDS = frozenset(
    ("a", "an", "and", "at", "by", "for", "in", "is", "of", "on", "or", "the", "to", "with")
)
_STRETCH = re.compile(r"[!-~]+|[^\x00-\x7f]+")
_NAME_WEIGHT = 3  # a word in the name counts as often as three in the text


@dataclass(frozen=True, slots=True)
class TextIndex:
    """Words and how often each entry has them."""

    index: Index
    postings: Mapping[str, Mapping[str, int]]
    lengths: Mapping[str, int]
    mean_length: float


def build_text_index(index: Index) -> TextIndex:
    """Counts the words of every entry."""
    postings: defaultdict[str, dict[str, int]] = defaultdict(dict)
    lengths = {}
    for entry in index.report.entries.values():
        counts = Counter(_words_of(entry))
        lengths[entry.id] = counts.total()
        for word, count in counts.items():
            postings[word][entry.id] = count
    return TextIndex(index, postings, lengths, sum(lengths.values()) / len(lengths))


def look_up(texts: TextIndex, query: str, kinds: frozenset[Kind] = frozenset()) -> Resolution:
    """As `resolve`; when no name agrees, entries whose text has every word."""
    found = resolve(texts.index, query, kinds)
    if found.matches or is_bare_number(query):
        return found
    entries = texts.index.report.entries
    whole = [m for m in by_text(texts, query, 1.0) if not kinds or entries[m.entry].kind in kinds]
    if not whole:
        return found
    best, *others = whole[:MOST_CHOICES]
    return Resolution((best, *others), clear=None if others else best)


def search(texts: TextIndex, query: str, limit: int = 10) -> tuple[Match, ...]:
    """Entries by name, figure or text, best first; empty when nothing has most of the words."""
    best = {match.entry: match for match in by_text(texts, query, _MOST_OF)}
    for match in resolve(texts.index, query).matches:
        if match.entry not in best or best[match.entry].score < match.score:
            best[match.entry] = match
    order = sorted(best.values(), key=lambda match: (-match.score, *rank(texts.index, match.entry)))
    return tuple(order[:limit])


def by_text(texts: TextIndex, query: str, least: float) -> list[Match]:
    """Entries with at least this share of the words, by BM25; those with more of the words first."""
    scores = _scores(texts, query[:LONGEST_QUERY], least)
    best = max(scores.values(), default=1.0)
    found = (Match(entry, 0.8 * score / best, Reason.TEXT, query) for entry, score in scores.items())
    return sorted(found, key=lambda match: (-match.score, *rank(texts.index, match.entry)))


def text_words(text: str) -> tuple[str, ...]:
    """The words of a text that tell something, as the index has them, each once."""
    return tuple(word for word in dict.fromkeys(_words(text)) if _tells(word))


def rarity(texts: TextIndex, having: int) -> float:
    """How much it tells that an entry has what so many have: the less common, the more."""
    return math.log(1 + (len(texts.lengths) - having + 0.5) / (having + 0.5))


def _scores(texts: TextIndex, query: str, least: float) -> dict[str, float]:
    spoken = spellings(texts.index, query)[-1]
    asked = text_words(spoken)
    scores: defaultdict[str, float] = defaultdict(float)
    met: Counter[str] = Counter()
    for word in asked:
        postings = texts.postings.get(word, {})
        tells = rarity(texts, len(postings))
        for entry, count in postings.items():
            scale = 1 - _LENGTH + _LENGTH * texts.lengths[entry] / texts.mean_length
            scores[entry] += tells * count * (_SATURATION + 1) / (count + _SATURATION * scale)
            met[entry] += 1
    needed = least * len(asked)
    return {e: score * (met[e] / len(asked)) ** 2 for e, score in scores.items() if met[e] >= needed}


def _tells(word: str) -> bool:
    """Whether a word says anything: no article, no single character."""
    return word not in _STOP_WORDS and len(word) > 1


def _words_of(entry: Entry) -> Iterator[str]:
    for text in (entry.name.zh, entry.name.en, *entry.aliases):
        for word in _words(words(text)):
            yield from (word,) * _NAME_WEIGHT
    if isinstance(entry, Indicator):
        rest = tuple(figure.as_written for figure in entry.figures)
    else:
        rest = (entry.summary.zh, entry.summary.en, entry.quote)
    for text in rest:
        yield from _words(words(text))


def _words(spaced: str) -> Iterator[str]:
    """English words without their plural s; pairs of Chinese characters; numbers whole."""
    for stretch in _STRETCH.findall(spaced):
        if stretch.isascii():
            yield stem(stretch)
        else:
            yield from (stretch[i : i + 2] for i in range(max(len(stretch) - 1, 1)))
