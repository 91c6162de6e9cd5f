"""Times of the day as people say them: 8:30, 8.30, 下午3点一刻, 八点半, 5:30 pm, noon."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from bot.schedule.numerals import HAN, NUMBER, number_of
from bot.schedule.problems import ProblemKind

_AS_IS = {hour: hour for hour in range(24)}
_AFTER_NOON = {**{hour: hour + 12 for hour in range(1, 12)}, **{hour: hour for hour in range(12, 24)}}
_BEFORE_NOON = {hour: hour for hour in range(12)}
_EVENING = {hour: _AFTER_NOON[hour] for hour in (*range(5, 12), *range(17, 24))}
_NOON = {11: 11, 12: 12, 13: 13, 14: 14, 1: 13, 2: 14}
_SMALL_HOURS = {**{hour: hour for hour in range(7)}, 12: 0}
# Which hour of 24 a number means after (or, am and pm, before) these words.
_PARTS: Mapping[str, Mapping[int, int]] = {
    "上午": {**_BEFORE_NOON, 12: 12},
    **dict.fromkeys(("早上", "早晨", "清晨", "清早", "早"), _BEFORE_NOON),
    **dict.fromkeys(("中午", "正午"), _NOON),
    **dict.fromkeys(("下午", "午后"), _AFTER_NOON),
    **dict.fromkeys(("傍晚", "晚上", "晚间", "夜里", "夜间", "夜晚", "深夜", "半夜", "晚"), _EVENING),
    **dict.fromkeys(("凌晨",), _SMALL_HOURS),
    "am": {**_BEFORE_NOON, 12: 0},
    "pm": _AFTER_NOON,
    "": _AS_IS,
}
_OF_THE_NIGHT = {12, *range(5), 24}
_SAID_BEFORE = "|".join(part for part in _PARTS if part and not part.isascii())
_HALF_DAY = r"[ap](?:m|\.m\.?)(?![a-z])"
_MINUTES = r"(?:[0-9]{2}|零[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?)"
HOUR = re.compile(
    rf"""
    (?:(?P<part>{_SAID_BEFORE})的?[ ]?)?
    (?P<hour>{NUMBER})
    (?:
        [ ]?(?P<spoken>点|时(?!间))
        (?:钟|整|(?P<half>半)|过?(?P<quarters>[一二两三123])刻
           |过?(?P<exact>{NUMBER})分|[ ]?(?P<minutes>{_MINUTES})(?![0-9{HAN}点时:.刻号日月])|)
        | :(?P<minute>[0-9]{{1,3}})(?::(?P<second>[0-9]{{2}}))?(?![0-9])
        | \.(?P<dotted>[0-9]{{2}})(?=$|[ ,;、和及与&/+)]|[ ]?{_HALF_DAY})  # not 1.52万, 5.25%
        | (?=[ ]?(?:{_HALF_DAY}|o'clock))
    )
    (?:[ ]?(?P<suffix>{_HALF_DAY})|[ ]?o'clock(?![a-z]))?
    """,
    re.VERBOSE,
)
NOON = re.compile(r"(?:12 ?)?(?<![a-z])noon(?![a-z])|[正中]午")
MIDNIGHT = re.compile(r"(?:12 ?)?(?<![a-z])midnight(?![a-z])|午夜")
PART_ALONE = re.compile(_SAID_BEFORE)


@dataclass(frozen=True, slots=True)
class Hour:
    """A time as it was said, before it is known what it means."""

    part: str  # of the day, a key of the table; empty when none was said
    hour: int
    minute: int
    is_spoken: bool  # 3点, not 3:00


def hour_of(match: re.Match[str]) -> Hour:
    """What HOUR found. A number that is none, and seconds, become an hour that does not exist."""
    hour, minute = number_of(match["hour"]), _minute(match)
    if match["second"] not in {None, "00"}:
        hour = -1
    suffix = (match["suffix"] or "")[:1]
    part = f"{suffix}m" if suffix else match["part"] or ""
    return Hour(part, hour, minute, match["spoken"] is not None)


def on_clock(said: Hour, carried: str = "") -> time | ProblemKind:
    """The time meant. 下午3点和5点 carries 下午 to the second; 上午9点和15点 does not.

    12 am is midnight, 12 pm noon, 凌晨12点 the beginning of the day. 晚上12点 and the hours after it belong
    to the next day and 24:00 to either: refused, for a Monday's midnight would be sent a day off.
    """
    hours = _PARTS[said.part]
    if not said.part and said.is_spoken and said.hour in _PARTS[carried]:
        hours = _PARTS[carried]
    if said.hour == 24 or (hours is _EVENING and said.hour in _OF_THE_NIGHT):
        return ProblemKind.UNCLEAR_NIGHT
    if said.hour not in hours or not 0 <= said.minute < 60:
        return ProblemKind.BAD_TIME
    return time.fromisoformat(f"{hours[said.hour]:02}:{said.minute:02}")


def _minute(match: re.Match[str]) -> int:
    if match["half"]:
        return 30
    if match["quarters"]:
        return 15 * number_of(match["quarters"])
    if match["dotted"]:
        return int(match["dotted"])
    if match["minute"]:
        return int(match["minute"]) if len(match["minute"]) == 2 else -1
    said = match["exact"] or match["minutes"]
    return number_of(said) if said else 0
