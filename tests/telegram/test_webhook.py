"""Telegram's calls: who is let in, what becomes of an update, and how it begins and ends."""

import asyncio
import json
import logging
import re
import zlib
from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.errors import OperatorError, TelegramRefusedError
from bot.simulator.chats import Json, User
from bot.simulator.faults import ApiError, Fault, NetworkFault, too_many_requests
from bot.telegram import polling, webhook
from bot.telegram.application import serve
from bot.telegram.updates import UPDATES
from bot.telegram.webhook import secret_of
from tests.telegram.calling import HEADER, PATH, SECRET, URL, Caller, Jam, called, logged, receive
from tests.telegram.scene import TOKEN, Scene
from tests.waiting import until, until_called

WORDS = "a-persons-words"


@pytest.fixture
def closed(scene: Scene, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Scene:
    """A scene whose application is to be opened by `serve`; nothing has to be waited out."""
    monkeypatch.setattr(polling, "_FIRST_PAUSE", 0.0)
    caplog.set_level(logging.DEBUG, "bot")
    scene.telegram.calls.clear()
    return scene


@pytest.fixture
async def caller(closed: Scene, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Caller]:
    """The bot serves by webhook, and this calls it."""
    async with called(closed, caplog) as caller:
        yield caller


@pytest.fixture
def jam(monkeypatch: pytest.MonkeyPatch) -> Jam:
    return Jam(monkeypatch)


# what is let in


async def test_what_telegram_brings_is_answered(closed: Scene, caller: Caller, anna: User) -> None:
    assert await caller.bring(closed.telegram.send(anna, anna, "/areas")) == 200
    await until(closed.telegram, lambda: bool(closed.answers(anna)))
    assert closed.answers(anna)[0].text.startswith("📌")


@pytest.mark.parametrize(
    "secret", [None, "", "wrong", SECRET[:-1], f"{SECRET}0", SECRET.upper(), "ключ", secret_of("1:other")]
)
async def test_who_does_not_know_the_secret_is_refused(
    closed: Scene, caller: Caller, anna: User, secret: str | None
) -> None:
    update = closed.telegram.send(anna, anna, "/areas")
    assert await caller.post(json.dumps(update), secret) == 403
    assert await caller.bring(closed.telegram.send(anna, anna, "/goals")) == 200
    await until(closed.telegram, lambda: bool(closed.answers(anna)))
    assert [answer.text[0] for answer in closed.answers(anna)] == ["🧭"]


async def test_a_secret_that_is_no_text_is_refused(caller: Caller) -> None:
    assert await caller.send(f"POST {PATH} HTTP/1.1", "Host: x", f"{HEADER}: \xff", "", "") == 403


async def test_the_body_of_a_stranger_is_not_waited_for(caller: Caller) -> None:
    head = (f"POST {PATH} HTTP/1.1", "Host: x", "Content-Length: 99")
    assert await caller.send(*head, "", "") == 403


async def test_a_body_that_is_too_long_is_not_waited_for(caller: Caller) -> None:
    head = (f"POST {PATH} HTTP/1.1", "Host: x", f"{HEADER}: {SECRET}", f"Content-Length: {1024 * 1024 + 1}")
    assert await caller.send(*head, "", "") == 413


async def test_a_body_of_unknown_length_is_read_no_further_than_allowed(caller: Caller) -> None:
    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(17):
            yield b" " * 64 * 1024

    assert await caller.post(chunks()) == 413


async def test_a_long_update_is_let_in(closed: Scene, caller: Caller, anna: User) -> None:
    update = closed.telegram.send(anna, anna, "/areas")
    assert await caller.post(json.dumps(update).encode().ljust(1024 * 1024)) == 200


async def test_a_body_that_does_not_come_is_not_waited_for_for_ever(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "_READING", 0.01)
    head = (f"POST {PATH} HTTP/1.1", "Host: x", f"{HEADER}: {SECRET}", "Content-Length: 2")
    assert await caller.send(*head, "", "{") == 408


async def test_a_body_that_is_sent_wrongly_is_refused(caller: Caller) -> None:
    head = (f"POST {PATH} HTTP/1.1", "Host: x", f"{HEADER}: {SECRET}", "Transfer-Encoding: chunked")
    assert await caller.send(*head, "", "not a length", "") == 400


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'[{"update_id": 1}]',
        b"null",
        b'"1"',
        b"{}",
        b'{"message": {}}',
        b'{"update_id": "1"}',
        b'{"update_id": true}',
        b'{"update_id": 1.5}',
        b'{"update_id": ' + b"9" * 5000 + b"}",
        b"[" * 500_000,
        b'{"update_id":' * 50_000,
    ],
    ids=lambda body: body[:20].decode(errors="replace"),
)
async def test_what_is_no_update_is_refused(caller: Caller, body: bytes) -> None:
    assert await caller.post(body) == 400


