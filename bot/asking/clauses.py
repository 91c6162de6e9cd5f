"""A question's clauses: what stands between commas, behind who asks, before a question begins."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from bot.asking.hearing import Heard, Segment
from bot.asking.vocabulary import Sign, aside_words

Clause = tuple[Segment, ...]

_ASKS = frozenset({Sign.SHARE, Sign.PROPORTION, Sign.LEVEL, Sign.LIST, Sign.PLACE, Sign.COMPARE, Sign.WHICH})
_ASKS_CHINESE = re.compile("多少|(?<!好)几|什么|啥|哪|怎么|怎样|谁")


def clauses(heard: Heard) -> Iterator[Clause]:
    """What stands between commas; and who asks: 编辑问去年固投增幅."""
    begins, asks_for = aside_words()["begins-to-ask"], aside_words()["asks-for"]
    clause: list[Segment] = []
    for segment in heard.segments:
        if segment.text in begins and is_purpose(clause):
            yield tuple(clause)
            clause = []
        clause.append(segment)
        if Sign.COMMA in segment.signs or (segment.text in asks_for and _only_asks(clause)):
            yield tuple(clause)
            clause = []
    if clause:
        yield tuple(clause)


def is_purpose(clause: Sequence[Segment]) -> bool:
    """For a survey, as a curator: of what the report does not speak, and not of whom or of what part."""
    text = " ".join(segment.text for segment in clause)
    if not text.startswith(_purposes()) or not any(segment.is_unknown for segment in clause):
        return False
    units = {unit for segment in clause for unit in segment.units}
    known = any(segment.terms or segment.narrows or segment.period for segment in clause)
    return not known and aside_words()["narrows-english"].isdisjoint(units)


@cache
def _purposes() -> tuple[str, ...]:
    return tuple(f"{words} " for words in aside_words()["purpose-first"])


def _only_asks(clause: list[Segment]) -> bool:
    """Whether all before the last is somebody unknown: 编辑问."""
    return len(clause) > 1 and all(segment.is_unknown for segment in clause[:-1])


def asks(segment: Segment) -> bool:
    """Whether something is asked with it."""
    in_english = not aside_words()["asks-english"].isdisjoint(segment.units)
    return bool(segment.signs & _ASKS) or in_english or bool(_ASKS_CHINESE.search(segment.text))
