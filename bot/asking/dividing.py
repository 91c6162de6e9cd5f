"""A question divided in clauses and in the parts that each name something."""

from collections.abc import Iterator
from itertools import pairwise

from bot.asking.hearing import QUIET, Heard, Segment
from bot.asking.understanding import understood
from bot.asking.vocabulary import Sign
from bot.report.model import Report

Chunk = tuple[Segment, ...]
_ASIDE = QUIET | {Sign.WILL}
_ASKER = frozenset("我请给您你咱")
_PLACES = frozenset("省市县区镇乡村州国街")
_JOINTS = frozenset({Sign.AND, Sign.COMMA})


def without_asides(report: Report, heard: Heard) -> Heard:
    """Without clauses that only say what the answer is for: 播音稿这样念对吧."""
    clauses: list[list[Segment]] = [[]]
    for segment in heard.segments:
        clauses[-1].append(segment)
        if Sign.COMMA in segment.signs:
            clauses.append([])
    kept = [clause for clause in clauses if not _is_aside(clause)]
    segments = tuple(segment for clause in kept for segment in clause)
    if len(kept) == len(clauses) or not any(segment.is_content for segment in segments):
        return heard
    return understood(report, segments)


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


def _is_aside(clause: list[Segment]) -> bool:
    """Whether it names nothing of the report and speaks of the asker; a bare 浚县的 may be asked about."""
    words = [segment for segment in clause if Sign.COMMA not in segment.signs]
    says = any(s.terms or s.period or s.is_other_time or s.is_number or s.signs - _ASIDE for s in words)
    speaks = any(len(s.units) > 1 or s.text in _ASKER for s in words if s.signs)
    return bool(words) and not says and speaks and _PLACES.isdisjoint(u for s in words for u in s.units)


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
            end = next(n for n in range(len(chunk), 0, -1) if not chunk[n - 1].is_unknown)
            yield tuple(chunk[:end])
            chunk = chunk[end:]
        if not _joins(segment):
            chunk.append(segment)
    if _names(chunk):
        yield tuple(chunk)


def _names(chunk: list[Segment]) -> bool:
    return any(segment.terms for segment in chunk)


def _joins(segment: Segment) -> bool:
    return not segment.signs.isdisjoint(_JOINTS)
