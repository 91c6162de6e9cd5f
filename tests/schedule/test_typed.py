"""From words to a schedule, or to what is wrong with them."""

from datetime import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.schedule.days import DayOfMonth, EveryDay
from bot.schedule.problems import Problem, ProblemKind
from bot.schedule.schedule import Schedule
from bot.schedule.typed import Unclear, read_typed
from tests.schedule.samples import schedules

ZONE = "Asia/Shanghai"
MON_FRI = "mon,tue,wed,thu,fri"
FORMS = [
    ("workdays 08:30", "workdays 08:30"),
    ("Workdays at 8:30", "workdays 08:30"),
    ("working days 8:30", "workdays 08:30"),
    ("business days 8.30 a.m.", "workdays 08:30"),
    ("every workday 8:30", "workdays 08:30"),
    ("工作日 早上8点半", "workdays 08:30"),
    ("法定工作日 8点一刻", "workdays 08:15"),
    ("每个工作日九点三刻", "workdays 09:45"),
    ("工作日下午三点", "workdays 15:00"),
    ("weekdays at 5:30 pm", f"{MON_FRI} 17:30"),
    ("mon-fri 8.30", f"{MON_FRI} 08:30"),
    ("from Monday to Friday 8:30", f"{MON_FRI} 08:30"),
    ("monday through friday, 8:30", f"{MON_FRI} 08:30"),
    ("周一至周五 8:30", f"{MON_FRI} 08:30"),
    ("周一到五 8:30", f"{MON_FRI} 08:30"),
    ("星期一－星期五 ８：３０", f"{MON_FRI} 08:30"),
    ("mon,thu 9:00", "mon,thu 09:00"),
    ("thu mon 9:00", "mon,thu 09:00"),
    ("Mondays and Thursdays at 9 am", "mon,thu 09:00"),
    ("mon/wed/fri 9:00", "mon,wed,fri 09:00"),
    ("tues & thurs, 9:00", "tue,thu 09:00"),
    ("every monday 09:00", "mon 09:00"),
    ("Weds. 9:00", "wed 09:00"),
    ("fri-mon 9:00", "mon,fri,sat,sun 09:00"),
    ("weekends 10am", "sat,sun 10:00"),
    ("weekdays and sat 9:00", "mon,tue,wed,thu,fri,sat 09:00"),
    ("mon tue wed thu fri sat sun 8:00", "daily 08:00"),
    ("每周一 上午9点", "mon 09:00"),
    ("每週一 上午9點", "mon 09:00"),
    ("每周一、周四 9:00", "mon,thu 09:00"),
    ("每周一、四 9:00", "mon,thu 09:00"),
    ("每周一三五 9点", "mon,wed,fri 09:00"),
    ("每周一三点", "mon 03:00"),
    ("每周二二十点", "tue 20:00"),
    ("周1,3 9:00", "mon,wed 09:00"),
    ("周一,9点", "mon 09:00"),
    ("星期日 9:00", "sun 09:00"),
    ("礼拜天、礼拜六，９点", "sat,sun 09:00"),
    ("周六日 10点", "sat,sun 10:00"),
    ("周末 10点", "sat,sun 10:00"),
    ("周一到周日 8:00", "daily 08:00"),
    ("daily 8am", "daily 08:00"),
    ("every day 8 AM and 5 PM", "daily 08:00,17:00"),
    ("8:30 daily", "daily 08:30"),
    ("daily 8 o'clock", "daily 08:00"),
    ("daily 12 am", "daily 00:00"),
    ("daily 12:30 am", "daily 00:30"),
    ("daily 12 pm", "daily 12:00"),
    ("daily noon", "daily 12:00"),
    ("daily 0:00", "daily 00:00"),
    ("每天 8:30", "daily 08:30"),
    ("每天 8:30 17:00", "daily 08:30,17:00"),
    ("每天 17:00，8:30；8:30", "daily 08:30,17:00"),
    ("每天八点半", "daily 08:30"),
    ("每日 十二点", "daily 12:00"),
    ("每天 八点零五分", "daily 08:05"),
    ("每天 8点05", "daily 08:05"),
    ("每天 8时30分", "daily 08:30"),
    ("每天 二十点十五分", "daily 20:15"),
    ("每天 8。30", "daily 08:30"),
    ("每天 8∶30", "daily 08:30"),
    ("每天 8点整", "daily 08:00"),
    ("每天中午12点", "daily 12:00"),
    ("每天中午1点", "daily 13:00"),
    ("每天中午", "daily 12:00"),
    ("每天上午12点", "daily 12:00"),
    ("每天下午12点半", "daily 12:30"),
    ("每天傍晚6点", "daily 18:00"),
    ("每天晚上8点", "daily 20:00"),
    ("每天凌晨12点", "daily 00:00"),
    ("每天凌晨3点", "daily 03:00"),
    ("每天零点", "daily 00:00"),
    ("每早8点、每晚8点", "daily 08:00,20:00"),
    ("每天早8点晚6点", "daily 08:00,18:00"),
    ("每天下午3点和5点", "daily 15:00,17:00"),
    ("每天下午3点、4点和5点", "daily 15:00,16:00,17:00"),
    ("下午3点 每天 5点", "daily 05:00,15:00"),
    ("daily 8.30pm", "daily 20:30"),
    ("monthly, 15th, 9:00", "monthly 15 09:00"),
    ("每天上午9点、15点", "daily 09:00,15:00"),
    ("每天 8点 17点", "daily 08:00,17:00"),
    ("monthly 1 09:00", "monthly 1 09:00"),
    ("monthly on the 15th at 9am", "monthly 15 09:00"),
    ("the 1st of every month 09:00", "monthly 1 09:00"),
    ("every month on the 31st, noon", "monthly 31 12:00"),
    ("每月1日 9点", "monthly 1 09:00"),
    ("每月 15号 下午3点", "monthly 15 15:00"),
    ("每个月的十五号 9:00", "monthly 15 09:00"),
    ("每月三十一日九点", "monthly 31 09:00"),
    ("每月1 9:00", "monthly 1 09:00"),
    ("15号 9点", "monthly 15 09:00"),
]
ZONES = [
    ("daily 8:30 Europe/Berlin", "Europe/Berlin"),
    ("daily 8:30 europe/berlin", "Europe/Berlin"),
    ("daily 8:30 in America/New_York", "America/New_York"),
    ("daily 8:30 UTC", "UTC"),
    ("每天 8:30 (北京时间)", "Asia/Shanghai"),
    ("daily 8:30 Beijing time", "Asia/Shanghai"),
    ("daily 8:30 UTC+8", "Asia/Shanghai"),
    ("daily 8:30 GMT+08:00", "Asia/Shanghai"),
    ("每天北京时间8:30", "Asia/Shanghai"),
    ("每天 8:30 香港时间", "Asia/Hong_Kong"),
]
K = ProblemKind
WRONG = [
    ("每天 25:00", K.BAD_TIME, "25:00"),
    ("每天 ２５：００", K.BAD_TIME, "２５：００"),
    ("daily 8:60", K.BAD_TIME, "8:60"),
    ("daily 8:3", K.BAD_TIME, "8:3"),
    ("daily 8:300", K.BAD_TIME, "8:300"),
    ("daily 8:30:15", K.BAD_TIME, "8:30:15"),
    ("daily 99999999:00", K.BAD_TIME, "99999999:00"),
    ("daily 13 am", K.BAD_TIME, "13 am"),
    ("daily 0 pm", K.BAD_TIME, "0 pm"),
    ("daily 8", K.BAD_TIME, "8"),
    ("daily 0830", K.BAD_TIME, "0830"),
    ("每天早上", K.BAD_TIME, "早上"),
    ("每天早上12点", K.BAD_TIME, "早上12点"),
    ("每天中午9点", K.BAD_TIME, "中午9点"),
    ("每天九十点", K.BAD_TIME, "九十点"),
    ("每天晚上12点", K.UNCLEAR_NIGHT, "晚上12点"),
    ("每天晚上1点", K.UNCLEAR_NIGHT, "晚上1点"),
    ("daily 24:00", K.UNCLEAR_NIGHT, "24:00"),
    ("daily midnight", K.UNCLEAR_NIGHT, "midnight"),
    ("每月32号 9点", K.NO_SUCH_DAY, "每月32号"),
    ("monthly 0 9:00", K.NO_SUCH_DAY, "monthly 0"),
    ("31 Feb 9:00", K.NO_SUCH_DAY, "31 Feb"),
    ("monthly 31 Feb 9:00", K.NO_SUCH_DAY, "31 Feb"),
    ("Feb 30th 9:00", K.NO_SUCH_DAY, "Feb 30th"),
    ("2月31日 9点", K.NO_SUCH_DAY, "2月31日"),
    ("十三月一日 9点", K.NO_SUCH_DAY, "十三月一日"),
    ("15 march 9:00", K.SINGLE_DATE, "15 march"),
    ("2026-10-08 9:00", K.SINGLE_DATE, "2026-10-08"),
    ("2月29日 9点", K.SINGLE_DATE, "2月29日"),
    ("每天 8:30 Mars", K.UNKNOWN_ZONE, "Mars"),
    ("每天 8:30 火星时间", K.UNKNOWN_ZONE, "火星时间"),
    ("daily Mars/Olympus 8:30", K.UNKNOWN_ZONE, "Mars/Olympus"),
    ("daily 8:30 UTC+25", K.UNKNOWN_ZONE, "UTC+25"),
    ("daily 8:30 America/New York", K.UNKNOWN_ZONE, "America/New York"),
    ("daily 8:30 UTC Asia/Shanghai", K.CONFLICTING_ZONES, "UTC, Asia/Shanghai"),
    ("8:30", K.DAYS_MISSING, ""),
    ("每周 8:30", K.DAYS_MISSING, ""),
    ("weekly 8:30", K.DAYS_MISSING, ""),
    ("每周一", K.TIME_MISSING, ""),
    ("workdays", K.TIME_MISSING, ""),
    ("monthly 9:00", K.DAY_OF_MONTH_MISSING, ""),
    ("每月三点", K.DAY_OF_MONTH_MISSING, ""),
    ("daily mon 9:00", K.CONFLICTING_DAYS, "daily, mon"),
    ("每月1日和15日 9点", K.CONFLICTING_DAYS, "每月1日, 15日"),
    ("daily 1:00 2:00 3:00 4:00 5:00 6:00 7:00", K.TOO_MANY_TIMES, "7"),
    ("every other monday 9:00", K.NOT_UNDERSTOOD, "other"),
    ("下周一 9点", K.NOT_UNDERSTOOD, "下"),
    ("隔周一 9点", K.NOT_UNDERSTOOD, "隔"),
    ("每周三次 9点", K.NOT_UNDERSTOOD, "次"),
    ("每3日 9点", K.NOT_UNDERSTOOD, "每"),
    ("每周五天 9点", K.NOT_UNDERSTOOD, "天"),
    ("每天上午9点到10点", K.NOT_UNDERSTOOD, "到"),
    ("workdays except friday 9:00", K.NOT_UNDERSTOOD, "except"),
    ("monday 9:00 please 谢谢", K.NOT_UNDERSTOOD, "please 谢谢"),
    ("monday 9:00 " + "呀" * 400, K.NOT_UNDERSTOOD, "呀" * 39 + "…"),
]
PIECES = [
    *(
        "每周一",
        "周",
        "每",
        "每月",
        "十五号",
        "8:30",
        "25:00",
        "下午",
        "三点",
        "半",
        "一刻",
        "和",
        "、",
        "至",
        "-",
        " ",
        ",",
    ),
    *(
        "mon",
        "mon-",
        "fri",
        "daily",
        "monthly",
        "31",
        "feb",
        "the 1st",
        "am",
        "pm",
        "at",
        "every",
        "Mars/",
        "UTC",
        "+8",
    ),
    *(
        "北京时间",
        "时间",
        "工作日",
        "12",
        "noon",
        "ﷺ",
        "😀",
        "\u200b",
        "\n",
        "\ud800",
        "İ",
        "８",
        "。",
        "'",
        "(",
        "2026-",
    ),
]
lines = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=60).map("".join)


