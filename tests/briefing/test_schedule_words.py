"""Schedules and dates in words, and what a schedule comes to."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from bot.briefing.compose import Composer
from bot.briefing.phrases import phrases
from bot.briefing.schedule_preview import preview_lines
from bot.briefing.schedule_words import date_text, schedule_text, schedule_words
from bot.report.model import LANGUAGES, Language
from bot.schedule.schedule import Schedule, read_schedule
from tests.schedule.samples import schedules

ZONE = "Asia/Shanghai"
DAY = date(2026, 11, 25)
WORDS = [
    ("daily 08:30", "每天 8:30", "every day at 08:30"),
    ("workdays 08:30,17:00", "每个法定工作日 8:30、17:00", "every statutory working day at 08:30 and 17:00"),
    ("mon,thu 09:00", "每周一、周四 9:00", "every Monday and Thursday at 09:00"),
    ("mon,wed,fri 09:00", "每周一、周三、周五 9:00", "every Monday, Wednesday and Friday at 09:00"),
    ("mon,tue,wed,thu,fri 09:00", "每周一至周五 9:00", "every Monday to Friday at 09:00"),
    ("monthly 1 09:00", "每月1日 9:00", "on the 1st of the month at 09:00"),
    ("monthly 22 09:00", "每月22日 9:00", "on the 22nd of the month at 09:00"),
    ("monthly 3 00:05", "每月3日 0:05", "on the 3rd of the month at 00:05"),
    ("monthly 11 00:05", "每月11日 0:05", "on the 11th of the month at 00:05"),
]
DATES: list[tuple[Language, str]] = [
    ("zh", "11月26日（星期四）8:30"),
    ("en", "Thursday 26 November, 08:30"),
]
PREVIEWED = [
    ("workdays 08:30", DAY, "2026年11月26日（星期四）8:30，法定工作日"),
    ("workdays 08:30", DAY, "2026年11月28日（星期六）不推送，周末"),
    ("workdays 08:30", date(2026, 2, 12), "2026年2月14日（星期六）8:30，春节调休，上班"),
    ("workdays 08:30", date(2026, 2, 12), "2026年2月17日（星期二）不推送，春节放假"),
    ("monthly 31 08:30", DAY, "2026年11月30日（星期一）不推送，本月没有所选的日期"),
    (
        "workdays 08:30",
        date(2090, 1, 2),
        "2090年1月2日（星期一）8:30，法定工作日（放假安排尚未公布，按周一至周五推算）",
    ),
]


@pytest.mark.parametrize(("text", "chinese", "english"), WORDS)
def test_a_schedule_is_said_in_both_languages(
    composer: Composer, text: str, chinese: str, english: str
) -> None:
    schedule = read_schedule(f"{text} {ZONE}")
    said = [schedule_text(composer.context(language, DAY), schedule, ZONE) for language in LANGUAGES]
    assert said == [chinese, english]


def test_another_zone_is_named() -> None:
    schedule = read_schedule("daily 08:30 Asia/Urumqi")
    said = [schedule_words(phrases(language), schedule, ZONE) for language in LANGUAGES]
    assert said == ["每天 8:30（Asia/Urumqi 时间）", "every day at 08:30 (Asia/Urumqi time)"]


@given(schedules)
def test_every_schedule_can_be_said(schedule: Schedule) -> None:
    for language in LANGUAGES:
        assert schedule.zone in schedule_words(phrases(language), schedule, "")


@pytest.mark.parametrize(("language", "said"), DATES)
def test_a_date_is_said_by_the_zones_own_clock(composer: Composer, language: Language, said: str) -> None:
    instant = datetime(2026, 11, 26, 0, 30, tzinfo=UTC)
    assert date_text(composer.context(language, DAY), instant, ZONE) == said


@pytest.mark.parametrize(("text", "day", "line"), PREVIEWED)
def test_a_preview_gives_each_date_and_each_day_left_out_its_reason(text: str, day: date, line: str) -> None:
    assert line in preview_lines(phrases("zh"), read_schedule(f"{text} {ZONE}"), day, ZONE)


@pytest.mark.parametrize(
    "text", ["workdays 08:30", "daily 08:30", "mon 08:30", "monthly 31 08:30", "monthly 29 9:00"]
)
def test_a_preview_ends_with_the_fourteenth_date(text: str) -> None:
    days, clock = text.rsplit(" ", 1)
    schedule = read_schedule(f"{days} {clock.zfill(5)} {ZONE}")
    lines = preview_lines(phrases("zh"), schedule, DAY, ZONE)
    assert len([line for line in lines[1:] if "不推送" not in line]) == 14
    assert "不推送" not in lines[-1]


def test_a_preview_at_the_end_of_the_calendar_ends() -> None:
    assert preview_lines(phrases("en"), read_schedule(f"daily 08:30 {ZONE}"), date(9999, 12, 25), ZONE)
