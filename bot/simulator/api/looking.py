"""Looking things up: chats, their members, files."""

from collections.abc import Mapping
from typing import Any

from bot.simulator.chats import Chat, Json, Member
from bot.simulator.faults import bad_request
from bot.simulator.wire import full_chat_json, member_json
from bot.simulator.world import Access, World

Given = Mapping[str, Any]


def get_chat(world: World, given: Given) -> Json:
    return full_chat_json(world.reach(given["chat_id"], Access.READ), world.users)


def get_chat_member(world: World, given: Given) -> Json:
    chat = _with_members(world, given)
    user = world.users.get(given["user_id"])
    if user is None:
        raise bad_request("user not found")
    return member_json(chat.member(user), chat)


def get_chat_administrators(world: World, given: Given) -> list[Json]:
    """The group's admins; bots among them only when asked for."""
    chat = _with_members(world, given)
    if chat.user:
        raise bad_request("there are no administrators in the private chat")
    with_bots = given.get("return_bots", False)
    admins = [member for member in chat.present() if member.is_admin]
    return [member_json(admin, chat) for admin in admins if with_bots or _is_counted(world, admin)]


def _is_counted(world: World, admin: Member) -> bool:
    # By default Telegram leaves out the other bots, not the one that asks.
    return admin.user is world.bot or not admin.user.is_bot


def get_chat_member_count(world: World, given: Given) -> int:
    return len(_with_members(world, given).present())


def get_file(world: World, given: Given) -> Json:
    stored = world.files.find(given["file_id"])
    return stored.as_json() | {"file_path": stored.path}


def leave_chat(world: World, given: Given) -> bool:
    chat = world.reach(given["chat_id"], Access.EDIT)
    if chat.user:
        raise bad_request("chat member status can't be changed in private chats")
    world.change_member(chat, Member(world.bot, "left"), by=world.bot)
    return True


def _with_members(world: World, given: Given) -> Chat:
    """The chat, if the bot may see who is in it: of a group it has left it may not."""
    chat = world.reach(given["chat_id"], Access.READ)
    return chat if chat.user else world.reach(chat.id, Access.EDIT)
