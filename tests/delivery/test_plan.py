"""What is planned of a subscription that is due, against looking at every due time there was."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.delivery.plan import MOST_MISSED, plan_due, planner
from bot.delivery.ports import Plan, Row
from bot.schedule.schedule import Schedule, next_after, read_schedule
from bot.subscriptions.model import Reason, State, Subscription
from tests.schedule.samples import due_between, schedules

FRESH = timedelta(hours=6)
WORKDAYS = read_schedule("workdays 08:30 UTC")
DAILY = read_schedule("daily 08:30,17:00 UTC")


def subscription(schedule: Schedule, next_due: datetime | None) -> Subscription:
    return Subscription(1, 1, 0, "jobs", schedule, next_due)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def naive(schedule: Schedule, first: datetime, now: datetime, fresh: timedelta) -> list[Row]:
    """The rows, said the plain way."""
    days = due_between(schedule, first.date() - timedelta(days=2), now.date() + timedelta(days=2))
    due = [each for each in days if first <= each <= now][-MOST_MISSED - 1 :]
    rows = [Row(each, State.SKIPPED, Reason.MISSED) for each in due]
    if due and now - due[-1] > fresh:
        rows[-1] = Row(due[-1], State.SKIPPED, Reason.STALE)
    elif due:
        rows[-1] = Row(due[-1], State.CLAIMED)
    return rows


@settings(max_examples=60, deadline=None)
@given(
    schedules,
    st.datetimes(datetime(2005, 1, 1), datetime(2026, 12, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.timedeltas(timedelta(0), timedelta(days=40)),
    st.timedeltas(timedelta(0), timedelta(days=2)),
)
def test_a_plan_holds_what_was_due(
    schedule: Schedule, asked: datetime, later: timedelta, fresh: timedelta
) -> None:
    first = next_after(schedule, asked)
    assert first
    now = first + later
    plan = plan_due(subscription(schedule, first), now, fresh)
    assert list(plan.rows) == naive(schedule, first, now, fresh)
    assert plan.next_due == next_after(schedule, now)


def test_the_latest_is_sent_and_those_before_it_were_missed() -> None:
    plan = plan_due(subscription(DAILY, at("2026-05-06 08:30")), at("2026-05-07 09:00"), FRESH)
    assert [(row.state, row.reason) for row in plan.rows] == [
        *[(State.SKIPPED, Reason.MISSED)] * 2,
        (State.CLAIMED, Reason.NONE),
    ]
    assert plan.next_due == at("2026-05-07 17:00")


@pytest.mark.parametrize(("now", "state"), [("14:30:00", State.CLAIMED), ("14:30:01", State.SKIPPED)])
def test_freshness_has_a_limit_to_the_second(now: str, state: State) -> None:
    plan = plan_due(subscription(DAILY, at("2026-05-06 08:30")), at(f"2026-05-06 {now}"), FRESH)
    assert [row.state for row in plan.rows] == [state]


def test_after_months_ten_rows_tell_of_what_was_missed() -> None:
    plan = plan_due(subscription(DAILY, at("2026-01-01 08:30")), at("2026-05-06 09:00"), FRESH)
    assert len(plan.rows) == 11
    assert plan.rows[0].due == at("2026-05-01 08:30")


def test_a_day_that_became_a_holiday_is_skipped() -> None:
    plan = planner(FRESH)(subscription(WORKDAYS, at("2026-05-01 08:30")), at("2026-05-01 08:30"))
    assert plan == Plan(
        (Row(at("2026-05-01 08:30"), State.SKIPPED, Reason.HOLIDAY),),
        at("2026-05-06 08:30"),
    )


def test_after_a_holiday_the_next_working_day_is_sent() -> None:
    plan = plan_due(subscription(WORKDAYS, at("2026-05-01 08:30")), at("2026-05-06 08:30"), FRESH)
    assert [row.reason for row in plan.rows] == [Reason.HOLIDAY, Reason.NONE]
    assert plan.rows[-1].state is State.CLAIMED


@pytest.mark.parametrize("due", [None, at("2026-05-06 08:30")])
def test_what_is_not_due_is_left_alone(due: datetime | None) -> None:
    assert plan_due(subscription(DAILY, due), at("2026-05-06 08:29"), FRESH) == Plan((), due)


def test_the_day_is_that_of_the_schedules_clocks() -> None:
    # 08:30 on Monday in Kiritimati is still Sunday in UTC.
    schedule = read_schedule("mon 08:30 Pacific/Kiritimati")
    due = next_after(schedule, at("2026-05-06 00:00"))
    assert due
    assert due.date() == date(2026, 5, 10)
    assert [row.state for row in plan_due(subscription(schedule, due), due, FRESH).rows] == [State.CLAIMED]


def test_what_cannot_be_planned_is_set_aside_to_a_day_to_come(caplog: pytest.LogCaptureFixture) -> None:
    due, now = at("2026-05-04 08:30"), at("2026-05-06 09:00")
    broken = subscription(replace(DAILY), due)
    object.__setattr__(broken.schedule, "zone", "Nowhere/Secret")
    made = planner(FRESH)(broken, now)
    assert made == Plan((Row(due, State.FAILED),), at("2026-05-07 08:30"))
    assert "Subscription 1 cannot be planned" in caplog.text
    assert "Secret" not in caplog.text
