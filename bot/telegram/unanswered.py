"""What nothing was found for: counted in memory, without anybody's name, and written down now and then."""

import logging
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from telegram.ext import JobQueue

from bot.delivery.ports import LONGEST_WORDS, Counted, StorageError, Stored
from bot.lookup.normalise import folded, words
from bot.report.model import Language

MOST_WAITING = 500  # different words a day, until they are written down
_MOST_READ = 400  # characters of a question: the rest would only cost time
_MOST_DAYS = 3  # that wait while the database cannot be used
_ADDRESS = re.compile(
    r"(?:https?|tg)://\S+"
    r"|(?<![a-z0-9.+_-])[a-z0-9.+_-]*@[\w.-]+"  # @name, name@example.com
    r"|(?<![a-z0-9.-])(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#:]\S*)?"  # t.me/name
)
_HIDDEN = re.compile(r"(?<!\S)#(?!\S)")
# In groups too (138 1234 5678), and in characters. Two years beside each other are lost with them.
_LONG_NUMBER = re.compile(r"[ .+]*(?:\d(?:[ .+]*\d){4,}|[〇零一二三四五六七八九幺]{5,})[ .+]*")

_log = logging.getLogger(__name__)
_Asked = tuple[str, Language]


def shortened(text: str) -> str:
    """What may be kept of a question: its words, without addresses and names, long numbers as `#`.

    At most LONGEST_WORDS characters; empty when nothing is left that says anything.
    """
    parts = _HIDDEN.split(_ADDRESS.sub(" ", folded(text[:_MOST_READ])))
    hidden = _LONG_NUMBER.sub(" # ", " # ".join(map(words, parts)))
    kept = " ".join(hidden.split())[:LONGEST_WORDS].strip(" .+")
    return kept if any(character.isalnum() for character in kept) else ""


class Unanswered:
    """Counts at once, so that nobody waits; whoever has the time flushes."""

    def __init__(self, stored: Stored) -> None:
        self._stored = stored
        self._waiting: dict[date, Counter[_Asked]] = {}
        self._is_in_trouble = False

    def note(self, text: str, language: Language, day: date) -> None:
        """Counts once more what somebody asked in vain; too many different words are not counted."""
        if asked := shortened(text):
            self._keep(day, {(asked, language): 1})

    async def flush(self) -> None:
        """Writes down what was counted; while the database cannot be used it is kept for the next time."""
        waiting, self._waiting = self._waiting, {}
        while waiting:
            day, counts = waiting.popitem()
            try:
                store = await self._stored()
                await store.unanswered.add(day, _counted(counts))
            except StorageError as error:
                for kept_day, kept in ((day, counts), *waiting.items()):
                    self._keep(kept_day, kept)
                self._say(error)
                return
            self._is_in_trouble = False

    def _keep(self, day: date, counts: Mapping[_Asked, int]) -> None:
        known = self._waiting.setdefault(day, Counter())
        for asked, times in counts.items():
            if asked in known or len(known) < MOST_WAITING:
                known[asked] += times
        while len(self._waiting) > _MOST_DAYS:
            del self._waiting[min(self._waiting)]

    def _say(self, error: StorageError) -> None:
        """Once, until it works again; never with words of anybody."""
        if not self._is_in_trouble:
            cause = type(error.__cause__ or error).__name__
            _log.warning("Unanswered questions cannot be written down now (%s): they wait", cause)
        self._is_in_trouble = True


def write_down_each_minute(jobs: JobQueue[Any], unanswered: Unanswered) -> None:
    """Flushes as long as these jobs run."""

    async def write_down(_: object) -> None:
        await unanswered.flush()

    jobs.run_repeating(write_down, 60.0, job_kwargs={"coalesce": True, "misfire_grace_time": None})


def _counted(counts: Mapping[_Asked, int]) -> list[Counted]:
    return [Counted(asked, language, times) for (asked, language), times in counts.items()]
