"""People found groups, add and remove members and the bot, open and close topics."""

from typing import Any, get_args

from bot.simulator.chats import GENERAL_TOPIC, Json, Status
from bot.simulator.faults import ImpossibleActionError
from bot.simulator.serving.actions.action import Act, Given, action
from bot.simulator.serving.shapes import chat_json
from bot.simulator.stage import Stage

MAX_TITLE = 128


def _create_group(stage: Stage, given: Given) -> Json:
    telegram = stage.telegram
    chat = telegram.create_group(
        _name(given, "title"),
        telegram.user(given["person"]),
        forum=given.get("forum", False),
        basic=given.get("basic", False),
        with_bot=given.get("with_bot", True),
    )
    return chat_json(chat, telegram)


def _name(given: Given, field: str) -> str:
    name: str = given[field].strip()
    if not 0 < len(name) <= MAX_TITLE:
        raise ImpossibleActionError(f"a {field} has 1 to {MAX_TITLE} characters")
    return name


def _add_member(stage: Stage, given: Given) -> None:
    stage.telegram.add_member(given["chat"], given["person"], by=given.get("by"))


def _remove_member(stage: Stage, given: Given) -> None:
    stage.telegram.remove_member(given["chat"], given["person"], by=given.get("by"))


def _set_status(stage: Stage, given: Given) -> None:
    status, known = given["status"], get_args(Status)
    if status not in known:
        raise ImpossibleActionError(f"{status!r} is not a member status; {', '.join(known)} are")
    stage.telegram.set_member(
        given["chat"],
        given["person"],
        status,
        anonymous=given.get("anonymous", False),
        by=given.get("by"),
    )


def _add_bot(stage: Stage, given: Given) -> None:
    stage.telegram.add_bot(given["chat"], by=given.get("by"), admin=given.get("admin", False))


def _remove_bot(stage: Stage, given: Given) -> None:
    stage.telegram.remove_bot(given["chat"], by=given.get("by"))


def _rename_group(stage: Stage, given: Given) -> None:
    stage.telegram.rename_group(given["chat"], _name(given, "title"), by=given.get("by"))


def _allow_writing(stage: Stage, given: Given) -> None:
    stage.telegram.allow_writing(given["chat"], allowed=given["allowed"])


def _migrate_group(stage: Stage, given: Given) -> Json:
    chat = stage.telegram.migrate_group(given["chat"], by=given.get("by"))
    return chat_json(chat, stage.telegram)


def _delete_group(stage: Stage, given: Given) -> None:
    stage.telegram.delete_group(given["chat"])


def _create_topic(stage: Stage, given: Given) -> Json:
    topic = stage.telegram.create_topic(given["chat"], _name(given, "name"), by=given.get("by"))
    return {"id": topic.id}


def _rename_topic(stage: Stage, given: Given) -> None:
    stage.telegram.rename_topic(given["chat"], given["topic"], _name(given, "name"), by=given.get("by"))


def _close_topic(stage: Stage, given: Given) -> None:
    stage.telegram.close_topic(given["chat"], given.get("topic", GENERAL_TOPIC), by=given.get("by"))


def _reopen_topic(stage: Stage, given: Given) -> None:
    stage.telegram.reopen_topic(given["chat"], given.get("topic", GENERAL_TOPIC), by=given.get("by"))


def _delete_topic(stage: Stage, given: Given) -> None:
    stage.telegram.delete_topic(given["chat"], given["topic"])


def _to_group(act: Act) -> Act:
    """Does it only where there is a group to do it to."""

    def act_checked(stage: Stage, given: Given) -> Any:
        chat = stage.telegram.chat(given["chat"])
        if chat.user:
            raise ImpossibleActionError("this is a private chat, not a group")
        if chat.is_deleted or chat.migrated_to is not None:
            raise ImpossibleActionError(f"{chat.title} no longer exists")
        return act(stage, given)

    return act_checked


_CHAT = "chat!:Integer by:Integer "

_TO_GROUPS: dict[str, tuple[str, Act]] = {
    "add_member": (_CHAT + "person!:Integer", _add_member),
    "remove_member": (_CHAT + "person!:Integer", _remove_member),
    "set_status": (_CHAT + "person!:Integer status!:String anonymous:Boolean", _set_status),
    "add_bot": (_CHAT + "admin:Boolean", _add_bot),
    "remove_bot": (_CHAT, _remove_bot),
    "rename_group": (_CHAT + "title!:String", _rename_group),
    "allow_writing": ("chat!:Integer allowed!:Boolean", _allow_writing),
    "migrate_group": (_CHAT, _migrate_group),
    "delete_group": ("chat!:Integer", _delete_group),
    "create_topic": (_CHAT + "name!:String", _create_topic),
    "rename_topic": (_CHAT + "topic!:Integer name!:String", _rename_topic),
    "close_topic": (_CHAT + "topic:Integer", _close_topic),
    "reopen_topic": (_CHAT + "topic:Integer", _reopen_topic),
    "delete_topic": ("chat!:Integer topic!:Integer", _delete_topic),
}

GROUPS = {
    "create_group": action(
        "title!:String person!:Integer forum:Boolean basic:Boolean with_bot:Boolean", _create_group
    ),
    **{
        name: action(parameters, _to_group(act), bots_too=name == "set_status")
        for name, (parameters, act) in _TO_GROUPS.items()
    },
}
