"""The statements by which deliveries are claimed and taken up, built once."""

from typing import Any

from sqlalchemy import Insert, Select, bindparam, exists, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from bot.storage.tables import Instant, chats, deliveries, subscriptions

_LEDGER = deliveries.c
_now = bindparam("now", type_=Instant)
_later = deliveries.alias("later")

# Rows that another process has under its hands are passed over. SQLite has one writer and needs none of it.
DUE = (
    select(subscriptions)
    .where(subscriptions.c.next_due_at <= _now)
    .order_by(subscriptions.c.next_due_at, subscriptions.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)

MOVE_ON = (
    update(subscriptions)
    .where(subscriptions.c.id == bindparam("number"))
    .values(next_due_at=bindparam("due"))
)

# A row that is there already stays as it is.
INSERT: dict[str, Insert] = {
    "sqlite": sqlite.insert(deliveries).on_conflict_do_nothing(),
    "postgresql": postgresql.insert(deliveries).on_conflict_do_nothing(),
}

AVAILABLE: Select[Any] = (
    select(
        *(column.label(f"chat_{column.name}_of") for column in chats.c),
        _LEDGER.id.label("delivery"),
        _LEDGER.subscription_id,
        _LEDGER.chat_id,
        _LEDGER.thread_id,
        _LEDGER.subject,
        _LEDGER.due_at,
        _LEDGER.attempts,
        _LEDGER.may_repeat,
        _LEDGER.is_leased,
        subscriptions.c.id.label("known_subscription"),
        subscriptions.c.is_paused.label("subscription_is_paused"),
        exists()
        .where(_later.c.subscription_id == _LEDGER.subscription_id, _later.c.due_at > _LEDGER.due_at)
        .label("is_superseded"),
    )
    .select_from(
        deliveries.outerjoin(chats, chats.c.id == _LEDGER.chat_id).outerjoin(
            subscriptions, subscriptions.c.id == _LEDGER.subscription_id
        )
    )
    # Only open rows are ever available.
    .where(_LEDGER.available_at <= _now)
    .order_by(_LEDGER.due_at, _LEDGER.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True, of=deliveries)
)

# A lease that is there already ran out: whoever had it may have sent the message.
LEASE = (
    update(deliveries)
    .where(_LEDGER.id.in_(bindparam("numbers", expanding=True)))
    .values(
        available_at=bindparam("lease"),
        may_repeat=or_(_LEDGER.may_repeat, _LEDGER.is_leased),
        is_leased=True,
    )
)