async def test_a_compressed_body_is_not_unpacked(closed: Scene, caller: Caller, anna: User) -> None:
    update = json.dumps(closed.telegram.send(anna, anna, "/areas"))
    head = {HEADER: SECRET, "Content-Encoding": "deflate"}
    assert await caller.ask("POST", PATH, data=zlib.compress(update.encode()), headers=head) == 400


@pytest.mark.parametrize("path", ["/", f"{PATH}/", f"{PATH}/x", "/Telegram", "/healthz/"])
async def test_nothing_is_anywhere_else(caller: Caller, path: str) -> None:
    assert await caller.ask("POST", path, headers={HEADER: SECRET}) == 404


@pytest.mark.parametrize(
    ("method", "path"), [("GET", PATH), ("PUT", PATH), ("OPTIONS", PATH), ("POST", "/healthz")]
)
async def test_other_methods_are_refused(caller: Caller, method: str, path: str) -> None:
    assert await caller.ask(method, path, headers={HEADER: SECRET}) == 405


@pytest.mark.parametrize("method", ["GET", "HEAD"])
async def test_a_load_balancer_is_told_that_it_serves(caller: Caller, method: str) -> None:
    assert await caller.ask(method, "/healthz") == 200


@pytest.mark.parametrize(
    ("url", "path"), [("https://x.org", "/"), ("https://x.org/%E9%97%A8?a=b", "/门?a=b")]
)
async def test_it_is_found_where_the_url_leads(
    closed: Scene, caplog: pytest.LogCaptureFixture, url: str, path: str
) -> None:
    async with called(closed, caplog, url) as caller:
        assert await caller.ask("POST", path) == 403
        assert await caller.ask("POST", PATH) == 404


# what becomes of an update


STRANGE: dict[str, Json] = {
    "no date": {"message_id": 1, "text": WORDS},
    "no object": {"message": WORDS},
    "date of a word": {"message_id": 1, "date": WORDS, "chat": {"id": 1, "type": "private"}},
    "date beyond the calendar": {"message_id": 1, "date": 10**17, "chat": {"id": 1, "type": "private"}},
    "date without end": {"message_id": 1, "date": float("inf"), "chat": {"id": 1, "type": "private"}},
}


@pytest.mark.parametrize("message", STRANGE.values(), ids=STRANGE)
async def test_an_update_nobody_can_read_is_left_out_with_a_line_in_the_log(
    closed: Scene, caller: Caller, anna: User, caplog: pytest.LogCaptureFixture, message: Json
) -> None:
    assert await caller.bring({"update_id": 77, "message": message}) == 200
    assert await caller.bring(closed.telegram.send(anna, anna, "/areas")) == 200
    await until(closed.telegram, lambda: bool(closed.answers(anna)))
    assert "update 77 cannot be read and is left out: " in logged(caplog)
    assert WORDS not in logged(caplog)


async def test_an_update_that_is_too_deep_is_left_out(
    caller: Caller, caplog: pytest.LogCaptureFixture
) -> None:
    deep: Json | None = None
    for _ in range(800):
        deep = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "reply_to_message": deep}
    assert await caller.bring({"update_id": 77, "message": deep}) == 200
    assert "update 77 cannot be read and is left out: RecursionError" in logged(caplog)


async def test_an_update_of_an_unknown_kind_is_taken_and_ignored(
    closed: Scene, caller: Caller, anna: User
) -> None:
    assert await caller.bring({"update_id": 77, "telepathy": {"thought": WORDS}}) == 200
    assert await caller.bring(closed.telegram.send(anna, anna, "/areas")) == 200
    await until(closed.telegram, lambda: bool(closed.answers(anna)))


