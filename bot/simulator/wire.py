"""Users, chats, members and messages in the shapes of the Bot API."""

from collections.abc import Mapping

from bot.simulator.chats import GENERAL_TOPIC, Chat, Json, Member, Message, User
from bot.simulator.entities import Entity

_ADMIN_RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_change_info", "can_invite_users", "can_pin_messages", "can_post_stories", "can_edit_stories",
    "can_delete_stories",
)  # fmt: skip
_MEMBER_RIGHTS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos",
    "can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages",
    "can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info",
    "can_invite_users", "can_pin_messages", "can_manage_topics",
)  # fmt: skip


def _given(**fields: object) -> Json:
    """The fields that say something: Telegram leaves out what is empty."""
    return {name: value for name, value in fields.items() if value}


def user_json(user: User) -> Json:
    return {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name} | _given(
        last_name=user.last_name, username=user.username, language_code=user.language_code
    )


def chat_json(chat: Chat) -> Json:
    if chat.user is not None:
        names = _given(
            first_name=chat.user.first_name, last_name=chat.user.last_name, username=chat.user.username
        )
        return {"id": chat.id, "type": chat.type} | names
    return {"id": chat.id, "type": chat.type, "title": chat.title} | _given(
        username=chat.username, is_forum=chat.is_forum
    )


def full_chat_json(chat: Chat, users: Mapping[int, User]) -> Json:
    """What getChat tells beyond a message's chat."""
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    full = chat_json(chat) | {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, chat.type == "private"),
    }
    username = chat.user.username if chat.user else chat.username
    if username:
        full["active_usernames"] = [username]
    if chat.user is None:
        full["permissions"] = dict.fromkeys(_MEMBER_RIGHTS, chat.can_members_write)
    pinned = chat.message(chat.pinned[-1]) if chat.pinned else None
    return full | _given(
        linked_chat_id=chat.linked and chat.linked.id,
        pinned_message=pinned and message_json(pinned, users),
    )


def member_json(member: Member, chat: Chat) -> Json:
    shown: Json = {"status": member.status, "user": user_json(member.user)}
    match member.status:
        case "creator":
            shown["is_anonymous"] = member.is_anonymous
        case "administrator":
            shown |= dict.fromkeys(_ADMIN_RIGHTS, True) | {"can_manage_topics": chat.is_forum}
            shown |= {
                "can_be_edited": False,
                "can_promote_members": False,
                "is_anonymous": member.is_anonymous,
            }
        case "restricted":
            shown |= dict.fromkeys(_MEMBER_RIGHTS, False) | {"is_member": True, "until_date": 0}
        case "kicked":
            shown["until_date"] = 0
    return shown


def entity_json(entity: Entity, users: Mapping[int, User]) -> Json:
    person = users.get(entity.user_id)
    return entity.as_json() | _given(user=person and user_json(person))


def message_json(message: Message, users: Mapping[int, User], *, with_reply: bool = True) -> Json:
    """The Bot API's Message. A message it replies to is shown without what that one replies to."""
    shown = {"message_id": message.id, "from": user_json(message.sender), "chat": chat_json(message.chat)}
    shown["date"] = message.date
    shown |= _given(
        sender_chat=message.sender_chat and chat_json(message.sender_chat),
        edit_date=message.edit_date,
        message_thread_id=message.thread_id,
        is_topic_message=message.is_topic_message,
        via_bot=message.via_bot and user_json(message.via_bot),
    )
    if with_reply:
        shown |= _reply_json(message, users)
    return shown | _content_json(message, users)


def _content_json(message: Message, users: Mapping[int, User]) -> Json:
    text, entities = ("caption", "caption_entities") if message.media else ("text", "entities")
    content = message.media | message.service | message.extra
    if message.body.text:
        content |= {text: message.body.text}
        content |= _given(**{entities: [entity_json(entity, users) for entity in message.body.entities]})
    if inline_keyboard(message):
        content["reply_markup"] = message.reply_markup
    return content


def _reply_json(message: Message, users: Mapping[int, User]) -> Json:
    reply = message.reply_to
    if reply is not None and _is_elsewhere(reply, message):
        return {"external_reply": _external_json(reply)}
    if reply is None and message.is_topic_message and message.id != message.thread_id:
        # In a topic everything that is no reply replies to the service message the topic began with.
        reply = message.chat.messages[message.thread_id or GENERAL_TOPIC]
    if reply is None or reply.is_deleted:
        return {}
    return {"reply_to_message": message_json(reply, users, with_reply=False)}


def _is_elsewhere(reply: Message, message: Message) -> bool:
    return reply.chat is not message.chat or (
        message.is_topic_message and message.thread_id != reply.thread_id
    )


def _external_json(reply: Message) -> Json:
    origin = {"type": "user", "date": reply.date, "sender_user": user_json(reply.sender)}
    return {"origin": origin, "chat": chat_json(reply.chat), "message_id": reply.id}


def inline_keyboard(message: Message) -> list[list[Json]]:
    """The rows of buttons under the message; keyboards in place of the person's own are none."""
    rows: list[list[Json]] = (message.reply_markup or {}).get("inline_keyboard", [])
    return rows
