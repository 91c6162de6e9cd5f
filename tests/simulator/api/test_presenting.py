"""Who the bot says it is."""

from typing import Any

import pytest

from bot.simulator.chats import Chat, User
from bot.simulator.telegram import LocalTelegram
from tests.simulator.scenes import refusal

_HELP = {"command": "help", "description": "what I can do"}


def _set(telegram: LocalTelegram, *names: str, **params: Any) -> None:
    commands = [{"command": name, "description": name} for name in names]
    telegram.call("setMyCommands", {"commands": commands, **params})


def _menu(telegram: LocalTelegram, chat: Chat | User, user: User) -> list[str]:
    return [command["command"] for command in telegram.menu(chat, user)]


def test_the_bot_knows_itself(telegram: LocalTelegram) -> None:
    me = telegram.call("getMe", {})
    assert (me["username"], me["is_bot"], me["can_read_all_group_messages"]) == ("briefing_bot", True, False)


def test_commands_are_kept_by_scope_and_language(telegram: LocalTelegram, group: Chat) -> None:
    scope = {"type": "chat_administrators", "chat_id": group.id}
    telegram.call("setMyCommands", {"commands": [_HELP], "scope": scope, "language_code": "zh"})
    assert telegram.call("getMyCommands", {"scope": scope, "language_code": "zh"}) == [_HELP]
    assert telegram.call("getMyCommands", {"scope": scope}) == []
    telegram.call("deleteMyCommands", {"scope": scope, "language_code": "zh"})
    assert telegram.call("getMyCommands", {"scope": scope, "language_code": "zh"}) == []


def test_a_slash_before_a_command_is_dropped(telegram: LocalTelegram) -> None:
    _set(telegram, "/help")
    assert telegram.call("getMyCommands", {})[0]["command"] == "help"


def test_a_person_sees_the_narrowest_menu_in_their_language(
    telegram: LocalTelegram, anna: User, boris: User
) -> None:
    _set(telegram, "wide")
    _set(telegram, "private", scope={"type": "all_private_chats"})
    _set(telegram, "chinese", scope={"type": "all_private_chats"}, language_code="zh")
    assert _menu(telegram, anna, anna) == ["chinese"]
    assert _menu(telegram, boris, boris) == ["private"]


def test_admins_of_a_group_have_a_menu_of_their_own(
    telegram: LocalTelegram, group: Chat, anna: User, boris: User
) -> None:
    _set(telegram, "all", scope={"type": "all_group_chats"})
    _set(telegram, "admin", scope={"type": "all_chat_administrators"})
    _set(telegram, "own", scope={"type": "chat_member", "chat_id": group.id, "user_id": boris.id})
    assert _menu(telegram, group, anna) == ["admin"]
    assert _menu(telegram, group, boris) == ["own"]


def test_without_commands_the_menu_is_empty(telegram: LocalTelegram, group: Chat, anna: User) -> None:
    assert _menu(telegram, group, anna) == []


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"commands": [_HELP | {"command": "Help"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [_HELP | {"command": ""}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [_HELP | {"command": "x" * 33}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [_HELP | {"description": " "}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [_HELP | {"description": "x" * 257}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [_HELP] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"language_code": "zh-CN"}, "invalid language code specified"),
        ({"scope": {"type": "world"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"scope": {"type": "chat"}}, "can't parse BotCommandScope: Can't find field \"chat_id\""),
        ({"scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
        ({"commands": None}, 'parameter "commands" is required'),
    ],
)
def test_wrong_commands_are_refused(telegram: LocalTelegram, params: dict[str, Any], reason: str) -> None:
    assert refusal(telegram, "setMyCommands", **({"commands": [_HELP]} | params)) == f"Bad Request: {reason}"


def test_a_scope_of_one_member_needs_the_member(telegram: LocalTelegram, group: Chat) -> None:
    scope = {"type": "chat_member", "chat_id": group.id}
    said = refusal(telegram, "getMyCommands", scope=scope)
    assert said == "Bad Request: can't parse BotCommandScope: Invalid user_id specified"


@pytest.mark.parametrize(
    ("name", "field", "most"),
    [
        ("Name", "name", 64),
        ("Description", "description", 512),
        ("ShortDescription", "short_description", 120),
    ],
)
def test_texts_are_kept_by_language(telegram: LocalTelegram, name: str, field: str, most: int) -> None:
    telegram.call(f"setMy{name}", {field: "for all"})
    telegram.call(f"setMy{name}", {field: "给你", "language_code": "zh"})
    assert telegram.call(f"getMy{name}", {"language_code": "zh"}) == {field: "给你"}
    assert telegram.call(f"getMy{name}", {"language_code": "en"}) == {field: "for all"}
    said = refusal(telegram, f"setMy{name}", **{field: "x" * (most + 1)})
    assert said == f"Bad Request: {field.replace('_', ' ')} is too long"


def test_texts_never_set_are_empty_but_for_the_name(telegram: LocalTelegram) -> None:
    assert telegram.call("getMyName", {}) == {"name": "Briefing bot"}
    assert telegram.call("getMyDescription", {}) == {"description": ""}


def test_the_menu_button_is_kept_for_all_or_for_one(telegram: LocalTelegram, anna: User, group: Chat) -> None:
    assert telegram.call("getChatMenuButton", {}) == {"type": "commands"}
    telegram.call("setChatMenuButton", {"menu_button": {"type": "default"}})
    telegram.call("setChatMenuButton", {"chat_id": anna.id, "menu_button": '{"type": "commands"}'})
    assert telegram.call("getChatMenuButton", {"chat_id": anna.id}) == {"type": "commands"}
    assert telegram.call("getChatMenuButton", {}) == {"type": "default"}
    assert refusal(telegram, "setChatMenuButton", chat_id=group.id) == "Bad Request: chat not found"


def test_an_unknown_menu_button_is_refused(telegram: LocalTelegram) -> None:
    said = refusal(telegram, "setChatMenuButton", menu_button={"type": "round"})
    assert said == "Bad Request: can't parse menu button: MenuButton has unsupported type"
