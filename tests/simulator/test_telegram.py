"""Calling the local Telegram: what is recorded, and failures made to order."""

import pytest

from bot.simulator.chats import Chat, User
from bot.simulator.faults import ApiError, LostAnswerError, NetworkFault, bad_request, too_many_requests
from bot.simulator.methods import METHODS
from bot.simulator.shown import Call
from bot.simulator.telegram import BotIdentity, LocalTelegram
from bot.simulator.world import Rules
from tests.simulator.scenes import SetClock, refusal


def test_the_bot_is_who_it_was_made_to_be(clock: SetClock) -> None:
    telegram = LocalTelegram(clock, BotIdentity(5, "other_bot", "Other"))
    me = telegram.call("getMe", {})
    assert (me["id"], me["username"], me["first_name"]) == (5, "other_bot", "Other")


def test_an_unknown_method_is_not_found(telegram: LocalTelegram) -> None:
    with pytest.raises(ApiError) as refused:
        telegram.call("sendLove", {})
    assert (refused.value.code, refused.value.description) == (404, "Not Found")


def test_unknown_parameters_are_refused_unless_told_otherwise(
    telegram: LocalTelegram, clock: SetClock
) -> None:
    assert refusal(telegram, "getMe", x=1) == 'Bad Request: unknown parameter "x"'
    lenient = LocalTelegram(clock, rules=Rules(strict_parameters=False))
    assert lenient.call("getMe", {"x": 1})["is_bot"] is True


def test_calls_are_recorded_with_parameters_as_read(telegram: LocalTelegram, anna: User) -> None:
    sent = telegram.call("sendMessage", {"chat_id": str(anna.id), "text": "x"})
    assert telegram.calls_of("sendMessage") == [
        Call("sendMessage", {"chat_id": anna.id, "text": "x"}, sent, None, telegram.clock())
    ]


def test_refused_calls_are_recorded_with_the_error(telegram: LocalTelegram) -> None:
    refusal(telegram, "getChat", chat_id=5)
    (call,) = telegram.calls
    assert (call.result, str(call.error)) == (None, "400 Bad Request: chat not found")


def test_who_watches_sees_each_call_until_it_stops(telegram: LocalTelegram) -> None:
    seen: list[str] = []
    stop = telegram.watch_calls(lambda call: seen.append(call.method))
    telegram.call("getMe", {})
    stop()
    telegram.call("getWebhookInfo", {})
    assert seen == ["getMe"]


def test_messages_leave_out_service_and_deleted_ones(
    telegram: LocalTelegram, group: Chat, anna: User
) -> None:
    telegram.send(group, anna, "one")
    telegram.send(group, anna, "two")
    telegram.delete(group, telegram.messages(group)[0])
    assert [message.text for message in telegram.messages(group)] == ["two"]


def test_the_next_call_can_be_made_to_fail(telegram: LocalTelegram, anna: User) -> None:
    telegram.fail_next("sendMessage", too_many_requests(7))
    assert refusal(telegram, "sendMessage", chat_id=anna.id, text="x") == "Too Many Requests: retry after 7"
    assert telegram.call("sendMessage", {"chat_id": anna.id, "text": "x"})["message_id"] == 1


def test_several_calls_to_one_chat_can_be_made_to_fail(
    telegram: LocalTelegram, anna: User, group: Chat
) -> None:
    telegram.fail_next("sendMessage", bad_request("no"), chat_id=group, times=2)
    assert telegram.call("sendMessage", {"chat_id": anna.id, "text": "x"})
    for _ in range(2):
        assert refusal(telegram, "sendMessage", chat_id=group.id, text="x") == "Bad Request: no"
    assert telegram.call("sendMessage", {"chat_id": group.id, "text": "x"})


@pytest.mark.parametrize(
    ("fault", "arrived"), [(NetworkFault.CONNECTION_RESET, 0), (NetworkFault.TIMED_OUT, 1)]
)
def test_a_network_fault_comes_before_or_after_the_deed(
    telegram: LocalTelegram, anna: User, fault: NetworkFault, arrived: int
) -> None:
    telegram.fail_next("sendMessage", fault)
    with pytest.raises(LostAnswerError) as lost:
        telegram.call("sendMessage", {"chat_id": anna.id, "text": "x"})
    assert lost.value.fault is fault
    assert len(telegram.messages(anna)) == arrived


def test_every_method_refuses_what_it_does_not_know(telegram: LocalTelegram) -> None:
    for method in METHODS:
        assert refusal(telegram, method, nonsense="x") == 'Bad Request: unknown parameter "nonsense"'
