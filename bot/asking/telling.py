"""How much of what a question's words tell stands in each entry: rare words tell most."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from bot.asking.hearing import joined
from bot.asking.synonyms import canonical, units_of_word
from bot.asking.vocabulary import related_words
from bot.lookup.search import TextIndex, rarity, text_words

_RELATED = 0.8  # what an entry tells by a word that is only near to the one asked with

_Units = tuple[str, ...]
_Entries = frozenset[str]  # their ids


def shares(texts: TextIndex, stretches: Iterable[_Units], least: int) -> dict[str, float]:
    """Entry -> its share of what the words tell, 0 to 1; none where it has fewer than `least` of them."""
    told: defaultdict[str, float] = defaultdict(float)
    met: Counter[str] = Counter()
    total = 0.0
    for word, others in dict(said for units in stretches for said in _said(units)).items():
        own, *near = (_having(texts, each) for each in (word, *others))
        fewest = min((len(each) for each in (own, *near) if each), default=0)
        tells = rarity(texts, fewest)
        total += tells
        for entry in own.union(*near):
            told[entry] += tells if entry in own else tells * _RELATED
            met[entry] += 1
    return {entry: told[entry] / total for entry, count in met.items() if count >= least}


def _said(units: _Units) -> Iterator[tuple[_Units, tuple[_Units, ...]]]:
    """Each word, and the words of reports that are near to it."""
    related, longest = _related(), _longest()
    plain, at = 0, 0
    while at < len(units):
        ends = range(min(at + longest, len(units)), at, -1)
        end = next((end for end in ends if units[at:end] in related), 0)
        if end:
            yield from _plain(units[plain:at])
            yield _telling(units[at:end]), tuple(map(_telling, related[units[at:end]]))
            plain = end
        at = end or at + 1
    yield from _plain(units[plain:])


def _plain(units: _Units) -> Iterator[tuple[_Units, tuple[_Units, ...]]]:
    for word in _telling(units):
        yield (word,), ()


@cache
def _related() -> Mapping[_Units, tuple[_Units, ...]]:
    """An everyday word to the words of reports it may be meant for."""
    related: defaultdict[_Units, list[_Units]] = defaultdict(list)
    for word, everyday in related_words():
        for asked in everyday:
            related[units_of_word(asked)].append(units_of_word(word))
    return {asked: tuple(each) for asked, each in related.items()}


@cache
def _longest() -> int:
    return max(map(len, _related()), default=0)


def _having(texts: TextIndex, words: _Units) -> _Entries:
    """The entries that have all of these."""
    each = [frozenset(texts.postings.get(word, ())) for word in words]
    return frozenset.intersection(*each) if each else frozenset()


def _telling(units: _Units) -> tuple[str, ...]:
    return text_words(joined(canonical(units)))
