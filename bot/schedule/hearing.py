"""A typed line as a row of things said: days, hours, zones, and words nobody understands."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import groupby

from bot.schedule import day_words
from bot.schedule.days import WEEK, ChosenWeekdays, Days, EveryDay, StatutoryWorkdays
from bot.schedule.folding import Folded
from bot.schedule.hours import HOUR, MIDNIGHT, NOON, PART_ALONE, Hour, hour_of
from bot.schedule.problems import ProblemKind
from bot.schedule.zones import zone_name


class Filler(Enum):
    """Words that change nothing."""

    LEAD = "lead"  # every, at: belongs to what follows
    JOINT = "joint"  # between things of one kind
    OTHER = "other"
    MONTHLY = "monthly"  # without its number


@dataclass(frozen=True, slots=True)
class ZoneSaid:
    """An IANA name."""

    name: str


Meaning = Days | Hour | ZoneSaid | Filler | ProblemKind


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of the folded text and what it means."""

    meaning: Meaning
    start: int
    end: int


_LONGEST = 500  # characters; the longest schedule takes a third, and a long text would hold up everybody
_Reader = Callable[[re.Match[str]], Meaning]
_WORDS = "(?<![a-z])(?:{})(?![a-z])"
_BEIJING = (
    r"北京时间|上海时间|中国(?:标准)?时间|东八区|(?<![a-z])(?:utc|gmt) ?\+ ?0?8(?::?00)?(?![0-9:])"
    "|(?<![a-z])(?:beijing|shanghai|china)(?: standard)? time(?![a-z])"
)
# The first that matches at a place is what was said there.
_RULES: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (day_words.SINGLE_DATE, day_words.single_date),
    (day_words.EVERY_DAY, lambda _: EveryDay()),
    (day_words.WORKDAYS, lambda _: StatutoryWorkdays()),
    (day_words.MONDAY_TO_FRIDAY, lambda _: ChosenWeekdays(WEEK[:5])),
    (day_words.WEEKEND, lambda _: ChosenWeekdays(WEEK[5:])),
    (day_words.CHINESE_WEEKDAYS, day_words.weekdays_of),
    (day_words.ENGLISH_WEEKDAYS, day_words.weekdays_of),
    (day_words.DAY_OF_MONTH, day_words.day_of_month),
    (day_words.MONTHLY, lambda _: Filler.MONTHLY),
    (HOUR, hour_of),
    (NOON, lambda _: Hour("", 12, 0, is_spoken=False)),
    (MIDNIGHT, lambda _: ProblemKind.UNCLEAR_NIGHT),
    (PART_ALONE, lambda _: ProblemKind.BAD_TIME),
    (re.compile(_BEIJING), lambda _: ZoneSaid("Asia/Shanghai")),
    (re.compile("香港时间"), lambda _: ZoneSaid("Asia/Hong_Kong")),
    (re.compile(_WORDS.format("every|each|on|at|from")), lambda _: Filler.LEAD),
    (
        re.compile(_WORDS.format("and|plus") + r"|以及|还有|[和及与跟,、;&+/|.()\[\]\"'“”「」《》]"),
        lambda _: Filler.JOINT,
    ),
    (re.compile(_WORDS.format("the|in|weekly") + "|每周|推送|发送|提醒|[的在于发]"), lambda _: Filler.OTHER),
)
_LATIN_WORD = re.compile(r"[a-z][a-z0-9_+/-]*")
_NUMBER = re.compile(r"[0-9][0-9:.]*")
_ZONE_LIKE = re.compile(r"[a-z][a-z0-9_+-]+|[^ ]{1,6}时间")
_PATH_LIKE = re.compile(r"[a-z]+/[a-z]")


def hear(folded: Folded) -> tuple[Said, ...]:
    """Everything said, in order and without gaps but for spaces. What is too long is not listened to."""
    return tuple(_with_unknown_zones(folded.text, list(_merged(_stretches(folded.text)))))


def _stretches(whole: str) -> Iterator[Said]:
    text, place = whole[:_LONGEST], 0
    while place < len(text):
        said = _at(text, place)
        place = said.end
        if text[said.start : said.end] != " ":
            yield said
    if len(whole) > _LONGEST:
        yield Said(ProblemKind.NOT_UNDERSTOOD, _LONGEST, len(whole))


def _at(text: str, place: int) -> Said:
    if text[place] != " ":
        for pattern, reader in _RULES:
            match = pattern.match(text, place)
            if match:
                return Said(reader(match), place, match.end())
    word = _LATIN_WORD.match(text, place)
    name = word and zone_name(word[0])
    if word:
        return Said(ZoneSaid(name) if name else ProblemKind.NOT_UNDERSTOOD, place, word.end())
    number = _NUMBER.match(text, place)
    if number:
        return Said(ProblemKind.BAD_TIME, place, number.end())
    return Said(ProblemKind.NOT_UNDERSTOOD, place, place + 1)


def _merged(row: Iterator[Said]) -> Iterator[Said]:
    """Neighbouring words nobody understands are one thing."""
    for is_unknown, group in groupby(row, lambda said: said.meaning is ProblemKind.NOT_UNDERSTOOD):
        stretch = list(group)
        if is_unknown:
            yield replace(stretch[0], end=stretch[-1].end)
        else:
            yield from stretch


def _with_unknown_zones(text: str, row: list[Said]) -> Iterator[Said]:
    """What stands where a zone would and looks like one is an unknown zone: `08:30 Mars`, `Mars/Olympus`."""
    for place, said in enumerate(row):
        is_zone = False
        if said.meaning is ProblemKind.NOT_UNDERSTOOD:
            words = text[said.start : said.end].strip()
            closes = 0 < place == len(row) - 1 and isinstance(row[place - 1].meaning, Hour)
            is_zone = bool(_PATH_LIKE.match(words) or (closes and _ZONE_LIKE.fullmatch(words)))
        yield replace(said, meaning=ProblemKind.UNKNOWN_ZONE) if is_zone else said


def is_start(said: Said) -> bool:
    """Whether a schedule can begin with it."""
    return is_days(said) or isinstance(said.meaning, Hour) or said.meaning is ProblemKind.UNCLEAR_NIGHT


def is_days(said: Said) -> bool:
    """Whether it says on which days, be it wrongly."""
    wrong = (ProblemKind.NO_SUCH_DAY, ProblemKind.SINGLE_DATE, Filler.MONTHLY)
    return isinstance(said.meaning, Days) or said.meaning in wrong
