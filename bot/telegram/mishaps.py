"""What happens when a handler fails: an error number for the person, the traceback for the log."""

import logging
import secrets
import traceback
from collections.abc import Callable

from telegram import Update
from telegram.error import Forbidden, TelegramError

from bot.briefing.phrases import phrases
from bot.report.model import Language
from bot.telegram.api import Api, without_quotes

_log = logging.getLogger(__name__)


async def report_mishap(
    api: Api, language_for: Callable[[Update], Language], update: object, error: BaseException
) -> None:
    """One sentence to the person, one entry in the log, both with the same number.

    The log gets where it happened and the kind of error, not its message: that may hold what a person wrote.
    Of Telegram's errors it gets the description.
    """
    if isinstance(error, Forbidden):
        _log.info("no longer allowed to write there: %s", error.message)
        return
    number = secrets.token_hex(3).upper()
    _log.error("error %s: %s\n%s", number, _kind(error), traceback_without_words(error))
    if isinstance(update, Update):
        try:
            await _apologise(api, update, phrases(language_for(update))("error-sorry", number=number))
        except TelegramError as refused:
            _log.warning("error %s: could not say so: %s", number, type(refused).__name__)


def _kind(error: BaseException) -> str:
    """The type; of what Telegram says, the description too, which is its own but for what it quotes."""
    name = type(error).__name__
    return f"{name}: {without_quotes(error.message)}" if isinstance(error, TelegramError) else name


def traceback_without_words(error: BaseException) -> str:
    """Where it happened and the kinds of errors, causes included; their messages may be a person's words."""
    parts: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(parts) < 5:
        frames = "".join(traceback.format_tb(cause.__traceback__))
        parts.append(f"{frames}{type(cause).__module__}.{type(cause).__qualname__}")
        cause = cause.__cause__ or cause.__context__
    return "\n-- because of --\n".join(parts)


async def _apologise(api: Api, update: Update, sentence: str) -> None:
    if update.callback_query:
        await api.call(
            "answerCallbackQuery", callback_query_id=update.callback_query.id, text=sentence, show_alert=True
        )
        return
    message = update.effective_message
    if message:
        thread = message.message_thread_id if message.is_topic_message else None
        await api.call("sendMessage", chat_id=message.chat.id, text=sentence, message_thread_id=thread)
