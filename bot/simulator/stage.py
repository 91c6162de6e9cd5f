"""A stage: a local Telegram with its clock, and the people and groups a newcomer finds in it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.simulator.clock import Clock, TurnableClock
from bot.simulator.telegram import LocalTelegram
from bot.simulator.world import Rules

Language = Literal["zh", "en"]
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what there is, named in the reader's language."""

    admin: str
    member: str
    outsider: str
    office: str
    forum: str
    topics: tuple[str, ...]


CASTS: dict[Language, Cast] = {
    "zh": Cast("王敏", "Anna", "李强", "办公室工作群", "部门论坛", ("民生", "项目")),
    "en": Cast("Wang Min", "Anna", "Li Qiang", "Office", "Departments", ("Livelihood", "Projects")),
}


@dataclass(frozen=True, slots=True)
class Stage:
    """What the server shows and lets people do."""

    telegram: LocalTelegram
    clock: TurnableClock
    zone: ZoneInfo  # the district's, in which the page shows times
    language: Language = "zh"  # the page's, unless its visitor chooses
    turns_bot: bool = False  # the bot reads this clock, too


def set_stage(
    real: Clock, zone: ZoneInfo, language: Language, *, rules: Rules, turns_bot: bool = False
) -> Stage:
    """An administrator, a member and an outsider; an office group and a forum with topics.

    The office is a basic group, which can be upgraded. The bot is in both, and nobody has started it yet.
    """
    clock = TurnableClock(real)
    clock.due_from(lambda now: next_midnight(now, zone))
    stage = Stage(LocalTelegram(clock, rules=rules), clock, zone, language, turns_bot)
    stage.telegram.updates.begin_at(_first_update(real()))
    _bring_on(stage.telegram, CASTS[language])
    return stage


def _first_update(now: datetime) -> int:
    """Beyond what any stage before it gave, at five a second: bots go on asking from where they were."""
    return int((now - _EPOCH).total_seconds()) * 5


def _bring_on(telegram: LocalTelegram, cast: Cast) -> None:
    admin = telegram.add_user(cast.admin, username="wang_min", language_code="zh-hans")
    # One of those who are in the groups reads English.
    member = telegram.add_user(cast.member, username="anna", language_code="en")
    telegram.add_user(cast.outsider, username="li_qiang", language_code="zh-hans")
    office = telegram.create_group(cast.office, admin, basic=True)
    forum = telegram.create_group(cast.forum, admin, forum=True)
    for group in (office, forum):
        telegram.add_member(group, member, by=admin)
    for topic in cast.topics:
        telegram.create_topic(forum, topic)


def next_midnight(now: datetime, zone: ZoneInfo) -> datetime:
    """When the next day begins there: whatever counts days changes then."""
    tomorrow = now.astimezone(zone).date() + timedelta(days=1)
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=zone)
