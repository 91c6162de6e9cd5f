"""Where the subject ends and the schedule begins."""

from time import process_time

import pytest
from hypothesis import given

from bot.schedule.line import Line, split_line
from bot.schedule.schedule import Schedule
from bot.schedule.typed import read_typed
from tests.schedule.samples import schedules
from tests.schedule.test_typed import FORMS, lines

SUBJECTS = (
    *(
        "jobs",
        "area 3",
        "3",
        "三",
        "第三",
        "今天",
        "today",
        "targets",
        "livelihood-1",
        "8-1",
        "8.1",
        "8.10",
        "PM2.5",
    ),
    *(
        "民生",
        "民生福祉",
        "五年",
        "一月",
        "“十四五”",
        "2026",
        "52311",
        "周末经济",
        "夜间经济",
        "每日简报",
        "工作日出行",
    ),
    *(
        "daily briefing",
        "sun energy",
        "jobs/housing",
        "GB",
        "Simon",
        "emploment",
        "就业率5.5%",
        "health and care",
        "3.45亿",
        "1号线",
    ),
)
LINES = [
    ("jobs workdays 08:30", "jobs", "workdays 08:30"),
    ("area 3 mon,thu 9:00", "area 3", "mon,thu 9:00"),
    ("民生 每周一 上午9点", "民生", "每周一 上午9点"),
    ("today 每天 8:30", "today", "每天 8:30"),
    ("targets monthly 1 09:00", "targets", "monthly 1 09:00"),
    ("民生每周一上午9点", "民生", "每周一上午9点"),
    ("民生，每周一9点", "民生", "每周一9点"),
    ("jobs: workdays 08:30", "jobs", "workdays 08:30"),
    ("area 3 at 9:00 every day", "area 3", "at 9:00 every day"),
    ("area 3 on mondays at 9", "area 3", "on mondays at 9"),
    ("jobs 8:30", "jobs", "8:30"),
    ("jobs 周一", "jobs", "周一"),
    ("daily briefing 9:00", "daily briefing", "9:00"),
    ("our daily bread mon 9:00", "our daily bread", "mon 9:00"),
    ("jobs workdays 25:00", "jobs", "workdays 25:00"),
    ("jobs 31 Feb 9:00", "jobs", "31 Feb 9:00"),
    ("jobs daily 8:30 Mars", "jobs", "daily 8:30 Mars"),
    ("jobs workdays 08:30 foo mon", "jobs", "workdays 08:30 foo mon"),
    ("夜间经济 工作日 8:30 谢谢", "夜间经济", "工作日 8:30 谢谢"),
    ("　民生　每天　８：３０　", "民生", "每天　８：３０"),
    ("就业 每周三次 9点", "就业", "每周三次 9点"),
    ("发展周末经济 9点", "发展周末经济", "9点"),
    ("jobs", "jobs", ""),
    (" area 3 ", "area 3", ""),
    ("workdays 08:30", "", "workdays 08:30"),
    ("周一", "", "周一"),
    ("", "", ""),
]
HEAVY = [
    *(
        "每周一",
        "mon,",
        "mon-",
        "8:30 ",
        "8:",
        "8",
        "每月",
        "每月的 ",
        "十",
        "a ",
        "a/",
        "the ",
        "and ",
        "周一 至",
        "ﷺ",
    ),
    *(
        "下午的 ",
        "2026-",
        "jan ",
        "😀",
        " ",
        "asia/",
        "monthly on the day ",
        "work ",
        "上午3",
        "İ",
        "8点 ",
        "'",
    ),
]


@pytest.mark.parametrize(("line", "subject", "schedule"), LINES)
def test_a_line_comes_apart(line: str, subject: str, schedule: str) -> None:
    assert split_line(line) == Line(subject, schedule)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_stays_whole_before_every_form(subject: str) -> None:
    wrong = [form for form, _ in FORMS if split_line(f"{subject} {form}") != Line(subject, form)]
    assert wrong == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_alone_has_no_schedule(subject: str) -> None:
    assert split_line(subject) == Line(subject, "")


@given(schedules)
def test_a_schedule_as_it_is_written_is_found(schedule: Schedule) -> None:
    assert split_line(f"area 3 {schedule}") == Line("area 3", str(schedule))


@given(lines)
def test_nothing_typed_is_lost(line: str) -> None:
    found = split_line(line)
    assert found.subject in line
    assert found.schedule in line
    assert line.strip().endswith(found.schedule)


@pytest.mark.parametrize("piece", HEAVY)
def test_the_longest_message_is_read_at_once(piece: str) -> None:
    line = (piece * 4096)[:4096]
    start = process_time()
    read_typed(line, "UTC")
    split_line(f"jobs {line}")
    assert process_time() - start < 0.5  # it takes a hundredth of that
