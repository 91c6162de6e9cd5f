"""The stage a newcomer finds: its people and groups, in the language of the page."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.chats import Chat
from bot.simulator.stage import CASTS, Language, Stage, next_midnight, set_stage
from bot.simulator.world import Rules
from tests.simulator.scenes import SetClock

SHANGHAI = ZoneInfo("Asia/Shanghai")
# Zones with summer time; in Cairo, Beirut and Havana it begins or ends at midnight.
ZONES = [ZoneInfo(name) for name in ("America/New_York", "Africa/Cairo", "Asia/Beirut", "America/Havana")]

moments = st.timedeltas(timedelta(), timedelta(days=36_500)).map(
    lambda age: datetime(2000, 1, 1, tzinfo=UTC) + age
)
zones = st.sampled_from([SHANGHAI, *ZONES]) | st.timezones()


def _set(language: Language = "en") -> Stage:
    return set_stage(SetClock(), SHANGHAI, language, rules=Rules(flood_limits=True))


def _groups(stage: Stage) -> list[Chat]:
    return [chat for chat in stage.telegram.chats.values() if chat.user is None]


@pytest.mark.parametrize("language", CASTS)
def test_people_and_groups_are_named_in_the_readers_language(language: Language) -> None:
    stage, cast = _set(language), CASTS[language]
    people = [user.first_name for user in stage.telegram.users.values() if not user.is_bot]
    assert people == [cast.admin, cast.member, cast.outsider]
    assert [group.title for group in _groups(stage)] == [cast.office, cast.forum]
    assert stage.language == language


def test_the_office_is_a_basic_group_and_the_forum_has_topics() -> None:
    office, forum = _groups(_set())
    assert (office.type, forum.type, forum.is_forum) == ("group", "supergroup", True)
    assert [topic.name for topic in forum.topics.values()] == ["Livelihood", "Projects"]


def test_an_administrator_a_member_and_the_bot_are_in_both_groups_and_the_outsider_in_none() -> None:
    for group in _groups(_set()):
        standing = {member.user.first_name: member.status for member in group.members.values()}
        assert standing == {"Wang Min": "creator", "Briefing bot": "member", "Anna": "member"}


def test_nobody_has_started_the_bot_yet() -> None:
    assert not any(user.has_started for user in _set().telegram.users.values())


def test_the_office_can_be_upgraded() -> None:
    stage = _set()
    office, _ = _groups(stage)
    assert stage.telegram.migrate_group(office).title == office.title


def test_telegram_reads_the_clock_that_can_be_turned() -> None:
    stage = _set()
    stage.clock.jump(datetime(2030, 1, 1, tzinfo=UTC))
    assert stage.telegram.now == datetime(2030, 1, 1, tzinfo=UTC).timestamp()
    assert stage.telegram.rules.flood_limits


def test_the_next_day_is_what_is_due() -> None:
    stage = _set()
    stage.clock.jump_to_next_due()
    assert stage.clock().astimezone(SHANGHAI).isoformat() == "2026-05-07T00:00:00+08:00"


@given(moments, zones)
def test_the_next_midnight_lies_ahead_by_no_more_than_a_long_day(now: datetime, zone: ZoneInfo) -> None:
    due = next_midnight(now, zone).astimezone(UTC)
    # Samoa left out a day in 2011.
    assert timedelta() < due - now <= timedelta(hours=49)


@given(moments, zones)
def test_the_day_there_is_another_from_midnight_on(now: datetime, zone: ZoneInfo) -> None:
    due = next_midnight(now, zone).astimezone(UTC)
    assert due.astimezone(zone).date() > now.astimezone(zone).date()


def test_a_stage_set_later_gives_higher_updates_so_that_no_bot_misses_them() -> None:
    clock = SetClock()
    earlier = set_stage(clock, SHANGHAI, "en", rules=Rules())
    clock.forward(60)
    later = set_stage(clock, SHANGHAI, "en", rules=Rules())
    offset = earlier.telegram.updates.get()[-1]["update_id"] + 1
    assert later.telegram.updates.get(offset)
