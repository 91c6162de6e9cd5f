"""People write, press buttons, ask inline, follow links, block the bot."""

from bot.simulator.chats import Json, Message
from bot.simulator.faults import ImpossibleActionError
from bot.simulator.files import UploadedFile, document_json, photo_json
from bot.simulator.serving.actions.action import Given, action, check_person
from bot.simulator.serving.shapes import person_json
from bot.simulator.stage import Stage
from bot.simulator.wire import inline_keyboard

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


def _sent(update: Json) -> Json:
    return {"message_id": update["message"]["message_id"]}


def _send(stage: Stage, given: Given) -> Json:
    return _sent(
        stage.telegram.send(
            given["chat"],
            given["person"],
            given["text"],
            reply_to=given.get("reply_to"),
            topic=given.get("topic"),
        )
    )


def attach(stage: Stage, given: Given, name: str, content: bytes) -> Json:
    """Send a file: a picture as a photo, anything else as a document."""
    check_person(stage, given)
    is_picture = content.startswith(_PICTURES)
    kind, describe = ("photo", photo_json) if is_picture else ("document", document_json)
    media = describe(stage.telegram.files.keep(kind, UploadedFile(name, content)))
    update = stage.telegram.send_media(given["chat"], given["person"], media, topic=given.get("topic"))
    return _sent(update)


def _edit(stage: Stage, given: Given) -> None:
    message = _message(stage, given)
    if message.service or message.sender.id != given["person"]:
        raise ImpossibleActionError("people can edit only what they wrote themselves")
    stage.telegram.edit(given["chat"], given["message"], given["text"])


def _message(stage: Stage, given: Given) -> Message:
    found = stage.telegram.chat(given["chat"]).message(given["message"])
    if found is None:
        raise ImpossibleActionError(f"message {given['message']} is gone")
    return found


def _delete(stage: Stage, given: Given) -> None:
    stage.telegram.delete(given["chat"], _message(stage, given).id)


def _react(stage: Stage, given: Given) -> None:
    stage.telegram.react(given["chat"], given["person"], _message(stage, given).id, given["emoji"])


def _press(stage: Stage, given: Given) -> Json:
    rows = inline_keyboard(_message(stage, given))
    row, column = given["row"], given["column"]
    if not (0 <= row < len(rows) and 0 <= column < len(rows[row])):
        raise ImpossibleActionError("this button is no longer there")
    data = rows[row][column].get("callback_data")
    if data is None:
        raise ImpossibleActionError("this button does not call the bot")
    update = stage.telegram.forge_press(given["chat"], given["person"], given["message"], data)
    return {"query_id": update["callback_query"]["id"]}


def _start(stage: Stage, given: Given) -> Json:
    return _sent(stage.telegram.start(given["person"], given.get("argument", "")))


def _startgroup(stage: Stage, given: Given) -> Json:
    """The bot is added to the group and started there with the argument of the link."""
    telegram, chat, person = stage.telegram, given["chat"], given["person"]
    if not telegram.bot_member(telegram.chat(chat)).is_present:
        telegram.add_bot(chat, by=person)
    command = f"/start@{telegram.bot.username} {given.get('argument', '')}"
    return _sent(telegram.send(chat, person, command))


def _inline(stage: Stage, given: Given) -> Json:
    kind = stage.telegram.chat(given["chat"]).type if "chat" in given else "sender"
    kind = "sender" if kind == "private" else kind
    update = stage.telegram.inline_query(
        given["person"], given.get("query", ""), offset=given.get("offset", ""), chat_type=kind
    )
    return {"query_id": update["inline_query"]["id"]}


def _choose(stage: Stage, given: Given) -> Json:
    return _sent(
        stage.telegram.choose_inline_result(
            given["chat"], given["person"], given["query_id"], given["result_id"], topic=given.get("topic")
        )
    )


def _add_person(stage: Stage, given: Given) -> Json:
    name = given["first_name"].strip()
    if not 0 < len(name) <= 64:
        raise ImpossibleActionError("a first name has 1 to 64 characters")
    return person_json(
        stage.telegram.add_user(
            name, username=given.get("username", ""), language_code=given.get("language_code", "")
        )
    )


def _block(stage: Stage, given: Given) -> None:
    stage.telegram.block_bot(given["person"])


def _unblock(stage: Stage, given: Given) -> None:
    stage.telegram.unblock_bot(given["person"])


def _deactivate(stage: Stage, given: Given) -> None:
    stage.telegram.deactivate_user(given["person"])


PLACE = "chat!:Integer person!:Integer "

TALKING = {
    "send": action(PLACE + "text!:String reply_to:Integer topic:Integer", _send),
    "edit": action(PLACE + "message!:Integer text!:String", _edit),
    "delete": action("chat!:Integer message!:Integer", _delete),
    "react": action(PLACE + "message!:Integer emoji!:String", _react),
    "press": action(PLACE + "message!:Integer row!:Integer column!:Integer", _press),
    "start": action("person!:Integer argument:String", _start),
    "startgroup": action(PLACE + "argument:String", _startgroup),
    "inline": action("person!:Integer query:String offset:String chat:Integer", _inline),
    "choose": action(PLACE + "query_id!:String result_id!:String topic:Integer", _choose),
    "block": action("person!:Integer", _block),
    "unblock": action("person!:Integer", _unblock),
    "deactivate": action("person!:Integer", _deactivate),
    "add_person": action("first_name!:String language_code:String username:String", _add_person),
}
