"""Rows of the tables as the model has them, and back."""

from collections.abc import Sequence
from datetime import datetime, time
from functools import lru_cache
from typing import Any

from sqlalchemy import Row as DatabaseRow

from bot.delivery.ports import Row
from bot.schedule.schedule import read_schedule
from bot.storage.tables import chats
from bot.subscriptions.model import (
    OPEN,
    Chat,
    Delivery,
    Letter,
    Lost,
    QuietHours,
    Reason,
    State,
    Subscription,
)

CHAT_WIDTH = len(chats.c)
_schedule = lru_cache(maxsize=4096)(read_schedule)  # many chats share few schedules


def to_chat(fields: Sequence[Any]) -> Chat:
    """From the columns of `chats`, in their order."""
    number, voice, zone, is_silent, start, end, may_change, is_paused, until, lost = fields
    quiet = QuietHours(time.fromisoformat(start), time.fromisoformat(end)) if start and end else None
    return Chat(
        number,
        voice,
        zone,
        is_silent,
        quiet,
        may_change,
        is_paused,
        until,
        None if lost is None else Lost(lost),
    )


def from_chat(chat: Chat) -> dict[str, Any]:
    """To the columns of `chats`."""
    return {
        "id": chat.id,
        "voice": chat.voice,
        "zone": chat.zone,
        "is_silent": chat.is_silent,
        "quiet_start": chat.quiet and chat.quiet.start.isoformat(),
        "quiet_end": chat.quiet and chat.quiet.end.isoformat(),
        "members_may_change": chat.members_may_change,
        "is_paused": chat.is_paused,
        "paused_until": chat.paused_until,
        "lost": chat.lost,
    }


def to_subscription(fields: Sequence[Any]) -> Subscription:
    """From the columns of `subscriptions`, in their order."""
    number, chat, thread, subject, schedule, next_due, is_paused = fields
    return Subscription(number, chat, thread, subject, _schedule(schedule), next_due, is_paused)


def from_row(subscription: Sequence[Any], row: Row, now: datetime) -> dict[str, Any]:
    """To the columns of `deliveries`, for one that is new; those of `subscriptions` down to its subject."""
    number, chat, thread, subject, *_ = subscription
    return {
        "subscription_id": number,
        "chat_id": chat,
        "thread_id": thread,
        "subject": subject,
        "due_at": row.due,
        "state": row.state,
        "reason": row.reason,
        "available_at": now if row.state in OPEN else None,
        "is_leased": False,
        "attempts": 0,
        "may_repeat": False,
        "is_late": False,
        "message_id": None,
        "changed_at": now,
    }


def to_delivery(row: DatabaseRow[Any]) -> Delivery:
    """From a whole row of `deliveries`."""
    return Delivery(
        id=row.id,
        subscription=row.subscription_id,
        chat=row.chat_id,
        thread=row.thread_id,
        subject=row.subject,
        due=row.due_at,
        state=State(row.state),
        reason=Reason(row.reason),
        is_late=row.is_late,
        may_repeat=row.may_repeat,
        changed=row.changed_at,
    )


def to_letter(row: DatabaseRow[Any]) -> Letter:
    """From a row that begins with the columns of its chat, all None where nothing is stored of it."""
    return Letter(
        id=row.delivery,
        subscription=row.subscription_id,
        chat=Chat(row.chat_id) if row[0] is None else to_chat(row[:CHAT_WIDTH]),
        thread=row.thread_id,
        subject=row.subject,
        due=row.due_at,
        attempts=row.attempts,
        may_repeat=row.may_repeat or row.is_leased,
        is_paused=bool(row.subscription_is_paused),
        is_ended=row.known_subscription is None,
        is_superseded=row.is_superseded,
    )
