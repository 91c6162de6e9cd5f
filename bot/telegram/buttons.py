"""A pressed button comes in; its message is edited, or a sentence is shown in passing."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from telegram import CallbackQuery, Message

from bot.briefing.briefing import first_language
from bot.briefing.phrases import phrases
from bot.delivery.ports import StorageError
from bot.errors import UnknownAddressError
from bot.report.model import VOICES, Voice
from bot.subscriptions.model import Chat as StoredChat
from bot.telegram.addresses import View, view_of
from bot.telegram.briefing_row import keep_row
from bot.telegram.desk import Question
from bot.telegram.handlers import actions
from bot.telegram.office import Office
from bot.telegram.reception import Reception
from bot.telegram.replies import Replies

_SPEAK = {f"speak_{voice}": voice for voice in VOICES}

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Buttons:
    """Leads to pages of the report, changes what is kept, sets the language."""

    office: Office
    reception: Reception
    replies: Replies
    username: Callable[[], str]

    async def on_press(self, query: CallbackQuery) -> None:
        """Edits the message in place. What a button carries is not trusted: it may be old or made up."""
        message = query.message
        place = message.chat if message else None
        chat = await self.office.choices.of(place.id) if place else StoredChat(0)
        voice = self.reception.voice(chat, place, query.from_user)
        say = phrases(first_language(voice))
        if place and not self.office.house.admits(place.id, query.from_user.id):
            await self.replies.notify(query, say("refused-outsider"))
            return
        if not isinstance(message, Message) or not _is_from(message, self.username()):
            await self.replies.notify(query, say("notice-expired"))
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
            await self.replies.notify(query, say(answer.phrase))
            return
        await self.replies.edit(message.chat.id, message.message_id, answer)
        await self.replies.notify(query)

    async def _pressed(
        self, query: CallbackQuery, message: Message, chat: StoredChat, voice: Voice
    ) -> actions.Answer:
        data = query.data or ""
        if data.startswith("!"):
            question = Question("", voice, self.reception.today())
            visit = self.reception.visit(chat, message, question, query.from_user)
            return await actions.press(self.office, visit, data)
        view = view_of(data)
        if view.address in _SPEAK:
            return await self._speak(query, message, chat, _SPEAK[view.address])
        return keep_row(self.office.desk.page(view, self.reception.today()), message, view.voice)

    async def _speak(
        self, query: CallbackQuery, message: Message, chat: StoredChat, voice: Voice
    ) -> actions.Answer:
        visit = self.reception.visit(
            chat, message, Question("", voice, self.reception.today()), query.from_user
        )
        if not await visit.may_change():
            return actions.Notice("notice-administrators", voice)
        self.office.choices.keep(await (await self.office.store()).chats.change(chat.id, voice=voice))
        page = self.office.desk.page(View("start", 0, voice), self.reception.today())
        await self.replies.edit(message.chat.id, message.message_id, page)
        return actions.Notice(f"language-set-{voice}", voice)


def _is_from(message: Message, username: str) -> bool:
    return message.from_user is not None and message.from_user.username == username
