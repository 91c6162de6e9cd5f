"""Bodies nobody should send: none stops the server, and each gets an answer."""

import asyncio
import io
import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.simulator.chats import User
from bot.simulator.server import LocalServer
from bot.simulator.serving import bot_api, page
from tests.simulator.serving.callers import Bot, Browser, refusal_of, wire

pytestmark = pytest.mark.asyncio(loop_scope="module")

JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PARTS = {"Content-Type": "multipart/form-data; boundary=b"}
TOO_LARGE = "413 Request Entity Too Large"
DEEP = b'{"x":' * 100_000 + b"1" + b"}" * 100_000


async def _ask(bot: Bot, body: object, headers: dict[str, str]) -> str:
    return refusal_of(await bot.ask("sendMessage", data=body, headers=headers))


async def _in_pieces(body: bytes) -> AsyncIterator[bytes]:
    """Sent in chunks, without a word about the length."""
    yield body[: len(body) // 2]
    yield body[len(body) // 2 :]


def _head(bot: Bot, length: int, kind: str = "application/json") -> list[str]:
    return [
        f"POST /bot{bot.token}/sendMessage HTTP/1.1",
        "Host: 127.0.0.1",
        f"Content-Type: {kind}",
        f"Content-Length: {length}",
    ]


def _part(name: str, content: str = "x", more: str = "") -> bytes:
    return f'--b\r\nContent-Disposition: form-data; name="{name}"{more}\r\n\r\n{content}\r\n'.encode()


# JSON


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"nonsense",
        b"{'a': 1}",
        b'{"text": "\xff"}',
        b'{"text": NaN}',
        b'{"text": 1e999}',
        b'{"text": "\\ud800"}',
        b'{"\\udc00": "x"}',
        b'{"text": "\xed\xa0\x80"}',
        b'{"chat_id": ' + b"9" * 5000 + b"}",
        DEEP,
    ],
    ids=range(11),
)
async def test_what_is_no_json_is_refused(bot: Bot, body: bytes) -> None:
    assert await _ask(bot, body, JSON) == "400 Bad Request: can't parse JSON"


@pytest.mark.parametrize("body", [b"[]", b"[{}]", b'"text"', b"1", b"null"])
async def test_json_that_is_no_object_is_refused(bot: Bot, body: bytes) -> None:
    assert await _ask(bot, body, JSON) == "400 Bad Request: JSON object expected"


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": 5}, 'parameter "text" must be of type String'),
        ({"text": ["x"]}, 'parameter "text" must be of type String'),
        ({"text": "x", "chat_id": 1.5}, 'parameter "chat_id" must be of type Chat'),
        ({"text": "x", "chat_id": True}, 'parameter "chat_id" must be of type Chat'),
        ({"text": "x", "reply_markup": []}, 'parameter "reply_markup" must be of type ReplyMarkup'),
    ],
)
async def test_json_of_another_type_is_refused(
    anna: User, bot: Bot, params: dict[str, Any], words: str
) -> None:
    assert await bot.refusal("sendMessage", **{"chat_id": anna.id, **params}) == f"400 Bad Request: {words}"


async def test_what_bots_send_amiss_does_not_keep_the_page_from_showing_it(
    bot: Bot, browser: Browser
) -> None:
    async with browser.events() as events:
        form = {"chat_id": "5", "text": "x", "reply_markup": '{"inline_keyboard": [[{"text": "\\ud800"}]]}'}
        await bot.ask("sendMessage", data=form)
        await bot.ask("sendMessage", json={"chat_id": [1], "message_thread_id": {}, "text": "x"})
        first, second = await events.next("call"), await events.next("call")
    assert first["call"]["error"] == "400 Bad Request: can't parse reply keyboard markup JSON object"
    assert (second["call"]["chat_id"], second["call"]["topic"]) == (None, None)
    assert [call["text"] for call in (await browser.read("/state"))["calls"]] == ["x", "x"]


@pytest.mark.parametrize("odd", ["\ud800", float("nan")])
async def test_json_in_a_form_holds_no_more_than_json_of_its_own(
    anna: User, bot: Bot, odd: str | float
) -> None:
    keyboard = {"keyboard": [[{"text": "x", "request_users": {"x": odd}}]]}
    form = {"chat_id": str(anna.id), "text": "x", "reply_markup": json.dumps(keyboard)}
    assert refusal_of(await bot.ask("sendMessage", data=form)) == (
        "400 Bad Request: can't parse reply keyboard markup JSON object"
    )


# other kinds of bodies


async def test_a_body_of_another_kind_is_refused(bot: Bot) -> None:
    refused = await _ask(bot, b"chat_id=1&text=x", {"Content-Type": "text/plain"})
    assert refused.startswith("400 Bad Request: unsupported content type 'text/plain'; use")


async def test_a_form_that_is_no_utf_8_is_refused(bot: Bot) -> None:
    for body in (b"text=%ff", b"text=\xff", b"text=%ed%a0%80"):
        assert await _ask(bot, body, FORM) == "400 Bad Request: strings must be encoded in UTF-8"


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ({"Content-Type": "multipart/form-data"}, _part("text"), "Missing boundary in multipart."),
        (PARTS, b"nonsense", "Invalid multipart data."),
        (
            PARTS,
            b"--b\r\n\r\nx\r\n--b--\r\n",
            'The Content-Disposition header field "name" must be provided.',
        ),
        (PARTS, _part("text") * 101 + b"--b--\r\n", "Too many fields. Maximum number of fields is 100."),
        (
            PARTS,
            _part("x", more='; filename="x"') * 101 + b"--b--\r\n",
            "Too many files. Maximum number of files is 100.",
        ),
    ],
    ids=range(5),
)
async def test_broken_parts_are_refused(bot: Bot, headers: dict[str, str], body: bytes, reason: str) -> None:
    assert await _ask(bot, body, headers) == f"400 Bad Request: can't parse multipart/form-data: {reason}"


