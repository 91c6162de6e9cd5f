"""What chats chose."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.schedule.schedule import next_after
from bot.storage.claiming import MOVE_ON
from bot.storage.engine import Database, again_when_crossed
from bot.storage.held import available_from
from bot.storage.merging import move
from bot.storage.reading import chat_of, due_in, subscriptions_of
from bot.storage.rows import from_chat
from bot.storage.tables import chats, deliveries, subscriptions
from bot.subscriptions.model import OPEN, Chat, Lost, State, Subscription


class StoredChats:
    """`Chats` of bot.delivery.ports, in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, chat: int) -> Chat:
        """As stored; `Chat(chat)` when nothing is."""
        async with self._database.read() as connection:
            return await chat_of(connection, chat)

    async def change(self, chat: int, **choices: Any) -> Chat:
        """Sets fields of Chat; stores a new chat."""
        async with self._database.write(chat) as connection:
            return await _change(connection, chat, **choices)

    @again_when_crossed
    async def change_zone(self, chat: int, zone: str, house_zone: str, now: datetime) -> Chat:
        """Sets the zone and moves the chat's subscriptions that were in its old zone to the new one."""
        async with self._database.write(chat) as connection:
            old = (await chat_of(connection, chat)).zone or house_zone
            for each in await subscriptions_of(connection, chat):
                if each.schedule.zone == old != zone:
                    await _change_zone(connection, each, zone, now)
            return await _change(connection, chat, zone=zone)

    @again_when_crossed
    async def pause(self, chat: int, until: datetime | None, now: datetime) -> None:
        """Deliveries are held until then; None has no end. What is already held for a pause follows."""
        del now
        async with self._database.write(chat) as connection:
            await _change(connection, chat, is_paused=True, paused_until=until)
            await connection.execute(available_from(deliveries.c.chat_id == chat, until))

    @again_when_crossed
    async def resume(self, chat: int, now: datetime) -> None:
        """Ends the pause; what is held for it becomes available now."""
        async with self._database.write(chat) as connection:
            await _change(connection, chat, is_paused=False, paused_until=None)
            await connection.execute(available_from(deliveries.c.chat_id == chat, now))

    @again_when_crossed
    async def lose(self, chat: int, why: Lost, now: datetime) -> None:
        """Nothing can be sent there: its subscriptions are no longer due, open deliveries have failed.

        Nothing where nothing is kept: a letter that was under way brings nobody back who is forgotten.
        """
        its = subscriptions.c.chat_id == chat
        is_open = deliveries.c.state.in_(OPEN)
        failed = {"state": State.FAILED, "reason": why.value, "available_at": None, "is_leased": False}
        async with self._database.write(chat) as connection:
            if not await _is_kept(connection, chat):
                return
            await _change(connection, chat, lost=why)
            await connection.execute(update(subscriptions).where(its).values(next_due_at=None))
            await connection.execute(
                update(deliveries)
                .where(deliveries.c.chat_id == chat, is_open)
                .values(**failed, changed_at=now)
            )

    @again_when_crossed
    async def regain(self, chat: int, now: datetime) -> None:
        """It can be reached again: subscriptions are due from now on. Nothing when it was not lost."""
        async with self._database.write(chat) as connection:
            if (await chat_of(connection, chat)).lost is None:
                return
            await _change(connection, chat, lost=None)
            # For those that cannot be read: whoever claims them sets them aside.
            its = subscriptions.c.chat_id == chat
            await connection.execute(update(subscriptions).where(its).values(next_due_at=now))
            found = await subscriptions_of(connection, chat)
            due = [{"number": each.id, "due": next_after(each.schedule, now)} for each in found]
            if due:
                await connection.execute(MOVE_ON, due)

    @again_when_crossed
    async def migrate(self, old: int, new: int) -> None:
        """Every row of the chat follows it to its new number; where both have one, the new chat's stays."""
        if old == new:
            return
        async with self._database.write(old, new) as connection:
            await _migrate_chat(connection, old, new)
            await move(connection, subscriptions.c.chat_id == old, chat_id=new)
            its = deliveries.c.chat_id == old
            await connection.execute(update(deliveries).where(its).values(chat_id=new))

    @again_when_crossed
    async def forget(self, chat: int) -> None:
        """Removes every row of the chat."""
        async with self._database.write(chat) as connection:
            for column in (deliveries.c.chat_id, subscriptions.c.chat_id, chats.c.id):
                await connection.execute(delete(column.table).where(column == chat))


async def _is_kept(connection: AsyncConnection, chat: int) -> bool:
    """Whether a choice, a subscription or a delivery of the chat is stored."""
    columns = (chats.c.id, subscriptions.c.chat_id, deliveries.c.chat_id)
    any_of_them = or_(*(select(column).where(column == chat).exists() for column in columns))
    return bool((await connection.execute(select(any_of_them))).scalar_one())


async def _change(connection: AsyncConnection, chat: int, **choices: Any) -> Chat:
    changed = replace(await chat_of(connection, chat), **choices)
    await _put(connection, changed)
    return changed


async def _put(connection: AsyncConnection, chat: Chat) -> None:
    values = from_chat(chat)
    done = await connection.execute(update(chats).where(chats.c.id == chat.id).values(**values))
    if not done.rowcount:
        await connection.execute(insert(chats).values(**values))


async def _change_zone(connection: AsyncConnection, each: Subscription, zone: str, now: datetime) -> None:
    schedule = replace(each.schedule, zone=zone)
    due = await due_in(connection, each.chat, schedule, now)
    await move(connection, subscriptions.c.id == each.id, schedule=str(schedule), next_due_at=due)


async def _migrate_chat(connection: AsyncConnection, old: int, new: int) -> None:
    if await connection.scalar(select(chats.c.id).where(chats.c.id == new)) is None:
        await connection.execute(update(chats).where(chats.c.id == old).values(id=new))
    await connection.execute(delete(chats).where(chats.c.id == old))
