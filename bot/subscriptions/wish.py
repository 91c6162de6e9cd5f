"""What somebody wants to be told about and when, from one line behind /subscribe."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from bot.lookup.normalise import key
from bot.schedule.line import split_line
from bot.schedule.schedule import Schedule
from bot.schedule.typed import Unclear, read_typed

Page = Literal["today", "targets"]
Hint = Literal["area", "target", ""]

_PAGES: dict[str, Page] = {
    **dict.fromkeys(("today", "todaysbriefing", "dailybriefing", "briefing"), "today"),
    **dict.fromkeys(
        ("今日", "今天", "今日简报", "每日简报", "简报", "今日簡報", "每日簡報", "簡報"), "today"
    ),
    **dict.fromkeys(("targets", "alltargets", "allquantifiedtargets"), "targets"),
    **dict.fromkeys(("量化目标", "全部目标", "所有目标", "全部量化目标"), "targets"),
    **dict.fromkeys(("量化目標", "全部目標", "所有目標", "全部量化目標"), "targets"),
}
_HINTS: dict[str, Hint] = {
    **dict.fromkeys(("area", "领域", "領域"), "area"),
    **dict.fromkeys(("target", "目标", "目標", "指标", "指標"), "target"),
}
_HINTED = re.compile(r"\s*[/／]?(\w+)[\s:：]+(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wish:
    """A subject in somebody's words, and a schedule, what is wrong with it, or None when none was named."""

    subject_words: str
    schedule: Schedule | Unclear | None
    kind: Hint = ""  # what the subject was called: area 3


def read_wish(line: str, zone: str, find_subject: Callable[[str], bool] | None = None) -> Wish:
    """The line taken apart; `zone` is meant where none is named.

    `find_subject` says whether words are exactly the name of something: then the whole line is the subject,
    whatever days it seems to hold (周末经济).
    """
    kind, words = _hinted(line)
    if page_named(words) or (find_subject and find_subject(words)):
        return Wish(words, None, kind)
    parts = split_line(line)
    kind, words = _hinted(parts.subject)
    schedule = read_typed(parts.schedule, zone) if parts.schedule else None
    return Wish(words, schedule, kind)


def page_named(subject_words: str) -> Page | None:
    """The page of the bot's own that words name, in any case, width and script."""
    return _PAGES.get(key(subject_words))


def _hinted(words: str) -> tuple[Hint, str]:
    found = _HINTED.fullmatch(words)
    hint = _HINTS.get(key(found[1])) if found else None
    return (hint, found[2].strip()) if found and hint else ("", words.strip())
