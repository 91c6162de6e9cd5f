"""Clauses that do not ask: what the answer is for, who wants it, how the asker feels about it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from bot.asking.hearing import LISTED, QUIET, Heard, Segment, is_place, joined, names_place
from bot.asking.understanding import understood
from bot.asking.vocabulary import Sign, aside_words
from bot.report.model import Report

_Clause = tuple[Segment, ...]

_ASKS = frozenset({Sign.SHARE, Sign.PROPORTION, Sign.LEVEL, Sign.LIST, Sign.PLACE, Sign.COMPARE, Sign.WHICH})
_ASKS_CHINESE = re.compile("多少|(?<!好)几|什么|啥|哪|怎么|怎样|谁")


def without_asides(report: Report, heard: Heard) -> Heard | None:
    """The question without clauses of unknown words that only speak of the asker; None where there are none.

    Where nothing else is named, what such a clause names is the topic: 水利工程花了不少钱，五年干了多少个.
    """
    every = tuple(_clauses(heard))
    asking = {id(clause) for clause in every if any(map(_asks, clause)) and any(s.terms for s in clause)}
    clauses = [
        (clause, _is_aside(clause) or (bool(asking - {id(clause)}) and _is_story(clause))) for clause in every
    ]
    kept = tuple(segment for clause, is_aside in clauses if not is_aside for segment in clause)
    if not kept or not any(is_aside for _, is_aside in clauses):
        return None
    if not any(segment.terms for segment in kept):
        topics = [topic for clause, is_aside in clauses if is_aside for topic in _topics(clause)]
        if len(topics) == 1:
            kept = (*topics, *kept)
        elif topics or not understood(report, kept).wants(*LISTED):
            return None
    asked = understood(report, kept)
    return asked if asked.is_timed else replace(asked, periods=heard.periods, other_times=heard.other_times)


def without_contrasts(report: Report, heard: Heard) -> Heard:
    """The question without clauses that say what is not meant: 不是目标, not the five-year total."""
    clauses = list(_parts(heard))
    kept = [clause for clause in clauses if not _is_contrast(clause)]
    segments = tuple(segment for clause in kept for segment in clause)
    if len(kept) == len(clauses) or not any(segment.terms for segment in segments):
        return heard
    return understood(report, segments)


def _parts(heard: Heard) -> Iterator[_Clause]:
    """What stands between commas, and from 不是 on: 是高新技术企业不是科技型中小企业."""
    for clause in _clauses(heard):
        at = next((n for n in range(1, len(clause)) if _begins_contrast(clause[n:])), len(clause))
        yield clause[:at]
        if at < len(clause):
            yield clause[at:]


def _begins_contrast(clause: _Clause) -> bool:
    # Nothing to join for most: a word that begins none of them.
    if not clause[0].text.startswith(_contrast_beginnings()):
        return False
    said = joined(tuple(unit for segment in clause[:3] for unit in segment.units))
    return said.startswith(tuple(aside_words()["contrast"]))


@cache
def _contrast_beginnings() -> tuple[str, ...]:
    """The first words, or the first characters, of what says that something is not meant."""
    return tuple(
        {words[0] if not words.isascii() else words.split()[0] for words in aside_words()["contrast"]}
    )


def _is_contrast(clause: _Clause) -> bool:
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


def _topics(clause: _Clause) -> Iterator[Segment]:
    """What a clause names, with nothing unknown before it: not 女性就业."""
    before: Segment | None = None
    for segment in clause:
        if segment.terms and not (before and before.is_unknown):
            yield segment
        elif segment.terms:
            yield from (segment, segment)  # so that it is no single topic
        before = segment


def _clauses(heard: Heard) -> Iterator[_Clause]:
    """What stands between commas; and who asks: 编辑问去年固投增幅."""
    clause: list[Segment] = []
    for segment in heard.segments:
        if segment.text in aside_words()["begins-to-ask"] and _is_purpose(clause):
            yield tuple(clause)
            clause = []
        clause.append(segment)
        if Sign.COMMA in segment.signs or _asks_for(clause):
            yield tuple(clause)
            clause = []
    if clause:
        yield tuple(clause)


def _is_purpose(clause: Sequence[Segment]) -> bool:
    """For a survey, as a curator: of what the report does not speak, and not of whom or of what part."""
    text = " ".join(segment.text for segment in clause)
    begins = text.startswith(tuple(f"{words} " for words in aside_words()["purpose-first"]))
    if not begins or not any(segment.is_unknown for segment in clause):
        return False
    units = {unit for segment in clause for unit in segment.units}
    known = any(segment.terms or segment.narrows or segment.period for segment in clause)
    return not known and aside_words()["narrows-english"].isdisjoint(units)


def _asks_for(clause: list[Segment]) -> bool:
    *who, last = clause
    return bool(who) and last.text in aside_words()["asks-for"] and all(segment.is_unknown for segment in who)


def _is_aside(clause: _Clause) -> bool:
    words = tuple(segment for segment in clause if Sign.COMMA not in segment.signs)
    names = any(segment.terms or segment.period for segment in words)
    asks = any(map(_asks, words))
    asks_for = bool(words) and words[-1].text in aside_words()["asks-for"]
    if (asks_for and not names and not asks) or _is_purpose(words):  # 做出口的问下
        return True
    if asks or any(segment.narrows for segment in words):
        return False
    is_kin = bool(words) and "".join(words[0].units)[:2] in aside_words()["kin"]
    if is_kin or _is_heading(words) or (words and words[-1].text in aside_words()["purpose"]):
        return True
    if any(segment.is_unknown for segment in words):
        return _speaks_chinese(words) or _speaks_english(words)
    if not words or names:
        return False
    times = [segment.text for segment in words if segment.is_other_time]
    speaks = bool(times) or (words[0].text == "我" and _speaks_chinese(words))
    speaks = speaks or (words[0].text == "i" and _speaks_english(words))
    return speaks and aside_words()["diary"].issuperset(times)


def _is_story(words: _Clause) -> bool:
    """Whether it tells of the asker's life: 我是老矿工, 水管站退休的; it may hold a question of its own."""
    told, units = aside_words(), [unit for s in words if Sign.COMMA not in s.signs for unit in s.units]
    text = "".join(units)
    if len(units) < 3 or any(s.is_measured for s in words) or any(word in text for word in told["narrows"]):
        return False
    if any(is_place(*pair) for pair in pairwise(words)) or any(names_place(segment) for segment in words):
        return False
    if text.startswith(tuple(told["kin"])) or text.endswith(tuple(told["at-work"])):
        return True
    if text.startswith(tuple(told["ours"])):  # our street has many old people; not 我们街道的
        return len(units) > 5 and units[-1] not in ("的", *told["narrows-last"])
    return units[0] in told["self"] and units[1] in told["acts"]


