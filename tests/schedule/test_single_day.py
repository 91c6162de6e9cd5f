"""One day as people say it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.single_day import day_named

MONDAY = date(2026, 11, 23)
NEW_YEARS_EVE = date(2026, 12, 31)


@pytest.mark.parametrize(
    "words",
    [
        *("2026-12-31", "2026/12/31", "2026.12.31", "２０２６年１２月３１日", "31.12.2026", "31/12/2026"),
        *("12/31/2026", "12-31", "12/31", "31.12", "12月31日", "12月31号", "十二月三十一日", "12 月 31 日"),
        *("31 Dec", "Dec 31", "31st of December", "December 31st, 2026", "31 December 2026", "dec. 31"),
        *("until 2026-12-31", "till Dec 31", "到12月31日", "直到12月31日为止", "暂停至12月31日", " Dec  31 "),
        *("31-Dec-2026", "2026年12月31號", "the 31 of December"),
    ],
)
def test_the_same_date_may_be_written_in_many_ways(words: str) -> None:
    assert day_named(words, MONDAY) == NEW_YEARS_EVE


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("11月23日", MONDAY),
        ("11月22日", date(2027, 11, 22)),
        ("Jan 2", date(2027, 1, 2)),
        ("2月29日", date(2028, 2, 29)),
        ("23号", MONDAY),
        ("22日", date(2026, 12, 22)),
        ("the 31st", NEW_YEARS_EVE),
    ],
)
def test_without_a_year_it_is_the_next_such_day(words: str, day: date) -> None:
    assert day_named(words, MONDAY) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        *((words, MONDAY) for words in ("今天", "today", "Today")),
        *((words, date(2026, 11, 24)) for words in ("明天", "tomorrow", "until tomorrow", "一天", "1 day")),
        *((words, date(2026, 11, 25)) for words in ("后天", "後天", "the day after tomorrow", "两天")),
        ("大后天", date(2026, 11, 26)),
        *((words, date(2026, 11, 27)) for words in ("周五", "星期五", "friday", "until Fri", "this friday")),
        *((words, date(2026, 12, 4)) for words in ("下周五", "下个星期五", "下禮拜五", "next friday")),
        *((words, date(2026, 11, 30)) for words in ("周一", "Monday", "下周一", "next Monday")),
        *((words, date(2026, 11, 30)) for words in ("一周", "1周", "一个星期", "a week", "for one week")),
        *((words, date(2026, 12, 7)) for words in ("两周", "兩個星期", "2 weeks", "two weeks", "14天")),
        *((words, date(2026, 12, 23)) for words in ("一个月", "a month")),
        *((words, date(2027, 11, 23)) for words in ("一年", "a year", "12个月")),
    ],
)
def test_days_and_stretches_are_counted_from_today(words: str, day: date) -> None:
    assert day_named(words, MONDAY) == day


@pytest.mark.parametrize(("count", "day"), [(1, date(2027, 2, 28)), (2, date(2027, 3, 31))])
def test_a_month_from_its_last_day_ends_with_the_month(count: int, day: date) -> None:
    assert day_named(f"{count}个月", date(2027, 1, 31)) == day


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            "2026-11-22",
            "2026-02-31",
            "2月30日",
            "31 Nov",
            "32日",
            "0天/",
            "13/13",
            "31.31.2026",
            "bis morgen",
        ),
        *(
            "until",
            "到",
            "jobs 11 25",
            "8:30",
            "每周一",
            "99999999999",
            "9999年",
            "一",
            "0日",
            "下周",
        ),
        "一" * 200,
    ],
)
def test_what_is_no_day_to_come_is_none(words: str) -> None:
    assert day_named(words, MONDAY) is None


@given(st.text(max_size=80), st.dates(date(2020, 1, 1), date(2099, 1, 1)))
def test_any_words_are_a_day_to_come_or_none(words: str, today: date) -> None:
    assert (day_named(words, today) or today) >= today


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.dates(date(2026, 1, 1), date(2026, 1, 1)))
def test_every_written_date_is_read(day: date, today: date) -> None:
    for words in (
        f"{day:%Y-%m-%d}",
        f"{day:%d.%m.%Y}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%d %b %Y}",
    ):
        assert day_named(words, today) == day
