"""Days as people say them: 每周一、周四, mon-fri, 工作日, monthly 1, 每月十五号."""

import re
from calendar import monthrange

from bot.schedule.days import WEEK, ChosenWeekdays, DayOfMonth, Days, EveryDay, Weekday
from bot.schedule.numerals import HAN, NUMBER, number_of
from bot.schedule.problems import ProblemKind

_NOT_A_TIME = rf"(?![0-9{HAN}:.点时个月]| ?[ap]\.?m(?![a-z])| ?o'clock)"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])"
)
TH = "(?:st|nd|rd|th)(?![a-z])"
WEEK_WORD = "(?:周|星期|礼拜)"
_EACH = "(?:每逢|每个?|逢)?"
_BETWEEN = "[,、/;和及与跟+&至到~-]"
_WEEK_DIGIT = r"[1-7](?![0-9:.点时号日]|[ ]?[ap]\.?m)"
_WEEK_PLACES = "一二三四五六日"
WEEKDAY = "(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?(?![a-z])"
_TO = "-|~|to|through|thru|until|till|至|到"

EVERY_DAY = re.compile(
    "每一?天|每日|天天|每(?=[早晚]|上午|中午|下午|傍晚|凌晨)|(?<![a-z])(?:daily|every ?day|each day)(?![a-z])"
)
WORKDAYS = re.compile(
    f"{_EACH}(?:法定)?的?工作日"
    "|(?<![a-z])(?:(?:statutory|chinese) )?(?:work(?:ing)?|business)[ -]?days?(?![a-z])"
)
MONDAY_TO_FRIDAY = re.compile("(?<![a-z])weekdays?(?![a-z])")
WEEKEND = re.compile(f"{_EACH}(?:周末|双休日)|(?<![a-z])weekends?(?![a-z])")
CHINESE_WEEKDAYS = re.compile(
    rf"""
    {_EACH}{WEEK_WORD}[ ]?(?:[一二三四五六日天]|{_WEEK_DIGIT})
    (?:
        [ ]?(?:{_BETWEEN}[ ]?)?{_EACH}{WEEK_WORD}[ ]?(?:[一二三四五六日天]|{_WEEK_DIGIT})
        |[ ]?{_BETWEEN}[ ]?(?:[一二三四五六日天](?![十点时])|{_WEEK_DIGIT})
        |[一二三四五六日](?![十点时])  # 每周一三五, but 每周一三点 is Monday at three
    )*
    """,
    re.VERBOSE,
)
ENGLISH_WEEKDAYS = re.compile(
    rf"(?<![a-z]){WEEKDAY}(?:(?:(?:[ ,/;&+、.]|and(?![a-z])|和){{1,5}}| ?(?:{_TO}) ?){WEEKDAY})*"
)
DAY_OF_MONTH = re.compile(
    rf"每个?月(?:份?的?)? ?第?(?P<a>{NUMBER})(?:[日号]|{_NOT_A_TIME})"
    rf"|(?<![a-z])(?:monthly|(?:every|each) month)(?: on)?(?: the)?(?: day)? ?(?P<b>[0-9]{{1,3}})(?:{TH})?"
    rf"{_NOT_A_TIME}(?! (?:of )?{MONTH})"
    rf"|(?<![a-z0-9])(?:the )?(?P<c>[0-9]{{1,3}}){TH}(?: day)?(?: of (?:the|every|each) month)?"
    rf"(?! (?:of )?{MONTH})"
    rf"|(?<![0-9{HAN}])(?P<d>{NUMBER})[日号]"
)
MONTHLY = re.compile("每个?月|(?<![a-z])(?:monthly|(?:every|each) month)(?![a-z])")
SINGLE_DATE = re.compile(
    rf"(?<![0-9])(?:[0-9]{{4}}[-/.年])?(?P<m>{NUMBER})月(?P<d>{NUMBER})[日号]"
    rf"|(?<![0-9])[0-9]{{4}}[-/.](?P<m2>[0-9]{{1,2}})[-/.](?P<d2>[0-9]{{1,2}})(?![0-9])"
    rf"|(?<![0-9])(?P<d3>[0-9]{{1,3}})(?:{TH})? ?(?:of )?(?P<m3>{MONTH})"
    rf"|(?<![a-z])(?P<m4>{MONTH}) ?(?P<d4>[0-9]{{1,3}})(?:{TH})?{_NOT_A_TIME}"
)


def weekdays_of(match: re.Match[str]) -> Days:
    """What either pattern of weekdays found; fri-mon goes round the end of the week."""
    places: list[int] = []
    is_range = False
    for word in re.findall(f"{_TO}|[一二三四五六日天1-7]|{WEEKDAY}", match[0]):
        place = place_of(word)
        if place is None:
            is_range = True
        else:
            first = places[-1] + 1 if is_range else place
            places += [step % 7 for step in range(first, first + (place - first) % 7 + 1)]
            is_range = False
    return chosen(tuple(WEEK[place] for place in places))


def chosen(weekdays: tuple[Weekday, ...]) -> Days:
    """Some weekdays, or every day when it is all seven."""
    return EveryDay() if len(set(weekdays)) == 7 else ChosenWeekdays(weekdays)


def day_of_month(match: re.Match[str]) -> Days | ProblemKind:
    """What DAY_OF_MONTH found."""
    number = number_of(next(text for text in match.groups() if text))
    return DayOfMonth(number) if 1 <= number <= 31 else ProblemKind.NO_SUCH_DAY


def single_date(match: re.Match[str]) -> ProblemKind:
    """What is wrong with a date: it is only one day, or none at all."""
    month = month_of(match["m"] or match["m2"] or match["m3"] or match["m4"])
    day = number_of(match["d"] or match["d2"] or match["d3"] or match["d4"])
    exists = 1 <= month <= 12 and 1 <= day <= monthrange(2000, month)[1]  # a leap year
    return ProblemKind.SINGLE_DATE if exists else ProblemKind.NO_SUCH_DAY


def place_of(word: str) -> int | None:
    """Of a weekday in its week, from 0; None for what is none."""
    if word.isdecimal():
        return int(word) - 1
    if len(word) == 1:
        place = _WEEK_PLACES.find(word.replace("天", "日"))
        return place if place >= 0 else None
    return next((place for place, day in enumerate(WEEK) if word.startswith(day.value)), None)


def month_of(text: str) -> int:
    """The number of a month by name or number, or -1."""
    return _MONTHS.index(text[:3]) + 1 if text[:3] in _MONTHS else number_of(text)
