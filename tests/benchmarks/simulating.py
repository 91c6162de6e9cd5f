"""How many sendMessage a second the local Telegram takes, beside a bare web server that only answers."""

import asyncio
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from statistics import median
from urllib.parse import quote_plus

from tests.benchmarks.bot_api import cpu_seconds
from tests.benchmarks.jobs import jobs_page
from tests.benchmarks.setting import ROOT, Setting, interleaved
from tests.benchmarks.table import Goal, Line, Row

_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")
_LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)
_CONNECTIONS = 8
_PERSON = 100_001  # the first the local Telegram knows
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Server:
    """A server in a process of its own, on loopback."""

    pid: int
    port: int


def measure(setting: Setting) -> Iterator[Line]:
    """The bot's real answer is sent, with its keyboard; the bare server throws it away."""
    count = setting.count(4000, 1000)
    message = message_of_jobs(setting)
    simulated, bare = ["-m", "bot", "simulate", "--port", "0"], ["-m", "tests.benchmarks.bare_server"]
    with started(simulated) as ours, started(simulated) as watched, started(bare) as other:
        for server in (ours, watched):
            asyncio.run(open_chat(server))
        variants = {
            "bare": partial(_load, other, message, count),
            "ours": partial(_load, ours, message, count),
            "watched": partial(_load, watched, message, count, is_watched=True),
        }
        rounds = interleaved(setting.count(_ROUNDS, 2), variants)
    cpu = {name: median(seconds for seconds, _ in runs) for name, runs in rounds.items()}
    rate = {name: median(rate for _, rate in runs) for name, runs in rounds.items()}
    yield Row("a  Starlette on uvicorn, only answering: of one core", 1 / cpu["bare"], "a second")
    yield _row("c  the local Telegram: of one core", 1 / cpu["ours"], cpu["ours"] / cpu["bare"])
    yield _row("c  the same with a page looking on", 1 / cpu["watched"], cpu["watched"] / cpu["bare"])
    yield Row("c  by the clock, with the sender on the other core", rate["ours"], "a second")


def _row(what: str, figure: float, ratio: float) -> Row:
    # The goal is the figure itself; the ratio to the bare server says what of it is ours.
    return Row(f"{what} ({ratio:.1f} × the CPU of a)", figure, "a second", goal=Goal("≥", 1500))


def message_of_jobs(setting: Setting) -> bytes:
    """The bot's answer as the body of a sendMessage."""
    page = jobs_page(setting.desk, setting.config)
    fields = {"chat_id": str(_PERSON), "text": page.html, "parse_mode": "HTML", "reply_markup": page.keyboard}
    return "&".join(f"{name}={quote_plus(value)}" for name, value in fields.items()).encode()


@contextmanager
def started(arguments: list[str]) -> Iterator[Server]:
    """A Python program that prints where it is; ended with the block."""
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8"
    )
    try:
        assert process.stdout
        address = _ADDRESS.search(process.stdout.readline())
        assert address, "the server did not say where it is"
        yield Server(process.pid, int(address[1]))
    finally:
        process.terminate()
        process.communicate()


async def open_chat(server: Server) -> None:
    """The first person starts the bot, which may write to them from then on."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    body = b'{"person": %d}' % _PERSON
    writer.write(_request(b"/do/start", b"application/json", body))
    assert b'"ok":true' in await _answer(reader)
    writer.close()


def _load(server: Server, message: bytes, count: int, *, is_watched: bool = False) -> tuple[float, float]:
    """CPU seconds of the server a message, and messages a second."""
    return asyncio.run(_measured(server, message, count, is_watched=is_watched))


async def _measured(server: Server, message: bytes, count: int, *, is_watched: bool) -> tuple[float, float]:
    watching = asyncio.create_task(_watch(server)) if is_watched else None
    await asyncio.sleep(0)
    cpu, begin = cpu_seconds(server.pid), time.monotonic()
    await send_all(server, message, count)
    if watching:
        watching.cancel()
    return (cpu_seconds(server.pid) - cpu) / count, count / (time.monotonic() - begin)


async def send_all(server: Server, message: bytes, count: int) -> None:
    """So many messages over several connections; rounded up to a multiple of theirs."""
    await asyncio.gather(*(_send(server, message, -(-count // _CONNECTIONS)) for _ in range(_CONNECTIONS)))


async def _send(server: Server, message: bytes, count: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    request = _request(b"/bot1:any/sendMessage", b"application/x-www-form-urlencoded", message)
    for _ in range(count):
        writer.write(request)
        answer = await _answer(reader)
        assert answer.startswith(b'{"ok"'), answer
    writer.close()


async def _watch(server: Server) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(b"GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    while await reader.read(65536):
        pass


def _request(path: bytes, kind: bytes, body: bytes) -> bytes:
    head = b"POST %b HTTP/1.1\r\nHost: localhost\r\nContent-Type: %b\r\nContent-Length: %d\r\n\r\n"
    return head % (path, kind, len(body)) + body


async def _answer(reader: asyncio.StreamReader) -> bytes:
    length = _LENGTH.search(await reader.readuntil(b"\r\n\r\n"))
    assert length
    return await reader.readexactly(int(length[1]))
