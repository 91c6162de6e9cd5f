"""From words to entries: the clear best, several near ones, or nothing but the nearest."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.lookup.index import Index, Match, Reason
from bot.lookup.near import BAR, near_matches
from bot.lookup.normalise import folded, key, ordinal, place, words
from bot.report.model import Entry, Kind, Passage
from bot.report.quantities import WORDED, Quantity, in_chinese, in_chinese_numerals, in_english

LONGEST_QUERY = 200  # characters; more is no look-up and only costs time
MOST_CHOICES = 6
NEAREST = 3

_SCORES = {
    Reason.ID: 0.99,
    Reason.NAME: 0.98,
    Reason.ALIAS: 0.97,
    Reason.NUMBER: 0.96,
    Reason.PINYIN: 0.92,
    Reason.FIGURE: 0.9,
    Reason.INITIALS: 0.86,
}
# Of two equally good matches the one people ask for more often comes first.
_ORDER = (
    Kind.TARGET,
    Kind.AREA,
    Kind.INDICATOR,
    Kind.MEASURE,
    Kind.GOAL,
    Kind.THEME,
    Kind.REQUIREMENTS,
    Kind.SELF_BUILDING,
    Kind.PLEDGE,
    Kind.ACHIEVEMENT,
    Kind.REQUIREMENT,
    Kind.OPENING,
    Kind.SLOGAN,
)
# `目标5`, `area 2`: what is counted, and which.
_KIND_WORDS = {
    **dict.fromkeys(("领域", "重点工作", "area"), Kind.AREA),
    **dict.fromkeys(("目标", "goal"), Kind.GOAL),
    **dict.fromkeys(("承诺", "pledge"), Kind.PLEDGE),
    **dict.fromkeys(("指标", "target"), Kind.TARGET),
}
_KIND_AND_NUMBER = re.compile(rf"({'|'.join(_KIND_WORDS)})\s*(.+)")
_AROUND = re.compile(
    "^(?:今年|全年|年度|本年)+|(?:目标|任务|工作|情况|指标|数据|计划|是多少|多少)+$|(?:targets?|goals?|figures?)$"
)
_BOUNDS = ("以上", "以下", "以内", "左右")
_HAS_NUMBER = re.compile(r"[\d零〇一二两三四五六七八九十百千]")
_CLEAR = 0.06  # a lead this large needs no question


@dataclass(frozen=True, slots=True)
class Resolution:
    """Matches above the bar, best first; when there are none, the nearest entries, named as such."""

    matches: tuple[Match, ...] = ()
    nearest: tuple[Match, ...] = ()
    clear: Match | None = None  # the one that was meant; None when the person has to choose


def resolve(index: Index, text: str, kinds: frozenset[Kind] = frozenset()) -> Resolution:
    """Looks `text` up among entries of these kinds (all when empty). Deterministic."""
    text = text[:LONGEST_QUERY]
    wanted = key(text)
    allowed = _allowed(index, kinds)
    if not wanted:
        return Resolution()
    found = _best(index, _sure(index, text, wanted, kinds), allowed)
    if not found and (core := _core(wanted)):
        found = _best(index, _exact(index, core), allowed)
    if not found:
        found = _best(index, near_matches(index, spellings(index, text), allowed), allowed)
    matches = tuple(match for match in found if match.score >= BAR)[:MOST_CHOICES]
    if matches:
        return Resolution(matches, clear=_clear(index, matches))
    return Resolution(nearest=_nearest(index, wanted, allowed))


def meant(index: Index, text: str) -> Match | None:
    """The entry these words are a name, number, initials or figure of; never one that is only near."""
    text = text[:LONGEST_QUERY]
    found = _best(index, _sure(index, text, key(text), frozenset()), lambda _: True)
    return _clear(index, tuple(found)) if found else None


def _clear(index: Index, matches: tuple[Match, ...]) -> Match | None:
    """The best match, unless another is about as good and just as likely to be meant."""
    best, *others = matches
    rivals = [other for other in others if best.score - other.score < _CLEAR]
    entries = index.report.entries
    kind = entries[best.entry].kind
    # The same word names a target and a measure: the target is what people ask for.
    same_word = all(key(other.term) == key(best.term) for other in rivals) or best.is_exact
    if best.reason is Reason.INITIALS and kind is Kind.TARGET:
        same_word = True  # so short that only what people ask for most can be meant
    if rivals and not (same_word and all(entries[other.entry].kind is not kind for other in rivals)):
        return None
    return best


def _allowed(index: Index, kinds: frozenset[Kind]) -> Callable[[str], bool]:
    if not kinds:
        return lambda _: True
    entries = index.report.entries
    return lambda entry: entries[entry].kind in kinds


def _best(index: Index, matches: Iterable[Match], allowed: Callable[[str], bool]) -> list[Match]:
    """The best match of each entry, best first, ties by kind and then by place in the report."""
    best: dict[str, Match] = {}
    for match in matches:
        if allowed(match.entry) and (match.entry not in best or best[match.entry].score < match.score):
            best[match.entry] = match
    return sorted(best.values(), key=lambda match: (-match.score, *rank(index, match.entry)))


def rank(index: Index, entry: str) -> tuple[int, int]:
    """Of equally good matches, what people ask for more often first; then the report's order."""
    return _ORDER.index(index.report.entries[entry].kind), index.ranks[entry]


