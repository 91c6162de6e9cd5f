"""Who may do what, where."""

from telegram import Chat, User
from telegram.error import TelegramError

from bot.telegram.api import Api

_ADMINISTRATORS = ("creator", "administrator")


def is_private(chat: Chat) -> bool:
    """A conversation with one person."""
    return chat.type == Chat.PRIVATE


async def may_change_settings(api: Api, chat: Chat, user: User | None) -> bool:
    """Everyone in their private chat; in a group its administrators."""
    if is_private(chat):
        return True
    if user is None:
        return False
    try:
        member = await api.call("getChatMember", chat_id=chat.id, user_id=user.id)
    except TelegramError:
        return False
    return member.get("status") in _ADMINISTRATORS
