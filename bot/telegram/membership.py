"""The bot is added, removed, blocked, let in again; a group moves to another number."""

import logging

from telegram import ChatMember, ChatMemberRestricted, ChatMemberUpdated, Message

from bot.delivery.ports import StorageError, Store, Stored
from bot.subscriptions.model import Chat as StoredChat
from bot.subscriptions.model import Lost
from bot.telegram.access import is_private
from bot.telegram.choices import Choices
from bot.telegram.office import Visit

_log = logging.getLogger(__name__)
_GONE = (ChatMember.LEFT, ChatMember.BANNED)


def why_lost(member: ChatMember, *, private: bool) -> Lost | None:
    """What keeps the bot from writing there, as it stands to the chat now."""
    if member.status in _GONE:
        return Lost.BLOCKED if private else Lost.KICKED
    if isinstance(member, ChatMemberRestricted) and not (member.is_member and member.can_send_messages):
        return Lost.NO_RIGHTS if member.is_member else Lost.KICKED
    return None


def is_welcome(change: ChatMemberUpdated) -> bool:
    """Whether the bot has just come into a group: then it introduces itself."""
    was_gone = why_lost(change.old_chat_member, private=False) is Lost.KICKED
    return not is_private(change.chat) and was_gone and _lost_now(change) is None


def _lost_now(change: ChatMemberUpdated) -> Lost | None:
    return why_lost(change.new_chat_member, private=is_private(change.chat))


async def follow(change: ChatMemberUpdated, stored: Stored, choices: Choices, visit: Visit) -> None:
    """Keeps in mind whether the chat can be written to; what cannot be kept is found out when sending.

    Of a chat that has nothing stored, or had it forgotten, nothing is kept.
    """
    why = _lost_now(change)
    try:
        store = await stored()
        chats = store.chats
        if why is not None:
            if await _is_kept(store, change.chat.id):
                await chats.lose(change.chat.id, why, visit.now)
        elif (await chats.get(change.chat.id)).lost is not None:
            await chats.regain(change.chat.id, visit.now)
    except StorageError as error:
        _log.error("what became of a chat cannot be kept: %s", error)
    choices.drop(change.chat.id)


async def _is_kept(store: Store, chat: int) -> bool:
    return await store.chats.get(chat) != StoredChat(chat) or bool(await store.subscriptions.of(chat))


async def migrate(message: Message, stored: Stored, choices: Choices) -> None:
    """Every row follows the group to its new number; Telegram says so in both chats."""
    old = message.chat.id if message.migrate_to_chat_id else message.migrate_from_chat_id
    new = message.migrate_to_chat_id or message.chat.id
    if old is None:
        return
    try:
        await (await stored()).chats.migrate(old, new)
    except StorageError as error:  # the next briefing finds out by Telegram's refusal
        _log.error("a group's new number cannot be kept: %s", error)
    choices.drop(old)
    choices.drop(new)
