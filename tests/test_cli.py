"""python -m bot …: what an operator, an editor or a newcomer types."""

import io
import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.briefing.phrases import phrases
from bot.cli import main
from bot.report.model import Report
from tests.conftest import ROOT

JOBS = ("🎯 城镇新增就业 · 2026年目标", "不少于 3,400人")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Settings that keep what is worked out in a folder of the tests."""
    file = tmp_path_factory.mktemp("cli") / "config.yaml"
    file.write_text(f"data: data\nreport: {{content: '{ROOT / 'content'}', seeds: '{ROOT / 'seeds'}'}}\n")
    return file


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], settings: Path) -> Run:
    """Runs a command in this process, without a token."""
    monkeypatch.delenv("BOT_TOKEN", raising=False)
    monkeypatch.delenv("BOT_TOKEN_FILE", raising=False)

    def run(command: str, *arguments: str, typed: str = "", config: Path = settings) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["bot", command, "--config", str(config), *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), out, err)

    return run


def first_lines(text: str, count: int = 2) -> tuple[str, ...]:
    return tuple(text.splitlines()[:count])


# ask


def test_ask_prints_the_answer_as_plain_text(run: Run) -> None:
    done = run("ask", "/target jobs")
    assert (done.code, done.err) == (0, "")
    assert first_lines(done.out) == JOBS
    assert all(words in done.out for words in ("3,604人", "1.52万人", "“健全完善公共就业服务体系,"))


def test_ask_takes_several_messages(run: Run) -> None:
    done = run("ask", "/target jobs", "/areas")
    assert [block[0] for block in re.split(r"\n\n(?=[🎯📌])", done.out)] == ["🎯", "📌"]


def test_ask_reads_standard_input(run: Run) -> None:
    assert first_lines(run("ask", "-", typed="/target jobs\n\n  \n").out) == JOBS


def test_ask_presses_buttons_of_the_answer_before(run: Run) -> None:
    done = run("ask", "--json", "/language", ":2", "/target jobs")
    texts = [json.loads(line)["text"] for line in done.out.splitlines()]
    assert "At least 3,400 people" in texts[-1]


def test_ask_gives_an_object_a_line(run: Run) -> None:
    done = run("ask", "--json", "/target jobs", "/areas")
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [answer["asked"] for answer in answers] == ["/target jobs", "/areas"]
    assert first_lines(answers[0]["text"]) == JOBS
    assert {"text": "EN", "data": "jobs.0.e"} in answers[0]["buttons"]


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_ask_tells_why_it_answered_so(run: Run, arguments: tuple[str, ...]) -> None:
    lines = ("去年新增就业多少", "那十四五呢", "/target jobs")
    done = run("ask", "--json", *(arguments or lines), typed="\n".join(lines))
    answers = [json.loads(line)["answers"] for line in done.out.splitlines()]
    assert [[answer["figures"] for answer in each] for each in answers] == [[["3604人"]], [["1.52万人"]], []]


@pytest.mark.parametrize(("language", "line"), [("zh", "不少于 3,400人"), ("en", "At least 3,400 people")])
def test_ask_speaks_the_language_asked_for(run: Run, language: str, line: str) -> None:
    assert line in run("ask", "--language", language, "/target jobs").out


def test_ask_speaks_both_languages(run: Run) -> None:
    out = run("ask", "--language", "both", "/target jobs").out
    assert "不少于 3,400人\nAt least 3,400 people" in out


def test_ask_in_another_language_is_refused(run: Run) -> None:
    done = run("ask", "--language", "fr", "/areas")
    assert (done.code, done.out) == (2, "")
    assert "'fr' is not a language here" in done.err


def test_ask_what_telegram_would_not_send_is_refused(run: Run) -> None:
    done = run("ask", "x" * 5000)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "4096" in done.err


# check


def test_check_tells_entries_figures_coverage_and_aliases(run: Run, report: Report) -> None:
    done = run("check")
    assert done.code == 0
    assert re.search(rf"^entries +{len(report.entries)} ", done.out, re.MULTILINE)
    figures = sum(len(indicator.figures) for indicator in report.indicators())
    assert re.search(rf"^figures +{figures}$", done.out, re.MULTILINE)
    assert re.search(r"^aliases +\d+$", done.out, re.MULTILINE)


def test_check_tells_that_every_number_is_covered(run: Run) -> None:
    found = re.search(r"^numbers +(\d+) / (\d+) ", run("check").out, re.MULTILINE)
    assert found
    assert found[1] == found[2] != "0"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Settings that name a digest with two mistakes."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    area = tmp_path / "content" / "areas" / "8-livelihood.yaml"
    text = area.read_text(encoding="utf-8")
    area.write_text(
        text.replace("value: 3400,", "value: 3401,").replace("number: 8", "number: 8\ncolour: red")
    )
    file = tmp_path / "config.yaml"
    file.write_text(f"report: {{content: content, seeds: '{ROOT / 'seeds'}'}}\n")
    return file


@pytest.mark.parametrize(
    "command", [("check",), ("ask", "/areas"), ("run",), ("preview", "--day", "2026-05-06")]
)
def test_a_broken_digest_is_refused_with_its_problems(
    run: Run, broken: Path, command: tuple[str, ...]
) -> None:
    done = run(*command, config=broken)
    assert (done.code, done.out) == (2, "")
    problems = [line for line in done.err.splitlines() if "livelihood" in line]
    assert problems
    assert all(re.match(r"\S+8-livelihood\.yaml:\d+: [\w.\[\]]+: ", line) for line in problems)


def test_broken_settings_are_refused_with_all_problems(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_text("language: fr\nnonsense: 1\n")
    done = run("check", config=file)
    assert (done.code, len(done.err.splitlines())) == (2, 2)


# preview


def test_preview_prints_the_briefing_of_a_day(run: Run) -> None:
    done = run("preview", "--day", "2026-05-06")
    assert done.code == 0
    assert first_lines(done.out, 1) == ("🗓 今日简报 · 2026年5月6日 星期三",)


def test_preview_says_the_same_every_time(run: Run) -> None:
    assert run("preview", "--day", "2026-05-06").out == run("preview", "--day", "2026-05-06").out


def test_preview_prints_an_entry_as_of_a_day(run: Run) -> None:
    early = run("preview", "--day", "2026-01-31", "--entry", "jobs").out
    late = run("preview", "--day", "2026-12-31", "--entry", "jobs").out
    assert first_lines(early) == first_lines(late) == JOBS
    assert early != late


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "6.5.2026", ""])
def test_preview_of_what_is_no_day_is_refused(run: Run, day: str) -> None:
    done = run("preview", "--day", day)
    assert (done.code, done.out) == (2, "")
    assert "is no day" in done.err


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "2025-12-31", "2027-01-01", "9999-12-31"])
def test_preview_outside_the_plan_year_counts_nothing(run: Run, day: str) -> None:
    done = run("preview", "--day", day)
    assert done.code == 0
    assert "%" not in done.out.splitlines()[1]


def test_preview_of_an_unknown_entry_is_refused(run: Run) -> None:
    done = run("preview", "--day", "2026-05-06", "--entry", "nope")
    assert (done.code, done.out) == (2, "")
    assert "'nope'" in done.err


# run and chat


@pytest.mark.parametrize("command", ["run", "chat"])
def test_in_a_pipe_lines_are_answered_and_buttons_pressed(run: Run, command: str) -> None:
    done = run(command, typed="/language\n:2\n/target jobs\n")
    assert done.code == 0
    assert "At least 3,400 people" in done.out


def test_run_without_a_token_says_in_one_line_how_to_serve_telegram(run: Run) -> None:
    assert run("run").err == phrases("zh")("terminal-no-token") + "\n"
    assert run("chat").err == ""


def test_run_with_what_is_no_token_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "not-a-token")
    done = run("run")
    assert (done.code, done.out) == (2, "")
    assert "BOT_TOKEN: is no bot token" in done.err


def test_a_port_for_the_page_is_refused_where_there_is_no_page(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123456:a-made-up-token")
    done = run("run", "--port", "9000")
    assert (done.code, done.out) == (2, "")
    assert "--port is the chat page's" in done.err


def test_the_local_telegram_is_not_opened_to_others_by_accident(run: Run) -> None:
    done = run("simulate", "--host", "0.0.0.0", "--port", "0")  # noqa: S104 - it is refused
    assert (done.code, done.out) == (2, "")
    assert "add --public" in done.err


def test_a_port_in_use_is_said_and_what_to_do(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("simulate", "--port", str(taken.getsockname()[1]))
    assert (done.code, done.out) == (2, "")
    assert "choose another with --port" in done.err


@pytest.mark.parametrize("arguments", [("serve",), ("preview",), ("ask",), ("check", "--nonsense")])
def test_what_is_no_command_line_is_refused(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "Usage" in done.err


def test_as_a_module_it_answers_a_pipe(settings: Path) -> None:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("BOT_TOKEN")}
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        input="/target jobs\n",
        capture_output=True,
        encoding="utf-8",
        cwd=settings.parent,  # where config.yaml lies
        env={**inherited, "PYTHONPATH": str(ROOT)},
        timeout=30,
        check=True,
    )
    assert first_lines(done.stdout) == JOBS
