"""Who may change what a chat has chosen."""

from collections.abc import Callable
from datetime import datetime, timedelta

from telegram import Chat, User
from telegram.error import TelegramError

from bot.telegram.api import Api
from bot.telegram.memory import Recent

_ADMINISTRATORS = ("creator", "administrator")
_TRUSTED = timedelta(seconds=60)  # how long a role is taken for granted
_MOST = 10_000


def is_private(chat: Chat) -> bool:
    """A conversation with one person."""
    return chat.type == Chat.PRIVATE


class Administrators:
    """Asks Telegram, and remembers for a minute who is one; a refusal is always asked anew."""

    def __init__(self, api: Api, now: Callable[[], datetime]) -> None:
        self._api = api
        self._now = now
        self._known: Recent[tuple[int, int], datetime] = Recent(_MOST)

    async def may_change(self, chat: Chat, person: User | None, sender: Chat | None = None) -> bool:
        """Everyone in their private chat; in a group its administrators, also those who write in its name.

        `sender` is the chat a message was written in the name of: the group itself for an anonymous
        administrator, or the channel the group discusses.
        """
        if is_private(chat):
            return True
        if sender is not None:
            return sender.id == chat.id or await self._is_linked(chat.id, sender.id)
        return person is not None and await self._is_administrator(chat.id, person.id)

    async def _is_administrator(self, chat: int, person: int) -> bool:
        if self._is_known(chat, person):
            return True
        try:
            member = await self._api.call("getChatMember", chat_id=chat, user_id=person)
        except TelegramError:
            return False
        return self._keep(chat, person, known=member.get("status") in _ADMINISTRATORS)

    async def _is_linked(self, chat: int, channel: int) -> bool:
        if self._is_known(chat, channel):
            return True
        try:
            found = await self._api.call("getChat", chat_id=chat)
        except TelegramError:
            return False
        return self._keep(chat, channel, known=found.get("linked_chat_id") == channel)

    def _is_known(self, chat: int, who: int) -> bool:
        since = self._known.get((chat, who))
        return since is not None and abs(self._now() - since) < _TRUSTED

    def _keep(self, chat: int, who: int, *, known: bool) -> bool:
        if known:
            self._known.put((chat, who), self._now())
        return known
