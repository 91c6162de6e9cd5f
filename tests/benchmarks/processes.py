"""A bot in a process of its own, served by a Bot API in another; both are gone when a run is over."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from bot.telegram.render import Page
from tests.benchmarks.bot_api import Account, Traffic, serve
from tests.benchmarks.jobs import BOT, TOKEN, jobs_page, sent_message
from tests.benchmarks.setting import ROOT, Setting

_LONGEST = 60.0  # seconds a run may take
_FORK = multiprocessing.get_context("fork")  # starts in no time; nothing here has threads


@dataclass(frozen=True, slots=True)
class Run:
    """A bot's answers to some traffic, and what they took."""

    account: Account
    start_seconds: float  # from launching the process to its first getUpdates
    first_answer_seconds: float  # from launching the process to its first answer
    resident_mb: float  # when everything was answered
    peak_mb: float
    log: str  # what the process wrote to standard error


@dataclass(frozen=True, slots=True)
class Client:
    """A bot to be measured: the arguments Python is started with, given a folder and the Bot API's URL."""

    name: str
    arguments: Callable[[Path, str], list[str]]


def bare(name: str, transport: str) -> Client:
    """python-telegram-bot, with the `default` transport or on `ours`."""
    return Client(
        name,
        lambda folder, url: ["-m", "tests.benchmarks.bare_bot", url, str(folder / "page.json"), transport],
    )


def whole(*options: str) -> Client:
    """This bot, as its operator starts it."""
    return Client(
        "this bot", lambda folder, url: [*options, "-m", "bot", "run", "--config", _settings(folder, url)]
    )


BARE = bare("python-telegram-bot as it comes", "default")
BARE_ON_OURS = bare("the same on our transport", "ours")
WHOLE = whole()


def run(client: Client, traffic: Traffic, setting: Setting) -> Run:
    """Starts the bot, lets it answer everything, ends it. Raises RuntimeError when it does not."""
    page = jobs_page(setting.desk, setting.config)
    (setting.folder / "page.json").write_text(json.dumps(asdict(page)), encoding="utf-8")
    with bot_api(traffic, sent_message(page)) as (api, url):
        launched = time.monotonic()
        with _started(client, setting.folder, url) as process:
            api.send(process.pid)
            account = _account(api, process, setting.folder)
            memory = _memory(process.pid)
        api.send(0)
    _require_page(client, account, page)
    return Run(
        account,
        account.polled_at - launched,
        account.answered_at - launched,
        memory["VmRSS"],
        memory["VmHWM"],
        _log(setting.folder),
    )


def _require_page(client: Client, account: Account, page: Page) -> None:
    first = account.first
    same = first["text"] == page.html and json.loads(first["reply_markup"]) == json.loads(page.keyboard)
    if not same or account.unlike_first:
        raise RuntimeError(f"{client.name} answered something else; the first time: {first}")


def _settings(folder: Path, url: str) -> str:
    file = folder / "config.yaml"
    report = {"content": str(ROOT / "content"), "seeds": str(ROOT / "seeds")}
    # Telegram's limit holds for answers, too; its highest is out of the way of what is measured.
    telegram = {"base_url": url, "messages_per_second": 1000}
    settings = {"telegram": telegram, "report": report, "data": str(folder / "data")}
    file.write_text(json.dumps(settings), encoding="utf-8")  # JSON is YAML
    return str(file)


@contextmanager
def bot_api(traffic: Traffic, sent: bytes) -> Iterator[tuple[Connection, str]]:
    """A Bot API in a process of its own, ended with the block: what it is told by, and its URL."""
    ours, theirs = _FORK.Pipe()

    def begin() -> None:
        ours.close()  # else the server would not notice when this process ends
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # of a terminal; the server ends with its parent
        serve(traffic, json.dumps(BOT).encode(), sent, theirs)

    server = _FORK.Process(target=begin, daemon=True)
    server.start()
    theirs.close()
    try:
        yield ours, f"http://127.0.0.1:{ours.recv()}"
    finally:
        ours.close()
        server.join(5)
        server.kill()


@contextmanager
def _started(client: Client, folder: Path, url: str) -> Iterator["subprocess.Popen[bytes]"]:
    # A proxy of this machine's would be asked for every request, if only to learn that it is not wanted.
    inherited = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    with _log_file(folder).open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *client.arguments(folder, url)],
            stdin=subprocess.DEVNULL,
            stderr=log,
            cwd=ROOT,
            env={**inherited, "BOT_TOKEN": TOKEN, "BOT_TOKEN_FILE": ""},
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def _account(api: Connection, process: "subprocess.Popen[bytes]", folder: Path) -> Account:
    until = time.monotonic() + _LONGEST
    while not api.poll(0.2):
        if process.poll() is not None or time.monotonic() > until:
            raise RuntimeError(f"the bot did not answer everything; its log ends:\n{_log(folder)[-2000:]}")
    account = api.recv()
    if not isinstance(account, Account):
        raise TypeError("the Bot API sends one Account")
    return account


def _memory(pid: int) -> dict[str, float]:
    """Resident memory of a process, now and at most, in megabytes."""
    lines = (line.split() for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines())
    return {name.rstrip(":"): int(rest[0]) / 1024 for name, *rest in lines if name in ("VmRSS:", "VmHWM:")}


def _log_file(folder: Path) -> Path:
    return folder / "bot.log"


def _log(folder: Path) -> str:
    return _log_file(folder).read_text(encoding="utf-8", errors="replace")
