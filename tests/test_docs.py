"""What the documentation says is there is there, and what is there is documented."""

import json
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.cli import cli, main
from bot.config import Config
from bot.telegram.commands import COMMANDS
from tests.conftest import ROOT
from tests.settings import settings_of

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]
SETTINGS = f"report: {{content: '{ROOT / 'content'}', seeds: '{ROOT / 'seeds'}'}}\n"
PROGRAMS = (["python", "-m", "bot"], ["briefing-bot"])


def code_in(text: str) -> str:
    """What stands in fenced blocks and in code spans."""
    blocks = re.findall(r"^ *```\w*\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL)
    return "\n".join([*blocks, *re.findall(r"`([^`\n]+)`", text)])


def conversation(you: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The questions that are shown under `you`, each with the lines of its answer."""
    section = README.partition("## Questions in plain words\n")[2]
    answers: dict[str, list[str]] = {}
    speaker = question = ""
    for line in section.partition("```text\n")[2].partition("```")[0].splitlines():
        label, _, words = line.partition("  ")
        speaker = label or speaker
        if label in {"你", "You"}:
            question = words.strip() if label == you else ""
        elif question and words:
            answers.setdefault(question, []).append(words.strip())
    yield from ((asked, tuple(lines)) for asked, lines in answers.items())


def documented_lines() -> Iterator[tuple[str, ...]]:
    """The arguments of every command line of ours that is shown as typed, and ends by itself."""
    for line in re.findall(r"^ *\$ (.+)$", README, re.MULTILINE):
        words = shlex.split(line, comments=True)
        for program in PROGRAMS:
            if words[: len(program)] == program and words[len(program)] not in {"run", "chat"}:
                yield tuple(words[len(program) :])


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_of_the_bot_is_documented(command: str) -> None:
    assert re.search(rf"/{command}\b", code_in(README))


def test_every_command_of_the_bot_that_is_documented_exists() -> None:
    named = set(re.findall(r"`/([a-z]+)[ `]", README))
    assert named <= {command.name for command in COMMANDS}


@pytest.mark.parametrize(
    "command", [found.callback.__name__ for found in cli.registered_commands if found.callback]
)
def test_every_command_line_is_documented(command: str) -> None:
    assert re.search(rf"\b{command}\b", code_in(README))


@pytest.mark.parametrize("setting", list(settings_of(Config)))
def test_every_setting_is_documented(setting: str) -> None:
    assert f"`{setting}`" in README


@pytest.mark.parametrize("variable", ["BOT_TOKEN", "BOT_TOKEN_FILE"])
def test_every_variable_is_documented(variable: str) -> None:
    assert re.search(rf"\b{variable}\b", code_in(README))


def test_there_are_command_lines_to_try() -> None:
    assert {words[0] for words in documented_lines()} >= {"ask", "check", "preview"}


@pytest.mark.parametrize("words", list(documented_lines()), ids=" ".join)
def test_every_command_line_works_as_shown(
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "config.yaml").write_text(SETTINGS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["bot", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    assert not ended.value.code
    assert capsys.readouterr().out


@pytest.mark.parametrize(("you", "language"), [("你", "zh"), ("You", "en")])
def test_every_question_is_answered_as_shown(
    you: str,
    language: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = dict(conversation(you))
    assert len(shown) >= 2
    (tmp_path / "config.yaml").write_text(SETTINGS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["bot", "ask", "--json", "--language", language, *shown])
    with pytest.raises(SystemExit):
        main()
    told = [json.loads(line)["text"].splitlines() for line in capsys.readouterr().out.splitlines()]
    answers = [tuple(text[: len(lines)]) for text, lines in zip(told, shown.values(), strict=True)]
    assert answers == list(shown.values())


def test_every_make_target_that_is_documented_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"\bmake (?:-s )?([a-z]+)", code_in(README)))
    assert named
    assert named <= targets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_within_the_project_leads_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    targets = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in link]
    assert [link for link in targets if not (page.parent / link).exists()] == []
