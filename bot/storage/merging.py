"""Subscriptions that would become the same as another one, when one of their columns changes."""

from typing import Any

from sqlalchemy import ColumnElement, delete, exists, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import subscriptions

_SAME = ("chat_id", "thread_id", "subject", "schedule")


async def move(connection: AsyncConnection, which: ColumnElement[bool], **columns: Any) -> None:
    """Sets columns of subscriptions; one that another is already like ends instead."""
    other = subscriptions.alias()
    same = (other.c[name] == columns.get(name, subscriptions.c[name]) for name in _SAME)
    twin = exists().where(*same, other.c.id != subscriptions.c.id)
    await connection.execute(delete(subscriptions).where(which, twin))
    await connection.execute(update(subscriptions).where(which).values(**columns))
