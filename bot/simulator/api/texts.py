"""Texts and captions that bots send, within Telegram's limits."""

from collections.abc import Mapping
from typing import Any

from bot.simulator.chats import Json
from bot.simulator.faults import bad_request
from bot.simulator.formatting import FormattedText, format_text
from bot.simulator.world import World

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_SOURCE_BYTES = 1 << 15


def message_text(world: World, given: Mapping[str, Any], name: str = "text") -> FormattedText:
    """The text of a message, 1 to 4096 UTF-16 units once its markup is gone."""
    body = _formatted(world, given, name, "entities")
    if not body.text:
        raise bad_request("text must be non-empty")
    if body.length > MAX_TEXT:
        raise bad_request("message is too long")
    return body


def caption(world: World, given: Mapping[str, Any]) -> FormattedText:
    body = _formatted(world, given, "caption", "caption_entities")
    if body.length > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return body


def _formatted(world: World, given: Mapping[str, Any], text: str, entities: str) -> FormattedText:
    source = given.get(text, "")
    if len(source.encode()) > MAX_SOURCE_BYTES:
        raise bad_request("text is too long")
    body = format_text(source, given.get("parse_mode", ""), given.get(entities, ()))
    # A mention of somebody the bot has never met stays plain text.
    met = tuple(entity for entity in body.entities if not entity.user_id or entity.user_id in world.users)
    return FormattedText(body.text, met)


def link_preview(given: Mapping[str, Any]) -> Json:
    """The message field for the link preview; left out when nothing special is asked for."""
    options = given.get("link_preview_options")
    return {"link_preview_options": options} if options else {}
