"""What was asked in vain, for the editor: the nearest entries, and aliases that content/ may lack."""

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.lookup.index import Match, Reason
from bot.lookup.normalise import is_bare_number, stem, words
from bot.lookup.search import TextIndex, look_up, search
from bot.report.model import Entry, Kind, Report
from bot.report.places import Place

_NONE_NEAR = "no entry near: the report may not say it"
_BEFORE = (
    "请问",
    "请教",
    "我想知道",
    "想知道",
    "查一下",
    "查询",
    "看看",
    "关于",
    "what is",
    "what are",
    "how many",
    "how much",
)
_BEHIND = (
    *("是多少", "有多少", "多少", "是什么", "有哪些", "怎么样", "如何", "吗", "呢", "啊", "呀", "吧", "的"),
    *("目标", "任务", "情况", "指标", "数据", "计划", "target", "targets", "goal", "goals", "figures"),
)
_PERIODS = ("今年", "全年", "年度", "本年", "this year")
_PLAIN = re.compile(r"[^\W\d_][\w .+-]*")
_WORDS_OF_YAML = ("true", "false", "yes", "no", "on", "off", "null")


@dataclass(frozen=True, slots=True)
class Asked:
    """Words, how often they were asked in vain, and what is nearest to them now.

    `alias` is what the entry could be called besides; empty where that would be no help or too bold.
    """

    words: str
    times: int
    nearest: Match | None
    alias: str = ""
    is_found: bool = False  # by now


def judged(texts: TextIndex, times: Mapping[str, int]) -> tuple[Asked, ...]:
    """Looks all of it up again, most frequent first."""
    taken = {_spelling(name) for entry in texts.index.report.entries.values() for name in _names(entry)}
    order = sorted(times.items(), key=lambda each: (-each[1], each[0]))
    return tuple(_judged(texts, taken, asked, count) for asked, count in order)


def lines(texts: TextIndex, where: Mapping[str, Place], times: Mapping[str, int]) -> Iterator[str]:
    """A table of what was asked, and below it what may be pasted into the files of the digest."""
    found = judged(texts, times)
    entries = texts.index.report.entries
    width = max(map(_width, times), default=0)
    for each in found:
        yield f"{each.times:>6}×  {each.words}{' ' * (width - _width(each.words))}  {_told(each, entries)}"
    proposed = _proposed(found, where)
    for file in sorted({where[entry].file for entry in proposed}):
        yield ""
        yield f"# {file}"
        for entry in sorted((e for e in proposed if where[e].file == file), key=lambda e: where[e].line):
            yield from _snippet(entries[entry], where[entry], proposed[entry])


def without_asking(asked: str, report: Report) -> str:
    """The words without those that say of what period, or only that something is asked."""
    periods = (
        name
        for period in report.periods.values()
        for name in (*period.aliases, period.name.zh, period.name.en)
    )
    edges = {words(each) for each in (*periods, *_PERIODS)}
    before, behind = _any_of({*edges, *_BEFORE}), _any_of({*edges, *_BEHIND})
    return re.sub(rf"^(?:{before}|\s)+|(?:{behind}|\s)+$", "", asked)


def as_yaml(text: str) -> str:
    """In quotes where YAML would read something else than these words."""
    is_plain = _PLAIN.fullmatch(text) and text == text.strip() and text.casefold() not in _WORDS_OF_YAML
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def _any_of(names: set[str]) -> str:
    """A pattern for names, English ones only as whole words; the longest first."""
    ordered = sorted(filter(None, names), key=lambda each: (-len(each), each))
    return "|".join(rf"\b{re.escape(each)}\b" if each.isascii() else re.escape(each) for each in ordered)


def _judged(texts: TextIndex, taken: set[str], asked: str, count: int) -> Asked:
    core = without_asking(asked, texts.index.report)
    found = look_up(texts, core or asked)
    if found.matches:
        return Asked(asked, count, found.matches[0], is_found=True)
    if not core or "#" in core or is_bare_number(core) or _spelling(core) in taken:
        return Asked(asked, count, next(iter(found.nearest), None))
    near = (each for each in (*search(texts, core, 1), *found.nearest) if _is_plausible(texts, each, core))
    likely = next(near, None)
    return Asked(asked, count, likely or next(iter(found.nearest), None), alias=core if likely else "")


def _is_plausible(texts: TextIndex, match: Match, core: str) -> bool:
    """Whether the words may well mean the entry: its text has most of them, or one shortens the other.

    What is merely written alike means something else too often: 失业率 and 就业, inflation and innovation.
    """
    if texts.index.report.entries[match.entry].kind is Kind.SLOGAN:  # has no aliases
        return False
    if match.reason is Reason.TEXT:
        return True
    term = words(match.term)
    if core.isascii() or term.isascii():
        ours, theirs = ({stem(word) for word in text.split()} for text in (core, term))
        return bool(match.score) and (ours <= theirs or theirs <= ours)
    short, long = sorted((core.replace(" ", ""), term.replace(" ", "")), key=len)
    rest = iter(long)
    return len(short) * 2 >= max(len(long), 4) and all(character in rest for character in short)


def _told(each: Asked, entries: Mapping[str, Entry]) -> str:
    if each.nearest is None or not (each.is_found or each.alias):
        return _NONE_NEAR
    match = each.nearest
    state = "found by now: " if each.is_found else ""
    name = entries[match.entry].name.zh
    return f"{state}{match.entry} {name} ({match.reason} {match.score:.2f}: {match.term})"


def _proposed(found: tuple[Asked, ...], where: Mapping[str, Place]) -> dict[str, dict[str, int]]:
    """By entry, aliases and how often each was wanted; no two that are spelled alike."""
    owners: dict[str, tuple[str, str]] = {}
    proposed: dict[str, dict[str, int]] = {}
    for each in found:
        if each.alias and each.nearest and each.nearest.entry in where:
            owner = (each.nearest.entry, each.alias)
            entry, alias = owners.setdefault(_spelling(each.alias), owner)
            counts = proposed.setdefault(entry, {})
            counts[alias] = counts.get(alias, 0) + each.times
    return proposed


def _snippet(entry: Entry, place: Place, counts: Mapping[str, int]) -> Iterator[str]:
    wanted = ", ".join(f"{alias} {times}×" for alias, times in counts.items())
    listed = ", ".join(map(as_yaml, (*entry.aliases, *counts)))
    if place.heading:
        yield place.heading
    indent = "  " if place.heading else ""
    yield f"{indent}aliases: [{listed}]  # line {place.line}, {entry.name.zh}: {wanted}"


def _names(entry: Entry) -> tuple[str, ...]:
    return (entry.name.zh, entry.name.en, *entry.aliases)


def _spelling(name: str) -> str:
    """As `check` compares names: nothing but letters and digits."""
    return "".join(character for character in words(name) if character.isalnum())


def _width(text: str) -> int:
    """Columns of a terminal."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
