"""The queue of updates: what waits for the bot, and which kinds it asked for."""

from collections import deque
from collections.abc import Callable, Iterable

from bot.simulator.chats import Json

# Telegram sends these only to bots that ask for them by name.
_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})

NOT_QUEUED = 0
"""The update_id of an update that Telegram keeps from the bot."""


class UpdateQueue:
    """Updates wait until they are confirmed by asking for a later one."""

    def __init__(self) -> None:
        self.allowed: frozenset[str] = frozenset()
        self._waiting: deque[Json] = deque()
        self._last_id = 0
        self._watchers: list[Callable[[], None]] = []
        self._interrupt: Callable[[], None] | None = None

    def begin_at(self, number: int) -> None:
        """Give the next update at least this number."""
        self._last_id = max(self._last_id, number - 1)

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, kind: str, payload: Json, *, for_bot: bool = True) -> Json:
        """Wrap the payload as an update, and queue it if the bot is to have it."""
        wanted = kind in self.allowed if self.allowed else kind not in _ON_REQUEST
        if not (for_bot and wanted):
            return {"update_id": NOT_QUEUED, kind: payload}
        self._last_id += 1
        update = {"update_id": self._last_id, kind: payload}
        self._waiting.append(update)
        self.wake()
        return update

    def wake(self) -> None:
        """Let whoever waits for updates look again."""
        for watcher in tuple(self._watchers):
            watcher()

    def get(self, offset: int = 0, limit: int = 100) -> list[Json]:
        """What waits from `offset` on; everything before it is confirmed and gone.

        A negative offset keeps that many of the newest and forgets the rest.
        """
        if offset < 0:
            offset = self._last_id + 1 + max(offset, -len(self._waiting))
        while self._waiting and self._waiting[0]["update_id"] < offset:
            self._waiting.popleft()
        return list(self._waiting)[:limit]

    def allow(self, kinds: Iterable[str] | None) -> None:
        """Choose the kinds of coming updates: none named is Telegram's usual choice, None changes nothing."""
        if kinds is not None:
            self.allowed = frozenset(kinds)

    def drop(self) -> None:
        self._waiting.clear()

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call the watcher whenever an update was queued."""
        self._watchers.append(watcher)

    def unwatch(self, watcher: Callable[[], None]) -> None:
        self._watchers.remove(watcher)

    def claim(self, interrupt: Callable[[], None]) -> None:
        """Become the one who waits for updates; whoever waited until now is interrupted."""
        if self._interrupt:
            self._interrupt()
        self._interrupt = interrupt

    def release(self, interrupt: Callable[[], None]) -> None:
        if self._interrupt == interrupt:
            self._interrupt = None
