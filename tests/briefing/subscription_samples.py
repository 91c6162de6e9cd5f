"""Every page about subscriptions, made from chats and subscriptions of all sorts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import product

from bot.briefing import chat_pages, subscribing, subscription_pages
from bot.briefing.briefing import Briefing, Fact, Link
from bot.briefing.compose import Composer
from bot.briefing.context import Context
from bot.report.model import Voice
from bot.schedule.days import DayOfMonth
from bot.schedule.problems import Problem, ProblemKind
from bot.schedule.schedule import read_schedule
from bot.schedule.typed import Unclear
from bot.subscriptions.model import Chat, Delivery, QuietHours, Reason, State, Subscription

Page = Callable[[Context], Briefing]

ZONE = "Asia/Shanghai"
NOW = datetime(2026, 11, 25, 1, tzinfo=UTC)
DAY = date(2026, 11, 25)
WORKDAYS = read_schedule(f"workdays 08:30 {ZONE}")
FAR = read_schedule("monthly 31 07:00,09:30,12:00,14:00,17:30,20:00 America/New_York")
PRIVATE, GROUP = Chat(7), Chat(-100_7)
JOBS = Subscription(12, 7, 0, "jobs", WORKDAYS, datetime(2026, 11, 26, 0, 30, tzinfo=UTC))
STILL = replace(JOBS, id=9_007_199_254_740_993, subject="today", schedule=FAR, is_paused=True)
GONE = replace(JOBS, subject="no-longer-there", next_due=None)
AWAY = replace(GROUP, is_paused=True, paused_until=datetime(2026, 12, 1, tzinfo=UTC))
CHOSEN = Chat(
    -5, "en", "Asia/Urumqi", is_silent=False, quiet=QuietHours(time(22), time(7)), members_may_change=True
)
CONFUSED = Unclear(tuple(Problem(kind, "7") for kind in ProblemKind), DayOfMonth(1), (time(9),), "UTC")


def delivery(state: State, reason: Reason = Reason.NONE) -> Delivery:
    return Delivery(1, 12, 7, 0, "jobs", NOW, state, reason, is_late=True, may_repeat=True, changed=NOW)


DELIVERIES = [delivery(state, reason) for state, reason in product(State, Reason)]
PAGES: dict[str, Page] = {
    "subjects": subscribing.subject_choice,
    "days": lambda c: subscribing.days_choice(c, "jobs"),
    "times": lambda c: subscribing.time_choice(c, "today", DayOfMonth(31)),
    "proposal": lambda c: subscribing.proposal(c, "jobs", WORKDAYS, ZONE, NOW, others_see=False),
    "proposal in a group": lambda c: subscribing.proposal(c, "targets", FAR, ZONE, NOW, others_see=True),
    "subscribed": lambda c: subscribing.subscribed(c, JOBS, ZONE, is_new=True),
    "subscribed before": lambda c: subscribing.subscribed(c, GONE, ZONE, is_new=False),
    "too many": subscribing.too_many,
    "unclear": lambda c: subscribing.unclear(c, CONFUSED),
    "list": lambda c: subscription_pages.subscription_list(c, (JOBS, STILL, GONE), PRIVATE, ZONE, NOW),
    "list while paused": lambda c: subscription_pages.subscription_list(c, (JOBS, STILL), AWAY, ZONE, NOW),
    "empty list": lambda c: subscription_pages.subscription_list(c, (), PRIVATE, ZONE, NOW),
    "card": lambda c: subscription_pages.subscription_card(c, JOBS, PRIVATE, ZONE, NOW),
    "paused card": lambda c: subscription_pages.subscription_card(c, STILL, PRIVATE, ZONE, NOW),
    "card while paused": lambda c: subscription_pages.subscription_card(c, GONE, AWAY, ZONE, NOW),
    "new times": lambda c: subscription_pages.new_times(c, STILL, ZONE),
    "new days": lambda c: subscription_pages.new_days(c, STILL, ZONE),
    "ended": lambda c: subscription_pages.ended(c, STILL, ZONE),
    "paused": lambda c: subscription_pages.paused(c, AWAY, ZONE),
    "paused for good": lambda c: subscription_pages.paused(c, replace(PRIVATE, is_paused=True), ZONE),
    "resumed": subscription_pages.resumed,
    "settings": lambda c: chat_pages.settings(c, PRIVATE, ZONE, "zh"),
    "settings chosen": lambda c: chat_pages.settings(c, CHOSEN, ZONE, "both"),
    "deliveries": lambda c: chat_pages.delivery_list(c, DELIVERIES, ZONE),
    "no deliveries": lambda c: chat_pages.delivery_list(c, (), ZONE),
    "forget": chat_pages.forget_question,
    "forgotten": chat_pages.forgotten,
    "cancelled": subscribing.cancelled,
    "introduction": lambda c: chat_pages.introduction(c, ZONE),
    "member": chat_pages.refused_member,
    "outsider": chat_pages.outsider,
    "storage": chat_pages.storage_trouble,
}


def links_of(briefing: Briefing) -> list[Link]:
    """All of a page's ways on, those of its lines first."""
    lines = [link for block in briefing.blocks if isinstance(block, Fact) for link in block.links]
    return [*lines, *briefing.links]


def told(composer: Composer, name: str, voice: Voice = "zh") -> Briefing:
    return composer.told(voice, DAY, PAGES[name])


def text_of(briefing: Briefing) -> str:
    """Everything a page says."""
    blocks = [f"{block.label} {block.text}" for block in briefing.blocks if isinstance(block, Fact)]
    return "\n".join((briefing.title, briefing.lead, *blocks))


def addresses(briefing: Briefing) -> list[str]:
    return [link.address for link in links_of(briefing)]
