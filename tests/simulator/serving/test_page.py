"""What the chat page reads: its files, the state, messages, menus, and the files in chats."""

from datetime import UTC, datetime
from pathlib import Path

import aiohttp
import pytest

from bot.simulator import server as server_module
from bot.simulator.chats import Chat, Json, User
from bot.simulator.files import UploadedFile, document_json
from bot.simulator.server import LocalServer
from bot.simulator.stage import Stage
from bot.simulator.telegram import LocalTelegram
from tests.simulator.scenes import PNG
from tests.simulator.serving.callers import Bot, Browser, wire

pytestmark = pytest.mark.asyncio(loop_scope="module")

HTML = "<img src=x onerror=alert(1)>&amp;\"'"
TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml"}


def _sent(telegram: LocalTelegram, anna: User, name: str, content: bytes) -> str:
    """The path of a document Anna has sent."""
    stored = telegram.files.keep("document", UploadedFile(name, content))
    telegram.send_media(anna, anna, document_json(stored))
    return stored.path


# its files


async def test_the_first_thing_is_the_page(
    stage: Stage, session: aiohttp.ClientSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server_module, "PAGE", tmp_path)
    (tmp_path / "index.html").write_text("<title>首页</title>", encoding="utf-8")
    async with LocalServer(stage) as server:
        for path in ("/", "/page/index.html"):
            async with session.get(server.url + path) as answer:
                assert (answer.content_type, await answer.text()) == ("text/html", "<title>首页</title>")


async def test_the_files_of_the_page_come_as_what_they_are(browser: Browser) -> None:
    for file in (path for path in server_module.PAGE.rglob("*.*") if path.is_file()):
        name = file.relative_to(server_module.PAGE).as_posix()
        async with browser.session.get(f"{browser.url}/page/{name}") as answer:
            assert (answer.status, await answer.read()) == (200, file.read_bytes())
            assert answer.content_type == TYPES[file.suffix]


@pytest.mark.parametrize(
    "path",
    [
        "/page/../server.py",
        "/page/..%2fserver.py",
        "/page/%2e%2e/server.py",
        "/page/..%5cserver.py",
        "/page/..%252fserver.py",
        "/page//etc/passwd",
        "/page/%00",
        "/page/words.js%00.html",
        "/page/",
        "/page/" + "a" * 300,
        "/files/../../../../etc/passwd",
        "/files/..%2f..%2fetc%2fpasswd",
        "/files//etc/passwd",
        "/files/%00",
        "/files/",
    ],
)
async def test_nothing_outside_is_read(server: LocalServer, path: str) -> None:
    async with wire(server, f"GET {path} HTTP/1.1", "Host: localhost", "Connection: close") as said:
        assert await said.status() == 404
        assert b"import" not in await said.rest()


# the state


async def test_the_state_has_what_was_agreed_upon(browser: Browser) -> None:
    state = await browser.read("/state")
    assert state.keys() == {
        "stamp", "bot", "has_bot", "clock", "rules", "orders", "is_cut", "language", "people", "chats",
        "calls",
    }  # fmt: skip
    assert state["bot"] == {
        "id": 7_000_000_001, "is_bot": True, "first_name": "Briefing bot", "username": "briefing_bot"
    }  # fmt: skip
    assert (state["language"], state["is_cut"], state["orders"]) == ("en", False, [])


async def test_the_clock_is_shown_as_it_hangs_in_the_district(stage: Stage, browser: Browser) -> None:
    stage.clock.jump(datetime(2026, 11, 23, 4, 0, tzinfo=UTC))
    stage.clock.run(0)
    assert (await browser.read("/state"))["clock"] == {
        "now": "2026-11-23T12:00:00+08:00",
        "zone": "Asia/Shanghai",
        "rate": 0,
        "is_turned": True,
        "next_due": "2026-11-24T00:00:00+08:00",
        "turns_bot": False,
    }


async def test_people_and_chats_are_all_there_and_bots_are_no_people(
    telegram: LocalTelegram, anna: User, browser: Browser
) -> None:
    state = await browser.read("/state")
    assert {person["id"] for person in state["people"]} == {
        user.id for user in telegram.users.values() if not user.is_bot
    }
    assert {chat["id"] for chat in state["chats"]} == telegram.chats.keys()
    assert anna.id in {chat["person"] for chat in state["chats"]}


@pytest.mark.parametrize("method", ["getMe", "getUpdates", "sendLove"])
async def test_a_bot_that_calls_in_is_noticed(bot: Bot, browser: Browser, method: str) -> None:
    assert (await browser.read("/state"))["has_bot"] is False
    await bot.ask(method)
    assert (await browser.read("/state"))["has_bot"] is True


async def test_the_last_hundred_calls_are_shown_but_not_that_the_bot_listens(
    telegram: LocalTelegram, browser: Browser
) -> None:
    for number in range(120):
        telegram.call("setMyName", {"name": str(number)})
        telegram.call("getUpdates", {})
    calls = (await browser.read("/state"))["calls"]
    assert [call["method"] for call in calls] == ["setMyName"] * 100


