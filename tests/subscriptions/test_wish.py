"""One line behind /subscribe: the subject, the schedule, and what kind of thing was named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule.problems import ProblemKind
from bot.schedule.schedule import Schedule
from bot.schedule.typed import Unclear
from bot.subscriptions.wish import Wish, page_named, read_wish

ZONE = "Asia/Shanghai"
WISHES = [
    ("jobs workdays 08:30", "jobs", "", "workdays 08:30"),
    ("area 3 mon,thu 9:00", "3", "area", "mon,thu 09:00"),
    ("/area 3 mon,thu 9:00", "3", "area", "mon,thu 09:00"),
    ("ＡＲＥＡ 3 daily 9:00", "3", "area", "daily 09:00"),
    ("领域 三 每周一 上午9点", "三", "area", "mon 09:00"),
    ("target jobs daily 8:30", "jobs", "target", "daily 08:30"),
    ("民生 每周一 上午9点", "民生", "", "mon 09:00"),
    ("today 每天 8:30", "today", "", "daily 08:30"),
    ("今日简报 每个工作日 8:30", "今日简报", "", "workdays 08:30"),
    ("targets monthly 1 09:00", "targets", "", "monthly 1 09:00"),
    ("全部目标 每月1日 9点", "全部目标", "", "monthly 1 09:00"),
]
PAGES = [
    *((words, "today") for words in ("today", " TODAY ", "ｔｏｄａｙ", "今日", "今日简报", "每日簡報")),
    *((words, "targets") for words in ("targets", "量化目标", "全部目标", "全部目標", "All  Targets")),
]


def named(words: str) -> bool:
    return words == "周末经济"


@pytest.mark.parametrize(("line", "subject", "kind", "schedule"), WISHES)
def test_a_line_is_taken_apart(line: str, subject: str, kind: str, schedule: str) -> None:
    wish = read_wish(line, ZONE)
    assert (wish.subject_words, wish.kind) == (subject, kind)
    assert str(wish.schedule) == f"{schedule} {ZONE}"


@pytest.mark.parametrize("line", ["jobs", "民生", "today", "全部目标", "PM2.5"])
def test_a_subject_alone_has_no_schedule(line: str) -> None:
    assert read_wish(line, ZONE) == Wish(line, None)


def test_a_subject_that_sounds_like_days_is_a_subject() -> None:
    assert read_wish("周末经济", ZONE, named) == Wish("周末经济", None)


def test_such_a_subject_can_have_a_schedule() -> None:
    assert read_wish("发展周末经济 每周一 9:00", ZONE, named).subject_words == "发展周末经济"


def test_a_schedule_that_lacks_something_is_told_as_unclear() -> None:
    wish = read_wish("jobs workdays", ZONE)
    assert wish.subject_words == "jobs"
    assert isinstance(wish.schedule, Unclear)
    assert [problem.kind for problem in wish.schedule.problems] == [ProblemKind.TIME_MISSING]


def test_a_schedule_alone_has_no_subject() -> None:
    wish = read_wish("workdays 08:30", ZONE)
    assert wish.subject_words == ""
    assert isinstance(wish.schedule, Schedule)


@pytest.mark.parametrize(("words", "page"), PAGES)
def test_pages_go_by_their_names(words: str, page: str) -> None:
    assert page_named(words) == page


@pytest.mark.parametrize("words", ["", "area", "就业", "今日 就业", "target"])
def test_other_words_name_no_page(words: str) -> None:
    assert page_named(words) is None


@given(st.text(max_size=80))
def test_any_line_is_read_without_complaint(line: str) -> None:
    assert read_wish(line, ZONE).kind in {"area", "target", ""}
