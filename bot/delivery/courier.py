"""Takes one letter to where it belongs, wherever its chat or topic has gone meanwhile."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.delivery.outcomes import result_of
from bot.delivery.pace import Pace
from bot.delivery.ports import (
    Flooded,
    Migrated,
    NotSent,
    Outcome,
    Refused,
    Result,
    Sender,
    Store,
    TopicTrouble,
    Unreachable,
)
from bot.delivery.troubles import frames_of
from bot.subscriptions.model import GENERAL, Letter, Reason

_MOST_TRIES = 4  # a chat moves once, and a topic is lost once

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Parcel:
    """A letter as it is now, and why it goes to the general topic."""

    letter: Letter
    moved: Reason = Reason.NONE


class Courier:
    """Sends, follows, and says what is to be recorded."""

    def __init__(
        self,
        store: Store,
        sender: Sender,
        pace: Pace,
        clock: Callable[[], datetime],
    ) -> None:
        self._store, self._sender, self._pace, self._clock = store, sender, pace, clock

    async def deliver(self, letter: Letter, *, late: bool) -> Result:
        """What became of a letter whose turn it is. Raises StorageError, and then nothing was sent."""
        parcel, outcome = await self._send(_Parcel(letter), late=late)
        await self._learn(parcel.letter, outcome)
        now, jitter = self._clock(), self._pace.random()
        return result_of(parcel.letter, outcome, now, jitter, late=late, moved=parcel.moved)

    async def _send(self, parcel: _Parcel, *, late: bool) -> tuple[_Parcel, Outcome]:
        for _ in range(_MOST_TRIES):
            letter = parcel.letter
            outcome = await self._sender.send(letter, late=late, repeat=letter.may_repeat)
            following = await self._follow(parcel, outcome)
            if following is None:
                return parcel, outcome
            parcel = following
            if not await self._pace.for_briefing():
                break
            self._pace.count(parcel.letter.chat.id)
        return parcel, NotSent()

    async def _follow(self, parcel: _Parcel, outcome: Outcome) -> _Parcel | None:
        """The parcel with its new address; None when it has arrived, or cannot."""
        letter = parcel.letter
        match outcome:
            case Migrated(new):
                await self._store.chats.migrate(letter.chat.id, new)
                return replace(parcel, letter=replace(letter, chat=await self._store.chats.get(new)))
            case TopicTrouble(reason) if letter.thread != GENERAL:
                if reason is Reason.TOPIC_GONE:
                    await self._leave_topic(letter)
                return _Parcel(replace(letter, thread=GENERAL), reason)
        return None

    async def _leave_topic(self, letter: Letter) -> None:
        chat, thread = letter.chat.id, letter.thread
        is_news = any(each.thread == thread for each in await self._store.subscriptions.of(chat))
        await self._store.subscriptions.leave_topic(chat, thread)
        if is_news:
            await self._tell(letter)

    async def _tell(self, letter: Letter) -> None:
        await self._pace.for_person(letter.chat.id)
        try:
            await self._sender.tell_topic_is_gone(letter.chat)
        except Exception as error:  # the briefing itself matters more
            _log.error("Could not say that a topic is gone: %s", frames_of(error))  # no message

    async def _learn(self, letter: Letter, outcome: Outcome) -> None:
        match outcome:
            case Flooded(seconds):
                self._pace.flooded(letter.chat.id, seconds)
            case Unreachable(why):
                await self._store.chats.lose(letter.chat.id, why, self._clock())
            case Refused(reason):
                _log.error(
                    "Telegram or the digest refused %s of subscription %d (%s): it has failed for good",
                    letter.subject,
                    letter.subscription,
                    reason,
                )