def unclear(words: str) -> Unclear:
    found = read_typed(words, ZONE)
    assert isinstance(found, Unclear), found
    return found


@pytest.mark.parametrize(("words", "schedule"), FORMS)
def test_a_form_is_understood(words: str, schedule: str) -> None:
    assert str(read_typed(words, ZONE)) == f"{schedule} {ZONE}"


@pytest.mark.parametrize(("words", "zone"), ZONES)
def test_a_zone_is_understood(words: str, zone: str) -> None:
    assert str(read_typed(words, "Pacific/Apia")) == f"daily 08:30 {zone}"


@pytest.mark.parametrize(("words", "kind", "read"), WRONG)
def test_what_is_wrong_is_named_as_it_was_typed(words: str, kind: ProblemKind, read: str) -> None:
    assert unclear(words).problems[0] == Problem(kind, read)


def test_what_was_understood_is_kept() -> None:
    found = unclear("monthly 1 9:00 25:00 Europe/Berlin")
    assert (found.days, found.times, found.zone) == (DayOfMonth(1), (time(9),), "Europe/Berlin")
    assert found.problems == (Problem(ProblemKind.BAD_TIME, "25:00"),)


def test_nothing_typed_lacks_both() -> None:
    kinds = [problem.kind for problem in unclear("").problems]
    assert kinds == [ProblemKind.DAYS_MISSING, ProblemKind.TIME_MISSING]


