"""What was asked in vain, counted in memory."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from bot.delivery.ports import MOST_WORDS_A_DAY, Counted
from bot.report.model import Language


class MemoryUnanswered:
    """Counts by day. See ports.Unanswered."""

    def __init__(self) -> None:
        self._days: defaultdict[date, Counter[tuple[str, Language]]] = defaultdict(Counter)

    async def add(self, day: date, counted: Sequence[Counted]) -> None:
        """Counts these too; words beyond MOST_WORDS_A_DAY different ones are left out."""
        counts = self._days[day]
        for each in counted:
            asked = (each.words, each.language)
            if asked in counts or len(counts) < MOST_WORDS_A_DAY:
                counts[asked] += each.times

    async def since(self, day: date) -> Sequence[Counted]:
        """From that day on, all days together, most frequent first."""
        total: Counter[tuple[str, Language]] = Counter()
        for each, counts in self._days.items():
            if each >= day:
                total.update(counts)
        found = (Counted(words, language, times) for (words, language), times in total.items())
        return sorted(found, key=lambda each: (-each.times, each.words))

    async def prune(self, before: date) -> int:
        """Removes earlier days; returns how many rows."""
        old = [day for day in self._days if day < before]
        return sum(len(self._days.pop(day)) for day in old)
