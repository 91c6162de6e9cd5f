"""The server as such: which address it has, and how it opens and closes."""

import asyncio
import contextlib
import logging
import re
import socket
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, timedelta
from ipaddress import IPv4Address
from zoneinfo import ZoneInfo

import aiohttp
import pytest

from bot.errors import OperatorError
from bot.simulator.faults import NetworkFault
from bot.simulator.server import LocalServer
from bot.simulator.stage import Stage, set_stage
from bot.simulator.world import Rules
from tests.simulator.scenes import SetClock
from tests.simulator.serving.callers import Bot, Browser, Stream
from tests.waiting import until_called


@pytest.fixture
def stage(clock: SetClock) -> Stage:
    """Nothing waits for the bot."""
    stage = set_stage(clock, ZoneInfo("Asia/Shanghai"), "en", rules=Rules(local_webhooks=True))
    stage.telegram.updates.drop()
    return stage


@pytest.fixture
def taken() -> Iterator[int]:
    """A port somebody else listens on."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


async def _is_there(server: LocalServer) -> bool:
    async with aiohttp.ClientSession() as session:
        return bool(await Bot(session, server.url).call("getMe"))


@contextlib.asynccontextmanager
async def _looking(server: LocalServer) -> AsyncIterator[Stream]:
    """A page that sees what happens."""
    async with aiohttp.ClientSession() as session, Browser(session, server.url).events() as events:
        yield events


# its address


async def test_port_0_is_any_that_is_free(stage: Stage) -> None:
    async with LocalServer(stage) as server:
        assert re.fullmatch(r"http://127\.0\.0\.1:[1-9]\d+", server.url)
        assert await _is_there(server)


async def test_a_port_that_is_taken_is_named(stage: Stage, taken: int) -> None:
    reason = f"cannot listen on 127.0.0.1 port {taken} .Address already in use.; stop what uses it"
    with pytest.raises(OperatorError, match=reason):
        await LocalServer(stage, port=taken).__aenter__()


async def test_another_port_is_taken_where_any_will_do(stage: Stage, taken: int) -> None:
    async with LocalServer(stage, port=taken, or_any=True) as server:
        assert not server.url.endswith(f":{taken}")
        assert await _is_there(server)


async def test_the_port_that_is_wanted_is_had_when_it_is_free(stage: Stage) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    async with LocalServer(stage, port=port, or_any=True) as server:
        assert server.url == f"http://127.0.0.1:{port}"


@pytest.mark.parametrize("port", [-1, 65_536, 10**9])
async def test_a_number_that_is_no_port_is_refused(stage: Stage, port: int) -> None:
    with pytest.raises(OperatorError, match=f"cannot listen on 127.0.0.1 port {port}"):
        await LocalServer(stage, port=port).__aenter__()


@pytest.mark.parametrize("or_any", [True, False])
async def test_an_address_this_machine_does_not_have_is_refused(stage: Stage, *, or_any: bool) -> None:
    elsewhere = LocalServer(stage, host="192.0.2.1", is_public=True, or_any=or_any)
    with pytest.raises(OperatorError, match=r"cannot listen on 192\.0\.2\.1 port 0"):
        await elsewhere.__aenter__()


OTHERS = ["192.0.2.1", "::", "example.org", "", "localhost.example.org", str(IPv4Address(0))]


@pytest.mark.parametrize("host", OTHERS)
def test_an_address_others_can_reach_is_refused_unless_that_is_meant(stage: Stage, host: str) -> None:
    with pytest.raises(OperatorError, match="if that is meant, add --public"):
        LocalServer(stage, host=host)
    assert LocalServer(stage, host=host, is_public=True).stage is stage


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.2"])
async def test_it_listens_on_the_names_of_this_machine(stage: Stage, host: str) -> None:
    async with LocalServer(stage, host=host) as server:
        assert server.url.startswith(f"http://{host}:")
        assert await _is_there(server)


async def test_it_listens_on_ipv6(stage: Stage) -> None:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            pass
    except OSError as error:
        pytest.skip(f"this machine has no ::1 ({error.strerror})")
    async with LocalServer(stage, host="::1") as server:
        assert server.url.startswith("http://[::1]:")
        assert await _is_there(server)


# opening and closing


async def test_it_can_be_opened_again_on_its_port(stage: Stage) -> None:
    server = LocalServer(stage)
    async with server:
        first = server.url
        assert await _is_there(server)
    async with server:
        assert server.url == first
        assert await _is_there(server)


async def test_what_happened_stays_when_it_is_opened_again(stage: Stage) -> None:
    server = LocalServer(stage)
    async with server:
        stage.telegram.add_user("Zoe")
    async with server, aiohttp.ClientSession() as session:
        people = (await Browser(session, server.url).read("/state"))["people"]
    assert people[-1]["first_name"] == "Zoe"


async def test_opened_again_it_tells_each_thing_once(stage: Stage) -> None:
    server = LocalServer(stage)
    for _ in range(2):
        async with server, _looking(server) as events:
            before = events.stamp
            stage.clock.run(0)
            await events.next("clock")
    assert int(events.stamp.partition("-")[2]) == int(before.partition("-")[2]) + 1
    assert len(stage.telegram._observers) == len(stage.telegram._watchers) == 1


async def test_closed_it_is_gone(stage: Stage) -> None:
    async with LocalServer(stage) as server:
        pass
    with pytest.raises(aiohttp.ClientConnectorError):
        await _is_there(server)


async def test_whoever_waits_is_let_go_when_it_closes(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    server = LocalServer(stage)
    async with aiohttp.ClientSession() as session, contextlib.AsyncExitStack() as closing:
        async with server:
            bot, browser = Bot(session, server.url), Browser(session, server.url)
            poll = asyncio.create_task(bot.ask("getUpdates", json={"timeout": 50}))
            await until_called(stage.telegram, "getUpdates")
            stage.telegram.fail_next("getMe", NetworkFault.TIMED_OUT)
            lost = asyncio.create_task(bot.ask("getMe"))
            await until_called(stage.telegram, "getMe")
            events = await closing.enter_async_context(browser.events())
            begun = asyncio.get_running_loop().time()
        taken = asyncio.get_running_loop().time() - begun
        for waiting in (poll, lost):
            with pytest.raises(aiohttp.ClientConnectionError):
                await waiting
        with contextlib.suppress(aiohttp.ClientError):
            while await events.any():
                pass
    assert taken < 0.9  # less than the time in which it would use force
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_closing_does_not_wait_for_a_body_that_never_comes(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    async with LocalServer(stage) as server, aiohttp.ClientSession() as session:
        port = int(server.url.rpartition(":")[2])
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"POST /do/stop HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n")
        writer.write(b"Content-Length: 9\r\n\r\n{")
        await Bot(session, server.url).call("getMe")
        begun = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - begun < 0.9
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
    writer.close()


async def test_closed_it_tells_no_more_of_what_is_played(stage: Stage) -> None:
    async with LocalServer(stage) as server:
        stage.clock.play(timedelta(hours=1), 1)
        assert server._live._timer
    assert server._live._timer.cancelled()


async def test_a_network_that_was_cut_is_there_when_it_is_opened_again(stage: Stage) -> None:
    server = LocalServer(stage)
    async with server:
        stage.telegram.cut_network()
    async with server:
        assert await _is_there(server)


async def test_it_shows_the_time_of_its_stage(stage: Stage, clock: SetClock) -> None:
    async with LocalServer(stage) as server, aiohttp.ClientSession() as session:
        now = (await Browser(session, server.url).read("/state"))["clock"]["now"]
    assert now == clock().astimezone(ZoneInfo("Asia/Shanghai")).isoformat()
    assert clock().tzinfo is UTC


async def test_where_a_token_is_set_every_other_is_refused(stage: Stage) -> None:
    async with LocalServer(stage) as server, aiohttp.ClientSession() as session:
        server.token = "1:a"
        assert await Bot(session, server.url, "1:b").refusal("getMe") == "401 Unauthorized"
        assert (await Bot(session, server.url, "1:a").call("getMe"))["is_bot"] is True
