"""What Telegram's refusals mean for a scheduled briefing: go on, wait, try again, or give up."""

import logging
from collections.abc import Mapping
from typing import TypeVar

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.delivery.ports import (
    Flooded,
    Migrated,
    NoAnswer,
    NotSent,
    Outcome,
    Refused,
    TopicTrouble,
    Unreachable,
)
from bot.subscriptions.model import GENERAL, Lost, Reason
from bot.telegram.api import seconds_of, without_quotes
from bot.telegram.unsent import UnsentError

_Meaning = TypeVar("_Meaning")

_log = logging.getLogger(__name__)
# Telegram's words, in lower case. A 403 it words otherwise is of a group that does not want the bot.
_FORBIDDEN = {
    "blocked by the user": Lost.BLOCKED,
    "can't initiate conversation": Lost.BLOCKED,
    "user is deactivated": Lost.DEACTIVATED,
}
_TOPICS = {"message thread not found": Reason.TOPIC_GONE, "topic_closed": Reason.TOPIC_CLOSED}
_CHATS = {
    "chat not found": Lost.NOT_FOUND,
    "not enough rights": Lost.NO_RIGHTS,
    "have no rights": Lost.NO_RIGHTS,
    "chat_write_forbidden": Lost.NO_RIGHTS,
    "need administrator rights": Lost.NO_RIGHTS,
}
# Telegram's own descriptions; a gateway's 502 and 504 may come after Telegram did as asked.
_FAILED = ("internal server error", "too many requests")


def outcome_of(error: TelegramError, thread: int) -> Outcome:
    """What became of a message to a thread; what may have arrived counts as unanswered."""
    if isinstance(error, RetryAfter):
        return Flooded(seconds_of(error))
    if isinstance(error, ChatMigrated):
        return Migrated(error.new_chat_id)
    if isinstance(error, Forbidden):
        return Unreachable(_meant(error, _FORBIDDEN) or Lost.KICKED)
    if isinstance(error, BadRequest):
        return _refusal(error, thread)
    return NotSent() if _has_certainly_failed(error) else NoAnswer()


def _refusal(error: BadRequest, thread: int) -> Outcome:
    topic = _meant(error, _TOPICS) if thread != GENERAL else None
    if topic:
        return TopicTrouble(topic)
    lost = _meant(error, _CHATS)
    if lost:
        return Unreachable(lost)
    _log.error("a briefing was refused: %s", without_quotes(error.message))
    return Refused(Reason.REFUSED)


def _has_certainly_failed(error: TelegramError) -> bool:
    if isinstance(error, UnsentError | InvalidToken | Conflict):
        return True
    # Without JSON there is a status in brackets after the words, and whoever sent that was not Telegram.
    words = error.message.lower().split(":")[0]
    return type(error) is NetworkError and words in _FAILED


def _meant(error: TelegramError, meanings: Mapping[str, _Meaning]) -> _Meaning | None:
    said = error.message.lower()
    return next((meaning for words, meaning in meanings.items() if words in said), None)
