"""A conversation in the terminal: the real application over the local Telegram."""

import io
import json
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot import app, terminal
from bot.briefing.phrases import phrases
from bot.config import Config, ReportConfig
from bot.errors import OperatorError
from bot.telegram.application import Build
from bot.terminal import LocalChat
from tests.conftest import ROOT


def now() -> datetime:
    return datetime(2026, 11, 23, 4, tzinfo=UTC)


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    report = ReportConfig(content=ROOT / "content", seeds=ROOT / "seeds")
    return app.builder(Config(report=report, data=tmp_path_factory.mktemp("data")), now)


@pytest.fixture
async def chat(build: Build) -> AsyncIterator[LocalChat]:
    async with terminal.local_chat(build, now) as chat:
        yield chat


async def said(chat: LocalChat, *lines: str, as_json: bool = False) -> str:
    out = io.StringIO()
    await terminal.answer_lines(chat, lines, out, as_json=as_json)
    return out.getvalue()


async def test_an_answer_is_followed_by_an_empty_line(chat: LocalChat) -> None:
    text = await said(chat, "/privacy")
    assert text.startswith("🔒")
    assert text.endswith("\n\n")


async def test_quotes_stand_in_quotation_marks(chat: LocalChat) -> None:
    text = await said(chat, "/target jobs")
    assert "\n“健全完善公共就业服务体系,稳定重点群体就业,全年城镇新增就业3400人以上。”\n" in text


async def test_quotes_after_wide_characters_are_found(chat: LocalChat) -> None:
    text = await said(chat, "/compare jobs")
    assert text.count("\n“") >= 3
    assert text.count("”\n——") == text.count("\n——")


async def test_a_number_presses_that_button_of_the_last_answer(chat: LocalChat) -> None:
    (shown,) = await chat.say("/target jobs")
    second = [button for row in shown.buttons for button in row][1]
    (pressed,) = await chat.say(":2")
    assert pressed.id == shown.id
    assert pressed.text != shown.text
    assert second.text in {"比较", pressed.text.splitlines()[0].split(" ", 1)[1]}


async def test_buttons_that_lead_out_of_the_chat_have_no_number(chat: LocalChat) -> None:
    (welcome,) = await chat.say("/start")
    buttons = [button for row in welcome.buttons for button in row]
    assert [button.text for button in buttons if button.url] == ["添加到群"]
    (pressed,) = await chat.say(f":{len(buttons) - 1}")
    assert (pressed.id, pressed.edited) == (welcome.id, True)


async def test_buttons_are_those_of_the_edited_message(chat: LocalChat) -> None:
    await chat.say("/areas")
    await chat.say(":1")
    (pressed,) = await chat.say(":1")
    assert pressed.text[0] in "🎯📝"


@pytest.mark.parametrize("line", [":0", ":99", ":x", ":", "：1"])
async def test_what_presses_no_button_is_a_message(chat: LocalChat, line: str) -> None:
    await chat.say("/target jobs")
    (answer,) = await chat.say(line)
    assert not answer.edited


async def test_before_the_first_answer_there_is_nothing_to_press(chat: LocalChat) -> None:
    (answer,) = await chat.say(":1")
    assert not answer.edited
    assert chat.answers  # what was typed is a message


async def test_empty_lines_are_not_sent(chat: LocalChat) -> None:
    assert await said(chat, "", "   ", "\n") == ""


async def test_what_telegram_would_not_send_is_the_fault_of_who_typed_it(chat: LocalChat) -> None:
    with pytest.raises(OperatorError, match="4096"):
        await chat.say("x" * 5000)


async def test_an_object_a_line_keeps_chinese_readable(chat: LocalChat) -> None:
    text = await said(chat, "/target jobs", as_json=True)
    assert "城镇新增就业" in text
    assert set(json.loads(text)) == {"asked", "text", "buttons", "answers"}


async def told(chat: LocalChat, *lines: str) -> list[list[dict[str, Any]]]:
    """Why each line was answered so."""
    return [json.loads(line)["answers"] for line in (await said(chat, *lines, as_json=True)).splitlines()]


async def test_an_object_says_why_a_question_was_answered_so(chat: LocalChat) -> None:
    ((words,), (command,)) = await told(chat, "去年新增就业多少", "/ask 去年新增就业多少")
    assert words == command
    assert (words["entry"], words["period"], words["figures"]) == ("jobs", "2025", ["3604人"])
    assert {"sort", "score", "reason", "term", "lack", "nearest"} < set(words)


async def test_a_follow_up_is_explained_as_it_was_answered(chat: LocalChat) -> None:
    _, (follow_up,) = await told(chat, "去年新增就业多少", "那十四五呢")
    assert (follow_up["entry"], follow_up["period"], follow_up["figures"]) == ("jobs", "five", ["1.52万人"])


async def test_each_of_several_answers_is_explained(chat: LocalChat) -> None:
    (several,) = await told(chat, "去年新增就业和高技能人才分别是多少")
    assert [answer["figures"] for answer in several] == [["3604人"], ["1200人"]]


@pytest.mark.parametrize("line", ["/target jobs", "/search 就业", "/ask", ":1", "/nosuch"])
async def test_what_is_no_question_has_no_such_reasons(chat: LocalChat, line: str) -> None:
    before, after = await told(chat, "去年新增就业多少", line)
    assert before
    assert after == []


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Decides what is typed at the prompt; after it, Ctrl-D."""

    def decide(*lines: str) -> None:
        waiting: Iterator[str] = iter(lines)

        def read(_: str) -> str:
            try:
                return next(waiting)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr("builtins.input", read)

    return decide


async def test_a_conversation_begins_with_how_and_the_welcome(
    chat: LocalChat, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    typed()
    await terminal.converse(chat, phrases("zh"))
    out = "".join(capsys.readouterr().out.split())
    assert "".join(phrases("zh")("terminal-how").split()) in out
    assert "".join(phrases("zh")("start-lead").split()) in out


async def test_a_conversation_shows_buttons_with_their_numbers(
    chat: LocalChat, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    typed("/target jobs", "", ":2")
    await terminal.converse(chat, phrases("zh"))
    out = capsys.readouterr().out
    assert ":1 民生福祉" in out
    assert "3,400人" in out


async def test_words_of_the_report_are_not_taken_for_markup(
    chat: LocalChat, typed: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    typed("[bold]x[/bold] [/nosuch]")
    await terminal.converse(chat, phrases("zh"))
    assert "[bold]x[/bold] [/nosuch]" in capsys.readouterr().out


def test_a_pipe_is_not_interactive(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with (tmp_path / "typed").open("w+") as file:
        monkeypatch.setattr("sys.stdin", file)
        assert not terminal.is_interactive()


def test_nothing_is_fed_through_what_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert not terminal.is_fed()