def _sure(index: Index, text: str, wanted: str, kinds: frozenset[Kind]) -> Iterator[Match]:
    """Matches that mean just what was typed: id, name, alias, number, pinyin, initials, figure."""
    yield from _exact(index, wanted)
    yield from _numbered(index, text, kinds)
    yield from _figures(index, text)
    for spelling in spellings(index, text)[1:]:
        yield from _exact(index, spelling.replace(" ", ""))


def _exact(index: Index, wanted: str) -> Iterator[Match]:
    for term in index.exact.get(wanted, ()):
        bonus = 0.01 * (1 - _ORDER.index(index.report.entries[term.entry].kind) / len(_ORDER))
        yield Match(term.entry, _SCORES[term.reason] + bonus, term.reason, term.shown)


def _numbered(index: Index, text: str, kinds: frozenset[Kind]) -> Iterator[Match]:
    """Areas and goals by their own number, other kinds by their position in the list; measures as 8-1."""
    if where := place(text):
        for passage in index.report.passages(Kind.MEASURE):
            area = index.report.passage(passage.parent)
            if (area.number, passage.number) == where:
                yield Match(passage.id, _SCORES[Reason.NUMBER], Reason.NUMBER, text)
    named = _KIND_AND_NUMBER.fullmatch(folded(text))
    kind = _KIND_WORDS[named[1]] if named else None
    number = ordinal(named[2] if named else text)
    if number is None:
        return
    for counted in (kind,) if kind and (not kinds or kind in kinds) else _counted_kinds(kinds):
        listed = _listed(index, counted)
        for position, entry in enumerate(listed, 1):
            own = entry.number if isinstance(entry, Passage) else position
            if own == number:
                yield Match(entry.id, _SCORES[Reason.NUMBER], Reason.NUMBER, text)


def _listed(index: Index, kind: Kind) -> list[Entry]:
    """Entries of a kind as the bot lists them: targets in the order of the areas they stand in."""
    entries = index.report.entries
    if kind is not Kind.TARGET:
        return [entry for entry in entries.values() if entry.kind is kind]
    figures = (figure for area in index.report.passages(Kind.MEASURE) for figure in area.figures)
    named = dict.fromkeys(figure.indicator for figure in figures)
    return [entries[indicator] for indicator in named if entries[indicator].kind is kind]


def _counted_kinds(kinds: frozenset[Kind]) -> tuple[Kind, ...]:
    """A bare number counts the areas, unless something else was asked for."""
    if not kinds or Kind.AREA in kinds:
        return (Kind.AREA,)
    return tuple(kind for kind in (Kind.TARGET, Kind.GOAL, Kind.THEME, Kind.PLEDGE) if kind in kinds)


def _core(wanted: str) -> str:
    """The words without those that only say that something is asked of the plan: 今年就业目标 → 就业."""
    core = _AROUND.sub("", wanted)
    return core if core != wanted else ""


def _figures(index: Index, text: str) -> Iterator[Match]:
    """Entries with a figure of this value, when the text is a number and its unit: 3,400, 3.7亿元."""
    for value, unit in values_in(text, index.units):
        for entry in index.figures.get(value, ()):
            if not unit or unit in index.units_of[entry]:
                yield Match(entry, _SCORES[Reason.FIGURE], Reason.FIGURE, f"{value:f}")


def values_in(text: str, units: frozenset[str]) -> tuple[tuple[Decimal, str], ...]:
    """What number the text states, and its unit, when it is a number, unit and bound and nothing else."""
    compact = folded(text).replace(" ", "")
    if not _HAS_NUMBER.search(compact):
        return ()
    known = tuple(sorted(units))
    quantities = [*in_chinese(compact, *known), *in_english(folded(text))]
    quantities = quantities or [*in_chinese_numerals(compact, *known)]
    # 全覆盖 is no way to ask for 100%, nor the other way round.
    digits = (q for q in quantities if q.number not in WORDED)
    found = ((q.value, _unit_beside(q, compact, folded(text), units)) for q in digits)
    return tuple(dict.fromkeys((value, unit) for value, unit in found if unit is not None))


def _unit_beside(quantity: Quantity, compact: str, spaced: str, units: frozenset[str]) -> str | None:
    """The unit written with a quantity, maybe none; None when something else is left beside it."""
    text = compact if compact[quantity.start : quantity.end].startswith(quantity.number) else spaced
    rest = key(text[: quantity.start]) + key(text[quantity.end :])
    if not rest or rest in _BOUNDS:
        return key(quantity.unit)
    return rest if rest in units else None


def spellings(index: Index, text: str) -> tuple[str, ...]:
    """The words as typed, and in simplified characters when they seem to be traditional ones."""
    if all(character.isascii() or character in index.alphabet for character in text):
        return (words(text),)
    # Loads a large table: only for characters the report does not use, so mostly traditional ones.
    from bot.lookup.scripts import to_simplified

    return tuple(dict.fromkeys((words(text), words(to_simplified(text)))))


def _nearest(index: Index, wanted: str, allowed: Callable[[str], bool]) -> tuple[Match, ...]:
    """The least unlike entries; shown as neighbours, never as an answer."""
    from rapidfuzz import process  # as in near.py
    from rapidfuzz.fuzz import ratio

    near = process.extract(wanted, index.keys, scorer=ratio, limit=30)
    matches = (
        Match(index.terms[at].entry, score / 250, Reason.NEAR, index.terms[at].shown) for _, score, at in near
    )
    found = _best(index, matches, allowed)
    if len(found) < NEAREST:
        rest = (Match(e, 0.0, Reason.NEAR, index.report.entries[e].name.zh) for e in index.report.entries)
        found = _best(index, (*found, *rest), allowed)
    return tuple(found[:NEAREST])
