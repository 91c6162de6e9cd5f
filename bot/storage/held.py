"""Deliveries that a pause holds."""

from datetime import datetime

from sqlalchemy import ColumnElement, Update, exists, update

from bot.storage.tables import chats, deliveries, subscriptions
from bot.subscriptions.model import Reason, State


def available_from(which: ColumnElement[bool], at: datetime | None) -> Update:
    """Of the deliveries that a pause holds, these may be taken up from then on; None: not by themselves."""
    table = deliveries.c
    return (
        update(deliveries)
        .where(which, table.state == State.HELD, table.reason == Reason.PAUSED)
        .values(available_at=at)
    )


def no_pause() -> ColumnElement[bool]:
    """Neither the chat of a delivery nor its subscription is paused."""
    chat = exists().where(chats.c.id == deliveries.c.chat_id, chats.c.is_paused)
    own = exists().where(subscriptions.c.id == deliveries.c.subscription_id, subscriptions.c.is_paused)
    return ~chat & ~own
