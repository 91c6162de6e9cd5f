"""A scene: the real application on a local Telegram, people in it, and whatever goes wrong."""

import asyncio
from datetime import date, datetime
from zoneinfo import ZoneInfo

from telegram.ext import ContextTypes

from bot.delivery.ports import Store
from bot.report.model import Voice
from bot.simulator.chats import Chat, Json, User
from bot.simulator.request import LocalRequest
from bot.simulator.shown import CallbackAnswer, ShownMessage
from bot.simulator.telegram import LocalTelegram
from bot.storage.memory import MemoryStore
from bot.telegram.application import Connection, build_application, feed
from bot.telegram.desk import Desk
from bot.telegram.house import House

NOON = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
TOKEN = "7000000001:made-up-for-the-tests"


def today() -> date:
    """The day all scenes play on."""
    return NOON.date()


class Scene:
    """What people do, and what the bot says to it; python-telegram-bot would keep its errors to itself."""

    def __init__(self, desk: Desk, voice: Voice = "zh", house: House | None = None) -> None:
        self.desk = desk
        self.now = NOON
        self.store = MemoryStore()
        self.telegram = LocalTelegram(lambda: self.now)
        self.errors: list[BaseException] = []
        request = LocalRequest(self.telegram)
        connection = Connection(TOKEN, "http://local", request, request)
        house = house or House(voice)
        self.seconds = 1000.0
        self.service = build_application(
            connection,
            desk,
            house,
            lambda: self.now,
            self._stored,
            seconds=lambda: self.seconds,
            sleep=self._sleep,
        )
        self.application = self.service.application
        self.application.add_error_handler(self._collect)

    async def _stored(self) -> Store:
        return self.store

    async def _sleep(self, seconds: float) -> None:
        """Nobody waits: the time has passed."""
        self.seconds += seconds
        await asyncio.sleep(0)

    async def turn_to(self, moment: datetime) -> None:
        """The clock shows this; what is due by then is sent."""
        self.now = moment
        dispatcher = await self.service.dispatcher()
        await dispatcher.beat()
        await dispatcher.drain()

    def person(self, language: str = "zh-hans") -> User:
        """Somebody new, who has opened the private chat with the bot."""
        person = self.telegram.add_user("Person", language_code=language)
        self.telegram.open_private_chat(person)
        return person

    async def feed(self, update: Json) -> None:
        """Gives the bot something that happened."""
        await feed(self.application, update)

    async def say(self, who: User, text: str, chat: Chat | None = None, topic: int | None = None) -> Json:
        """Writes into the chat, else to the bot in private, and lets the bot answer; returns the update."""
        update = self.telegram.send(chat or who, who, text, topic=topic)
        await self.feed(update)
        return update

    async def ask(
        self, who: User, text: str, chat: Chat | None = None, topic: int | None = None
    ) -> ShownMessage:
        """As `say`; returns the bot's answer, which has to be the only one."""
        before = len(self.answers(chat or who))
        await self.say(who, text, chat, topic)
        (answer,) = self.answers(chat or who)[before:]
        return answer

    async def edit(self, asked: Json, text: str) -> None:
        """Changes the words of what somebody said."""
        message = asked["message"]
        await self.feed(self.telegram.edit(message["chat"]["id"], message["message_id"], text))

    async def press(
        self, who: User, message: ShownMessage, button: str, chat: Chat | None = None
    ) -> ShownMessage:
        """Presses the button with this data or text; returns how the message looks then."""
        await self.feed(self.telegram.press(chat or who, who, message, button))
        return self.look(message, chat or who)

    async def forge(
        self, who: User, message: ShownMessage, data: str, chat: Chat | None = None, *, old: bool = False
    ) -> CallbackAnswer:
        """Presses a button of one's own making; returns what the person is told, exactly once."""
        before = len(self.telegram.alerts)
        update = self.telegram.forge_press(chat or who, who, message, data, inaccessible=old)
        await self.feed(update)
        (alert,) = self.telegram.alerts[before:]
        return alert

    def answers(self, chat: Chat | User) -> list[ShownMessage]:
        """What the bot wrote, oldest first."""
        return [message for message in self.telegram.messages(chat) if message.from_bot]

    def look(self, message: ShownMessage, chat: Chat | User) -> ShownMessage:
        """The message as it stands now."""
        return next(shown for shown in self.telegram.messages(chat) if shown.id == message.id)

    def take_errors(self) -> list[BaseException]:
        """What handlers raised so far; a test that does not take it fails."""
        taken, self.errors = self.errors, []
        return taken

    async def _collect(self, _: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        if context.error:
            self.errors.append(context.error)


def buttons_of(message: ShownMessage) -> list[str]:
    """The data of the message's buttons, in their order; those that lead out carry none."""
    return [button.callback_data for row in message.buttons for button in row if button.callback_data]
