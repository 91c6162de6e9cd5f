"""The bot as a process of its own that Telegram calls, instead of being asked."""

import signal
import socket
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import aiohttp
import pytest

from bot.simulator.chats import User
from bot.simulator.server import LocalServer
from tests.end_to_end.bot_process import BotProcess, bot_process
from tests.end_to_end.stages import TOKEN
from tests.end_to_end.test_process import answer_to, write_settings
from tests.waiting import until, until_called


@pytest.fixture
def port() -> int:
    """One that is free."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


@pytest.fixture
def settings(tmp_path: Path, data: Path, api: LocalServer, port: int) -> Path:
    webhook = f"webhook: {{url: 'http://127.0.0.1:{port}/telegram', port: {port}}}"
    return write_settings(tmp_path, data, f"base_url: '{api.url}', {webhook}")


def served(settings: Path) -> AbstractAsyncContextManager[BotProcess]:
    return bot_process(settings, {"BOT_TOKEN": TOKEN})


async def test_what_people_ask_is_brought_to_it(api: LocalServer, settings: Path, person: User) -> None:
    async with served(settings):
        assert (await answer_to(api, person, "/target jobs")).startswith("🎯")
        assert (await answer_to(api, person, "/areas")).startswith("📌")
    assert api.stage.telegram.calls_of("getUpdates") == []


async def test_who_does_not_know_the_secret_is_not_let_in(
    api: LocalServer, settings: Path, person: User, port: int
) -> None:
    forged = {"update_id": 1, "message": {"message_id": 1, "date": 0, "chat": {"id": person.id}, "text": "x"}}
    async with served(settings), aiohttp.ClientSession() as stranger:
        await until_called(api.stage.telegram, "setWebhook")
        async with stranger.post(f"http://127.0.0.1:{port}/telegram", json=forged) as answer:
            assert answer.status == 403
        assert (await answer_to(api, person, "/areas")).startswith("📌")
    assert len(api.stage.telegram.calls_of("sendMessage")) == 1


async def test_what_is_asked_while_it_is_down_is_answered_when_it_is_back(
    api: LocalServer, settings: Path, person: User
) -> None:
    telegram = api.stage.telegram
    async with served(settings) as bot:
        await until_called(telegram, "setMyCommands", 6)
        assert await bot.stop(signal.SIGKILL) == -signal.SIGKILL
    asked = telegram.send(person, person, "/areas")["message"]["message_id"]
    async with served(settings):
        await until(telegram, lambda: telegram.messages(person)[-1].id > asked)
    assert len(telegram.calls_of("sendMessage")) == 1


async def test_told_to_end_it_ends_in_good_order(api: LocalServer, settings: Path) -> None:
    async with served(settings) as bot:
        await until_called(api.stage.telegram, "setMyCommands", 6)
        assert await bot.stop() == 0
    assert "Traceback" not in bot.log
    assert api.stage.telegram.webhook["url"].endswith("/telegram")


async def test_without_the_setting_it_returns_to_polling(
    api: LocalServer, settings: Path, person: User, tmp_path: Path, data: Path
) -> None:
    async with served(settings):
        await until_called(api.stage.telegram, "setMyCommands", 6)
    async with served(write_settings(tmp_path, data, f"base_url: '{api.url}'")):
        assert (await answer_to(api, person, "/areas")).startswith("📌")
    assert api.stage.telegram.webhook == {}


async def test_an_address_telegram_does_not_take_is_one_sentence_and_exit_code_2(
    api: LocalServer, tmp_path: Path, data: Path
) -> None:
    webhook = f"base_url: '{api.url}', webhook: {{url: 'https://bot.example.org/', port: 0}}"
    async with served(write_settings(tmp_path, data, webhook)) as bot:
        assert await bot.ended() == 2
    assert "telegram.webhook.url" in bot.log.splitlines()[-1]
