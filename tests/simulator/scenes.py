"""What the tests of the local Telegram share: a clock to set, and short ways to call and to be refused."""

import struct
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.simulator.faults import ApiError
from bot.simulator.telegram import LocalTelegram

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 40, 30)

Refusal = Callable[..., str]


class SetClock:
    """Shows what it was set to."""

    def __init__(self) -> None:
        self.time = datetime(2026, 5, 6, 8, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


def refusal(telegram: LocalTelegram, method: str, **params: Any) -> str:
    """What Telegram says when it refuses this call."""
    with pytest.raises(ApiError) as refused:
        telegram.call(method, params)
    return refused.value.description


def inline(*buttons: tuple[str, str]) -> dict[str, Any]:
    """An inline keyboard of one row, each button a text and its data."""
    return {"inline_keyboard": [[{"text": text, "callback_data": data} for text, data in buttons]]}
