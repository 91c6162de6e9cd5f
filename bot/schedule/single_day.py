"""One day as people say it: 12月31日, 31 Dec, 31.12.2026, tomorrow, 下周一, a week."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from bot.schedule.day_words import MONTH, TH, WEEK_WORD, WEEKDAY, month_of, place_of
from bot.schedule.folding import fold
from bot.schedule.numerals import NUMBER, number_of

_LONGEST = 60  # characters
_LEAD = re.compile("(?:暂停)?(?:截至|直?到|至)|(?:until|till|til|to|through|for|on)(?= )")
_END = re.compile("(?:为止|止|结束)$")
_AWAY = {
    **dict.fromkeys(("今天", "今日", "today"), 0),
    **dict.fromkeys(("明天", "明日", "tomorrow"), 1),
    **dict.fromkeys(("后天", "the day after tomorrow", "day after tomorrow"), 2),
    "大后天": 3,
}
_COUNTED = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = f"(?P<count>{NUMBER}|an?|{'|'.join(_COUNTED[1:])})"
_D, _M, _Y = "(?P<d>[0-9]{1,2})", "(?P<m>[0-9]{1,2})", "(?P<y>[0-9]{4})"
_Reader = Callable[[re.Match[str], date], date]


def day_named(words: str, today: date) -> date | None:
    """The day words name; None for what is no day or one that has been.

    A date without a year, or a weekday, is the next such day; a stretch of time ends so long after today.
    """
    text = _END.sub("", fold(words[:_LONGEST]).text.strip())
    text = _LEAD.sub("", text, count=1).strip() if _LEAD.match(text) else text
    try:
        day = _read(text, today)
    except (ValueError, OverflowError):  # 30 February; a thousand years
        return None
    return day if day is not None and day >= today else None


def _read(text: str, today: date) -> date | None:
    if text in _AWAY:
        return today + timedelta(days=_AWAY[text])
    found = ((pattern.fullmatch(text), reader) for pattern, reader in _RULES)
    return next((reader(match, today) for match, reader in found if match), None)


def _date(match: re.Match[str], today: date) -> date:
    year, month, day = match["y"], month_of(match["m"]), number_of(match["d"])
    return date(int(year), month, day) if year else _next(today, month, day)


def _day_first(match: re.Match[str], _: date) -> date:
    """31/12/2026; 12/31/2026 only where there is no such month."""
    day, month = int(match["d"]), int(match["m"])
    if month > 12:
        day, month = month, day
    return date(int(match["y"]), month, day)


def _month_first(match: re.Match[str], today: date) -> date:
    """12-31; 31-12 only where there is no such month."""
    month, day = int(match["m"]), int(match["d"])
    if month > 12:
        month, day = day, month
    return _next(today, month, day)


def _next(today: date, month: int, day: int) -> date:
    """The day today or after; raises ValueError when no year has it."""
    if not (1 <= month <= 12 and 1 <= day <= monthrange(2000, month)[1]):
        raise ValueError(f"{month}-{day}")
    years = range(today.year, today.year + 9)  # from one leap year to the next
    days = (date(year, month, day) for year in years if day <= monthrange(year, month)[1])
    return next(each for each in days if each >= today)


def _day_of_month(match: re.Match[str], today: date) -> date:
    number = number_of(match["d"])
    months = (_months_after(today.replace(day=1), count) for count in range(12))
    if not 1 <= number <= 31:
        raise ValueError(match["d"])
    days = (first.replace(day=number) for first in months if number <= monthrange(first.year, first.month)[1])
    return next(each for each in days if each >= today)


def _weekday(match: re.Match[str], today: date) -> date:
    """The next such day after today; with `next`, that of the week to come."""
    place = place_of(match["day"])
    if place is None:
        raise ValueError(match["day"])
    if match["next"]:
        return today + timedelta(days=7 - today.weekday() + place)
    return today + timedelta(days=(place - today.weekday() - 1) % 7 + 1)


def _stretch(match: re.Match[str], today: date) -> date:
    word, unit = match["count"], match["unit"]
    count = _COUNTED.index(word) if word in _COUNTED else 1 if word in {"a", "an"} else number_of(word)
    if unit in {"天", "day"}:
        return today + timedelta(days=count)
    if unit in {"月", "month", "年", "year"}:
        return _months_after(today, count * (12 if unit in {"年", "year"} else 1))
    return today + timedelta(weeks=count)


def _months_after(day: date, count: int) -> date:
    """The same day of a later month, or its last."""
    years, month = divmod(day.month - 1 + count, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


# Each holds for the whole text.
_RULES: tuple[tuple[re.Pattern[str], _Reader], ...] = tuple(
    (re.compile(pattern), reader)
    for pattern, reader in (
        (f"{_Y} ?[-/.年] ?{_M} ?[-/.月] ?{_D}[日号]?", _date),
        (f"(?:{_Y} ?年? ?)?(?P<m>{NUMBER}) ?月(?:份? ?)(?P<d>{NUMBER}) ?[日号]?", _date),
        (f"{_D} ?[-/.] ?{_M} ?[-/.] ?{_Y}", _day_first),
        (f"{_M} ?[-/.] ?{_D}", _month_first),
        (f"(?:the )?{_D}(?:{TH})?[ -]?(?:of )?(?P<m>{MONTH})(?:[.,]? ?-?{_Y})?", _date),
        (f"(?P<m>{MONTH})[. ]*(?:the )?{_D}(?:{TH})?(?:,? ?{_Y})?", _date),
        (f"(?:the |本月|这个月)?(?P<d>{NUMBER})(?:{TH}|[日号])", _day_of_month),
        (f"(?P<next>next )?(?:this )?(?P<day>{WEEKDAY})", _weekday),
        (f"(?P<next>下个?)?(?:这个?|本)?{WEEK_WORD}(?P<day>[一二三四五六日天])", _weekday),
        (f"{_COUNT} ?(?P<unit>day|week|month|year)s?", _stretch),
        (f"{_COUNT} ?个?(?P<unit>天|{WEEK_WORD}|年|(?<=个)月)", _stretch),
    )
)
