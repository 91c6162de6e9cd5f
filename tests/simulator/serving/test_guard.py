"""Browsers are told to keep the page to itself, and pages from elsewhere get nothing."""

from ipaddress import IPv4Address

import aiohttp
import pytest

from bot.simulator.chats import User
from bot.simulator.server import LocalServer
from bot.simulator.serving.guard import POLICY
from bot.simulator.stage import Stage
from bot.simulator.telegram import LocalTelegram
from tests.simulator.serving.callers import Bot, Browser, wire

pytestmark = pytest.mark.asyncio(loop_scope="module")

PATHS = ["/", "/page/main.js", "/page/none.js", "/state", "/events", "/chats/1/messages", "/chats/1/menu"]
PATHS += ["/files/none", "/nothing/here"]
OTHERS = ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "192.168.1.2", "[fe80::1]"]
OTHERS.append(str(IPv4Address(0)))  # which some systems take for this machine
OURS = ["127.0.0.1", "localhost", "LOCALHOST:80", "127.0.0.1:8081", "127.0.0.2", "[::1]", "[::1]:8081"]


async def _status(server: LocalServer, path: str, *headers: str) -> int:
    async with wire(server, f"GET {path} HTTP/1.1", *headers) as said:
        return await said.status()


async def test_the_policy_is_the_one_agreed_upon() -> None:
    assert POLICY == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'"
    )


@pytest.mark.parametrize("path", PATHS)
async def test_every_answer_tells_browsers_what_they_may_do(browser: Browser, path: str) -> None:
    async with browser.session.get(browser.url + path) as answer:
        assert answer.headers["Content-Security-Policy"] == POLICY
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("action", ["stop", "nothing"])
async def test_what_people_do_is_answered_likewise(browser: Browser, action: str) -> None:
    async with browser.session.post(f"{browser.url}/do/{action}", json={}) as answer:
        assert answer.headers["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize("path", ["/state", "/", "/do/stop", "/bot1:a/getUpdates", "/file/bot1:a/x"])
@pytest.mark.parametrize("host", OTHERS)
async def test_a_name_that_is_not_this_machines_gets_nothing(
    server: LocalServer, path: str, host: str
) -> None:
    assert await _status(server, path, f"Host: {host}") == 421


@pytest.mark.parametrize("host", OURS)
async def test_the_names_of_this_machine_are_answered(server: LocalServer, host: str) -> None:
    assert await _status(server, "/state", f"Host: {host}") == 200
    assert await _status(server, "/bot1:a/getMe", f"Host: {host}") == 200


async def test_without_a_name_there_is_no_answer(server: LocalServer) -> None:
    assert await _status(server, "/state") == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://localhost:1", "https://127.0.0.1"])
async def test_a_page_from_elsewhere_can_do_nothing(
    telegram: LocalTelegram, anna: User, browser: Browser, bot: Bot, origin: str
) -> None:
    place: dict[str, str | int] = {"chat": anna.id, "person": anna.id, "name": "x"}
    said: dict[str, str | int] = {"chat_id": anna.id, "text": "x"}
    headers = {"Origin": origin, "Content-Type": "text/plain"}
    for address, query in ((f"{browser.url}/do/attach", place), (bot.address("sendMessage"), said)):
        async with browser.session.post(address, params=query, data=b"x", headers=headers) as answer:
            assert answer.status == 403
    assert telegram.messages(anna) == []


@pytest.mark.parametrize(("path", "status"), [("/", 200), ("/state", 403), ("/bot1:a/getMe", 403)])
async def test_a_link_from_elsewhere_may_lead_to_the_page_and_no_further(
    browser: Browser, path: str, status: int
) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"}
    async with browser.session.get(browser.url + path, headers=headers) as answer:
        assert answer.status == status


async def test_the_page_itself_can(browser: Browser) -> None:
    answered = await browser.post("stop", json={}, headers={"Origin": browser.url})
    assert answered[0] == 200


@pytest.mark.parametrize("host", ["evil.example", "192.168.1.2:80"])
async def test_a_public_server_answers_to_every_name(stage: Stage, host: str) -> None:
    async with LocalServer(stage, is_public=True) as server:
        assert await _status(server, "/state", f"Host: {host}") == 200
        assert await _status(server, "/state", f"Host: {host}", f"Origin: http://{host}") == 200
        assert await _status(server, "/state", f"Host: {host}", "Origin: http://other.example") == 403


async def test_a_server_answers_to_the_name_it_was_given(
    stage: Stage, session: aiohttp.ClientSession
) -> None:
    async with (
        LocalServer(stage, host="localhost") as server,
        session.get(f"{server.url}/state") as answer,
    ):
        assert answer.status == 200
