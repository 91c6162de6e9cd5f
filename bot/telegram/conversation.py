"""A message comes in, an answer goes out; so with words typed behind the bot's name, and new chats."""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from telegram import ChatMemberUpdated, InlineQuery, Message, Update, User
from telegram.error import BadRequest

from bot.briefing import chat_pages
from bot.briefing.briefing import first_language
from bot.briefing.phrases import phrases
from bot.delivery.ports import StorageError
from bot.report.model import Language
from bot.subscriptions.model import Chat as StoredChat
from bot.telegram.access import is_private
from bot.telegram.api import Api
from bot.telegram.buttons import Buttons
from bot.telegram.commands import BY_NAME
from bot.telegram.desk import Question
from bot.telegram.handlers.asking import respond
from bot.telegram.handlers.inline import inline_answer, outsiders_answer
from bot.telegram.handlers.starting import introduce
from bot.telegram.handlers.unknown import unknown_command
from bot.telegram.membership import follow, is_welcome, migrate
from bot.telegram.memory import Recent
from bot.telegram.office import Office, Visit
from bot.telegram.reception import Reception
from bot.telegram.render import Page
from bot.telegram.replies import Replies, is_already_so

# Chinese keyboards write ／area（三）: a wide slash, and no space before what is no letter.
_COMMAND = re.compile(
    r"[/／]([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?![A-Za-z0-9_@])\s*(.*)", re.DOTALL
)

_log = logging.getLogger(__name__)


def _recent_answers() -> Recent[tuple[int, int], tuple[int, int]]:
    return Recent(10_000)


@dataclass(frozen=True, slots=True)
class Conversation:
    """Holds what answering needs; knows of Telegram's messages, not of the report."""

    office: Office
    api: Api
    reception: Reception
    replies: Replies
    username: Callable[[], str]
    # (chat, question) -> (answer, hash of the question's words)
    _answers: Recent[tuple[int, int], tuple[int, int]] = field(default_factory=_recent_answers)

    @property
    def _buttons(self) -> Buttons:
        return Buttons(self.office, self.reception, self.replies, self.username)

    async def on_update(self, update: Update) -> None:
        """Answers what is meant for the bot; leaves the rest alone."""
        if update.my_chat_member:
            await self._on_membership(update.my_chat_member)
        elif update.inline_query:
            await self._on_inline(update.inline_query)
        elif update.callback_query:
            await self._buttons.on_press(update.callback_query)
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
            await self.replies.notify(update.callback_query, sentence)
        elif message := update.effective_message:
            thread = message.message_thread_id if message.is_topic_message else None
            await self.api.call(
                "sendMessage", chat_id=message.chat.id, text=sentence, message_thread_id=thread
            )

    def language_for(self, update: Update) -> Language:
        """The language of a single sentence to whoever sent this."""
        chat = self.office.choices.known(update.effective_chat.id if update.effective_chat else 0)
        return first_language(self.reception.voice(chat, update.effective_chat, update.effective_user))

    async def _on_text(self, message: Message, text: str, *, edited: bool) -> None:
        question = (message.chat.id, message.message_id)
        known = self._answers.get(question) if edited else None
        if known and known[1] == hash(text):  # Telegram reports link previews and reactions as edits, too
            return
        page = await self._answer(message, text)
        if page is None:
            return
        if known is None:
            answer = await self.replies.reply(message, page)
        else:
            answer = known[0]
            await self.replies.edit(message.chat.id, answer, page)
        self._answers.put(question, (answer, hash(text)))

    async def _answer(self, message: Message, text: str) -> Page | None:
        """The page to answer with; None when the words are not for this bot."""
        command = _COMMAND.fullmatch(text)
        private = is_private(message.chat)
        name, addressee, words = command.groups() if command else ("", "", text)
        if addressee and addressee.lower() != self.username().lower():
            return None
        if command is None and not private and not self._is_addressed(message, text):
            return None
        if command and not private and name.lower() not in BY_NAME:
            return None
        chat = await self._heard_from(message)
        question = self.reception.question(chat, message, (words or "").strip() if command else text)
        if not self.office.house.admits(message.chat.id, message.from_user.id if message.from_user else None):
            return self.office.desk.say(question, chat_pages.outsider)
        if command is None:
            return self._asked(chat, question)
        return await self._commanded(name.lower(), chat, message, question)

    def _is_addressed(self, message: Message, text: str) -> bool:
        """In a group: an answer to the bot, or its name in the text."""
        answered = message.reply_to_message
        sender = answered.from_user if answered else None
        return self._mention.search(text) is not None or (
            sender is not None and sender.username == self.username()
        )

    @property
    def _mention(self) -> re.Pattern[str]:
        return re.compile(rf"@{re.escape(self.username())}(?![A-Za-z0-9_])", re.IGNORECASE)

    def _asked(self, chat: StoredChat, question: Question) -> Page | None:
        """Words alone. Thanks under an answer, in a group, are for the people who read along."""
        named = self._mention.search(question.words) is not None
        words = self._mention.sub(" ", question.words).strip()
        answered = respond(self.office, chat, question.asking(words), self.reception.now())
        return None if answered.is_chatter and chat.is_group and not named else answered.page

    async def _commanded(self, name: str, chat: StoredChat, message: Message, question: Question) -> Page:
        known = BY_NAME.get(name)
        if known is None:
            return unknown_command(self.office.desk, question, name, BY_NAME)
        if known.act is None:
            return known.answer(self.office.desk, question)
        visit = self.reception.visit(chat, message, question, message.from_user, message.sender_chat)
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
            await (await self.office.store()).chats.regain(chat.id, self.reception.now())
            self.office.choices.drop(chat.id)
        except StorageError as error:
            _log.error("a chat that is back cannot be kept: %s", error)
        return await self.office.choices.of(chat.id)

    async def _on_membership(self, change: ChatMemberUpdated) -> None:
        chat = await self.office.choices.of(change.chat.id)
        visit = self.reception.arrival(chat, change)
        await follow(change, self.office.stored, self.office.choices, visit)
        if is_welcome(change):
            page = self._introduction(visit, change.from_user)
            await self.api.call_with_html(
                "sendMessage", page.html, chat_id=change.chat.id, reply_markup=page.keyboard or None
            )

    def _introduction(self, visit: Visit, adder: User) -> Page:
        if not self.office.house.admits(visit.chat.id, adder.id):
            return self.office.say(visit, chat_pages.outsider)
        return introduce(self.office, visit)

    async def _on_inline(self, query: InlineQuery) -> None:
        chat = await self.office.choices.of(query.from_user.id)
        question = Question(
            query.query, self.reception.voice(chat, None, query.from_user), self.reception.today()
        )
        admitted = self.office.house.admits(None, query.from_user.id)
        answer = (
            inline_answer(self.office.desk, question, query.offset)
            if admitted
            else outsiders_answer(question)
        )
        try:
            # Personal, and kept for a minute: the same words have another answer tomorrow.
            await self.api.call(
                "answerInlineQuery",
                inline_query_id=query.id,
                results=answer.results,
                button=answer.button or None,
                next_offset=answer.next_offset or None,
                is_personal=True,
                cache_time=60,
            )
        except BadRequest as error:
            if not is_already_so(error):
                raise
