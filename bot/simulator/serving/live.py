"""What happens, as it happens: numbered events for every page that looks on, and a while for late ones."""

import asyncio
import json
import re
import secrets
from collections import deque
from collections.abc import AsyncIterator, Callable

from bot.simulator.chats import Chat, Json, Message, User
from bot.simulator.faults import FaultPlan
from bot.simulator.profile import Profile
from bot.simulator.queries import InlineAnswer
from bot.simulator.serving import shapes
from bot.simulator.shown import Call, CallbackAnswer
from bot.simulator.stage import Stage
from bot.simulator.world import Changed, ChatAction, Rules

KEPT = 2000
"""Events a page may have missed and still catch up with; after more it loads everything anew."""
HEARTBEAT = 15.0  # seconds; then the time is told, or pages would not notice a connection that broke silently

_NUMBER = re.compile(r"\d{1,15}", re.ASCII)
_Event = tuple[int, str]
_Queue = asyncio.Queue[_Event | None]


class Live:
    """The events of one stage; nothing is put into words while nobody looks on."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._boot = secrets.token_hex(4)
        self._number = 0
        self._kept: deque[_Event] = deque(maxlen=KEPT)
        self._pages: set[_Queue] = set()
        self._timer: asyncio.TimerHandle | None = None
        stage.telegram.observe(self._on_change)
        stage.telegram.watch_calls(self._on_call)
        stage.clock.watch(self._tell_clock)

    @property
    def stamp(self) -> str:
        """The last event there was; what comes after it is what a page has not seen."""
        return f"{self._boot}-{self._number}"

    def close(self) -> None:
        """End every page's stream."""
        self._stop_timer()
        for page in self._pages:
            _end(page)

    async def events(self, after: str) -> AsyncIterator[str]:
        """Server-sent events from this stamp on, until the server closes."""
        page: _Queue = asyncio.Queue(KEPT)
        missed = self._since(after)
        self._pages.add(page)
        try:
            for event in missed:
                yield self._written(event)
            while True:
                try:
                    event_or_end = await asyncio.wait_for(page.get(), HEARTBEAT)
                except TimeoutError:
                    # Without a number: it happened to nobody, and is not caught up with.
                    yield f"data: {self._clock_event()}\n\n"
                    continue
                if event_or_end is None:
                    return
                yield self._written(event_or_end)
        finally:
            self._pages.discard(page)

    def _since(self, after: str) -> list[_Event]:
        boot, _, digits = after.partition("-")
        number = int(digits) if boot == self._boot and _NUMBER.fullmatch(digits) else -1
        first = self._kept[0][0] if self._kept else self._number + 1
        if not first - 1 <= number <= self._number:
            return [(self._number, '{"kind":"reset"}')]
        return [event for event in self._kept if event[0] > number]

    def _written(self, event: _Event) -> str:
        number, data = event
        return f"id: {self._boot}-{number}\ndata: {data}\n\n"

    def _tell(self, kind: str, make: Callable[[], Json]) -> None:
        self._number += 1
        if not self._pages:
            self._kept.clear()  # a page that comes back loads anew
            return
        event = self._number, json.dumps({"kind": kind} | make(), ensure_ascii=False)
        self._kept.append(event)
        for page in tuple(self._pages):
            self._give(page, event)

    def _give(self, page: _Queue, event: _Event) -> None:
        try:
            page.put_nowait(event)
        except asyncio.QueueFull:
            # Whoever reads so slowly comes back by itself and is told to load anew.
            self._pages.discard(page)
            _end(page)

    def _tell_clock(self) -> None:
        """Now, and again when a fast stretch is over: then it has another rate."""
        clock = self._stage.clock
        self._stop_timer()
        self._tell("clock", self._clock)
        if left := clock.left_to_play:
            wait = left.total_seconds() / clock.rate
            self._timer = asyncio.get_running_loop().call_later(wait, self._tell_clock)

    def _clock(self) -> Json:
        return {"clock": shapes.clock_json(self._stage)}

    def _clock_event(self) -> str:
        return json.dumps({"kind": "clock"} | self._clock())

    def _stop_timer(self) -> None:
        if self._timer:
            self._timer.cancel()

    def _on_call(self, call: Call) -> None:
        if shapes.is_shown(call):
            self._tell("call", lambda: {"call": shapes.call_json(call)})

    def _on_change(self, thing: Changed) -> None:
        telegram = self._stage.telegram
        match thing:
            case Message() if thing.is_deleted:
                self._tell("gone", lambda: {"chat": thing.chat.id, "message_ids": [thing.id]})
            case Message():
                shown = {"chat": thing.chat.id}
                self._tell("message", lambda: shown | {"message": shapes.shown_json(thing, telegram)})
            case Chat():
                self._tell("chat", lambda: {"chat": shapes.chat_json(thing, telegram)})
            case User():
                self._tell("person", lambda: {"person": shapes.person_json(thing)})
            case ChatAction():
                self._tell("typing", lambda: shapes.action_json(thing))
            case CallbackAnswer():
                self._tell("notice", lambda: shapes.notice_json(thing))
            case InlineAnswer():
                self._tell("inline", lambda: shapes.inline_json(thing))
            case Rules() | FaultPlan():
                self._tell("trouble", lambda: shapes.trouble_json(telegram))
            case Profile():
                self._tell("menu", dict)


def _end(page: _Queue) -> None:
    """What was not read is dropped: there may be no room for more."""
    while not page.empty():
        page.get_nowait()
    page.put_nowait(None)
