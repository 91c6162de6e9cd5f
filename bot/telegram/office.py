"""The office behind the desk: what chats asked to be kept, and who may change it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.asking.answers import Answer
from bot.briefing.briefing import Briefing
from bot.briefing.context import Context
from bot.delivery.ports import Store, Stored
from bot.subscriptions.model import Chat
from bot.telegram.choices import Choices
from bot.telegram.desk import Desk, Question
from bot.telegram.house import House
from bot.telegram.render import Page
from bot.telegram.topics import Topics
from bot.telegram.unanswered import Unanswered

# Is given the answers to every question in plain words, as they are given.
Listen = Callable[[tuple[Answer, ...]], None]


def nobody(_: tuple[Answer, ...]) -> None:
    """Who listens where answers go to people only."""


@dataclass(frozen=True, slots=True)
class Visit:
    """Somebody wants something of the office, in a chat and its topic."""

    chat: Chat
    thread: int
    question: Question
    now: datetime
    may_change: Callable[[], Awaitable[bool]]  # what the chat has chosen; asked only before a change
    is_operator: bool = False

    @property
    def words(self) -> str:
        return self.question.words


@dataclass(frozen=True, slots=True)
class Office:
    """Holds what handlers of commands and buttons need beyond the report."""

    desk: Desk
    choices: Choices
    stored: Stored
    house: House
    send_now: Callable[[int, int], Awaitable[None]]  # chat, subscription
    unanswered: Unanswered
    topics: Topics = field(default_factory=Topics)
    listen: Listen = nobody

    async def store(self) -> Store:
        return await self.stored()

    def zone(self, visit: Visit) -> str:
        """An IANA name: the chat's, else the house's."""
        return visit.chat.zone or self.house.zone.key

    def say(self, visit: Visit, compose: Callable[[Context], Briefing]) -> Page:
        return self.desk.say(visit.question, compose)

    async def chat(self, visit: Visit) -> Chat:
        """The chat as it is stored now, after something was changed."""
        return self.choices.keep(await (await self.stored()).chats.get(visit.chat.id))


# What answers a command or a button of the office's.
Act = Callable[[Office, Visit], Awaitable[Page]]
