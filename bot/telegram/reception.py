"""Who comes to the office, from where, and how to speak to them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from telegram import Chat, ChatMemberUpdated, Message, User

from bot.report.model import Voice
from bot.subscriptions.model import GENERAL
from bot.subscriptions.model import Chat as StoredChat
from bot.telegram.access import Administrators, is_private
from bot.telegram.desk import Question
from bot.telegram.office import Office, Visit


@dataclass(frozen=True, slots=True)
class Reception:
    """Makes questions and visits of what Telegram tells about chats and people."""

    office: Office
    administrators: Administrators
    now: Callable[[], datetime]

    def visit(
        self,
        chat: StoredChat,
        message: Message,
        question: Question,
        person: User | None,
        sender: Chat | None = None,
    ) -> Visit:
        """By a message of the person's or a button under the message."""

        async def may_change() -> bool:
            if chat.members_may_change:
                return True
            return await self.administrators.may_change(message.chat, person, sender)

        thread = message.message_thread_id if message.is_topic_message else None
        operators = self.office.house.operators
        return Visit(
            chat,
            thread or GENERAL,
            question,
            self.now(),
            may_change,
            person is not None and person.id in operators,
        )

    def arrival(self, chat: StoredChat, change: ChatMemberUpdated) -> Visit:
        """The bot came into the chat, or left it, by somebody's doing."""

        async def may_change() -> bool:
            return await self.administrators.may_change(change.chat, change.from_user)

        question = Question("", self.voice(chat, change.chat, change.from_user), self.today())
        return Visit(chat, GENERAL, question, self.now(), may_change)

    def question(self, chat: StoredChat, message: Message, words: str) -> Question:
        return Question(words, self.voice(chat, message.chat, message.from_user), self.today())

    def today(self) -> date:
        """The calendar day where the district is."""
        return self.now().astimezone(self.office.house.zone).date()

    def voice(self, chat: StoredChat, place: Chat | None, person: User | None) -> Voice:
        """A private chat speaks as its person's client does; a group as the house, until it chooses."""
        spoken_to = person if place is None or is_private(place) else None
        return self.office.choices.voice(chat, spoken_to.language_code if spoken_to else None)