async def test_what_is_brought_twice_is_answered_once(closed: Scene, caller: Caller, anna: User) -> None:
    update = closed.telegram.send(anna, anna, "/areas")
    assert [await caller.bring(update), await caller.bring(update)] == [200, 200]
    await caller.bring(closed.telegram.send(anna, anna, "/goals"))
    await until_called(closed.telegram, "sendMessage", 2)
    assert [answer.text[0] for answer in closed.answers(anna)] == ["📌", "🧭"]


async def test_not_every_update_is_remembered_for_ever(
    closed: Scene, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, anna: User
) -> None:
    monkeypatch.setattr(webhook, "_REMEMBERED", 2)
    first, second, third = (closed.telegram.send(anna, anna, text) for text in ("/areas", "/goals", "/help"))
    async with called(closed, caplog) as caller:
        for update in (first, second, third, first):
            assert await caller.bring(update) == 200
        await until_called(closed.telegram, "sendMessage", 4)


async def test_many_chats_are_answered_in_order_within_each(closed: Scene, caller: Caller) -> None:
    async def converse(person: User) -> None:
        for command in ("/areas", "/goals", "/help"):
            await caller.bring(closed.telegram.send(person, person, command))

    people = [closed.person() for _ in range(20)]
    await asyncio.gather(*map(converse, people))
    await until_called(closed.telegram, "sendMessage", 60)
    assert {tuple(answer.text[0] for answer in closed.answers(person)) for person in people} == {
        ("📌", "🧭", "💡")
    }


async def test_while_too_much_is_in_work_a_call_waits(
    closed: Scene, caller: Caller, anna: User, boris: User, jam: Jam
) -> None:
    await jam.begin(caller, closed.telegram.send(anna, anna, "/areas"))
    call = await jam.join(caller, closed.telegram.send(boris, boris, "/areas"))
    jam.resolved.set()
    assert await call == 200
    await until(closed.telegram, lambda: bool(closed.answers(boris)))


async def test_what_is_brought_again_while_it_waits_is_answered_once(
    closed: Scene, caller: Caller, anna: User, jam: Jam
) -> None:
    await jam.begin(caller, closed.telegram.send(anna, anna, "/areas"))
    update = closed.telegram.send(anna, anna, "/goals")
    calls = [await jam.join(caller, update) for _ in range(2)]
    jam.resolved.set()
    assert await asyncio.gather(*calls) == [200, 200]
    await caller.bring(closed.telegram.send(anna, anna, "/help"))
    await until_called(closed.telegram, "sendMessage", 3)
    assert [answer.text[0] for answer in closed.answers(anna)] == ["📌", "🧭", "💡"]


async def test_a_call_that_was_given_up_is_left_to_its_repetition(
    closed: Scene, caller: Caller, anna: User, boris: User, jam: Jam
) -> None:
    await jam.begin(caller, closed.telegram.send(anna, anna, "/areas"))
    call = await jam.join(caller, closed.telegram.send(boris, boris, "/areas"))
    call.cancel()
    await jam.join(caller, closed.telegram.send(boris, boris, "/goals"))
    jam.resolved.set()
    await until(closed.telegram, lambda: bool(closed.answers(boris)))
    assert [answer.text[0] for answer in closed.answers(boris)] == ["🧭"]


# how it begins


async def test_telegram_is_told_where_to_call_and_what_to_show(closed: Scene, caller: Caller) -> None:
    assert caller.port
    (call,) = closed.telegram.calls_of("setWebhook")
    assert call.params == {
        "url": URL,
        "secret_token": SECRET,
        "allowed_updates": UPDATES,
        "max_connections": 100,
    }


async def test_it_listens_before_telegram_is_told(closed: Scene, caplog: pytest.LogCaptureFixture) -> None:
    closed.telegram.fail_next("setWebhook", NetworkFault.CONNECTION_RESET, times=1_000_000)
    async with called(closed, caplog) as caller:
        assert await caller.ask("GET", "/healthz") == 200


@pytest.mark.parametrize(
    "trouble",
    [ApiError(500, "Internal Server Error"), too_many_requests(1), NetworkFault.TIMED_OUT],
    ids=["server error", "too many requests", "time-out"],
)
async def test_trouble_is_waited_out(closed: Scene, caplog: pytest.LogCaptureFixture, trouble: Fault) -> None:
    closed.telegram.fail_next("setWebhook", trouble, times=2)
    async with called(closed, caplog):
        await until_called(closed.telegram, "setMyCommands", 6)
    assert len(closed.telegram.calls_of("setWebhook")) == 3