def _is_heading(words: _Clause) -> bool:
    """Whether it only says whose matter this is: 养老口; not 出口, 人口."""
    told, last = aside_words(), words[-1].text if words else ""
    before = words[-2].text[-1] if len(words) > 1 else ""
    return bool(before) and last in told["heading"] and before not in told["no-heading"]


def _asks(segment: Segment) -> bool:
    asks = bool(segment.signs & _ASKS) or not aside_words()["asks-english"].isdisjoint(segment.units)
    return asks or bool(_ASKS_CHINESE.search(segment.text))


def _speaks_chinese(words: _Clause) -> bool:
    """Whether somebody does something in it; 女性的, 郊区那边 only narrow what is asked."""
    told = aside_words()
    units = [unit for segment in words for unit in segment.units]
    text = "".join(units)
    if words[-1].text in told["asks-for"]:
        return True
    own = units[0] in told["self"] and not told["speaks"].isdisjoint(units[1:])  # 我住河边
    if (units[-1] in told["narrows-last"] and not own) or units[0] in told["narrows-first"]:
        return False
    if any(word in text for word in told["narrows"]) or any(is_place(*pair) for pair in pairwise(words)):
        return False
    if units[-1] == "的":
        return units[0] in told["does"]
    if text[:2] in told["kin"] or units[-1] in told["work"]:
        return True
    return any(
        (not segment.terms and not segment.period and not told["speaks"].isdisjoint(segment.units))
        or (
            len(segment.units) > 1
            and not segment.text.isascii()
            and bool(segment.signs)
            and segment.signs <= QUIET
        )
        for segment in words
    )


def _speaks_english(words: _Clause) -> bool:
    told = aside_words()
    units = {unit for segment in words for unit in segment.units}
    return not told["speaks-english"].isdisjoint(units) and told["narrows-english"].isdisjoint(units)
