"""What the chat page is shown: the Bot API's objects, with what only people see added."""

from typing import Any, Final

from bot.simulator.chats import Chat, Json, Message, User
from bot.simulator.clock import TurnableClock
from bot.simulator.faults import FaultOrder
from bot.simulator.queries import InlineAnswer
from bot.simulator.shown import Call, CallbackAnswer
from bot.simulator.stage import Stage
from bot.simulator.telegram import LocalTelegram
from bot.simulator.wire import inline_keyboard, user_json
from bot.simulator.world import ChatAction

QUIET: Final = frozenset({"getUpdates"})  # what a bot calls all the time
_EXCERPT = 80


def state_json(stage: Stage, stamp: str) -> Json:
    """Everything but the messages."""
    telegram = stage.telegram
    people = (user for user in telegram.users.values() if not user.is_bot)
    return {
        "stamp": stamp,
        "bot": user_json(telegram.bot),
        "has_bot": bool(telegram.calls),
        "language": stage.language,
        "clock": clock_json(stage),
        **trouble_json(telegram),
        "people": [person_json(person) for person in people],
        "chats": [chat_json(chat, telegram) for chat in telegram.chats.values()],
        "calls": [call_json(call) for call in telegram.calls if is_shown(call)][-100:],
    }


def clock_json(stage: Stage) -> Json:
    clock: TurnableClock = stage.clock
    due = clock.next_due
    return {
        "now": clock().astimezone(stage.zone).isoformat(),
        "zone": stage.zone.key,
        "rate": clock.rate,
        "is_turned": clock.is_turned,
        "next_due": due and due.astimezone(stage.zone).isoformat(),
        "turns_bot": stage.turns_bot,
    }


def trouble_json(telegram: LocalTelegram) -> Json:
    rules = telegram.rules
    names = ("flood_limits", "strict_parameters", "reads_all_group_messages", "inline_feedback")
    return {
        "rules": {name: getattr(rules, name) for name in names},
        "orders": [_order_json(order) for order in telegram.faults.orders],
        "is_cut": telegram.faults.is_cut,
    }


def _order_json(order: FaultOrder) -> Json:
    what = getattr(order.fault, "value", None) or str(order.fault)
    return {"method": order.method, "what": what, "chat_id": order.chat_id, "times": order.times}


def person_json(person: User) -> Json:
    return user_json(person) | {
        "is_deactivated": person.is_deactivated,
        "has_blocked": person.has_blocked,
        "has_started": person.has_started,
    }


def chat_json(chat: Chat, telegram: LocalTelegram) -> Json:
    last = next((m for m in reversed(chat.messages.values()) if not m.is_deleted), None)
    return {
        "id": chat.id,
        "type": chat.type,
        "title": chat.title,
        "username": chat.username,
        "is_forum": chat.is_forum,
        "person": chat.user and chat.user.id,
        "topics": [{"id": t.id, "name": t.name, "is_closed": t.is_closed} for t in chat.topics.values()],
        "is_general_closed": chat.is_general_closed,
        "can_members_write": chat.can_members_write,
        "members": [
            {"person": member.user.id, "status": member.status, "is_anonymous": member.is_anonymous}
            for member in chat.members.values()
        ],
        "migrated_to": chat.migrated_to,
        "is_deleted": chat.is_deleted,
        "count": len(chat.messages),
        "last": last and shown_json(last, telegram),
    }


def shown_json(message: Message, telegram: LocalTelegram) -> Json:
    """A message as the Bot API has it, and what bots are not told of it."""
    shown = telegram.message_json(message) | {
        "order": message.order,
        "is_silent": message.is_silent,
        "is_pinned": message.id in message.chat.pinned,
        "reactions": [
            *(own.get("emoji", "") for own in message.reactions),
            *message.likes.values(),
        ],
        "markup": None if inline_keyboard(message) else message.reply_markup,
    }
    if "photo" in shown:
        shown["photo"] = [_with_path(size, telegram) for size in shown["photo"]]
    if "document" in shown:
        shown["document"] = _with_path(shown["document"], telegram)
    return shown


def _with_path(file: Json, telegram: LocalTelegram) -> Json:
    return file | {"file_path": telegram.files.find(file["file_id"]).path}


def is_shown(call: Call) -> bool:
    """Whether a call says something about the bot: that it listens does not, unless it fails."""
    return call.method not in QUIET or call.error is not None


def call_json(call: Call) -> Json:
    # What was said is best read from what became of it: without markup.
    shown = call.result if isinstance(call.result, dict) else call.params
    said = shown.get("text") or shown.get("caption") or ""
    place = (call.params.get(name) for name in ("chat_id", "message_thread_id"))
    # What could not be read stands there as it came.
    chat_id, topic = (number if isinstance(number, int) else None for number in place)
    return {
        "at": call.at.isoformat(),
        "method": call.method,
        "chat_id": chat_id,
        "topic": topic,
        "error": str(call.error or ""),
        "text": said[:_EXCERPT] if isinstance(said, str) else "",
    }


def action_json(action: ChatAction) -> Json:
    return {"chat": action.chat.id, "topic": action.thread_id, "action": action.action}


def notice_json(answer: CallbackAnswer) -> Json:
    return {
        "person": answer.user_id,
        "query_id": answer.query_id,
        "text": answer.text,
        "show_alert": answer.show_alert,
        "url": answer.url,
    }


def inline_json(answer: InlineAnswer) -> Json:
    options: dict[str, Any] = answer.options
    return {
        "person": answer.user_id,
        "query_id": answer.query_id,
        "query": answer.query,
        "results": list(answer.results),
        "next_offset": options.get("next_offset", ""),
        "button": options.get("button"),
    }
