"""Chats and subscriptions as they stand, inside a transaction."""

import logging
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.ports import UnknownSubscriptionError
from bot.delivery.troubles import frames_of
from bot.schedule.schedule import Schedule, ScheduleTextError, next_after
from bot.storage.rows import to_chat, to_subscription
from bot.storage.tables import chats, subscriptions
from bot.subscriptions.model import Chat, Subscription

_log = logging.getLogger(__name__)


async def chat_of(connection: AsyncConnection, chat: int) -> Chat:
    """A chat; as it is at first when nothing is stored."""
    row = (await connection.execute(select(chats).where(chats.c.id == chat))).first()
    return Chat(chat) if row is None else to_chat(row)


async def subscriptions_of(connection: AsyncConnection, chat: int) -> tuple[Subscription, ...]:
    """A chat's, in the order they were made; one that cannot be read is left out."""
    query = select(subscriptions).where(subscriptions.c.chat_id == chat).order_by(subscriptions.c.id)
    return tuple(filter(None, map(_readable, await connection.execute(query))))


async def subscription_of(connection: AsyncConnection, chat: int, number: int) -> Subscription:
    """One of a chat's; raises UnknownSubscriptionError, for one that cannot be read too."""
    query = select(subscriptions).where(subscriptions.c.id == number, subscriptions.c.chat_id == chat)
    row = (await connection.execute(query)).first()
    found = None if row is None else _readable(row)
    if found is None:
        raise UnknownSubscriptionError(f"chat {chat} has no subscription {number}")
    return found


def _readable(row: Row[Any]) -> Subscription | None:
    try:
        return to_subscription(row)
    except ScheduleTextError as error:  # written by another version, or by hand
        _log.error("Subscription %d cannot be read, it is left out: %s", row.id, frames_of(error))
        return None


async def due_in(
    connection: AsyncConnection, chat: int, schedule: Schedule, now: datetime
) -> datetime | None:
    """When a schedule is due in a chat after now; None while the chat is lost."""
    is_lost = (await chat_of(connection, chat)).lost is not None
    return None if is_lost else next_after(schedule, now)
