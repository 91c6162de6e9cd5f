"""Near misses: part of a name, a name and a little more, a slip of the finger."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from bot.lookup.index import Index, Match, Reason, Term
from bot.lookup.normalise import grams, stem

_MARKS = re.compile(r"\d+|[去今明前后上本]年|[一二三四五六七八九十]+年|十[一二三四五六七八九]五")
BAR = 0.5  # below it a match is only a neighbour
_GOOD = 0.8  # from here on nobody looks for typing errors
_LEAST_SHARED = 0.4  # of the triples of Latin words
_MOST_OF = 0.7  # of the pieces of what was typed must be in a term


def near_matches(index: Index, spellings: tuple[str, ...], allowed: Callable[[str], bool]) -> Iterator[Match]:
    """Matches of the words in each spelling, by parts first, then by typing errors."""
    best = 0.0
    for spelling in spellings:
        for match in _parts(index, spelling):
            if allowed(match.entry):
                best = max(best, match.score)
                yield match
    if best < _GOOD:
        for spelling in spellings:
            yield from _typos(index, spelling.replace(" ", ""))


def _parts(index: Index, spaced: str) -> Iterator[Match]:
    wanted = spaced.replace(" ", "")
    pieces = dict.fromkeys(grams(wanted))
    shared = Counter(position for piece in pieces for position in index.postings.get(piece, ()))
    # All words of a Latin term, in any order, share most of its triples.
    least = _LEAST_SHARED * len(pieces) if wanted.isascii() else 0
    for position, count in shared.items():
        if count < least:
            continue
        term = index.terms[position]
        score = _overlap(term, wanted, spaced, count / len(pieces))
        if score >= BAR:
            yield Match(term.entry, score, Reason.PART, term.shown)


def _overlap(term: Term, wanted: str, spaced: str, share: float) -> float:
    """How well a term agrees with words that are not quite it; 0 when it does not.

    A term inside the words counts only when it is most of them: 就业 is not what 就业率 asks for.
    """
    if wanted.isascii():
        return _latin_overlap(term, wanted, spaced)
    if wanted not in term.key and _marks(wanted) != _marks(term.key):
        return 0.0
    if len(wanted) < 2:
        return 0.0
    if wanted in term.key:
        return 0.7 + 0.2 * len(wanted) / len(term.key)
    if term.key in wanted:
        covered = len(term.key) / len(wanted)
        # What stands before it may mean another place: 全市城镇新增就业.
        most = 0.75 if wanted.startswith(term.key) else 0.85
        return 0.5 + 0.3 * covered if covered >= most else 0.0
    return _chinese_likeness(term.key, wanted, share)


def _chinese_likeness(term: str, wanted: str, share: float) -> float:
    """Most pieces in common, the same characters in another order, or an abbreviation."""
    length = len(wanted) / len(term)
    if share >= _MOST_OF and len(wanted) >= 4:
        return 0.6 + 0.2 * share * share + 0.02 * min(1.0, length)
    if len(wanted) >= 4 and sorted(wanted) == sorted(term):  # 作风转变, 转变作风
        return 0.75
    if len(wanted) >= 3 and length >= 0.6 and _is_abbreviation(wanted, term):
        return 0.6 + 0.15 * length
    return 0.0


def _is_abbreviation(short: str, full: str) -> bool:
    """Whether the characters of one stand in the other in order: 扩内需, 扩大内需."""
    rest = iter(full)
    return short[0] == full[0] and all(character in rest for character in short)


def _latin_overlap(term: Term, wanted: str, spaced: str) -> float:
    """By words: the first letters of one, or all of several in any order."""
    if len(wanted) < 3:
        return 0.0
    at = f" {term.spaced}".find(f" {spaced}")
    if at >= 0 and not (spaced[-1].isdecimal() and term.spaced[at + len(spaced) :][:1].isdecimal()):
        return 0.7 + 0.2 * len(wanted) / len(term.key)
    asked = spaced.split()
    if len(asked) < 2:
        return 0.0
    known = {stem(word) for word in term.spaced.split()}
    met = sum(stem(word) in known for word in asked)
    return 0.6 + 0.2 * len(wanted) / max(len(wanted), len(term.key)) if met == len(asked) else 0.0


def _typos(index: Index, wanted: str) -> Iterator[Match]:
    """Terms one or two slips away; short words are allowed none, or every word would be near another."""
    slips = slips_allowed(wanted)
    if not slips:
        return
    from rapidfuzz import process  # 15 ms, and most people type what they mean
    from rapidfuzz.distance import OSA

    for _, distance, position in process.extract(
        wanted, index.keys, scorer=OSA.distance, score_cutoff=slips, limit=20
    ):
        term = index.terms[position]
        if is_slip(index, wanted, term.key):
            yield Match(term.entry, 0.9 - 0.08 * float(distance), Reason.TYPO, term.shown)


def is_slip(index: Index, wanted: str, meant: str) -> bool:
    """Whether one is likely to be typed for the other, and does not mean something else.

    Hardly anyone mistypes the first character, and with it unemployment would be employment. A Chinese
    character is mistyped for one that sounds alike: 外资 is not 外贸, 以下 not 以上.
    """
    from rapidfuzz.distance import OSA, Levenshtein

    if wanted[:1] != meant[:1] or _marks(wanted) != _marks(meant):
        return False
    for step in Levenshtein.editops(wanted, meant):
        if step.tag != "replace":
            continue
        typed, right = index.sounds.get(wanted[step.src_pos]), index.sounds.get(meant[step.dest_pos])
        if typed and right and not any(OSA.distance(a, b) <= 1 for a in typed for b in right):
            return False
    return True


def _marks(text: str) -> frozenset[str]:
    """Numbers and times: what is asked of one year is not answered with another."""
    return frozenset(_MARKS.findall(text))


def slips_allowed(wanted: str) -> int:
    if wanted.isascii():
        return 0 if len(wanted) < 5 else 1 if len(wanted) < 8 else 2
    return 0 if len(wanted) < 4 else 1 if len(wanted) < 7 else 2
