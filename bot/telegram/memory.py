"""What is remembered while the process lives: languages of chats, answers to recent questions."""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

from bot.report.model import Voice

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Recent(Generic[_Key, _Value]):
    """A mapping that forgets what was used longest ago."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[_Key, _Value] = OrderedDict()

    def put(self, key: _Key, value: _Value) -> None:
        self._values[key] = value
        self._values.move_to_end(key)
        if len(self._values) > self._most:
            self._values.popitem(last=False)

    def get(self, key: _Key) -> _Value | None:
        if key in self._values:
            self._values.move_to_end(key)
        return self._values.get(key)


class Memory:
    """Nothing here outlives the process, and nothing of it is what people wrote."""

    def __init__(self, house_voice: Voice) -> None:
        self._house_voice = house_voice
        self._voices: Recent[int, Voice] = Recent(100_000)
        # (chat, question) -> (answer, hash of the question's words)
        self.answers: Recent[tuple[int, int], tuple[int, int]] = Recent(10_000)

    def set_voice(self, chat: int, voice: Voice) -> None:
        """What /language chose for a chat."""
        self._voices.put(chat, voice)

    def voice(self, chat: int, client_language: str | None) -> Voice:
        """As chosen; else as the person's client is set; else as the house speaks."""
        return self._voices.get(chat) or _guess(client_language) or self._house_voice


def _guess(client_language: str | None) -> Voice | None:
    """Chinese clients of any kind get Chinese, any other language English."""
    if not client_language:
        return None
    return "zh" if client_language.lower().startswith("zh") else "en"