async def test_a_url_telegram_does_not_take_ends_it_with_telegrams_words(closed: Scene) -> None:
    serving = serve(closed.service, receive("http://bot.example.org"), asyncio.Event(), prepare=list)
    with pytest.raises(
        TelegramRefusedError, match=r"telegram\.webhook\.url: .*an https url must be provided"
    ):
        await asyncio.wait_for(serving, 5)
    assert len(closed.telegram.calls_of("setWebhook")) == 1
    assert not closed.application.running


async def test_a_token_telegram_does_not_know_ends_it(closed: Scene) -> None:
    closed.telegram.fail_next("setWebhook", ApiError(401, "Unauthorized"))
    with pytest.raises(TelegramRefusedError, match="does not know this token"):
        await serve(closed.service, receive(), asyncio.Event(), prepare=list)


@pytest.mark.parametrize("listen", ["127.0.0.1", "203.0.113.1"], ids=["taken", "not of this machine"])
async def test_where_it_cannot_listen_it_ends_and_names_the_settings(
    closed: Scene, caller: Caller, listen: str
) -> None:
    receiving = receive(listen=listen, port=caller.port)(closed.application, asyncio.Event())
    with pytest.raises(OperatorError, match=rf"cannot listen on {listen}, .*set telegram\.webhook\.listen"):
        await receiving
    assert len(closed.telegram.calls_of("setWebhook")) == 1  # the first one's


def test_the_secret_is_the_tokens_own_and_the_same_in_all_versions() -> None:
    assert secret_of("123:made-up") == "06185c94d9a790a9fcc7edcdc08f385916b03a807d4ba3e702a464aba8042c13"
    assert secret_of("123:made-up-") != secret_of("123:made-up")


# how it ends


async def test_at_the_end_nobody_is_let_in_and_the_webhook_stays(
    closed: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    async with called(closed, caplog) as caller:
        assert await caller.ask("GET", "/healthz") == 200
    with pytest.raises(ConnectionRefusedError):
        await caller.send("GET /healthz HTTP/1.1", "Host: x", "", "")
    assert closed.telegram.calls_of("deleteWebhook") == []
    assert closed.telegram.call("getWebhookInfo", {})["url"] == URL


async def test_a_call_that_waits_at_the_end_is_not_confirmed_and_what_is_in_work_is_answered(
    closed: Scene, caplog: pytest.LogCaptureFixture, anna: User, boris: User, jam: Jam
) -> None:
    async with called(closed, caplog) as caller:
        await jam.begin(caller, closed.telegram.send(anna, anna, "/areas"))
        call = await jam.join(caller, closed.telegram.send(boris, boris, "/areas"))
        call.add_done_callback(lambda _: jam.resolved.set())
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await call
    assert len(closed.answers(anna)) == 1
    assert closed.answers(boris) == []


# what is logged


async def test_neither_secrets_nor_words_are_logged(caller: Caller, caplog: pytest.LogCaptureFixture) -> None:
    for body in (f'{{"update_id": 1, "message": "{WORDS}"}}', f'{{"{WORDS}', f'["{WORDS}"]'):
        await caller.post(body)
        await caller.post(body, f"{SECRET}x")
    assert await caller.send(f"{WORDS} {SECRET}", "", "") == 400
    assert await caller.send(f"POST {PATH} HTTP/1.1", f"{HEADER}: {SECRET * 200}", "", "") == 400
    assert not re.search(f"{WORDS}|{SECRET}|{TOKEN}", logged(caplog))


async def test_calls_are_not_logged(closed: Scene, caplog: pytest.LogCaptureFixture, anna: User) -> None:
    caplog.set_level(logging.INFO)
    async with called(closed, caplog) as caller:
        before = len(caplog.records)
        await caller.bring(closed.telegram.send(anna, anna, "/areas"))
        await until_called(closed.telegram, "sendMessage")
        await caller.ask("GET", "/healthz")
        told = [each for each in caplog.records[before:] if not each.name.startswith("apscheduler")]
        assert told == []


async def test_a_failure_is_logged_with_its_place_and_without_words(
    caller: Caller, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(body: bytes) -> Json:
        raise LookupError(body.decode())

    monkeypatch.setattr(webhook, "_update_in", fail)
    assert await caller.post(WORDS) == 500
    assert "in fail" in logged(caplog)
    assert "builtins.LookupError" in logged(caplog)
    assert WORDS not in logged(caplog)
