"""A conversation without Telegram: the real application over the local one, for terminals and pipes."""

import json
import os
import stat
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TextIO

from bot.asking.answers import Answer
from bot.briefing.phrases import Phrases
from bot.errors import OperatorError
from bot.simulator.chats import User
from bot.simulator.faults import ImpossibleActionError
from bot.simulator.request import LOCAL_TOKEN, LocalRequest
from bot.simulator.shown import ShownButton, ShownMessage
from bot.simulator.telegram import LocalTelegram
from bot.telegram.application import BotApplication, Build, Connection, feed
from bot.telegram.handlers.asking import explained

_PRESS = ":"  # `:2` presses the second button


@dataclass(slots=True)
class LocalChat:
    """One person talking to the bot in a private chat of the local Telegram."""

    telegram: LocalTelegram
    application: BotApplication
    person: User
    last: ShownMessage | None = None  # whose buttons can be pressed
    notice: str = ""  # what the last press was told in passing
    answers: list[Answer] = field(default_factory=list)  # to the last line, when it asked in plain words

    async def say(self, text: str) -> tuple[ShownMessage, ...]:
        """Sends a message, or presses a button of the last answer (`:2`); returns what the bot wrote."""
        self.answers.clear()
        before = self.telegram.messages(self.person)
        button = self._button(text)
        if button is not None and self.last:
            update = self.telegram.press(self.person, self.person, self.last.id, button)
        else:
            update = self._sent(text)
        await feed(self.application, update)
        told = self.telegram.alerts[-1] if button is not None and self.telegram.alerts else None
        self.notice = told.text if told else ""
        new = tuple(m for m in self.telegram.messages(self.person) if m.from_bot and m not in before)
        self.last = new[-1] if new else self.last
        return new

    def _sent(self, text: str) -> dict[str, Any]:
        try:
            # What a terminal cannot spell arrives as lone surrogates, which no message can hold.
            spelt = text.encode("utf-8", "replace").decode()
            return self.telegram.send(self.person, self.person, spelt)
        except ImpossibleActionError as error:
            raise OperatorError(f"Telegram would not send this: {error}") from error

    def _button(self, text: str) -> str | None:
        number = text.removeprefix(_PRESS)
        if not (self.last and text.startswith(_PRESS) and number.isdecimal()):
            return None
        buttons = _pressable(self.last)
        return buttons[int(number) - 1].callback_data if 0 < int(number) <= len(buttons) else None


@asynccontextmanager
async def local_chat(build: Build, clock: Callable[[], datetime]) -> AsyncIterator[LocalChat]:
    """The real application, opened on a local Telegram with one person in it."""
    telegram = LocalTelegram(clock)
    person = telegram.add_user("Reader")
    telegram.open_private_chat(person)
    request = LocalRequest(telegram)
    answers: list[Answer] = []
    application = build(Connection(LOCAL_TOKEN, "http://local", request, request), answers.extend)
    async with application:
        yield LocalChat(telegram, application, person, answers=answers)


async def answer_lines(chat: LocalChat, lines: Iterable[str], out: TextIO, *, as_json: bool) -> None:
    """Each line to the bot, each answer as plain text or as one JSON object a line."""
    refused: list[str] = []
    for line in lines:
        if not line.strip():
            continue
        try:
            messages = await chat.say(line.strip())
        except OperatorError as error:  # the lines after it are asked all the same
            refused.append(str(error))
            continue
        if chat.notice and not as_json:
            print(f"{chat.notice}\n", file=out, flush=True)
        for message in messages:
            shown = _json(line.strip(), message, chat.answers) if as_json else f"{_plain(message)}\n"
            print(shown, file=out, flush=True)
    if refused:
        raise OperatorError("\n".join(refused))


async def converse(chat: LocalChat, say: Phrases) -> None:
    """Until the end of input: reads lines, shows answers with their buttons numbered."""
    from rich.console import Console  # only where somebody sits at a terminal

    console = Console(highlight=False)
    console.print(say("terminal-how"), style="dim")
    await _show(chat, "/start", console)
    while True:
        try:
            line = input("> ").strip()  # noqa: ASYNC250 - nothing else runs while the person thinks
        except (EOFError, KeyboardInterrupt):
            console.print()
            return
        if line:
            await _show(chat, line, console)


async def _show(chat: LocalChat, line: str, console: Any) -> None:
    messages = await chat.say(line)
    if chat.notice:
        console.print(chat.notice, style="dim")
    for message in messages:
        console.print()
        console.print(_styled(message))
        labels = [button.text for button in _pressable(message)]
        if labels:
            console.print(
                "  ".join(f"{_PRESS}{n} {label}" for n, label in enumerate(labels, 1)), style="cyan"
            )
        console.print()


def _pressable(message: ShownMessage) -> list[ShownButton]:
    """Its buttons but those that lead out of the chat: there is only one here."""
    return [button for row in message.buttons for button in row if button.callback_data]


def _styled(message: ShownMessage) -> Any:
    """The message with its entities as terminal styles."""
    from rich.text import Text

    styles = {"bold": "bold", "italic": "italic", "blockquote": "yellow"}
    text = Text(message.text)
    for kind, start, end in _stretches(message):
        if kind in styles:
            text.stylize(styles[kind], start, end)
    return text


def _plain(message: ShownMessage) -> str:
    """The text, with quotation marks where Telegram draws a quote's bar."""
    text = message.text
    for kind, start, end in sorted(_stretches(message), key=lambda stretch: -stretch[1]):
        if kind == "blockquote":
            text = f"{text[:start]}“{text[start:end]}”{text[end:]}"
    return text


def _stretches(message: ShownMessage) -> Iterator[tuple[str, int, int]]:
    """Kind, start and end of each entity in characters; Telegram counts in UTF-16 units."""
    units = message.text.encode("utf-16-le")
    for entity in message.entities:
        start = len(units[: entity.offset * 2].decode("utf-16-le"))
        end = len(units[: (entity.offset + entity.length) * 2].decode("utf-16-le"))
        yield entity.type, start, end


def _json(asked: str, message: ShownMessage, answers: Iterable[Answer]) -> str:
    buttons = [
        {"text": button.text, "data": button.callback_data} for row in message.buttons for button in row
    ]
    told = {"asked": asked, "text": message.text, "buttons": buttons, "answers": list(explained(answers))}
    return json.dumps(told, ensure_ascii=False)


def is_fed() -> bool:
    """Whether lines come in through a pipe or from a file."""
    if sys.stdin is None:  # closed
        return False
    try:
        kind = os.fstat(sys.stdin.fileno()).st_mode
    except (OSError, ValueError):  # a stream that is no file
        return True
    return stat.S_ISFIFO(kind) or stat.S_ISREG(kind)


def is_interactive() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()
