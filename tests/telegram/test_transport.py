"""One contract for both transports: python-telegram-bot's own and ours."""

import asyncio
import gzip
import io
import socket
import traceback
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

import pytest
from telegram import Bot, InputFile, error
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.errors import OperatorError
from bot.telegram.transport import AiohttpRequest
from tests.http_server import Answer, HttpServer, Upload

SECRET = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
TOKEN = f"123456:{SECRET}"
HELD = Answer(held=True)
CUT_OFF = Answer(raw=b"")
TRUNCATED = Answer(raw=b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{")
MALFORMED = Answer(raw=b"no HTTP at all\r\n\r\n")
EVERY_KIND = {
    "text": "全年城镇新增就业3400人以上 🎯 é a+b=c&d;e #f?/%41\r\n",
    "reply_markup": '{"inline_keyboard": [[{"text": "民生福祉", "callback_data": "livelihood"}]]}',
    "": "an empty name",
    "empty": "",
}

Kind = type[HTTPXRequest] | type[AiohttpRequest]


@pytest.fixture(params=[HTTPXRequest, AiohttpRequest])
def kind(request: pytest.FixtureRequest) -> Kind:
    chosen: Kind = request.param
    return chosen


@pytest.fixture(autouse=True)
def _no_proxy_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
async def server() -> AsyncIterator[HttpServer]:
    async with HttpServer() as running:
        yield running


@pytest.fixture
async def client(kind: Kind) -> AsyncIterator[BaseRequest]:
    async with kind() as ready:
        yield ready


@pytest.fixture
def silence() -> Iterator[str]:
    """The address of a server that takes connections and never reads or writes."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"127.0.0.1:{listening.getsockname()[1]}"


def data(**parameters: object) -> RequestData:
    return RequestData([RequestParameter.from_input(name, value) for name, value in parameters.items()])


def url(server: HttpServer, method: str = "sendMessage") -> str:
    return f"{server.url}/bot{TOKEN}/{method}"


async def test_the_result_of_a_successful_answer_is_returned(client: BaseRequest, server: HttpServer) -> None:
    server.will_answer(Answer(body='{"ok": true, "result": {"text": "就业"}}'.encode()))
    assert await client.post(url(server)) == {"text": "就业"}
    assert server.received[0].target == f"/bot{TOKEN}/sendMessage"


async def test_fields_arrive_as_they_were_given(client: BaseRequest, server: HttpServer) -> None:
    await client.post(url(server), data(**EVERY_KIND))
    assert server.received[0].method == "POST"
    assert server.received[0].fields == EVERY_KIND
    assert server.received[0].headers["Content-Type"] == "application/x-www-form-urlencoded"


async def test_nested_values_arrive_as_json(client: BaseRequest, server: HttpServer) -> None:
    await client.post(url(server), data(chat_id=-100123, commands=[{"name": "就业"}], silent=True))
    assert server.received[0].fields == {
        "chat_id": "-100123",
        "commands": '[{"name": "\\u5c31\\u4e1a"}]',
        "silent": "true",
    }


async def test_text_that_is_not_unicode_is_refused(client: BaseRequest, server: HttpServer) -> None:
    with pytest.raises(UnicodeEncodeError):
        await client.do_request(url(server), "POST", data(text="half an emoji: \ud83d"))
    assert server.received == []


@pytest.mark.parametrize("name", ["民生 “福祉”.png", 'a "b" c;d.txt', "no-extension"])
async def test_an_uploaded_file_arrives_with_its_name(
    client: BaseRequest, server: HttpServer, name: str
) -> None:
    file = InputFile(b"\x00\r\n--", filename=name)
    await client.post(url(server), data(caption="说明 🎯", document=file))
    quoted = name.replace('"', "%22")
    assert server.received[0].fields == {
        "caption": "说明 🎯",
        "document": Upload(quoted, file.mimetype, b"\x00\r\n--"),
    }


async def test_an_open_file_can_be_uploaded_twice(client: BaseRequest, server: HttpServer) -> None:
    content = bytes(range(256)) * 1000
    file = InputFile(io.BytesIO(content), filename="图.png", read_file_handle=False)
    for _ in range(2):
        await client.post(url(server), data(photo=file))
    assert "Content-Length" in server.received[0].headers
    assert [asked.fields for asked in server.received] == [
        {"photo": Upload("图.png", "image/png", content)}
    ] * 2


async def test_a_file_is_retrieved_as_it_is(client: BaseRequest, server: HttpServer) -> None:
    server.will_answer(Answer(body=b"\x00\xff"))
    assert await client.retrieve(f"{server.url}/file/%E5%9B%BE%20a.png") == b"\x00\xff"
    assert server.received[0].method == "GET"
    assert server.received[0].target == "/file/%E5%9B%BE%20a.png"


REFUSALS = {
    400: error.BadRequest,
    401: error.InvalidToken,
    403: error.Forbidden,
    404: error.InvalidToken,
    409: error.Conflict,
    500: NetworkError,
    502: NetworkError,
}


@pytest.mark.parametrize("status", REFUSALS)
async def test_a_refusal_becomes_its_error(client: BaseRequest, server: HttpServer, status: int) -> None:
    server.will_answer(Answer(status, b'{"ok": false, "description": "what is wrong"}'))
    with pytest.raises(TelegramError, match="what is wrong") as caught:
        await client.post(url(server))
    assert type(caught.value) is REFUSALS[status]


async def test_too_many_requests_say_when_to_come_back(
    client: BaseRequest, server: HttpServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    server.will_answer(Answer(429, b'{"ok": false, "parameters": {"retry_after": 7}}'))
    with pytest.raises(error.RetryAfter) as caught:
        await client.post(url(server))
    assert caught.value.retry_after == timedelta(seconds=7)


async def test_a_migrated_chat_names_its_new_id(client: BaseRequest, server: HttpServer) -> None:
    server.will_answer(Answer(400, b'{"ok": false, "parameters": {"migrate_to_chat_id": -1007}}'))
    with pytest.raises(error.ChatMigrated) as caught:
        await client.post(url(server))
    assert caught.value.new_chat_id == -1007


@pytest.mark.parametrize(("status", "expected"), [(200, TelegramError), (502, NetworkError)])
async def test_an_answer_that_is_not_json_is_an_error(
    client: BaseRequest, server: HttpServer, status: int, expected: type[TelegramError]
) -> None:
    server.will_answer(Answer(status, b"<html>Bad Gateway</html>"))
    with pytest.raises(expected):
        await client.post(url(server))


async def test_a_compressed_answer_is_read(client: BaseRequest, server: HttpServer) -> None:
    body = gzip.compress(b'{"ok": true, "result": 1}')
    server.will_answer(Answer(body=body, headers={"Content-Encoding": "gzip"}))
    assert await client.post(url(server)) == 1


async def test_a_redirect_is_not_followed(client: BaseRequest, server: HttpServer) -> None:
    server.will_answer(Answer(302, headers={"Location": "/elsewhere"}))
    assert (await client.do_request(url(server), "POST"))[0] == 302
    assert len(server.received) == 1


async def test_connections_are_used_again_by_a_client_that_says_who_it_is(
    client: BaseRequest, server: HttpServer
) -> None:
    for _ in range(3):
        await client.post(url(server), data(text="hello"))
    assert len({asked.peer for asked in server.received}) == 1
    assert {asked.headers["User-Agent"] for asked in server.received} == {BaseRequest.USER_AGENT}


async def test_cookies_are_not_kept_by_ours(server: HttpServer) -> None:
    server.will_answer(Answer(headers={"Set-Cookie": "a=b"}))
    named = url(server).replace("127.0.0.1", "localhost")
    async with AiohttpRequest() as ready:
        await ready.post(named)
        await ready.post(named)
    assert "Cookie" not in server.received[1].headers


@pytest.mark.parametrize("answer", [CUT_OFF, TRUNCATED, MALFORMED])
async def test_a_request_that_may_have_been_processed_is_not_repeated(
    client: BaseRequest, server: HttpServer, answer: Answer
) -> None:
    server.will_answer(Answer(), answer)
    await client.post(url(server), data(text="one"))
    with pytest.raises(NetworkError):
        await client.post(url(server), data(text="two"))
    assert [asked.fields for asked in server.received] == [{"text": "one"}, {"text": "two"}]


@pytest.mark.parametrize("idle", [1, 5])
async def test_idle_connections_closed_by_the_server_go_unnoticed(
    client: BaseRequest, server: HttpServer, idle: int
) -> None:
    await asyncio.gather(*(client.post(url(server), data(text="first")) for _ in range(idle)))
    server.hang_up()
    assert await client.post(url(server), data(text="second")) is True
    assert [asked.fields["text"] for asked in server.received] == ["first"] * idle + ["second"]


async def test_nobody_listening_is_a_network_error(client: BaseRequest) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with pytest.raises(NetworkError) as caught:
        await client.post(f"http://127.0.0.1:{port}/bot{TOKEN}/getMe")
    assert not isinstance(caught.value, TimedOut)
    assert SECRET not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("seconds", [0, 0.05])
async def test_a_late_answer_times_out(kind: Kind, server: HttpServer, seconds: float) -> None:
    server.will_answer(HELD)
    async with kind(read_timeout=seconds) as hasty:
        with pytest.raises(TimedOut):
            await hasty.post(url(server))


@pytest.mark.parametrize("patience", [None, 60])
async def test_a_call_can_have_its_own_read_timeout(
    kind: Kind, server: HttpServer, patience: float | None
) -> None:
    server.will_answer(HELD, HELD)
    async with kind(read_timeout=0.05) as hasty, asyncio.TaskGroup() as tasks:
        patient = tasks.create_task(hasty.post(url(server), read_timeout=patience))
        await server.has_received(1)
        with pytest.raises(TimedOut):
            await hasty.post(url(server))
        server.release()
        assert await patient is True


async def test_long_polling_outlasts_the_read_timeout(kind: Kind, server: HttpServer) -> None:
    server.will_answer(Answer(body=b'{"ok": true, "result": []}', held=True), HELD)
    polling, hasty = kind(read_timeout=0.05), kind(read_timeout=0.05)
    async with polling, hasty, asyncio.TaskGroup() as tasks:
        bot = Bot(TOKEN, base_url=f"{server.url}/bot", request=hasty, get_updates_request=polling)
        updates = tasks.create_task(bot.get_updates(timeout=60))
        await server.has_received(1)
        with pytest.raises(TimedOut):
            await hasty.post(url(server))
        server.release()
        assert await updates == ()


async def test_connecting_can_time_out(client: BaseRequest, silence: str) -> None:
    with pytest.raises(TimedOut):
        await client.post(f"https://{silence}/", connect_timeout=0.05)


async def test_writing_can_time_out(client: BaseRequest, silence: str) -> None:
    with pytest.raises(TimedOut):
        await client.post(
            f"http://{silence}/", data(text="x" * 20_000_000), write_timeout=0.05, read_timeout=60
        )


async def test_uploads_have_a_write_timeout_of_their_own(kind: Kind, silence: str) -> None:
    file = InputFile(bytes(20_000_000))
    async with kind(media_write_timeout=0.05, write_timeout=60) as uploading, asyncio.timeout(10):
        with pytest.raises(TimedOut):
            await uploading.post(f"http://{silence}/", data(file=file))


async def test_an_exhausted_pool_times_out_unsent(kind: Kind, server: HttpServer) -> None:
    server.will_answer(HELD)
    async with (
        kind(connection_pool_size=1, pool_timeout=0.05) as small,
        asyncio.TaskGroup() as tasks,
    ):
        first = tasks.create_task(small.post(url(server)))
        await server.has_received(1)
        with pytest.raises(TimedOut, match=r"Pool timeout.* \*not\* sent to Telegram"):
            await small.post(url(server))
        server.release()
        assert await first is True


async def test_cancelling_passes_through_and_frees_the_connection(kind: Kind, server: HttpServer) -> None:
    server.will_answer(HELD)
    async with kind(connection_pool_size=1) as small:
        waiting = asyncio.create_task(small.post(url(server)))
        await server.has_received(1)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert await small.post(url(server)) is True


async def test_fifty_requests_at_once_get_their_own_answers(client: BaseRequest, server: HttpServer) -> None:
    server.will_answer(*(Answer(body=b'{"ok": true, "result": %d}' % n, held=True) for n in range(50)))
    async with asyncio.TaskGroup() as tasks:
        answers = [tasks.create_task(client.post(url(server), data(n=n))) for n in range(50)]
        await server.has_received(50)
        server.release()
    asked = [int(str(received.fields["n"])) for received in server.received]
    assert [answers[n].result() for n in asked] == list(range(50))


async def test_a_closed_transport_says_so_and_opens_again(kind: Kind, server: HttpServer) -> None:
    closed = kind()
    for _ in range(2):
        await closed.initialize()
        await closed.initialize()
        assert await closed.post(url(server)) is True
        await closed.shutdown()
        await closed.shutdown()
        with pytest.raises(RuntimeError, match="not initialized"):
            await closed.do_request(url(server), "POST")


async def test_ours_says_so_before_it_is_opened(server: HttpServer) -> None:
    with pytest.raises(RuntimeError, match="not initialized"):
        await AiohttpRequest().do_request(url(server), "POST")


def test_the_default_read_timeout_can_be_asked_for(kind: Kind) -> None:
    assert kind().read_timeout == 5
    assert kind(read_timeout=None).read_timeout is None


@pytest.mark.parametrize("answer", [CUT_OFF, TRUNCATED, MALFORMED, HELD, Answer(502, b"<html>")])
async def test_the_token_is_in_no_error(kind: Kind, server: HttpServer, answer: Answer) -> None:
    server.will_answer(answer)
    async with kind(read_timeout=0.05) as hasty:
        with pytest.raises(TelegramError) as caught:
            await hasty.post(url(server), data(text="x" * 100_000))
    told = repr(caught.value) + "".join(traceback.format_exception(caught.value))
    assert SECRET not in told


@pytest.mark.parametrize("way", ["given", "environment"])
async def test_a_proxy_is_asked_instead(
    kind: Kind, server: HttpServer, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setenv("http_proxy", server.url if way == "environment" else "http://127.0.0.1:1")
    async with kind(proxy=server.url if way == "given" else None) as ready:
        assert await ready.post(f"http://telegram.invalid/bot{TOKEN}/getMe") is True
    assert server.received[0].target == f"http://telegram.invalid/bot{TOKEN}/getMe"


async def test_no_proxy_is_asked_for_an_excepted_host(
    kind: Kind, server: HttpServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("all_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    async with kind() as ready:
        assert await ready.post(url(server)) is True


async def test_a_proxy_that_refuses_a_tunnel_is_a_network_error(kind: Kind, server: HttpServer) -> None:
    server.will_answer(Answer(407))
    async with kind(proxy=server.url) as ready:
        with pytest.raises(NetworkError, match="407") as caught:
            await ready.post(f"https://telegram.invalid/bot{TOKEN}/getMe")
    assert SECRET not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("proxy", ["socks5://user:secret@127.0.0.1:1080", "http://"])
def test_a_proxy_of_another_kind_is_refused_at_once(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("all_proxy", proxy)
    for given in (proxy, None):
        with pytest.raises(OperatorError, match="SOCKS") as caught:
            AiohttpRequest(proxy=given)
        assert "secret" not in str(caught.value)


async def test_a_bot_works_over_it(kind: Kind, server: HttpServer) -> None:
    me = b'{"ok": true, "result": {"id": 1, "is_bot": true, "first_name": "b", "username": "digest_bot"}}'
    message = b'{"ok": true, "result": {"message_id": 9, "date": 1, "chat": {"id": 5, "type": "private"}}}'
    server.will_answer(Answer(body=me), Answer(body=message))
    bot = Bot(TOKEN, base_url=f"{server.url}/bot", request=kind(), get_updates_request=kind())
    async with bot:
        assert (bot.username, (await bot.send_message(5, "就业")).message_id) == ("digest_bot", 9)
    assert server.received[1].fields == {"chat_id": "5", "text": "就业"}
