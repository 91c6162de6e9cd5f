"""A question divided in clauses and in the parts that each name something."""

from collections.abc import Iterator
from itertools import pairwise

from bot.asking.hearing import Heard, Segment
from bot.asking.vocabulary import Sign

Chunk = tuple[Segment, ...]
_NARROWS = ("的", "部分", "领域", "方面", "区", "镇", "村", "街道", "only")
_JOINTS = frozenset({Sign.AND, Sign.COMMA})


def nameless(heard: Heard) -> Iterator[Chunk]:
    """The parts between 和 and commas that name nothing and ask for a number: 、签了多少人."""
    chunk: list[Segment] = []
    for segment in (*heard.segments, None):
        if segment is not None and not _joins(segment):
            chunk.append(segment)
            continue
        if not _names(chunk) and any(Sign.QUANTITY in s.signs for s in chunk):
            yield tuple(chunk)
        chunk = []


def divisions(heard: Heard) -> Iterator[tuple[Chunk, ...]]:
    """Ways to divide a question in parts that each hold a name: at 和 and commas, or name by name."""
    yield from dict.fromkeys((tuple(_by_and(heard)), by_name(heard)))


def by_name(heard: Heard) -> tuple[Chunk, ...]:
    """The parts that each hold one name, with what is unknown before it."""
    return tuple(_by_name(heard))


def is_list(heard: Heard) -> bool:
    """Whether names of what is measured follow each other at once: 一产二产三产."""
    return any(one.is_measured and other.is_measured for one, other in pairwise(heard.segments))


def narrowed(part: Heard) -> bool:
    """Whether a part says of which place or share of a thing the rest is asked: 牟山园区，合成生物领域的."""
    said = [s.text for s in part.segments if not s.period and Sign.COMMA not in s.signs]
    return bool(said) and said[-1].endswith(_NARROWS)


def counts(part: Heard) -> bool:
    """Whether a part asks for a number of its own: 农村能摊上几个."""
    return any(s.signs & {Sign.QUANTITY, Sign.PROPORTION} for s in part.segments)


def _by_and(heard: Heard) -> Iterator[Chunk]:
    """The parts between 和, 以及, and; those without a name belong to their neighbours."""
    chunk: list[Segment] = []
    for segment in heard.segments:
        if not _joins(segment):
            chunk.append(segment)
        elif _names(chunk):
            yield tuple(chunk)
            chunk = []
    if _names(chunk):
        yield tuple(chunk)


def _by_name(heard: Heard) -> Iterator[Chunk]:
    chunk: list[Segment] = []
    for segment in heard.segments:
        if segment.terms and _names(chunk):
            end = next(n for n in range(len(chunk), 0, -1) if not _goes_on(chunk[:n]))
            yield tuple(chunk[:end])
            chunk = chunk[end:]
        if not _joins(segment):
            chunk.append(segment)
    if _names(chunk):
        yield tuple(chunk)


def _goes_on(chunk: list[Segment]) -> bool:
    """Whether its last belongs to the name that follows: what is unknown, the second 几 of 几条河几座水库."""
    asks_twice = sum(Sign.QUANTITY in segment.signs for segment in chunk) > 1
    return chunk[-1].is_unknown or (asks_twice and Sign.QUANTITY in chunk[-1].signs)


def _names(chunk: list[Segment]) -> bool:
    return any(segment.terms and not segment.signs for segment in chunk)


def _joins(segment: Segment) -> bool:
    return not segment.signs.isdisjoint(_JOINTS)
