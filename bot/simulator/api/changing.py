"""Changing what stands in a chat: editing, deleting, pinning, reacting."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, NamedTuple

from bot.simulator.api.texts import caption, link_preview, message_text
from bot.simulator.chats import Json, Message
from bot.simulator.faults import ApiError, bad_request
from bot.simulator.formatting import FormattedText
from bot.simulator.keyboards import checked_markup
from bot.simulator.wire import inline_keyboard
from bot.simulator.world import Access, World

Given = Mapping[str, Any]

DELETABLE_FOR = timedelta(hours=48)


class _Content(NamedTuple):
    """What an edit replaces."""

    body: FormattedText
    extra: Json
    markup: Json | None


def edit_message_text(world: World, given: Given) -> Json | bool:
    body = message_text(world, given)
    markup = checked_markup(given.get("reply_markup"))
    message = _editable(world, given)
    if message.media or message.service:
        raise bad_request("there is no text in the message to edit")
    kept = {name: value for name, value in message.extra.items() if name != "link_preview_options"}
    return _change(world, given, message, _Content(body, kept | link_preview(given), markup))


def edit_message_caption(world: World, given: Given) -> Json | bool:
    body = caption(world, given)
    markup = checked_markup(given.get("reply_markup"))
    message = _editable(world, given)
    if not message.media:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, given, message, _Content(body, message.extra, markup))


def edit_message_reply_markup(world: World, given: Given) -> Json | bool:
    markup = checked_markup(given.get("reply_markup"))
    message = _editable(world, given)
    if _same_keyboard(message, markup):
        raise _not_modified()
    # A changed keyboard alone does not make a message an edited one.
    message.reply_markup = markup
    world.changed(message)
    return _edited(world, given, message)


def _editable(world: World, given: Given) -> Message:
    """The message to edit: by its chat and number, or by the id of an inline message."""
    if inline_id := given.get("inline_message_id"):
        if inline_id not in world.queries.inline_messages:
            raise bad_request("MESSAGE_ID_INVALID")
        return world.queries.inline_messages[inline_id]
    for name, reason in (
        ("chat_id", "chat_id is empty"),
        ("message_id", "message identifier is not specified"),
    ):
        if name not in given:
            raise bad_request(reason)
    message = world.reach(given["chat_id"], Access.EDIT).message(given["message_id"])
    if message is None:
        raise bad_request("message to edit not found")
    if message.sender is not world.bot or (message.reply_markup and not inline_keyboard(message)):
        raise bad_request("message can't be edited")
    return message


def _change(world: World, given: Given, message: Message, new: _Content) -> Json | bool:
    if (message.body, message.extra) == (new.body, new.extra) and _same_keyboard(message, new.markup):
        raise _not_modified()
    message.body, message.extra, message.reply_markup = new
    message.edit_date = world.now
    world.changed(message)
    return _edited(world, given, message)


def _edited(world: World, given: Given, message: Message) -> Json | bool:
    return True if "inline_message_id" in given else world.message_json(message)


def _same_keyboard(message: Message, markup: Json | None) -> bool:
    rows: list[list[Json]] = (markup or {}).get("inline_keyboard", [])
    return inline_keyboard(message) == rows


def _not_modified() -> ApiError:
    return bad_request(
        "message is not modified: specified new message content and reply markup are exactly the same "
        "as a current content and reply markup of the message"
    )


def delete_message(world: World, given: Given) -> bool:
    message = _message(world, given, Access.WRITE, "delete")
    is_admin = world.bot_member(message.chat).is_admin
    is_own = message.sender is world.bot or message.chat.user is not None
    is_young = world.now - message.date <= DELETABLE_FOR.total_seconds()
    if not (is_admin or (is_own and is_young)):
        raise bad_request("message can't be deleted")
    message.is_deleted = True
    world.changed(message)
    return True


def pin_chat_message(world: World, given: Given) -> bool:
    message = _message(world, given, Access.WRITE, "pin")
    if not message.chat.user and not world.bot_member(message.chat).is_admin:
        raise bad_request("not enough rights to manage pinned messages in the chat")
    message.chat.pinned.append(message.id)
    world.changed(message)
    return True


def set_message_reaction(world: World, given: Given) -> bool:
    message = _message(world, given, Access.READ, "react")
    reactions = given.get("reaction", [])
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(reaction["type"] not in {"emoji", "custom_emoji"} for reaction in reactions):
        raise bad_request("REACTION_INVALID")
    message.reactions = reactions
    world.changed(message)
    return True


def _message(world: World, given: Given, access: Access, purpose: str) -> Message:
    message = world.reach(given["chat_id"], access).message(given["message_id"])
    if message is None:
        raise bad_request(f"message to {purpose} not found")
    return message
