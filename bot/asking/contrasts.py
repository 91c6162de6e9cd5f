"""Clauses that say what is not meant: 不是目标, not the five-year total."""

from collections.abc import Iterator
from functools import cache

from bot.asking.clauses import Clause, clauses
from bot.asking.hearing import QUIET, Heard, Segment, joined
from bot.asking.understanding import understood
from bot.asking.vocabulary import Sign, aside_words
from bot.report.model import Report


def without_contrasts(report: Report, heard: Heard) -> Heard:
    """The question without clauses that say what is not meant: 不是目标, not the five-year total."""
    if not any(map(_may_contrast, heard.segments)):
        return heard
    parts = list(_parts(heard))
    kept = [clause for clause in parts if not _is_contrast(clause)]
    segments = tuple(segment for clause in kept for segment in clause)
    if len(kept) == len(parts) or not any(segment.terms for segment in segments):
        return heard
    return understood(report, segments)


def _may_contrast(segment: Segment) -> bool:
    return segment.text.startswith(_beginnings()) or segment.text.endswith(_endings())


def _parts(heard: Heard) -> Iterator[Clause]:
    """What stands between commas, and from 不是 on: 是高新技术企业不是科技型中小企业."""
    for clause in clauses(heard):
        likely = [n for n, segment in enumerate(clause) if n and segment.text.startswith(_beginnings())]
        at = next((n for n in likely if _begins_contrast(clause[n:])), len(clause))
        yield clause[:at]
        if at < len(clause):
            yield clause[at:]


def _begins_contrast(clause: Clause) -> bool:
    # Nothing to join for most: a word that begins none of them.
    if not clause[0].text.startswith(_beginnings()):
        return False
    said = joined(tuple(unit for segment in clause[:3] for unit in segment.units))
    return said.startswith(tuple(aside_words()["contrast"]))


@cache
def _beginnings() -> tuple[str, ...]:
    """The first words, or the first characters, of what says that something is not meant."""
    return tuple(
        {words[0] if not words.isascii() else words.split()[0] for words in aside_words()["contrast"]}
    )


@cache
def _endings() -> tuple[str, ...]:
    """The last characters of what says so behind a name."""
    return tuple({words[-1] for words in aside_words()["contrast-last"]})


def _is_contrast(clause: Clause) -> bool:
    """Whether all that is known of it is what is not meant; what is unknown would narrow the question."""
    words = tuple(segment for segment in clause if Sign.COMMA not in segment.signs)
    while words and words[0].signs and words[0].signs <= QUIET and not _begins_contrast(words):
        words = words[1:]
    if not words or any(segment.narrows for segment in words):
        return False
    said = joined(tuple(unit for segment in words for unit in segment.units))
    if not _begins_contrast(words) and not said.endswith(tuple(aside_words()["contrast-last"])):
        return False
    return not any(segment.is_unknown and segment.text not in ("不", "算", "not") for segment in words)
