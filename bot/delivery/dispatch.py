"""From due to sent, once: claim what is due, send it at Telegram's pace, record what became of it."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.delivery.courier import Courier
from bot.delivery.outbox import Outbox
from bot.delivery.pace import Pace
from bot.delivery.plan import planner
from bot.delivery.ports import Sender, Store
from bot.delivery.progress import Progress
from bot.delivery.recorder import Recorder
from bot.delivery.troubles import Troubles
from bot.subscriptions.judge import Verdict, judge
from bot.subscriptions.model import Letter

_CLAIMS = 100  # subscriptions a transaction
_DAY = timedelta(days=1)
_KEPT = 90 * _DAY  # what became of a delivery


class Dispatcher:
    """Woken every second by one heartbeat.

    As of the last beat: `is_leader`; `wakes_at`, when there is work next.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what delivery is put together from
        self,
        store: Store,
        sender: Sender,
        pace: Pace,
        clock: Callable[[], datetime],
        house_zone: str,
        fresh: timedelta,
        gathering: float = 0.0,
    ) -> None:
        """`clock` gives aware instants in UTC; quiet hours are meant in `house_zone` by default.

        A briefing older than `fresh` is not sent any more; `gathering` is the recorder's.
        """
        self.is_leader = False
        self.wakes_at: datetime | None = None
        self._store, self._clock = store, clock
        self._plan = planner(fresh)
        self._troubles, self._progress = Troubles(), Progress()
        self._recorder = Recorder(store.deliveries, clock, self._progress, self._troubles, gathering)

        def verdict(letter: Letter, now: datetime) -> Verdict:
            return judge(letter, now, house_zone, fresh)

        courier = Courier(store, sender, pace, clock)
        self._outbox = Outbox(store.deliveries, courier, pace, clock, verdict, self._recorder)
        self._pump: asyncio.Task[None] | None = None
        self._is_busy = False  # with a beat, or closed
        self._pruned: datetime | None = None

    async def beat(self) -> None:
        """Claims what is due and has it sent; never raises, the next beat comes anyway."""
        if self._is_busy:
            return
        self._is_busy = True
        try:
            await self._round(self._clock())
        except Exception as error:  # whatever it is, the next beat goes on
            self.is_leader = False
            self._troubles.say(error)
        finally:
            self._is_busy = False
        self._troubles.round_ended()

    async def drain(self) -> None:
        """Returns when all that is available is sent and recorded, or cannot be now."""
        if self._pump:
            await asyncio.wait((self._pump,))
        while await self._outbox.step() or not self._outbox.is_empty:
            await self._outbox.settle()
        await self._recorder.flush()
        self._rest()

    async def send_now(self, chat: int, subscription: int) -> None:
        """One more delivery, whatever the schedule says. Raises UnknownSubscriptionError."""
        found = await self._store.subscriptions.get(chat, subscription)
        await self._store.deliveries.add_now(found, self._clock())
        if self.is_leader:
            self._kick()

    async def next_due(self) -> datetime | None:
        """What people are shown as due next; asked only where somebody looks, not with each beat."""
        return await self._store.subscriptions.due_after(self._clock()) if self.is_leader else None

    async def close(self, patience: float = 4.0) -> None:
        """What is being sent has so many seconds to arrive; all that is known is recorded."""
        self._is_busy = True
        self.is_leader = False
        if self._pump:
            self._pump.cancel()
            await asyncio.gather(self._pump, return_exceptions=True)
        await self._outbox.close(patience)
        await self._recorder.flush()

    async def _round(self, now: datetime) -> None:
        self._recorder.start()
        if not await self._leads(now):
            self.wakes_at = None
            return
        self._rest()
        self.wakes_at = await self._store.subscriptions.next_due()
        if self.wakes_at is not None and self.wakes_at <= now:  # else one look was enough
            await self._claim(now)
            self._kick()
            self.wakes_at = await self._store.subscriptions.next_due()
        await self._prune(now)

    async def _leads(self, now: datetime) -> bool:
        """Whoever comes into the role knows that its predecessor is gone, and what it had taken with it."""
        holds = await self._store.role.hold()
        if holds and not self.is_leader:
            await self._store.deliveries.release(now)
        self.is_leader = holds
        return holds

    async def _claim(self, now: datetime) -> None:
        total = claimed = await self._store.deliveries.claim(now, _CLAIMS, self._plan)
        while claimed == _CLAIMS:
            self._kick()
            await asyncio.sleep(0)  # people are answered between two transactions
            claimed = await self._store.deliveries.claim(now, _CLAIMS, self._plan)
            total += claimed
        self._progress.expect(total, now)

    async def _prune(self, now: datetime) -> None:
        if self._pruned is None or now - self._pruned >= _DAY:
            await self._store.deliveries.prune(now - _KEPT)
            await self._store.unanswered.prune((now - _KEPT).date())
            self._pruned = now

    def _kick(self) -> None:
        if self.is_leader and (self._pump is None or self._pump.done()):
            self._pump = asyncio.create_task(self._send_available())

    async def _send_available(self) -> None:
        try:
            while self.is_leader and await self._outbox.step():
                pass
        except Exception as error:  # the next beat starts it again
            self._troubles.say(error)

    def _rest(self) -> None:
        if self._outbox.is_empty and (self._pump is None or self._pump.done()):
            self._progress.rest(self._clock())
