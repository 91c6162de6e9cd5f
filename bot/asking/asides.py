"""Clauses that do not ask: what the answer is for, who wants it, how the asker feels about it."""

from collections.abc import Iterator
from dataclasses import replace

from bot.asking.clauses import Clause, asks, clauses, is_purpose
from bot.asking.hearing import LISTED, QUIET, Heard, Segment, names_a_place
from bot.asking.understanding import understood
from bot.asking.vocabulary import Sign, aside_words
from bot.report.model import Report


def without_asides(report: Report, heard: Heard) -> Heard | None:
    """The question without clauses of unknown words that only speak of the asker; None where there are none.

    Where nothing else is named, what such a clause names is the topic: 水利工程花了不少钱，五年干了多少个.
    """
    every = tuple(clauses(heard))
    if len(every) < 2:
        return None
    left_out = tuple(_are_asides(every))
    kept = tuple(s for clause, is_out in zip(every, left_out, strict=True) if not is_out for s in clause)
    if not kept or not any(left_out):
        return None
    if not any(segment.terms for segment in kept):
        asides = (clause for clause, is_out in zip(every, left_out, strict=True) if is_out)
        topics = [topic for clause in asides for topic in _topics(clause)]
        if len(topics) == 1:
            kept = (*topics, *kept)
        elif topics or not understood(report, kept).wants(*LISTED):
            return None
    asked = understood(report, kept)
    return asked if asked.is_timed else replace(asked, periods=heard.periods, other_times=heard.other_times)


def _are_asides(every: tuple[Clause, ...]) -> Iterator[bool]:
    """Whether each clause is one; a story only beside another that asks about something."""
    for n, clause in enumerate(every):
        yield _is_aside(clause) or (any(map(_asks_about, every[:n] + every[n + 1 :])) and _is_story(clause))


def _asks_about(clause: Clause) -> bool:
    return any(segment.terms for segment in clause) and any(map(asks, clause))


def _topics(clause: Clause) -> Iterator[Segment]:
    """What a clause names, with nothing unknown before it: not 女性就业."""
    before: Segment | None = None
    for segment in clause:
        if segment.terms and not (before and before.is_unknown):
            yield segment
        elif segment.terms:
            yield from (segment, segment)  # so that it is no single topic
        before = segment


def _is_aside(clause: Clause) -> bool:
    words = tuple(segment for segment in clause if Sign.COMMA not in segment.signs)
    names = any(segment.terms or segment.period for segment in words)
    is_question = any(map(asks, words))
    asks_for = bool(words) and words[-1].text in aside_words()["asks-for"]
    if (asks_for and not names and not is_question) or is_purpose(words):  # 做出口的问下
        return True
    if is_question or any(segment.narrows for segment in words):
        return False
    if (
        _begins_with_kin(words)
        or _is_heading(words)
        or (words and words[-1].text in aside_words()["purpose"])
    ):
        return True
    if any(segment.is_unknown for segment in words):
        return _speaks_chinese(words) or _speaks_english(words)
    if not words or names:
        return False
    times = [segment.text for segment in words if segment.is_other_time]
    speaks = bool(times) or (words[0].text == "我" and _speaks_chinese(words))
    speaks = speaks or (words[0].text == "i" and _speaks_english(words))
    return speaks and aside_words()["diary"].issuperset(times)


def _is_story(words: Clause) -> bool:
    """Whether it tells of the asker's life: 我是老矿工, 水管站退休的; it may hold a question of its own."""
    told, units = aside_words(), [unit for s in words if Sign.COMMA not in s.signs for unit in s.units]
    text = "".join(units)
    if len(units) < 3 or any(s.is_measured for s in words) or any(word in text for word in told["narrows"]):
        return False
    if names_a_place(words):
        return False
    if _begins_with_kin(words) or text.endswith(tuple(told["at-work"])):
        return True
    if text.startswith(tuple(told["ours"])):  # our street has many old people; not 我们街道的
        return len(units) > 5 and units[-1] not in ("的", *told["narrows-last"])
    return units[0] in told["self"] and units[1] in told["acts"]


def _begins_with_kin(words: Clause) -> bool:
    """Whether it speaks of somebody near the asker: 孙子今年高考."""
    return "".join(segment.text for segment in words[:3]).startswith(tuple(aside_words()["kin"]))


def _is_heading(words: Clause) -> bool:
    """Whether it only says whose matter this is: 养老口; not 出口, 人口."""
    told, last = aside_words(), words[-1].text if words else ""
    before = words[-2].text[-1] if len(words) > 1 else ""
    return bool(before) and last in told["heading"] and before not in told["no-heading"]


def _speaks_chinese(words: Clause) -> bool:
    """Whether somebody does something in it; 女性的, 郊区那边 only narrow what is asked."""
    told = aside_words()
    units = [unit for segment in words for unit in segment.units]
    text = "".join(units)
    if words[-1].text in told["asks-for"]:
        return True
    own = units[0] in told["self"] and not told["speaks"].isdisjoint(units[1:])  # 我住河边
    if (units[-1] in told["narrows-last"] and not own) or units[0] in told["narrows-first"]:
        return False
    if any(word in text for word in told["narrows"]) or names_a_place(words):
        return False
    if units[-1] == "的":
        return units[0] in told["does"]
    if _begins_with_kin(words) or units[-1] in told["work"]:
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


def _speaks_english(words: Clause) -> bool:
    told = aside_words()
    units = {unit for segment in words for unit in segment.units}
    return not told["speaks-english"].isdisjoint(units) and told["narrows-english"].isdisjoint(units)
