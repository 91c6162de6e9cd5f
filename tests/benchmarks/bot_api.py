"""A Bot API on loopback, cheap enough not to be what is measured: hands out questions, counts answers.

Runs in a process of its own, forked off; ends itself and the bot it serves when its parent is gone.
"""

import asyncio
import contextlib
import json
import os
import re
import signal
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_TEXT = re.compile(rb"(?:^|&)text=[^&]*")
_PEOPLE = 500  # who write in groups: of one who writes too much nothing is answered
_BATCH = 100  # updates Telegram gives at once
_IDLE = 1.0  # seconds after which a request for updates is answered with none
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Traffic:
    """What people ask, in how many chats, and how slow Telegram is to take an answer.

    What is counted begins when the warm-up is answered, so that starting is left out.
    """

    question: str
    counted: int
    warm_up: int = 0
    chats: int = 500
    chat_type: Literal["private", "supergroup"] = "private"
    latency: float = 0.0  # seconds, of sendMessage only


@dataclass(frozen=True, slots=True)
class Account:
    """What the server saw; times of its own clock are time.monotonic(), which all processes share."""

    polled_at: float  # the first getUpdates
    answered_at: float  # the first sendMessage
    seconds: float
    bot_cpu: float  # seconds, of the bot's process, while the counted were answered
    server_cpu: float
    out_of_order: int  # answers after one to a later question of the same chat; only groups show it
    first: dict[str, str]  # the fields of the first answer
    unlike_first: int  # answers with another text


def serve(traffic: Traffic, bot: bytes, sent: bytes, parent: Connection) -> None:
    """Sends its port, receives the bot's process id, sends the Account; runs until the parent hangs up."""
    asyncio.run(_BotApi(traffic, bot, sent, parent).run())


