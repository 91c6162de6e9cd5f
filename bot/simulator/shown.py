"""What a person sees: messages with their buttons, and the answers to pressed buttons. For reading only."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.simulator.chats import Json, Message
from bot.simulator.entities import Entity
from bot.simulator.wire import inline_keyboard


@dataclass(frozen=True, slots=True)
class ShownButton:
    """A button under a message; a button of a reply keyboard has a text only."""

    text: str
    callback_data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """A message as it stands in the chat; the text of a photo or document is its caption."""

    id: int
    text: str
    entities: tuple[Entity, ...]
    buttons: tuple[tuple[ShownButton, ...], ...]
    keyboard: tuple[tuple[str, ...], ...]
    edited: bool
    reply_to: int | None
    topic: int | None
    date: int
    from_bot: bool
    sender_id: int
    media: str | None
    silent: bool

    def button(self, text_or_data: str) -> ShownButton:
        """The button with this callback data, else with this text.

        Raises:
            LookupError: there is none.
        """
        buttons = [button for row in self.buttons for button in row]
        by_data = [button for button in buttons if button.callback_data == text_or_data]
        for button in (*by_data, *buttons):
            if text_or_data in {button.callback_data, button.text}:
                return button
        known = ", ".join(button.text for button in buttons) or "none"
        raise LookupError(f"no button {text_or_data!r} under message {self.id}; there are: {known}")


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the person who pressed a button is told: a passing notice, or an alert to close."""

    query_id: str
    user_id: int
    text: str
    show_alert: bool
    url: str


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the bot; `params` as read, or as sent when they could not be read."""

    method: str
    params: Json
    result: Any
    error: Exception | None
    at: datetime


def shown_message(message: Message, bot_id: int) -> ShownMessage:
    keyboard = (message.reply_markup or {}).get("keyboard", [])
    return ShownMessage(
        id=message.id,
        text=message.body.text,
        entities=message.body.entities,
        buttons=tuple(tuple(_button(button) for button in row) for row in inline_keyboard(message)),
        keyboard=tuple(tuple(_keyboard_text(button) for button in row) for row in keyboard),
        edited=message.edit_date is not None,
        reply_to=message.reply_to.id if message.reply_to else None,
        topic=message.thread_id if message.is_topic_message else None,
        date=message.date,
        from_bot=message.sender.id == bot_id,
        sender_id=message.sender.id,
        media=next(iter(message.media), None),
        silent=message.is_silent,
    )


def _button(button: Json) -> ShownButton:
    return ShownButton(button["text"], button.get("callback_data"), button.get("url"))


def _keyboard_text(button: Json | str) -> str:
    return button if isinstance(button, str) else str(button["text"])
