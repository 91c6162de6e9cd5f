"""A message or a pressed button comes in, an answer goes out: the whole of the conversation."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from telegram import CallbackQuery, Chat, InlineQuery, Message, Update, User
from telegram.error import BadRequest

from bot.briefing.briefing import first_language
from bot.briefing.phrases import phrases
from bot.errors import UnknownAddressError
from bot.report.model import VOICES, Language, Voice
from bot.telegram.access import is_private, may_change_settings
from bot.telegram.addresses import View, view_of
from bot.telegram.api import Api
from bot.telegram.commands import BY_NAME, WORDS_ALONE
from bot.telegram.desk import Desk, Question
from bot.telegram.handlers.inline import inline_answer
from bot.telegram.handlers.unknown import unknown_command
from bot.telegram.memory import Memory
from bot.telegram.render import Page

# Chinese keyboards write ／area（三）: a wide slash, and no space before what is no letter.
_COMMAND = re.compile(
    r"[/／]([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?![A-Za-z0-9_@])\s*(.*)", re.DOTALL
)
_SPEAK = {f"speak_{voice}": voice for voice in VOICES}
# Telegram's ways of saying that there is nothing left to do.
_ALREADY_SO = ("message is not modified", "query is too old", "message to edit not found", "can't be edited")


@dataclass(frozen=True, slots=True)
class Conversation:
    """Holds what answering needs; knows of Telegram's messages, not of the report."""

    desk: Desk
    memory: Memory
    api: Api
    today: Callable[[], date]
    username: Callable[[], str]

    async def on_update(self, update: Update) -> None:
        """Answers what is meant for the bot; leaves the rest alone."""
        if update.callback_query:
            await self._on_button(update.callback_query)
        elif update.inline_query:
            await self._on_inline(update.inline_query)
        elif (message := update.message or update.edited_message) and message.text and not message.via_bot:
            # What was sent by way of a bot is an answer, ours or another's, and no question.
            await self._on_text(message, message.text, edited=update.edited_message is not None)

    def language_for(self, update: Update) -> Language:
        """The language of a single sentence to whoever sent this."""
        return first_language(self._voice(update.effective_chat, update.effective_user))

    async def _on_text(self, message: Message, text: str, *, edited: bool) -> None:
        page = self._answer(message, text)
        if page is None:
            return
        question = (message.chat.id, message.message_id)
        known = self.memory.answers.get(question) if edited else None
        if known is None:
            answer = await self._reply(message, page)
        elif known[1] == hash(text):  # Telegram reports link previews and reactions as edits, too
            return
        else:
            answer = known[0]
            await self._edit(message.chat.id, answer, page)
        self.memory.answers.put(question, (answer, hash(text)))

    def _answer(self, message: Message, text: str) -> Page | None:
        """The page to answer with; None when the words are not for this bot."""
        command = _COMMAND.fullmatch(text)
        private = is_private(message.chat)
        if command is None:
            return WORDS_ALONE(self.desk, self._question(message, text)) if private else None
        name, addressee, words = command.groups()
        if addressee and addressee.lower() != self.username().lower():
            return None
        question = self._question(message, (words or "").strip())
        known = BY_NAME.get(name.lower())
        if known:
            return known.answer(self.desk, question)
        return unknown_command(self.desk, question, name.lower(), BY_NAME) if private else None

    def _question(self, message: Message, words: str) -> Question:
        return Question(words, self._voice(message.chat, message.from_user), self.today())

    def _voice(self, chat: Chat | None, person: User | None) -> Voice:
        """A private chat speaks as its person's client does; a group as the house, until it chooses."""
        spoken_to = person if chat is None or is_private(chat) else None
        return self.memory.voice(chat.id if chat else 0, spoken_to.language_code if spoken_to else None)

    async def _reply(self, message: Message, page: Page) -> int:
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

    async def _edit(self, chat: int, message: int, page: Page) -> None:
        try:
            await self.api.call_with_html(
                "editMessageText",
                page.html,
                chat_id=chat,
                message_id=message,
                reply_markup=page.keyboard or '{"inline_keyboard":[]}',
            )
        except BadRequest as error:
            if not any(words in error.message.lower() for words in _ALREADY_SO):
                raise

    async def _on_button(self, query: CallbackQuery) -> None:
        """Edits the message in place. What a button carries is not trusted: it may be old or made up."""
        message = query.message
        voice = self._voice(message.chat if message else None, query.from_user)
        if not isinstance(message, Message) or not _is_from(message, self.username()):
            await self._notify(query, phrases(first_language(voice))("notice-expired"))
            return
        try:
            view = view_of(query.data or "")
            if view.address in _SPEAK:
                await self._on_language(query, message, _SPEAK[view.address])
                return
            page = self.desk.page(view, self.today())
        except UnknownAddressError:
            await self._notify(query, phrases(first_language(voice))("notice-expired"))
            return
        # First the edit: a button press can be answered once, and when the edit fails that is an apology.
        await self._edit(message.chat.id, message.message_id, page)
        await self._notify(query)

    async def _on_language(self, query: CallbackQuery, message: Message, voice: Voice) -> None:
        if not await may_change_settings(self.api, message.chat, query.from_user):
            await self._notify(query, phrases(first_language(voice))("notice-administrators"))
            return
        self.memory.set_voice(message.chat.id, voice)
        page = self.desk.page(View("start", 0, voice), self.today())
        await self._edit(message.chat.id, message.message_id, page)
        await self._notify(query, phrases(first_language(voice))(f"language-set-{voice}"))

    async def _on_inline(self, query: InlineQuery) -> None:
        voice = self._voice(None, query.from_user)
        answer = inline_answer(self.desk, Question(query.query, voice, self.today()))
        try:
            # Personal, and kept for a minute: the same words have another answer tomorrow.
            await self.api.call(
                "answerInlineQuery",
                inline_query_id=query.id,
                results=answer.results,
                button=answer.button or None,
                is_personal=True,
                cache_time=60,
            )
        except BadRequest as error:
            if not any(words in error.message.lower() for words in _ALREADY_SO):
                raise

    async def _notify(self, query: CallbackQuery, text: str | None = None) -> None:
        try:
            await self.api.call("answerCallbackQuery", callback_query_id=query.id, text=text)
        except BadRequest as error:
            if not any(words in error.message.lower() for words in _ALREADY_SO):
                raise


def _is_from(message: Message, username: str) -> bool:
    return message.from_user is not None and message.from_user.username == username
