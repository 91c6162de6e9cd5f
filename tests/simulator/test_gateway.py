"""Requests from any transport: status, JSON, and waiting for updates."""

import asyncio

import pytest

from bot.simulator import gateway
from bot.simulator.chats import Json, User
from bot.simulator.faults import LostAnswerError, NetworkFault
from bot.simulator.telegram import LocalTelegram


async def _get_updates(telegram: LocalTelegram, **params: object) -> tuple[int, Json]:
    return await gateway.answer(telegram, "getUpdates", params, {})


async def _waiting(telegram: LocalTelegram) -> asyncio.Task[tuple[int, Json]]:
    """A getUpdates that has begun to wait."""
    poll = asyncio.create_task(_get_updates(telegram, timeout=30))
    await asyncio.sleep(0)
    return poll


async def test_a_result_is_wrapped(telegram: LocalTelegram) -> None:
    status, answer = await gateway.answer(telegram, "getMyName", {}, {})
    assert (status, answer) == (200, {"ok": True, "result": {"name": "Briefing bot"}})


async def test_a_refusal_has_its_code_and_words(telegram: LocalTelegram) -> None:
    status, answer = await gateway.answer(telegram, "getChat", {"chat_id": 5}, {})
    assert status == 400
    assert answer == {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}


async def test_a_refusal_says_what_else_is_known(telegram: LocalTelegram, anna: User) -> None:
    old = telegram.create_group("Office", anna, basic=True)
    new = telegram.migrate_group(old)
    _, answer = await gateway.answer(telegram, "sendMessage", {"chat_id": old.id, "text": "x"}, {})
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}


async def test_a_lost_answer_is_none(telegram: LocalTelegram) -> None:
    telegram.fail_next("getMe", NetworkFault.TIMED_OUT)
    with pytest.raises(LostAnswerError):
        await gateway.answer(telegram, "getMe", {}, {})


async def test_without_a_timeout_nobody_waits(telegram: LocalTelegram) -> None:
    assert await _get_updates(telegram) == (200, {"ok": True, "result": []})


async def test_who_waits_is_woken_at_once(telegram: LocalTelegram, anna: User) -> None:
    poll = await _waiting(telegram)
    sent = telegram.send(anna, anna, "hello")
    assert await poll == (200, {"ok": True, "result": [sent]})


async def test_people_may_act_from_another_thread(telegram: LocalTelegram, anna: User) -> None:
    asyncio.get_running_loop().set_debug(True)  # notices calls from a wrong thread
    poll = await _waiting(telegram)
    sent = await asyncio.to_thread(telegram.send, anna, anna, "hello")
    assert await poll == (200, {"ok": True, "result": [sent]})


async def test_only_one_may_wait(telegram: LocalTelegram, anna: User) -> None:
    first = await _waiting(telegram)
    second = await _waiting(telegram)
    status, answer = await first
    telegram.send(anna, anna, "hello")
    assert status == 409
    assert answer["description"].startswith("Conflict: terminated by other getUpdates request; make sure")
    assert (await second)[0] == 200


async def test_who_stops_waiting_leaves_nothing_behind(telegram: LocalTelegram, anna: User) -> None:
    poll = await _waiting(telegram)
    poll.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poll
    sent = telegram.send(anna, anna, "hello")
    assert await _get_updates(telegram, timeout=30) == (200, {"ok": True, "result": [sent]})


def test_a_bot_gone_with_its_loop_disturbs_nobody(telegram: LocalTelegram, anna: User) -> None:
    async def give_up() -> None:
        (await _waiting(telegram)).cancel()

    asyncio.run(give_up())
    assert telegram.send(anna, anna, "hello")["update_id"] == 1


async def test_waiting_ends_with_nothing(telegram: LocalTelegram, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gateway, "MAX_WAIT_SECONDS", 0.01)
    assert await _get_updates(telegram, timeout=30) == (200, {"ok": True, "result": []})
