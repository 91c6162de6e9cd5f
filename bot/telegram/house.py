"""How the house has it, where a chat has not chosen; and who may come in."""

from dataclasses import dataclass, field
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.report.model import Voice

_FREE_PER_SECOND = 30


@dataclass(frozen=True, slots=True)
class House:
    """What the operator set."""

    voice: Voice = "zh"
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Asia/Shanghai"))
    messages_per_second: int = 30
    fresh: timedelta = timedelta(hours=12)
    users: frozenset[int] = frozenset()
    chats: frozenset[int] = frozenset()
    operators: frozenset[int] = frozenset()

    @property
    def pays_for_broadcasts(self) -> bool:
        """Telegram takes no more than 30 messages a second without being paid."""
        return self.messages_per_second > _FREE_PER_SECOND

    def admits(self, chat: int | None, person: int | None) -> bool:
        """Everybody where nobody is named; operators always."""
        if not self.users and not self.chats:
            return True
        return chat in self.chats or person in self.users or person in self.operators
