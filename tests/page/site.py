"""The local Telegram as a newcomer starts it, `python -m bot run`, and those who call it."""

import http.client
import json
import os
import re
import secrets
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.conftest import ROOT

PATIENCE = 10  # seconds


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has a private chat with the bot, under the same number."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Group:
    """Known in the list of chats by its title, which no other has."""

    id: int
    title: str


@dataclass(frozen=True, slots=True)
class File:
    """What a bot uploads."""

    name: str
    content: bytes


class Caller:
    """One connection: reads, does what people do on the page, and calls the Bot API."""

    def __init__(self, url: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=20)

    def read(self, path: str) -> Any:
        self._connection.request("GET", path)
        return json.loads(self._connection.getresponse().read())

    def do(self, action: str, **body: Any) -> Any:
        """What somebody does on the page; AssertionError when it is refused."""
        return self._post(f"/do/{action}", json.dumps(body).encode(), "application/json")

    def call(self, method: str, **params: Any) -> Any:
        """What the bot does, as any bot would; AssertionError when it is refused."""
        return self._post(f"/bot1:x/{method}", json.dumps(params).encode(), "application/json")

    def upload(self, method: str, field: str, file: File, **params: Any) -> Any:
        """As `call`, with a file."""
        border = secrets.token_hex(8)
        parts = [_part(f'name="{name}"', str(value).encode()) for name, value in params.items()]
        parts.append(_part(f'name="{field}"; filename="{file.name}"', file.content))
        body = b"".join(f"--{border}\r\n".encode() + part for part in parts) + f"--{border}--\r\n".encode()
        return self._post(f"/bot1:x/{method}", body, f"multipart/form-data; boundary={border}")

    def refusal(self, method: str, **params: Any) -> str:
        """What the bot is told when it may not do this."""
        answer = self._answer(f"/bot1:x/{method}", json.dumps(params).encode(), "application/json")
        assert not answer["ok"]
        return str(answer["description"])

    def close(self) -> None:
        self._connection.close()

    def _post(self, path: str, body: bytes, kind: str) -> Any:
        answer = self._answer(path, body, kind)
        assert answer["ok"], (path, answer)
        return answer["result"]

    def _answer(self, path: str, body: bytes, kind: str) -> Any:
        self._connection.request("POST", path, body, {"Content-Type": kind})
        return json.loads(self._connection.getresponse().read())


def _part(disposition: str, content: bytes) -> bytes:
    return f"Content-Disposition: form-data; {disposition}\r\n\r\n".encode() + content + b"\r\n"


class Site:
    """The process, and one caller to it; may be stopped and started again at the same address."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._settings = folder / "config.yaml"
        self._settings.write_text(
            f"report: {{content: '{ROOT / 'content'}', seeds: '{ROOT / 'seeds'}'}}\ndata: '{folder}'\n"
        )
        self._count = 0
        self.url = ""
        self.run()

    def run(self) -> None:
        """At the address it had before, if it had one."""
        port = urlsplit(self.url).port or 0
        command = ("-m", "bot", "run", "--port", str(port), "--config", str(self._settings))
        with self._log.open("a") as log:
            self._process = subprocess.Popen(  # noqa: S603  # our own program, started as its user does
                [sys.executable, *command],
                cwd=ROOT,
                env=_clean(os.environ),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self._process.stdout
        told = self._process.stdout.readline()
        found = re.search(r"http://[\w.:]+", told)
        assert found, (told, self.log)
        self.url = found.group()
        self.caller = Caller(self.url)

    def stop(self) -> None:
        """Ends it as a service manager does; it has to end in good order."""
        self.caller.close()
        self._process.terminate()
        assert self._process.wait(timeout=10) == 0, self.log
        assert self._process.stdout
        self._process.stdout.close()

    @property
    def log(self) -> str:
        return self._log.read_text()

    @property
    def _log(self) -> Path:
        return self._folder / "log"

    @property
    def boot(self) -> str:
        """What the page calls this start of the server."""
        stamp: str = self.caller.read("/state")["stamp"]
        return stamp.rpartition("-")[0]

    def number(self, name: str) -> str:
        """The name with a number that no other has, nor begins with."""
        self._count += 1
        return f"{name}{self._count:03}"

    def add_person(self, name: str = "测试员", language: str = "zh-hans") -> Person:
        """Somebody new, who has not started the bot."""
        name = self.number(name)
        made = self.caller.do("add_person", first_name=name, language_code=language)
        return Person(made["id"], name)

    def add_group(self, title: str, creator: Person, *others: Person, **kind: bool) -> Group:
        """With the bot in it; `kind` is forum or basic."""
        title = self.number(title)
        made = self.caller.do("create_group", title=title, person=creator.id, with_bot=True, **kind)
        for other in others:
            self.caller.do("add_member", chat=made["id"], person=other.id)
        self._remove_introduction(made["id"])
        return Group(made["id"], title)

    def _remove_introduction(self, group: int) -> None:
        """What the bot says when it is added: the tests of the page begin with an empty group."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            for message in self.messages(group):
                if "/target" in json.dumps(message, ensure_ascii=False):
                    self.caller.call("deleteMessage", chat_id=group, message_id=message["message_id"])
                    return
        raise AssertionError(self.log)

    def add_topic(self, forum: Group, name: str) -> int:
        thread: int = self.caller.do("create_topic", chat=forum.id, name=name)["id"]
        return thread

    def start(self, person: Person) -> None:
        """They start the bot, and it has introduced itself."""
        self.caller.do("start", person=person.id)
        deadline = time.monotonic() + PATIENCE
        while len(self.messages(person.id)) < 2:
            assert time.monotonic() < deadline, self.log

    def messages(self, chat: int) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.caller.read(f"/chats/{chat}/messages")["messages"]
        return found


def _clean(environment: os._Environ[str]) -> dict[str, str]:
    """Without what the bot listens to."""
    ours = ("BOT_TOKEN",)
    return {name: value for name, value in environment.items() if not name.startswith(ours)}
