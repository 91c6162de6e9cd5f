"""Sending: texts, photos and documents, each into its chat, topic and reply."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.simulator.api.texts import caption, link_preview, message_text
from bot.simulator.chats import Chat, Json, Message
from bot.simulator.faults import bad_request
from bot.simulator.files import document_json, photo_json
from bot.simulator.keyboards import checked_markup
from bot.simulator.world import Access, ChatAction, World

Given = Mapping[str, Any]

_ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "choose_sticker", "upload_document", "find_location", "record_video_note", "upload_video_note",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Target:
    """Where a message goes."""

    chat: Chat
    thread_id: int | None
    reply_to: Message | None


def send_message(world: World, given: Given) -> Json:
    body = message_text(world, given)
    markup = checked_markup(given.get("reply_markup"))
    target = _target(world, given, "text messages")
    return _post(world, target, given, body=body, reply_markup=markup, extra=link_preview(given))


def send_photo(world: World, given: Given) -> Json:
    return _send_file(world, given, "photo")


def send_document(world: World, given: Given) -> Json:
    return _send_file(world, given, "document")


def _send_file(world: World, given: Given, kind: str) -> Json:
    body = caption(world, given)
    markup = checked_markup(given.get("reply_markup"))
    target = _target(world, given, f"{kind}s")
    stored = world.files.keep(kind, given[kind])
    media = photo_json(stored) if kind == "photo" else document_json(stored)
    shown = {"has_media_spoiler": "has_spoiler", "show_caption_above_media": "show_caption_above_media"}
    extra = {field: True for field, name in shown.items() if given.get(name)}
    return _post(world, target, given, body=body, reply_markup=markup, media=media, extra=extra)


def send_chat_action(world: World, given: Given) -> bool:
    if given["action"] not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    target = _target(world, given, "text messages")
    world.changed(ChatAction(target.chat, target.thread_id, given["action"]))
    return True


def _post(world: World, target: _Target, given: Given, *, extra: Json, **content: Any) -> Json:
    extra = extra | _quote(target, given)
    if given.get("protect_content"):
        extra["has_protected_content"] = True
    if given.get("message_effect_id"):
        extra["effect_id"] = given["message_effect_id"]
    if world.rules.flood_limits:
        paid = given.get("allow_paid_broadcast", False)
        world.flood.admit(target.chat.id, world.clock(), paid=paid)
    message = world.post(
        target.chat,
        world.bot,
        thread_id=target.thread_id,
        reply_to=target.reply_to,
        extra=extra,
        is_silent=given.get("disable_notification", False),
        **content,
    )
    return world.message_json(message)


def _target(world: World, given: Given, what: str) -> _Target:
    chat = world.reach(given["chat_id"], Access.WRITE)
    reply_to = _replied(world, chat, given.get("reply_parameters", {}))
    thread_id = _thread(chat, given.get("message_thread_id"), reply_to)
    _check_rights(world, chat, thread_id, what)
    return _Target(chat, thread_id, reply_to)


def _replied(world: World, chat: Chat, parameters: Json) -> Message | None:
    if not parameters:
        return None
    other = parameters.get("chat_id")
    where = chat if other is None else world.reach(other, Access.READ)
    message = where.message(parameters["message_id"])
    if message is None and not parameters.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return message


def _thread(chat: Chat, thread_id: int | None, reply_to: Message | None) -> int | None:
    """The thread a message goes to: the one named, else that of the message it replies to."""
    if thread_id is None:
        return chat.thread_of(reply_to)
    # The general topic is no exception: Telegram knows no thread with its number.
    if thread_id not in chat.topics:
        raise bad_request("message thread not found")
    return thread_id


def _check_rights(world: World, chat: Chat, thread_id: int | None, what: str) -> None:
    if chat.user:
        return
    member = world.bot_member(chat)
    if member.status == "restricted" or not (chat.can_members_write or member.is_admin):
        raise bad_request(f"not enough rights to send {what} to the chat")
    if chat.is_closed(thread_id) and not member.is_admin:
        raise bad_request("TOPIC_CLOSED")


def _quote(target: _Target, given: Given) -> Json:
    quote = given.get("reply_parameters", {}).get("quote")
    if not quote or target.reply_to is None:
        return {}
    place = target.reply_to.body.text.find(quote)
    if place < 0:
        raise bad_request("QUOTE_TEXT_INVALID")
    return {"quote": {"text": quote, "position": place, "is_manual": True}}
