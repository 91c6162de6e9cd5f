"""Chats and subscriptions as they stand, inside a transaction."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.delivery.ports import UnknownSubscriptionError
from bot.schedule.schedule import Schedule, next_after
from bot.storage.rows import to_chat, to_subscription
from bot.storage.tables import chats, subscriptions
from bot.subscriptions.model import Chat, Subscription


async def chat_of(connection: AsyncConnection, chat: int) -> Chat:
    """A chat; as it is at first when nothing is stored."""
    row = (await connection.execute(select(chats).where(chats.c.id == chat))).first()
    return Chat(chat) if row is None else to_chat(row)


async def subscriptions_of(connection: AsyncConnection, chat: int) -> tuple[Subscription, ...]:
    """A chat's, in the order they were made."""
    query = select(subscriptions).where(subscriptions.c.chat_id == chat).order_by(subscriptions.c.id)
    return tuple(to_subscription(row) for row in await connection.execute(query))


async def subscription_of(connection: AsyncConnection, chat: int, number: int) -> Subscription:
    """One of a chat's; raises UnknownSubscriptionError."""
    query = select(subscriptions).where(subscriptions.c.id == number, subscriptions.c.chat_id == chat)
    row = (await connection.execute(query)).first()
    if row is None:
        raise UnknownSubscriptionError(f"chat {chat} has no subscription {number}")
    return to_subscription(row)


async def due_in(
    connection: AsyncConnection, chat: int, schedule: Schedule, now: datetime
) -> datetime | None:
    """When a schedule is due in a chat after now; None while the chat is lost."""
    is_lost = (await chat_of(connection, chat)).lost is not None
    return None if is_lost else next_after(schedule, now)