def test_a_wrong_time_is_not_a_missing_one_too() -> None:
    assert unclear("daily 25:00") == Unclear((Problem(K.BAD_TIME, "25:00"),), EveryDay(), (), None)


def test_what_is_too_long_is_not_passed_over() -> None:
    found = unclear("daily 8:30" + " ," * 300 + " foo")
    assert [problem.kind for problem in found.problems] == [K.NOT_UNDERSTOOD]


def test_a_heap_of_nonsense_is_answered_briefly() -> None:
    found = unclear("25:00 26:00 foo 27:00 bar 28:00 baz 29:00 qux 30:00")
    assert len(found.problems) == 6
    assert all(len(problem.read) <= 40 for problem in found.problems)


@given(schedules)
def test_what_a_schedule_is_written_as_can_be_typed(schedule: Schedule) -> None:
    assert read_typed(str(schedule), ZONE) == schedule


@given(lines)
@example("\ud800" * 30)
def test_any_line_gets_an_answer(line: str) -> None:
    found = read_typed(line, ZONE)
    assert isinstance(found, Schedule) or found.problems


@given(lines)
def test_words_are_quoted_from_the_line(line: str) -> None:
    found = read_typed(line, ZONE)
    quoted = (K.BAD_TIME, K.NO_SUCH_DAY, K.UNKNOWN_ZONE, K.NOT_UNDERSTOOD)
    problems = () if isinstance(found, Schedule) else found.problems
    assert all(each.read.removesuffix("…") in line for each in problems if each.kind in quoted)
