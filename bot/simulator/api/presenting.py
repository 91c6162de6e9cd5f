"""How the bot presents itself: who it is, its commands, descriptions and menu buttons."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot.simulator.chats import Json
from bot.simulator.faults import bad_request
from bot.simulator.profile import DEFAULT_SCOPE, ScopeKey
from bot.simulator.world import Access, World

Given = Mapping[str, Any]

MAX_COMMANDS = 100
MAX_COMMAND_DESCRIPTION = 256

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"(?:[a-z]{2})?")
_WIDE_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


def get_me(world: World, _: Given) -> Json:
    return world.bot_json() | {
        "can_join_groups": True,
        "can_read_all_group_messages": world.rules.reads_all_group_messages,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def set_my_commands(world: World, given: Given) -> bool:
    commands = [_checked(command) for command in given["commands"]]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    key = _scope(world, given), _language(given)
    world.profile.commands.pop(key, None)
    if commands:
        world.profile.commands[key] = commands
    world.changed(world.profile)
    return True


def _checked(command: Json) -> Json:
    # Telegram takes a command with its slash, too.
    name, description = command["command"].strip().removeprefix("/"), command["description"].strip()
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= MAX_COMMAND_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def delete_my_commands(world: World, given: Given) -> bool:
    world.profile.commands.pop((_scope(world, given), _language(given)), None)
    world.changed(world.profile)
    return True


def get_my_commands(world: World, given: Given) -> list[Json]:
    """Exactly what was set for this scope and language, nothing wider."""
    return world.profile.commands.get((_scope(world, given), _language(given)), [])


def _scope(world: World, given: Given) -> ScopeKey:
    scope = given.get("scope")
    if scope is None:
        return DEFAULT_SCOPE
    if scope["type"] in _WIDE_SCOPES:
        return scope["type"], 0, 0
    if scope["type"] not in _CHAT_SCOPES:
        raise _unreadable_scope("Unsupported type specified")
    if "chat_id" not in scope:
        raise _unreadable_scope('Can\'t find field "chat_id"')
    chat = world.reach(scope["chat_id"], Access.READ)
    user_id = scope.get("user_id", 0) if scope["type"] == "chat_member" else 0
    if scope["type"] == "chat_member" and user_id <= 0:
        raise _unreadable_scope("Invalid user_id specified")
    return scope["type"], chat.id, user_id


def _unreadable_scope(reason: str) -> Exception:
    return bad_request(f"can't parse BotCommandScope: {reason}")


def _language(given: Given) -> str:
    code: str = given.get("language_code", "")
    if not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def setter(kind: str, most: int) -> Callable[[World, Given], bool]:
    """A method that sets one of the bot's texts for a language; an empty one takes it back."""

    def set_text(world: World, given: Given) -> bool:
        text = given.get(kind, "")
        if len(text) > most:
            raise bad_request(f"{kind.replace('_', ' ')} is too long")
        world.profile.texts[kind, _language(given)] = text
        world.changed(world.profile)
        return True

    return set_text


def getter(kind: str) -> Callable[[World, Given], Json]:
    """A method that gets one of the bot's texts for a language."""

    def get_text(world: World, given: Given) -> Json:
        own = world.bot.first_name if kind == "name" else ""
        return {kind: world.profile.text(kind, _language(given)) or own}

    return get_text


def set_chat_menu_button(world: World, given: Given) -> bool:
    chat_id = given.get("chat_id", 0)
    if chat_id and not world.reach(chat_id, Access.READ).user:
        raise bad_request("chat not found")  # only private chats have a menu button
    button = given.get("menu_button", {"type": "default"})
    if button["type"] not in {"commands", "default", "web_app"}:
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    world.profile.menu_buttons[chat_id] = button
    return True


def get_chat_menu_button(world: World, given: Given) -> Json:
    buttons = world.profile.menu_buttons
    return buttons.get(given.get("chat_id", 0)) or buttons.get(0) or {"type": "commands"}
