"""What chats chose, kept at hand for a minute: every answer asks for the language."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.delivery.ports import StorageError, Stored
from bot.report.model import Voice
from bot.subscriptions.model import Chat
from bot.telegram.memory import Recent

_AT_HAND = timedelta(seconds=60)  # another process may have changed it
_MOST = 100_000

_log = logging.getLogger(__name__)


class Choices:
    """Reads through to the store."""

    def __init__(self, stored: Stored, house_voice: Voice, now: Callable[[], datetime]) -> None:
        self._stored = stored
        self._house_voice = house_voice
        self._now = now
        self._recent: Recent[int, tuple[datetime, Chat]] = Recent(_MOST)

    async def of(self, chat: int) -> Chat:
        """As chosen; as the house has it while the store cannot be used: people are answered all the same."""
        known = self._recent.get(chat)
        if known and abs(self._now() - known[0]) < _AT_HAND:
            return known[1]
        try:
            found = await (await self._stored()).chats.get(chat)
        except StorageError as error:
            _log.error("what a chat chose cannot be read: %s", error)
            return Chat(chat)
        return self.keep(found)

    def keep(self, chat: Chat) -> Chat:
        """This is how it stands now."""
        self._recent.put(chat.id, (self._now(), chat))
        return chat

    def drop(self, chat: int) -> None:
        """It is not known any more how it stands."""
        self._recent.drop(chat)

    def known(self, chat: int) -> Chat:
        """What is at hand; an apology does not wait for the store."""
        kept = self._recent.get(chat)
        return kept[1] if kept else Chat(chat)

    def voice(self, chat: Chat, client_language: str | None) -> Voice:
        """As chosen; else as the person's client is set; else as the house speaks."""
        return chat.voice or _guess(client_language) or self._house_voice


def _guess(client_language: str | None) -> Voice | None:
    """Chinese clients of any kind get Chinese, any other language English."""
    if not client_language:
        return None
    return "zh" if client_language.lower().startswith("zh") else "en"