def cpu_seconds(pid: int) -> float:
    """User and system time of a process so far; the kernel tells it in hundredths."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


class _BotApi:
    def __init__(self, traffic: Traffic, bot: bytes, sent: bytes, parent: Connection) -> None:
        self._traffic = traffic
        self._parent = parent
        self._bot = _ok(bot)
        self._sent = _ok(sent)
        self._true = _ok(b"true")
        self._pid = 0
        self._gone = asyncio.Event()
        self._released = traffic.warm_up or traffic.counted
        self._answered = 0
        self._polled_at = self._answered_at = 0.0
        self._poll: tuple[_Connection, int] | None = None
        self._begin = (0.0, 0.0, 0.0)
        self._first: dict[str, str] = {}
        self._text = b""
        self._unlike_first = 0
        self._latest: dict[str, int] = {}
        self._out_of_order = 0

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: _Connection(self), "127.0.0.1", 0)
        loop.add_reader(self._parent.fileno(), self._hear_parent)
        self._parent.send(server.sockets[0].getsockname()[1])
        await self._gone.wait()

    def _hear_parent(self) -> None:
        try:
            self._pid = self._parent.recv()
        except EOFError:
            asyncio.get_running_loop().remove_reader(self._parent.fileno())
            with contextlib.suppress(ProcessLookupError):
                if self._pid:
                    os.kill(self._pid, signal.SIGKILL)
            self._gone.set()

    def answer(self, method: bytes, body: bytes, connection: "_Connection") -> None:
        if method == b"sendMessage":
            self._take_answer(body, connection)
        elif method == b"getUpdates":
            self._give_updates(body, connection)
        else:
            connection.send(self._bot if method == b"getMe" else self._true)

    def _give_updates(self, body: bytes, connection: "_Connection") -> None:
        if not self._polled_at:
            self._polled_at = time.monotonic()
            if not self._traffic.warm_up:
                self._begin = self._spent()
        fields = parse_qs(body.decode())
        # Update n has the id n + 1, so an offset of 0 and of 1 both ask for everything.
        self._poll = (connection, max(int(fields.get("offset", ["0"])[0]), 1) - 1)
        idle = _IDLE if fields.get("timeout", ["0"])[0] != "0" else 0.0
        if not self._answer_poll():
            asyncio.get_running_loop().call_later(idle, self._end_poll, self._poll)

    def _answer_poll(self) -> bool:
        if self._poll is None or self._poll[1] >= self._released:
            return False
        (connection, start), self._poll = self._poll, None
        numbers = range(start, min(start + _BATCH, self._released))
        connection.send(_ok(b"[%b]" % b",".join(_update(self._traffic, number) for number in numbers)))
        return True

    def _end_poll(self, poll: "tuple[_Connection, int]") -> None:
        if self._poll is poll:
            self._poll = None
            poll[0].send(_ok(b"[]"))

    def _take_answer(self, body: bytes, connection: "_Connection") -> None:
        text = _TEXT.search(body)
        if not self._first:
            self._answered_at = time.monotonic()
            self._first = {name: values[0] for name, values in parse_qs(body.decode()).items()}
            self._text = text[0] if text else b""
        self._unlike_first += text is None or text[0] != self._text
        if self._traffic.chat_type != "private":
            self._check_order(body)
        if self._traffic.latency:
            asyncio.get_running_loop().call_later(self._traffic.latency, self._confirm, connection)
        else:
            self._confirm(connection)

    def _confirm(self, connection: "_Connection") -> None:
        connection.send(self._sent)
        self._answered += 1
        if self._answered == self._traffic.warm_up:
            self._begin = self._spent()
            self._released += self._traffic.counted
            self._answer_poll()
        elif self._answered == self._traffic.warm_up + self._traffic.counted:
            self._parent.send(self._account())

    def _check_order(self, body: bytes) -> None:
        """In a group an answer is a reply and names its question."""
        fields = parse_qs(body.decode())
        chat, question = fields["chat_id"][0], json.loads(fields["reply_parameters"][0])["message_id"]
        self._out_of_order += question <= self._latest.get(chat, 0)
        self._latest[chat] = question

    def _spent(self) -> tuple[float, float, float]:
        return time.monotonic(), cpu_seconds(self._pid), time.process_time()

    def _account(self) -> Account:
        seconds, bot, server = (now - then for now, then in zip(self._spent(), self._begin, strict=True))
        return Account(
            self._polled_at,
            self._answered_at,
            seconds,
            bot,
            server,
            self._out_of_order,
            self._first,
            self._unlike_first,
        )


class _Connection(asyncio.Protocol):
    """As much of HTTP as bots speak: requests with a length, one after the other."""

    def __init__(self, api: _BotApi) -> None:
        self._api = api
        self._received = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if isinstance(transport, asyncio.WriteTransport):
            self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, blank, rest = self._received.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        size = int(length[1]) if length else 0
        if not blank or len(rest) < size:
            return
        self._received = rest[size:]
        self._api.answer(head.split(b" ", 2)[1].rpartition(b"/")[2], rest[:size], self)

    def send(self, answer: bytes) -> None:
        if self._transport and not self._transport.is_closing():
            self._transport.write(answer)


def _ok(result: bytes) -> bytes:
    body = b'{"ok":true,"result":%b}' % result
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
    return head % len(body) + body


def _update(traffic: Traffic, number: int) -> bytes:
    """A question as Telegram brings it; the message's number in its chat is that of the update."""
    people = traffic.chats if traffic.chat_type == "private" else _PEOPLE
    person, chat = 1000 + number % people, -1000 - number % traffic.chats
    place = (
        {"id": person, "first_name": "Li", "username": f"reader_{person}", "type": "private"}
        if traffic.chat_type == "private"
        else {"id": chat, "title": "Office", "type": traffic.chat_type}
    )
    message = {
        "message_id": number + 1,
        "from": {
            "id": person,
            "is_bot": False,
            "first_name": "Li",
            "username": f"reader_{person}",
            "language_code": "zh-hans",
        },
        "chat": place,
        "date": 1767225600,
        "text": traffic.question,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(traffic.question.split()[0])}],
    }
    return json.dumps({"update_id": number + 1, "message": message}).encode()
