"""Letters on their way: taken from the ledger, each waiting for its turn, none in the way of another."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.delivery.courier import Courier
from bot.delivery.outcomes import given_back, not_sent_now, result_of
from bot.delivery.pace import PATIENCE, WINDOW, Pace
from bot.delivery.ports import Deliveries, NotSent, Refused, Result, StorageError
from bot.delivery.recorder import Recorder
from bot.delivery.troubles import frames_of
from bot.subscriptions.judge import Go, Verdict
from bot.subscriptions.model import Letter, Reason

LEASE = timedelta(minutes=2)
_START_WITHIN = timedelta(minutes=1)  # the other half of the lease is for sending
MOST_IN_FLIGHT = 100

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Ticket:
    """A letter that is to be sent, while its lease lasts."""

    letter: Letter
    late: bool
    taken: datetime

    @property
    def chat(self) -> int:
        return self.letter.chat.id


class Outbox:
    """Takes and sends, as the pace allows."""

    def __init__(  # noqa: PLR0913, PLR0917 - what the way of a letter is put together from
        self,
        deliveries: Deliveries,
        courier: Courier,
        pace: Pace,
        clock: Callable[[], datetime],
        judge: Callable[[Letter, datetime], Verdict],
        recorder: Recorder,
    ) -> None:
        self._deliveries, self._courier, self._pace, self._clock = deliveries, courier, pace, clock
        self._judge, self._recorder = judge, recorder
        self._room = asyncio.Semaphore(MOST_IN_FLIGHT)
        self._sending: set[asyncio.Task[None]] = set()
        self._waiting: set[asyncio.Task[None]] = set()
        self._line: Counter[int] = Counter()  # letters that wait for their chat
        self._turns: dict[int, asyncio.Lock] = {}

    @property
    def is_empty(self) -> bool:
        return not self._sending and not self._waiting

    async def step(self) -> bool:
        """Takes a batch and has all of it on its way; False when nothing was there."""
        now = self._clock()
        letters = await self._deliveries.take(now, max(8, self._pace.rate // 2), now + LEASE)
        for place, letter in enumerate(letters):
            try:
                await self._handle(letter, now)
            except asyncio.CancelledError:
                self._give_back(letters[place:])
                raise
            except Exception as error:  # one letter stops no other
                self._recorder.put(self._broken(letter, error, late=False))
        return bool(letters)

    async def settle(self) -> None:
        """Returns when at least one letter has arrived, or nothing is on its way."""
        if under_way := self._sending | self._waiting:
            await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)

    async def close(self, patience: float) -> None:
        """What waits goes back; what is being sent has some seconds, then its lease runs out."""
        await _cancel(self._waiting)
        if self._sending:
            await asyncio.wait(self._sending, timeout=patience)
        await _cancel(self._sending)

    async def _handle(self, letter: Letter, taken: datetime) -> None:
        verdict = self._judge(letter, self._clock())
        if not isinstance(verdict, Go):
            self._recorder.put(not_sent_now(letter, verdict))
            return
        ticket = _Ticket(letter, verdict.late, taken)
        wait = self._pace.ready_in(ticket.chat) + WINDOW * self._line[ticket.chat]
        if wait > PATIENCE:
            self._give_back([letter], wait)
        elif wait > 0:
            self._line[ticket.chat] += 1
            _start(self._stand_in_line(ticket), self._waiting)
        else:
            await self._depart(ticket)

    async def _stand_in_line(self, ticket: _Ticket) -> None:
        turn = self._turns.setdefault(ticket.chat, asyncio.Lock())
        try:
            async with turn:
                if await self._pace.until_ready(ticket.chat):
                    await self._depart(ticket)
                else:
                    self._give_back([ticket.letter], self._pace.ready_in(ticket.chat))
        except asyncio.CancelledError:
            self._give_back([ticket.letter])
            raise
        finally:
            self._leave_line(ticket.chat)

    def _leave_line(self, chat: int) -> None:
        self._line[chat] -= 1
        if not self._line[chat]:
            del self._line[chat], self._turns[chat]

    async def _depart(self, ticket: _Ticket) -> None:
        await self._room.acquire()
        has_slot = await self._pace.for_briefing()
        age = self._clock() - ticket.taken
        if has_slot and age < _START_WITHIN:
            self._pace.count(ticket.chat)
            _start(self._send(ticket), self._sending)
            return
        self._room.release()
        if age < LEASE:  # afterwards it is no longer ours
            self._give_back([ticket.letter], self._pace.ready_in(ticket.chat))

    async def _send(self, ticket: _Ticket) -> None:
        try:
            result = await self._courier.deliver(ticket.letter, late=ticket.late)
        except Exception as error:  # one letter that cannot be sent stops no other
            result = self._broken(ticket.letter, error, late=ticket.late)
        finally:
            self._room.release()
        self._recorder.put(result)

    def _broken(self, letter: Letter, error: Exception, *, late: bool) -> Result:
        # Our own mistake may have come after the message had left: trying again could repeat it every minute.
        outcome = NotSent() if isinstance(error, StorageError) else Refused(Reason.REFUSED)
        _log.error("Delivery %d could not be sent: %s", letter.id, frames_of(error))
        now, jitter = self._clock(), self._pace.random()
        return result_of(letter, outcome, now, jitter, late=late, moved=Reason.NONE)

    def _give_back(self, letters: Sequence[Letter], seconds: float = 0.0) -> None:
        available = self._clock() + timedelta(seconds=seconds)
        for letter in letters:
            self._recorder.put(given_back(letter, available))


def _start(work: Coroutine[None, None, None], tasks: set[asyncio.Task[None]]) -> None:
    # asyncio itself keeps weak references only.
    task = asyncio.create_task(work)
    tasks.add(task)
    task.add_done_callback(tasks.discard)


async def _cancel(tasks: set[asyncio.Task[None]]) -> None:
    cancelled = tuple(tasks)
    for task in cancelled:
        task.cancel()
    await asyncio.gather(*cancelled, return_exceptions=True)
