"""What becomes of a subscription that is due: one row to be sent, and a trace of what was missed."""

import logging
from collections import deque
from datetime import datetime, timedelta
from functools import lru_cache

from bot.delivery.ports import Plan, Planner, Row
from bot.delivery.troubles import frames_of
from bot.schedule.days import falls_on
from bot.schedule.schedule import Schedule, next_after
from bot.subscriptions.model import Reason, State, Subscription

MOST_MISSED = 10  # rows about due times that nobody was there for

_DAY = timedelta(days=1)

_log = logging.getLogger(__name__)
_after = lru_cache(maxsize=4096)(next_after)  # thousands of subscriptions share a schedule


def planner(fresh: timedelta) -> Planner:
    """`plan_due` with its limit of freshness; a subscription that cannot be planned holds up no other."""

    def plan(subscription: Subscription, now: datetime) -> Plan:
        try:
            return plan_due(subscription, now, fresh)
        except Exception as error:  # whatever it is, it is this one's
            return set_aside(subscription.id, subscription.next_due or now, now, error)

    return plan


def set_aside(subscription: int, due: datetime, now: datetime, error: Exception) -> Plan:
    """For one that cannot be read or planned: failed for now, and looked at again in whole days."""
    days = max(0, (now - due) // _DAY) + 1
    _log.error("Subscription %d cannot be planned, it is set aside: %s", subscription, frames_of(error))
    return Plan((Row(due, State.FAILED),), due + days * _DAY)


def plan_due(subscription: Subscription, now: datetime, fresh: timedelta) -> Plan:
    """The latest due time is to be sent unless it is older than `fresh`; those before it were missed."""
    schedule, first = subscription.schedule, subscription.next_due
    if first is None or first > now:
        return Plan((), first)
    is_holiday = not _falls_on(schedule, first)
    start = _after(schedule, first) if is_holiday else first
    due, following = _due_times(schedule, start, now)
    holiday = (Row(first, State.SKIPPED, Reason.HOLIDAY),) if is_holiday else ()
    return Plan((*holiday, *_rows(due, now - fresh)), following)


def _falls_on(schedule: Schedule, due: datetime) -> bool:
    # The table of a year's working days is published after the date was set.
    return falls_on(schedule.days, due.astimezone(schedule.clock).date())


def _due_times(
    schedule: Schedule, first: datetime | None, now: datetime
) -> tuple[tuple[datetime, ...], datetime | None]:
    due: deque[datetime] = deque(maxlen=MOST_MISSED + 1)
    while first and first <= now:
        due.append(first)
        first = _after(schedule, first)
    return tuple(due), first


def _rows(due: tuple[datetime, ...], oldest: datetime) -> tuple[Row, ...]:
    missed = (Row(each, State.SKIPPED, Reason.MISSED) for each in due[:-1])
    latest = (
        Row(each, State.SKIPPED, Reason.STALE) if each < oldest else Row(each, State.CLAIMED)
        for each in due[-1:]
    )
    return *missed, *latest
