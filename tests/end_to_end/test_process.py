"""The bot as a process of its own, against a Bot API over HTTP on loopback."""

import signal
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot import app
from bot.config import load_config
from bot.simulator.chats import User
from bot.simulator.faults import ApiError, NetworkFault
from bot.simulator.server import LocalServer
from bot.terminal import local_chat
from tests.conftest import ROOT
from tests.end_to_end.bot_process import BotProcess, bot_process
from tests.end_to_end.stages import TOKEN, guarded_server, now
from tests.waiting import until, until_called

SECRET = TOKEN.partition(":")[2]
LINES = ["/target jobs", "就业", "/areas", "/search 3400", "没有这个东西", "/targts", "/start compare_jobs"]


def write_settings(folder: Path, data: Path, telegram: str) -> Path:
    """Settings with this section `telegram`, and nothing kept where the tests run."""
    file = folder / "config.yaml"
    file.write_text(
        f"telegram: {{{telegram}}}\n"
        f"report: {{content: '{ROOT / 'content'}', seeds: '{ROOT / 'seeds'}'}}\n"
        f"data: '{data}'\n"
        "log: {level: DEBUG}\n"
    )
    return file


@pytest.fixture
def settings(tmp_path: Path, data: Path, api: LocalServer) -> Path:
    """Settings that name this Bot API."""
    return write_settings(tmp_path, data, f"base_url: '{api.url}'")


def served(settings: Path, **environment: str) -> AbstractAsyncContextManager[BotProcess]:
    return bot_process(settings, environment or {"BOT_TOKEN": TOKEN})


async def answer_to(api: LocalServer, person: User, line: str) -> str:
    """What the process answers to a line."""
    asked = api.stage.telegram.send(person, person, line)["message"]["message_id"]
    await until(api.stage.telegram, lambda: api.stage.telegram.messages(person)[-1].id > asked)
    return api.stage.telegram.messages(person)[-1].text


async def test_it_gives_the_same_answers_as_ask(api: LocalServer, settings: Path, person: User) -> None:
    async with local_chat(app.builder(load_config(settings, {}), now), now) as local:
        expected = [(await local.say(line))[0].text for line in LINES]
    async with served(settings):
        assert [await answer_to(api, person, line) for line in LINES] == expected


async def test_its_buttons_work(api: LocalServer, settings: Path, person: User) -> None:
    async with served(settings):
        await answer_to(api, person, "/target jobs")
        api.stage.telegram.press(person, person, api.stage.telegram.messages(person)[-1], "compare_jobs.0.z")
        await until_called(api.stage.telegram, "editMessageText")
        await until_called(api.stage.telegram, "answerCallbackQuery")
    assert api.stage.telegram.messages(person)[-1].text.startswith("📊")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
async def test_told_to_end_it_ends_in_good_order(
    api: LocalServer, settings: Path, how: signal.Signals
) -> None:
    async with served(settings) as bot:
        await until_called(api.stage.telegram, "getUpdates")
        assert await bot.stop(how) == 0
    assert "serving @briefing_bot" in bot.log
    assert len(bot.log.splitlines()) == 1


async def test_told_to_end_before_telegram_answered_it_ends(api: LocalServer, settings: Path) -> None:
    api.stage.telegram.fail_next("getMe", ApiError(502, "Bad Gateway"), times=100)
    async with served(settings) as bot:
        await bot.logs("cannot be reached")
        assert await bot.stop() == 0
    assert len(bot.log.splitlines()) == 1


async def test_a_wrong_token_is_one_sentence_and_exit_code_2(settings: Path) -> None:
    async with served(settings, BOT_TOKEN="654321:another-made-up-token-000000000") as bot:
        assert await bot.ended() == 2
    assert bot.log == "Telegram does not know this token; copy it anew from @BotFather into BOT_TOKEN\n"


async def test_a_token_revoked_while_it_serves_ends_it(
    api: LocalServer, settings: Path, person: User
) -> None:
    async with served(settings) as bot:
        await until_called(api.stage.telegram, "setMyCommands", 6)
        await until_called(api.stage.telegram, "getUpdates")
        api.token = "654321:another"
        api.stage.telegram.send(person, person, "/areas")  # ends the poll that waits; the next one is refused
        assert await bot.ended() == 2
    assert bot.log.endswith("copy it anew from @BotFather into BOT_TOKEN\n")


async def test_a_second_process_is_reported_in_plain_words_and_lived_with(
    api: LocalServer, settings: Path, person: User
) -> None:
    api.stage.telegram.fail_next(
        "getUpdates", ApiError(409, "Conflict: terminated by other getUpdates request")
    )
    async with served(settings) as bot:
        await bot.logs("another process is serving the same bot")
        assert (await answer_to(api, person, "/areas")).startswith("📌")
    assert "Traceback" not in bot.log


@pytest.mark.parametrize(
    "trouble", [ApiError(500, "Internal Server Error"), NetworkFault.CONNECTION_RESET], ids=["500", "reset"]
)
async def test_trouble_while_polling_is_waited_out(
    api: LocalServer, settings: Path, person: User, trouble: ApiError | NetworkFault
) -> None:
    async with served(settings) as bot:
        await answer_to(api, person, "/areas")
        api.stage.telegram.fail_next("getUpdates", trouble)
        assert (await answer_to(api, person, "/goals")).startswith("🧭")
        await bot.logs("cannot be reached")
        assert (await answer_to(api, person, "/help")).startswith("💡")
    assert "Traceback" not in bot.log


async def test_it_waits_for_a_server_that_is_down_at_the_start(data: Path, tmp_path: Path) -> None:
    api = guarded_server()
    async with api:
        settings = write_settings(tmp_path, data, f"base_url: '{api.url}'")
    async with served(settings) as bot:
        await bot.logs("next attempt in 1 s")
        async with api:
            person = api.stage.telegram.add_user("Person")
            assert (await answer_to(api, person, "/areas")).startswith("📌")


async def test_the_token_may_stand_in_a_file(
    api: LocalServer, settings: Path, person: User, tmp_path: Path
) -> None:
    secret = tmp_path / "token"
    secret.write_text(f"{TOKEN}\n")
    async with served(settings, BOT_TOKEN_FILE=str(secret)):
        assert (await answer_to(api, person, "/areas")).startswith("📌")


async def test_neither_the_token_nor_what_people_write_is_logged(
    api: LocalServer, settings: Path, person: User
) -> None:
    words = "我的秘密问题"
    for method in ("getMe", "setMyCommands", "sendMessage"):
        api.stage.telegram.fail_next(method, NetworkFault.CONNECTION_RESET)
    async with served(settings) as bot:
        api.stage.telegram.send(person, person, words)
        await until_called(api.stage.telegram, "sendMessage", 2)
        await bot.stop()
    assert "NetworkError" in bot.log
    assert SECRET not in bot.log
    assert words not in bot.log


async def test_it_goes_through_the_proxy(api: LocalServer, person: User, tmp_path: Path, data: Path) -> None:
    telegram = f"base_url: 'http://telegram.invalid', proxy: '{api.url}'"
    async with served(write_settings(tmp_path, data, telegram)):
        assert (await answer_to(api, person, "/areas")).startswith("📌")
