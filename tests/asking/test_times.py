"""The times of a question: a period of the report, another time, or only what growth is measured against."""

import pytest

from bot.asking.times import period_words, words_before
from bot.report.model import Report
from tests.asking.conftest import Hears

PERIODS = {
    "five": [
        *("十四五", "“十四五”期间", "五年来", "这五年", "过去五年", "近5年", "2021-2025年", "2021到2025年"),
        *(
            "2021年至2025年",
            "2021—2025",
            "in the past five years",
            "over the last 5 years",
            "from 2021 to 2025",
        ),
        *(
            "14th Five-Year Plan",
            "over the five-year plan",
            "during the FYP",
            "between 2021 and 2025",
            "2021-25",
            "recent years",
            "这几年",
            "近几年",
        ),
        *("五年均值", "十四五平均", "“十四五”年均"),
    ],
    "2025": [
        "2025",
        "2025年",
        "25年",
        "2025年度",
        "二〇二五年",
        "二零二五年",
        "去年",
        "上年",
        "last year",
        "FY2025",
    ],
    "2026": ["2026年", "26年", "今年", "本年度", "this year", "in 2026", "２０２６年", "年底前", "年内"],
    "next-five": [
        *("十五五", "未来五年", "今后五年", "往后5年", "到2030年", "2026-2030年", "by 2030", "26到30年"),
        *("next five years", "next few years", "next FYP", "今后几年", "the 15th plan"),
    ],
}


@pytest.mark.parametrize(("period", "time"), [(p, time) for p, times in PERIODS.items() for time in times])
def test_a_period_is_heard_however_it_is_said(hears: Hears, period: str, time: str) -> None:
    heard = hears(f"{time} GDP")
    assert heard.periods == (period,)
    assert not heard.other_times
    assert [segment.text for segment in heard.content] == ["gdp"]


OTHERS = [
    *("2024年", "24年", "2021年", "2022", "2023年", "2019年", "2050年", "二〇二四年", "前年", "明年", "后年"),
    *("上半年", "一季度", "第三季度", "3月", "8月份", "十三五", "近三年", "过去十年", "上个月", "每月"),
    *("in 2024", "next year", "first quarter", "in March 2025 month", "the past ten years"),
]


@pytest.mark.parametrize("time", OTHERS)
def test_another_time_is_known_to_be_another(hears: Hears, time: str) -> None:
    assert hears(f"{time} GDP").other_times


@pytest.mark.parametrize("text", ["GDP多少", "就业目标", "how many jobs", "PM2.5", "2.5万户", "130亿元"])
def test_no_time_is_heard_where_none_is_said(hears: Hears, text: str) -> None:
    assert not hears(text).periods
    assert not hears(text).other_times


def test_two_periods_are_heard_in_the_order_said(hears: Hears) -> None:
    assert hears("今年和去年的就业").periods == ("2026", "2025")
    assert hears("去年的就业比今年").periods == ("2025", "2026")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2025年GDP比2024年增长多少", "2025"),
        ("去年GDP比上年增长多少", "2025"),
        ("去年GDP比前年增长多少", "2025"),
        ("过去五年PM2.5比2020年下降多少", "five"),
        ("过去五年PM2.5比十三五下降多少", "five"),
        ("PM2.5比五年前下降多少", "five"),
        ("PM2.5 since the 13th five-year plan", "five"),
        ("PM2.5 compared with the end of the thirteenth plan", "five"),
        ("PM2.5 compared with five years ago", "five"),
    ],
)
def test_what_growth_is_measured_against_is_not_what_is_asked_about(
    hears: Hears, text: str, period: str
) -> None:
    heard = hears(text)
    assert heard.periods == (period,)
    assert heard.against
    assert not heard.other_times


@pytest.mark.parametrize("text", ["2025年GDP比2023年增长多少", "今年就业比2024年多多少"])
def test_a_year_nothing_is_measured_against_stays_another_time(hears: Hears, text: str) -> None:
    assert hears(text).other_times


def test_every_period_can_be_named_in_both_languages(report: Report) -> None:
    named = {
        period: {word.isascii() for word, p in period_words(report) if p == period}
        for period in report.periods
    }
    assert named == {period: {True, False} for period in report.periods}


def test_no_word_means_two_periods(report: Report) -> None:
    meant: dict[str, set[str]] = {}
    for word, period in period_words(report):
        meant.setdefault(word, set()).add(period)
    assert {word: periods for word, periods in meant.items() if len(periods) > 1} == {}


def test_a_plan_is_measured_against_the_plan_before(report: Report) -> None:
    assert {"2020", "五年前", "5年前", "十三五"} <= set(words_before(report.periods["five"]))


def test_years_follow_the_report(other_report: Report) -> None:
    words = dict(period_words(other_report))
    assert words["2026-2030"] == words["过去五年"] == "past"
    assert words["30年"] == words["去年"] == "2030"
    assert words["到2035年"] == words["next five years"] == "ahead"
    assert "2025年" not in words
