"""A request that never left can be told from one that left and got no answer."""

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator

import pytest
from telegram.error import NetworkError, TimedOut
from telegram.request import RequestData

from bot.telegram.transport import AiohttpRequest
from bot.telegram.unsent import UnsentError, UnsentTimedOut
from tests.http_server import Answer, HttpServer
from tests.telegram.test_transport import CUT_OFF, HELD, MALFORMED, TRUNCATED, data, url

TEXT = data(text="就业")
NOTHING = RequestData()


@pytest.fixture(autouse=True)
def _no_proxy_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
async def server() -> AsyncIterator[HttpServer]:
    async with HttpServer() as running:
        yield running


@pytest.fixture
def silence() -> Iterator[str]:
    """The address of a server that takes connections and never reads or writes."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"127.0.0.1:{listening.getsockname()[1]}"


def vacant() -> str:
    """The address of a port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as gone:
        return f"127.0.0.1:{gone.getsockname()[1]}"


@pytest.mark.parametrize("given", [TEXT, NOTHING])
async def test_nobody_listening_leaves_a_request_unsent(given: RequestData) -> None:
    async with AiohttpRequest() as client:
        with pytest.raises(UnsentError) as caught:
            await client.post(f"http://{vacant()}/", given)
    assert type(caught.value) is UnsentError


async def test_a_host_without_an_address_leaves_a_request_unsent() -> None:
    async with AiohttpRequest() as client:
        with pytest.raises(UnsentError):
            await client.post("http://telegram.invalid/", TEXT)


async def test_connecting_too_long_leaves_a_request_unsent(silence: str) -> None:
    async with AiohttpRequest(connect_timeout=0.05) as client:
        with pytest.raises(UnsentTimedOut):
            await client.post(f"https://{silence}/", TEXT)


async def test_waiting_for_a_connection_leaves_a_request_unsent(server: HttpServer) -> None:
    server.will_answer(HELD)
    async with (
        AiohttpRequest(connection_pool_size=1, pool_timeout=0.05) as small,
        asyncio.TaskGroup() as tasks,
    ):
        tasks.create_task(small.post(url(server)))
        await server.has_received(1)
        with pytest.raises(UnsentTimedOut, match="Pool timeout"):
            await small.post(url(server))
        server.release()


async def test_a_proxy_that_is_not_there_leaves_a_request_unsent() -> None:
    async with AiohttpRequest(proxy=f"http://{vacant()}") as client:
        with pytest.raises(UnsentError):
            await client.post("http://telegram.invalid/", TEXT)


@pytest.mark.parametrize("answer", [Answer(407), Answer(503), CUT_OFF])
async def test_a_proxy_without_a_tunnel_leaves_a_request_unsent(
    server: HttpServer,
    answer: Answer,
) -> None:
    server.will_answer(answer)
    async with AiohttpRequest(proxy=server.url) as client:
        with pytest.raises(UnsentError):
            await client.post("https://telegram.invalid/", TEXT)


@pytest.mark.parametrize("given", [TEXT, NOTHING])
@pytest.mark.parametrize("answer", [CUT_OFF, TRUNCATED, MALFORMED])
async def test_a_connection_that_breaks_afterwards_does_not(
    server: HttpServer,
    answer: Answer,
    given: RequestData,
) -> None:
    server.will_answer(answer)
    async with AiohttpRequest() as client:
        with pytest.raises(NetworkError) as caught:
            await client.post(url(server), given)
    assert not isinstance(caught.value, UnsentError)


async def test_a_late_answer_does_not(server: HttpServer) -> None:
    server.will_answer(HELD)
    async with AiohttpRequest(read_timeout=0.05) as client:
        with pytest.raises(TimedOut) as caught:
            await client.post(url(server), TEXT)
    assert not isinstance(caught.value, UnsentError)


async def test_a_text_that_cannot_be_written_in_time_may_have_left(silence: str) -> None:
    async with AiohttpRequest(write_timeout=0.05, read_timeout=60) as client:
        with pytest.raises(TimedOut) as caught:
            await client.post(f"http://{silence}/", data(text="x" * 20_000_000))
    assert not isinstance(caught.value, UnsentError)
