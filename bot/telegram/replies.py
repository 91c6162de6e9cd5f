"""What goes back to whoever wrote or pressed a button: a reply, an edit, a sentence in passing."""

from dataclasses import dataclass
from typing import Any

from telegram import CallbackQuery, Message
from telegram.error import BadRequest

from bot.telegram.access import is_private
from bot.telegram.api import Api
from bot.telegram.render import Page

# Telegram's ways of saying that there is nothing left to do.
_ALREADY_SO = ("message is not modified", "query is too old", "message to edit not found", "can't be edited")


@dataclass(frozen=True, slots=True)
class Replies:
    """Pages and sentences on their way out; knows nothing of what they say."""

    api: Api

    async def reply(self, message: Message, page: Page) -> int:
        """In groups as a reply, in the same topic; returns the answer's id."""
        target: dict[str, Any] = {}
        if not is_private(message.chat):
            target["reply_parameters"] = {
                "message_id": message.message_id,
                "allow_sending_without_reply": True,
            }
        if message.is_topic_message:
            target["message_thread_id"] = message.message_thread_id
        sent = await self.api.call_with_html(
            "sendMessage", page.html, chat_id=message.chat.id, reply_markup=page.keyboard or None, **target
        )
        return int(sent["message_id"])

    async def edit(self, chat: int, message: int, page: Page) -> None:
        """Puts the page in place of what the message said."""
        try:
            await self.api.call_with_html(
                "editMessageText",
                page.html,
                chat_id=chat,
                message_id=message,
                reply_markup=page.keyboard or '{"inline_keyboard":[]}',
            )
        except BadRequest as error:
            if not is_already_so(error):
                raise

    async def notify(self, query: CallbackQuery, text: str | None = None) -> None:
        """Answers a pressed button: with a sentence in passing, or with nothing but that it was heard."""
        try:
            await self.api.call("answerCallbackQuery", callback_query_id=query.id, text=text)
        except BadRequest as error:
            if not is_already_so(error):
                raise


def is_already_so(error: BadRequest) -> bool:
    """Whether Telegram refuses because there is nothing left to do."""
    return any(words in error.message.lower() for words in _ALREADY_SO)
