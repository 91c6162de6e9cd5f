"""A store, a sender, a pace and a dispatcher that share one driven time."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.delivery.dispatch import Dispatcher
from bot.delivery.pace import Pace
from bot.delivery.ports import Outcome
from bot.schedule.schedule import read_schedule
from bot.storage.memory import MemoryStore
from bot.subscriptions.model import Delivery, Subscription
from tests.delivery.driven import DrivenTime
from tests.delivery.senders import ScriptedSender

FRESH = timedelta(hours=6)
DAILY = read_schedule("daily 08:30 UTC")


class Scene:
    """It is 08:00; nobody has asked for anything."""

    def __init__(self, before: Callable[[], Awaitable[None]] | None = None, rate: int = 30) -> None:
        self.time = DrivenTime()
        self.store = MemoryStore()
        self.sender = ScriptedSender(self.time.monotonic, before)
        self.pace = Pace(rate, self.time.monotonic, self.time.sleep, lambda: 0.5)
        self.dispatcher = self.another()

    def another(self) -> Dispatcher:
        """One more dispatcher on the same store."""
        return Dispatcher(self.store, self.sender, self.pace, self.time.now, "UTC", FRESH)

    async def subscribe(self, chat: int, thread: int = 0, subject: str = "jobs") -> Subscription:
        made, _ = await self.store.subscriptions.add(chat, thread, subject, DAILY, self.time.now())
        return made

    async def beat(self, **later: float) -> None:
        """Some time later, whatever is due then is sent."""
        self.time.pass_by(**later)
        await self.time.run(self.dispatcher.beat())
        await self.time.run(self.dispatcher.drain())

    async def at_due(self) -> None:
        """The beat of 08:30."""
        await self.beat(minutes=30)

    async def last(self, chat: int) -> Delivery:
        """What became of its latest delivery."""
        return (await self.store.deliveries.last(chat, 1))[0]

    async def delivered(self, *outcomes: Outcome | Exception, chat: int = 1) -> Delivery:
        """What becomes of a delivery that Telegram answers so."""
        await self.answered(*outcomes, chat=chat)
        return await self.last(chat)

    async def answered(self, *outcomes: Outcome | Exception, chat: int = 1) -> None:
        """A delivery is due, and Telegram answers so."""
        await self.subscribe(chat)
        self.sender.answers(chat, *outcomes)
        await self.at_due()