@pytest.mark.parametrize("charset", ["undefined", "nonsense", "utf-16", "unicode_escape", "rot13"])
async def test_parts_in_strange_alphabets_do_no_harm(anna: User, bot: Bot, charset: str) -> None:
    headers = {"Content-Type": f"multipart/form-data; boundary=b; charset={charset}"}
    body = _part("chat_id", str(anna.id)) + _part("text", "\\ud800") + b"--b--\r\n"
    status, _ = await bot.ask("sendMessage", data=body, headers=headers)
    assert status in {200, 400}


# size


async def _too_large(bot: Bot, body: object, headers: dict[str, str]) -> None:
    assert await _ask(bot, body, headers) == TOO_LARGE
    assert (await bot.call("getMe"))["is_bot"] is True


async def test_a_body_over_the_limit_is_refused(bot: Bot) -> None:
    await _too_large(bot, io.BytesIO(b" " * (bot_api.MAX_BODY + 1)), JSON)


@pytest.mark.parametrize("headers", [JSON, FORM, PARTS], ids=["json", "form", "parts"])
async def test_a_body_that_does_not_say_how_long_it_is_is_read_no_further_than_the_limit(
    bot: Bot, headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot_api, "MAX_BODY", 100_000)
    monkeypatch.setattr(bot_api, "MAX_UPLOAD", 100_000)
    body = _part("document", "x" * 100_000, '; filename="x"')
    await _too_large(bot, _in_pieces(body), headers)


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=b"])
async def test_a_body_that_says_it_is_too_long_is_refused_before_it_comes(
    server: LocalServer, bot: Bot, kind: str
) -> None:
    async with wire(server, *_head(bot, bot_api.MAX_UPLOAD + 1, kind)) as said:
        assert await said.status() == 413


async def test_a_body_shorter_than_it_says_is_read_no_further(server: LocalServer, bot: Bot) -> None:
    async with wire(server, *_head(bot, 2), body=b"{}garbage\r\n\r\n") as said:
        assert await said.status() == 400
    assert (await bot.call("getMe"))["is_bot"] is True


@pytest.mark.parametrize("kind", ["application/json", "multipart/form-data; boundary=b"])
async def test_who_goes_away_in_the_middle_is_forgotten(
    server: LocalServer, bot: Bot, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with wire(server, *_head(bot, 100, kind), body=b"--b\r\n"):
        await bot.call("getMe")
    await _all_answered(server)
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def _all_answered(server: LocalServer) -> None:
    """Returns when the server is done with every request."""
    async with asyncio.timeout(10):
        await asyncio.gather(*server._server.server_state.tasks)


async def test_a_field_over_its_limit_is_refused(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot_api, "MAX_BODY", 100_000)
    refused = await _ask(bot, _part("text", "x" * 100_001) + b"--b--\r\n", PARTS)
    assert refused == "400 Bad Request: can't parse multipart/form-data: Part exceeded maximum size of 97KB."


# the page's


@pytest.mark.parametrize("content_type", ["", "text/plain", "application/x-www-form-urlencoded"])
async def test_what_people_do_is_said_in_json(browser: Browser, content_type: str) -> None:
    answered = await browser.post("stop", data=b"{}", headers={"Content-Type": content_type})
    assert answered == (415, {"ok": False, "error": "the content type must be application/json"})


async def test_json_may_name_its_alphabet(browser: Browser) -> None:
    headers = {"Content-Type": "Application/JSON; charset=utf-8"}
    assert (await browser.post("stop", data=b"", headers=headers))[0] == 200


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"{", "the body is not JSON"),
        (b'{"x": "\xff"}', "the body is not JSON"),
        (b'{"\\ud800": 1}', "the body is not JSON"),
        (b'{"x": NaN}', "the body is not JSON"),
        (DEEP, "the body is not JSON"),
        (b"[]", "the body must be a JSON object"),
        (b'{"x": 1}', 'unknown parameter "x"'),
    ],
    ids=range(7),
)
async def test_what_says_nothing_is_refused_on_the_page(browser: Browser, body: bytes, reason: str) -> None:
    assert await browser.post("stop", data=body, headers=JSON) == (400, {"ok": False, "error": reason})


async def test_a_body_over_the_pages_limit_is_refused(browser: Browser) -> None:
    body = b" " * (page.MAX_BODY + 1)
    for sent in (body, _in_pieces(body)):
        status, answer = await browser.post("stop", data=sent, headers=JSON)
        assert (status, answer["error"]) == (413, "Request Entity Too Large")


async def test_a_file_over_the_limit_is_refused(
    anna: User, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "MAX_UPLOAD", 1000)
    place: dict[str, str | int] = {"chat": anna.id, "person": anna.id, "name": "x"}
    assert (await browser.attach(b"x" * 1000, **place))[0] == 200
    for sent in (b"x" * 1001, _in_pieces(b"x" * 1001)):
        status, _ = await browser.post("attach", params=place, data=sent)
        assert status == 413


async def test_a_page_closed_while_it_sends_a_file_is_forgotten(
    server: LocalServer, anna: User, browser: Browser
) -> None:
    target = f"/do/attach?chat={anna.id}&person={anna.id}&name=x"
    head = [f"POST {target} HTTP/1.1", "Host: 127.0.0.1", "Content-Length: 100"]
    async with wire(server, *head, body=b"x"):
        await browser.read("/state")
    await _all_answered(server)
    assert (await browser.read(f"/chats/{anna.id}/messages"))["messages"] == []
