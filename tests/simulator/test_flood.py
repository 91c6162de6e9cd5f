"""Telegram's limits on sending."""

import pytest

from bot.simulator.faults import ApiError
from bot.simulator.flood import FloodLimits
from tests.simulator.scenes import SetClock


def _wait(limits: FloodLimits, chat_id: int, clock: SetClock) -> int:
    with pytest.raises(ApiError) as refused:
        limits.admit(chat_id, clock())
    assert (
        refused.value.description
        == f"Too Many Requests: retry after {refused.value.parameters['retry_after']}"
    )
    return refused.value.parameters["retry_after"]


def test_a_chat_takes_one_message_a_second(clock: SetClock) -> None:
    limits = FloodLimits()
    limits.admit(1, clock())
    assert _wait(limits, 1, clock) == 1
    clock.forward(1)
    limits.admit(1, clock())


def test_all_chats_take_thirty_messages_a_second(clock: SetClock) -> None:
    limits = FloodLimits()
    for chat_id in range(1, 31):
        limits.admit(chat_id, clock())
    assert _wait(limits, 31, clock) == 1


def test_a_paid_broadcast_reaches_a_thousand_chats_a_second(clock: SetClock) -> None:
    limits = FloodLimits()
    for chat_id in range(1, 1001):
        limits.admit(chat_id, clock(), paid=True)
    with pytest.raises(ApiError):
        limits.admit(1001, clock(), paid=True)
    limits.admit(1001, clock())


def test_a_group_takes_twenty_messages_a_minute(clock: SetClock) -> None:
    limits = FloodLimits()
    for _ in range(20):
        limits.admit(-1, clock())
        clock.forward(1)
    assert _wait(limits, -1, clock) == 40
    clock.forward(40)
    limits.admit(-1, clock())


def test_a_refused_message_does_not_count(clock: SetClock) -> None:
    limits = FloodLimits()
    limits.admit(1, clock())
    clock.forward(0.9)
    assert _wait(limits, 1, clock) == 1
    clock.forward(0.1)
    limits.admit(1, clock())
