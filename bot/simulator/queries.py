"""Questions people put to the bot by buttons and inline: open for a while, to be answered once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from bot.simulator.chats import Json, Message
from bot.simulator.faults import bad_request
from bot.simulator.shown import CallbackAnswer

# Telegram does not publish how long it waits; bots that answer later than this see the error in practice.
CALLBACK_LIFETIME = timedelta(seconds=60)
INLINE_LIFETIME = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class _Open:
    user_id: int
    expires: float
    query: str = ""


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """The results the bot gave for an inline query."""

    query_id: str
    user_id: int
    query: str
    results: tuple[Json, ...]
    options: Json  # cache_time, is_personal, next_offset, button, as given

    def result(self, result_id: str) -> Json:
        """The result with this id.

        Raises:
            LookupError: there is none.
        """
        for result in self.results:
            if result["id"] == result_id:
                return result
        raise LookupError(f"no result {result_id!r} among {[result['id'] for result in self.results]}")


@dataclass(slots=True)
class Queries:
    """Open queries, the answers given, and the messages that came into chats by inline results."""

    alerts: list[CallbackAnswer] = field(default_factory=list)
    inline_answers: list[InlineAnswer] = field(default_factory=list)
    inline_messages: dict[str, Message] = field(default_factory=dict)
    _callbacks: dict[str, _Open] = field(default_factory=dict)
    _inline: dict[str, _Open] = field(default_factory=dict)
    _ids: Iterator[int] = field(default_factory=lambda: count(7_000_000_001))

    def open_callback(self, user_id: int, now: float) -> str:
        return self._open(self._callbacks, _Open(user_id, now + CALLBACK_LIFETIME.total_seconds()))

    def open_inline(self, user_id: int, query: str, now: float) -> str:
        return self._open(self._inline, _Open(user_id, now + INLINE_LIFETIME.total_seconds(), query))

    def new_id(self) -> str:
        return str(next(self._ids))

    def _open(self, queries: dict[str, _Open], query: _Open) -> str:
        query_id = self.new_id()
        queries[query_id] = query
        return query_id

    def answer_callback(self, query_id: str, now: float, *, text: str, show_alert: bool, url: str) -> None:
        query = _close(self._callbacks, query_id, now)
        self.alerts.append(CallbackAnswer(query_id, query.user_id, text, show_alert, url))

    def answer_inline(self, query_id: str, now: float, results: list[Json], options: Json) -> None:
        query = _close(self._inline, query_id, now)
        self.inline_answers.append(
            InlineAnswer(query_id, query.user_id, query.query, tuple(results), options)
        )


def _close(queries: dict[str, _Open], query_id: str, now: float) -> _Open:
    query = queries.pop(query_id, None)
    if query is None or now > query.expires:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    return query
