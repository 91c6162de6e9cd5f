"""A message or a pressed button comes in, an answer goes out: the whole of the conversation."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from telegram import CallbackQuery, Chat, ChatMemberUpdated, InlineQuery, Message, Update, User
from telegram.error import BadRequest

from bot.briefing import chat_pages
from bot.briefing.briefing import first_language
from bot.briefing.phrases import phrases
from bot.delivery.ports import StorageError
from bot.errors import UnknownAddressError
from bot.report.model import VOICES, Language, Voice
from bot.subscriptions.model import GENERAL
from bot.subscriptions.model import Chat as StoredChat
from bot.telegram.access import Administrators, is_private
from bot.telegram.addresses import View, view_of
from bot.telegram.api import Api
from bot.telegram.commands import BY_NAME, WORDS_ALONE
from bot.telegram.desk import Question
from bot.telegram.handlers import actions
from bot.telegram.handlers.inline import inline_answer, outsiders_answer
from bot.telegram.handlers.unknown import unknown_command
from bot.telegram.membership import follow, is_welcome, migrate
from bot.telegram.memory import Recent
from bot.telegram.office import Office, Visit
from bot.telegram.render import Page

# Chinese keyboards write ／area（三）: a wide slash, and no space before what is no letter.
_COMMAND = re.compile(
    r"[/／]([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?![A-Za-z0-9_@])\s*(.*)", re.DOTALL
)
_SPEAK = {f"speak_{voice}": voice for voice in VOICES}
# Telegram's ways of saying that there is nothing left to do.
_ALREADY_SO = ("message is not modified", "query is too old", "message to edit not found", "can't be edited")

_log = logging.getLogger(__name__)


def _recent_answers() -> Recent[tuple[int, int], tuple[int, int]]:
    return Recent(10_000)


@dataclass(frozen=True, slots=True)
class Conversation:
    """Holds what answering needs; knows of Telegram's messages, not of the report."""

    office: Office
    administrators: Administrators
    api: Api
    now: Callable[[], datetime]
    username: Callable[[], str]
    # (chat, question) -> (answer, hash of the question's words)
    _answers: Recent[tuple[int, int], tuple[int, int]] = field(default_factory=_recent_answers)

    async def on_update(self, update: Update) -> None:
        """Answers what is meant for the bot; leaves the rest alone."""
        if update.my_chat_member:
            await self._on_membership(update.my_chat_member)
        elif update.inline_query:
            await self._on_inline(update.inline_query)
        elif update.callback_query:
            await self._on_button(update.callback_query)
        elif message := update.message or update.edited_message:
            await self._on_message(message, edited=update.edited_message is not None)

    async def _on_message(self, message: Message, *, edited: bool) -> None:
        if message.migrate_to_chat_id or message.migrate_from_chat_id:
            await migrate(message, self.office.stored, self.office.choices)
        elif message.text and not message.via_bot:
            # What was sent by way of a bot is an answer, ours or another's, and no question.
            await self._on_text(message, message.text, edited=edited)

    async def tell_flooding(self, update: object) -> None:
        """Once to whoever writes too fast."""
        if not isinstance(update, Update):
            return
        sentence = phrases(self.language_for(update))("refused-flooding")
        if update.callback_query:
            await self._notify(update.callback_query, sentence)
        elif message := update.effective_message:
            thread = message.message_thread_id if message.is_topic_message else None
            await self.api.call(
                "sendMessage", chat_id=message.chat.id, text=sentence, message_thread_id=thread
            )

    def language_for(self, update: Update) -> Language:
        """The language of a single sentence to whoever sent this."""
        chat = self.office.choices.known(update.effective_chat.id if update.effective_chat else 0)
        return first_language(self._voice(chat, update.effective_chat, update.effective_user))

    async def _on_text(self, message: Message, text: str, *, edited: bool) -> None:
        page = await self._answer(message, text)
        if page is None:
            return
        question = (message.chat.id, message.message_id)
        known = self._answers.get(question) if edited else None
        if known is None:
            answer = await self._reply(message, page)
        elif known[1] == hash(text):  # Telegram reports link previews and reactions as edits, too
            return
        else:
            answer = known[0]
            await self._edit(message.chat.id, answer, page)
        self._answers.put(question, (answer, hash(text)))

    async def _answer(self, message: Message, text: str) -> Page | None:
        """The page to answer with; None when the words are not for this bot."""
        command = _COMMAND.fullmatch(text)
        private = is_private(message.chat)
        name, addressee, words = command.groups() if command else ("", "", text)
        if (not private and command is None) or (addressee and addressee.lower() != self.username().lower()):
            return None
        if command and not private and name.lower() not in BY_NAME:
            return None
        chat = await self._heard_from(message)
        question = self._question(chat, message, (words or "").strip() if command else text)
        if not self.office.house.admits(message.chat.id, message.from_user.id if message.from_user else None):
            return self.office.desk.say(question, chat_pages.outsider)
        if command is None:
            return WORDS_ALONE(self.office.desk, question)
        return await self._commanded(name.lower(), chat, message, question)

    async def _commanded(self, name: str, chat: StoredChat, message: Message, question: Question) -> Page:
        known = BY_NAME.get(name)
        if known is None:
            return unknown_command(self.office.desk, question, name, BY_NAME)
        if known.act is None:
            return known.answer(self.office.desk, question)
        visit = await self._visit(chat, message, question, message.from_user, message.sender_chat)
        try:
            return await known.act(self.office, visit)
        except StorageError as error:
            _log.error("/%s could not be answered: %s", name, error)
            return self.office.desk.say(question, chat_pages.storage_trouble)

    async def _heard_from(self, message: Message) -> StoredChat:
        """The chat as it is stored. Who writes has the bot back."""
        chat = await self.office.choices.of(message.chat.id)
        if chat.lost is None:
            return chat
        try:
            await (await self.office.store()).chats.regain(chat.id, self.now())
            self.office.choices.drop(chat.id)
        except StorageError as error:
            _log.error("a chat that is back cannot be kept: %s", error)
        return await self.office.choices.of(chat.id)

    async def _visit(
        self,
        chat: StoredChat,
        message: Message,
        question: Question,
        person: User | None,
        sender: Chat | None = None,
    ) -> Visit:
        may = chat.members_may_change or await self.administrators.may_change(message.chat, person, sender)
        thread = message.message_thread_id if message.is_topic_message else None
        operators = self.office.house.operators
        return Visit(
            chat, thread or GENERAL, question, self.now(), may, person is not None and person.id in operators
        )

    def _question(self, chat: StoredChat, message: Message, words: str) -> Question:
        return Question(words, self._voice(chat, message.chat, message.from_user), self._today())

    def _today(self) -> date:
        """The calendar day where the district is."""
        return self.now().astimezone(self.office.house.zone).date()

    def _voice(self, chat: StoredChat, place: Chat | None, person: User | None) -> Voice:
        """A private chat speaks as its person's client does; a group as the house, until it chooses."""
        spoken_to = person if place is None or is_private(place) else None
        return self.office.choices.voice(chat, spoken_to.language_code if spoken_to else None)

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
        place = message.chat if message else None
        chat = await self.office.choices.of(place.id) if place else StoredChat(0)
        voice = self._voice(chat, place, query.from_user)
        say = phrases(first_language(voice))
        if place and not self.office.house.admits(place.id, query.from_user.id):
            await self._notify(query, say("refused-outsider"))
            return
        if not isinstance(message, Message) or not _is_from(message, self.username()):
            await self._notify(query, say("notice-expired"))
            return
        try:
            answer = await self._pressed(query, message, chat, voice)
        except UnknownAddressError:
            answer = actions.Notice("notice-expired")
        except StorageError as error:
            _log.error("a button could not be answered: %s", error)
            answer = actions.Notice("refused-storage")
        # First the edit: a button press can be answered once, and when the edit fails that is an apology.
        if isinstance(answer, actions.Notice):
            say = phrases(first_language(answer.voice or voice))
            await self._notify(query, say(answer.phrase))
            return
        await self._edit(message.chat.id, message.message_id, answer)
        await self._notify(query)

    async def _pressed(
        self, query: CallbackQuery, message: Message, chat: StoredChat, voice: Voice
    ) -> actions.Answer:
        data = query.data or ""
        if data.startswith("!"):
            question = Question("", voice, self._today())
            visit = await self._visit(chat, message, question, query.from_user)
            return await actions.press(self.office, visit, data)
        view = view_of(data)
        if view.address in _SPEAK:
            return await self._speak(query, message, chat, _SPEAK[view.address])
        return self.office.desk.page(view, self._today())

    async def _speak(
        self, query: CallbackQuery, message: Message, chat: StoredChat, voice: Voice
    ) -> actions.Answer:
        visit = await self._visit(chat, message, Question("", voice, self._today()), query.from_user)
        if not visit.may_change:
            return actions.Notice("notice-administrators", voice)
        self.office.choices.keep(await (await self.office.store()).chats.change(chat.id, voice=voice))
        page = self.office.desk.page(View("start", 0, voice), self._today())
        await self._edit(message.chat.id, message.message_id, page)
        return actions.Notice(f"language-set-{voice}", voice)

    async def _on_membership(self, change: ChatMemberUpdated) -> None:
        chat = await self.office.choices.of(change.chat.id)
        voice = self._voice(chat, change.chat, change.from_user)
        visit = Visit(chat, GENERAL, Question("", voice, self._today()), self.now(), may_change=True)
        await follow(change, self.office.stored, self.office.choices, visit)
        if is_welcome(change):
            page = self._introduction(visit, change.from_user)
            await self.api.call_with_html(
                "sendMessage", page.html, chat_id=change.chat.id, reply_markup=page.keyboard or None
            )

    def _introduction(self, visit: Visit, adder: User) -> Page:
        if not self.office.house.admits(visit.chat.id, adder.id):
            return self.office.say(visit, chat_pages.outsider)
        return self.office.say(
            visit, lambda context: chat_pages.introduction(context, self.office.zone(visit))
        )

    async def _on_inline(self, query: InlineQuery) -> None:
        chat = await self.office.choices.of(query.from_user.id)
        question = Question(query.query, self._voice(chat, None, query.from_user), self._today())
        admitted = self.office.house.admits(None, query.from_user.id)
        answer = inline_answer(self.office.desk, question) if admitted else outsiders_answer(question)
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