async def test_names_with_markup_in_them_pass_as_they_are(
    telegram: LocalTelegram, anna: User, browser: Browser
) -> None:
    group = telegram.create_group(HTML, telegram.add_user(HTML))
    state = await browser.read("/state")
    assert state["people"][-1]["first_name"] == HTML
    assert next(chat for chat in state["chats"] if chat["id"] == group.id)["title"] == HTML
    telegram.send(anna, anna, HTML)
    (message,) = (await browser.read(f"/chats/{anna.id}/messages"))["messages"]
    assert message["text"] == HTML


# chats


async def _texts(browser: Browser, chat: User | Chat) -> list[str]:
    read: Json = await browser.read(f"/chats/{chat.id}/messages")
    return [message.get("text", "") for message in read["messages"]]


async def test_messages_stand_oldest_first_without_the_deleted(
    telegram: LocalTelegram, anna: User, browser: Browser
) -> None:
    for text in ("one", "two", "three"):
        telegram.send(anna, anna, text)
    telegram.delete(anna, telegram.messages(anna)[1])
    assert await _texts(browser, anna) == ["one", "three"]


async def test_a_group_has_its_service_messages_too(
    telegram: LocalTelegram, group: Chat, anna: User, browser: Browser
) -> None:
    telegram.send(group, anna, "hello")
    read = await browser.read(f"/chats/{group.id}/messages")
    assert "supergroup_chat_created" in read["messages"][0]
    assert read["messages"][-1]["text"] == "hello"


async def test_messages_say_how_far_they_go(telegram: LocalTelegram, anna: User, browser: Browser) -> None:
    before = await browser.read(f"/chats/{anna.id}/messages")
    telegram.send(anna, anna, "hello")
    after = await browser.read(f"/chats/{anna.id}/messages")
    assert before["stamp"] != after["stamp"] == (await browser.read("/state"))["stamp"]


async def test_thousands_of_messages_come_at_once(
    telegram: LocalTelegram, anna: User, browser: Browser
) -> None:
    for number in range(2000):
        telegram.post(telegram.chat(anna), anna, media={"number": number})
    read = await browser.read(f"/chats/{anna.id}/messages")
    assert [message["number"] for message in read["messages"]] == [*range(2000)]


NO_CHATS = ["/chats/5/", "/chats/-5/", "/chats/x/", "/chats/%20/", f"/chats/{'9' * 5000}/", "/chats/٣/"]


@pytest.mark.parametrize("path", NO_CHATS)
async def test_a_chat_that_is_not_there_is_not_found(browser: Browser, path: str) -> None:
    assert await browser.status(path + "messages") == 404
    assert await browser.status(path + "menu?person=5") == 404


async def test_a_menu_is_what_this_person_sees_there(
    telegram: LocalTelegram, group: Chat, anna: User, boris: User, browser: Browser
) -> None:
    for scope, command in (("all_group_chats", "areas"), ("all_chat_administrators", "stop")):
        commands = [{"command": command, "description": HTML}]
        telegram.call("setMyCommands", {"commands": commands, "scope": {"type": scope}})
    seen = [await browser.read(f"/chats/{group.id}/menu?person={who.id}") for who in (anna, boris)]
    assert seen == [[{"command": name, "description": HTML}] for name in ("stop", "areas")]


@pytest.mark.parametrize("query", ["", "?person=", "?person=x", "?person=5", f"?person={'9' * 5000}"])
async def test_a_menu_is_somebodys(anna: User, browser: Browser, query: str) -> None:
    assert await browser.status(f"/chats/{anna.id}/menu{query}") == 404


# files in chats


@pytest.mark.parametrize(
    ("content", "kind"), [(PNG, "image/png"), (b"\xff\xd8\xff\xe0more", "image/jpeg")], ids=["png", "jpeg"]
)
async def test_pictures_are_shown(
    telegram: LocalTelegram, anna: User, browser: Browser, content: bytes, kind: str
) -> None:
    path = _sent(telegram, anna, "picture", content)
    async with browser.session.get(f"{browser.url}/files/{path}") as answer:
        assert (answer.content_type, await answer.read()) == (kind, content)
        assert "Content-Disposition" not in answer.headers


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", b"<script>alert(1)</script>"),
        ("picture.svg", b"<svg onload='alert(1)' xmlns='http://www.w3.org/2000/svg'/>"),
        ("picture.png", b"<html>GIF89a"),
        ("style.css", b"body {}"),
        ("report.pdf", b"%PDF-1.7"),
    ],
)
async def test_whatever_else_is_sent_is_never_opened_as_a_page_of_ours(
    telegram: LocalTelegram, anna: User, browser: Browser, name: str, content: bytes
) -> None:
    path = _sent(telegram, anna, name, content)
    async with browser.session.get(f"{browser.url}/files/{path}") as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"] == "attachment"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert await answer.read() == content
