"""A bot calls a method in its very answer to an update that was pushed to it."""

import json
from collections.abc import AsyncIterator

import pytest

from bot.simulator.chats import Json, User
from bot.simulator.telegram import LocalTelegram
from bot.simulator.world import Rules
from tests.simulator.scenes import SetClock
from tests.simulator.serving.hooks import Hook, pushing, said, serving
from tests.waiting import until


@pytest.fixture
def telegram(clock: SetClock) -> LocalTelegram:
    return LocalTelegram(clock, rules=Rules(local_webhooks=True))


@pytest.fixture
async def hook(telegram: LocalTelegram) -> AsyncIterator[Hook]:
    """The bot's, and it has said where it is."""
    hook = Hook()
    async with serving(hook), pushing(telegram):
        telegram.call("setWebhook", {"url": hook.url})
        yield hook


def _send(telegram: LocalTelegram, anna: User, *texts: str) -> None:
    for text in texts:
        telegram.send(anna, anna, text)


def _call(anna: User) -> Json:
    return {"method": "sendMessage", "chat_id": anna.id, "text": "at once"}


@pytest.mark.parametrize("blanks", [0, 500_000])
async def test_a_method_in_the_answer_is_called_however_long_it_is(
    telegram: LocalTelegram, anna: User, hook: Hook, blanks: int
) -> None:
    hook.answers = [said(b" " * blanks + json.dumps(_call(anna)).encode())]
    _send(telegram, anna, "one")
    await until(telegram, lambda: bool(telegram.calls_of("sendMessage")))
    assert [message.text for message in telegram.messages(anna)] == ["one", "at once"]


async def test_the_call_may_be_a_form_with_a_file(telegram: LocalTelegram, anna: User, hook: Hook) -> None:
    form = (
        b'--x\r\nContent-Disposition: form-data; name="method"\r\n\r\nsendDocument\r\n'
        b'--x\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n%d\r\n'
        b'--x\r\nContent-Disposition: form-data; name="document"; filename="a.txt"\r\n\r\nbytes\r\n--x--\r\n'
    )
    hook.answers = [said(form % anna.id, "multipart/form-data; boundary=x")]
    _send(telegram, anna, "one")
    await until(telegram, lambda: bool(telegram.calls_of("sendDocument")))
    assert telegram.messages(anna)[-1].media == "document"


NO_CALLS = [
    b"",
    b"ok",
    b"[]",
    b"{}",
    b'{"method": "sendLove"}',
    b'{"method": 5}',
    b'{"method": "sendMessage"}',
]
NO_CALLS += [b'{"method": "sendMessage", "chat_id": 5, "text": "\\ud800"}', b'{"x":' * 100_000]


@pytest.mark.parametrize("body", NO_CALLS, ids=range(9))
async def test_what_is_no_call_is_passed_over_and_the_update_counts_as_taken(
    telegram: LocalTelegram, anna: User, hook: Hook, body: bytes
) -> None:
    hook.answers = [said(body)]
    _send(telegram, anna, "one", "two")
    await hook.has(2)
    assert hook.texts == ["one", "two"]


async def test_a_call_in_the_answer_may_fail_like_any_other(
    telegram: LocalTelegram, anna: User, hook: Hook
) -> None:
    hook.answers = [said(json.dumps(_call(anna)).encode())]
    telegram.block_bot(anna)
    await until(telegram, lambda: bool(telegram.calls_of("sendMessage")))
    (call,) = telegram.calls_of("sendMessage")
    assert str(call.error) == "403 Forbidden: bot was blocked by the user"
