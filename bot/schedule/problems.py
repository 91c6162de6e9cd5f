"""What can be wrong with a schedule somebody typed: data, worded elsewhere."""

from dataclasses import dataclass
from enum import Enum


class ProblemKind(Enum):
    """What is wrong; `Problem.read` holds the words meant, where there are any."""

    BAD_TIME = "bad-time"  # 25:00, 8:60, 早上12点, a number that could be anything
    UNCLEAR_NIGHT = "unclear-night"  # 晚上12点, 晚上1点, midnight, 24:00: of which day?
    NO_SUCH_DAY = "no-such-day"  # 31 Feb, 每月32号
    SINGLE_DATE = "single-date"  # 15 March: only what comes again can be scheduled
    DAY_OF_MONTH_MISSING = "day-of-month-missing"  # monthly 09:00
    CONFLICTING_DAYS = "conflicting-days"  # daily mon; 每月1日和15日
    UNKNOWN_ZONE = "unknown-zone"  # Mars
    CONFLICTING_ZONES = "conflicting-zones"
    NOT_UNDERSTOOD = "not-understood"
    TOO_MANY_TIMES = "too-many-times"  # `read` is how many
    DAYS_MISSING = "days-missing"
    TIME_MISSING = "time-missing"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong, with the words it was read from as they were typed, cut at 40 characters."""

    kind: ProblemKind
    read: str = ""
