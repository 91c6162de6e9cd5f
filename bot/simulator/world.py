"""The state of the local Telegram, and the rules of who reaches whom in it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from itertools import count
from typing import Any

from bot.simulator.chats import ANONYMOUS_ADMIN, CHANNEL_BOT, Chat, ChatType, Json, Member, Message, User
from bot.simulator.faults import ApiError, FaultPlan, ImpossibleActionError, bad_request, forbidden
from bot.simulator.files import FileStore
from bot.simulator.flood import FloodLimits
from bot.simulator.profile import Profile
from bot.simulator.queries import InlineAnswer, Queries
from bot.simulator.shown import CallbackAnswer
from bot.simulator.updates import UpdateQueue
from bot.simulator.wire import chat_json, member_json, message_json, user_json

Clock = Callable[[], datetime]
ChatRef = Chat | User | int
"""A chat, its number, or the user whose private chat it is."""
UserRef = User | int

_FIRST_USER_ID = 100_001
_FIRST_GROUP_ID = -100_001
_FIRST_SUPERGROUP_ID = -1_001_000_000_001


@dataclass(frozen=True, slots=True)
class Rules:
    """How strict this Telegram is, and what BotFather has set for the bot."""

    strict_parameters: bool = True  # refuse unknown parameters, which Telegram ignores
    flood_limits: bool = False
    reads_all_group_messages: bool = False  # privacy mode is off
    inline_feedback: bool = False  # the bot is told which inline results people choose
    local_webhooks: bool = False  # as a server of one's own has them: by plain HTTP, to this machine


@dataclass(frozen=True, slots=True)
class ChatAction:
    """What the bot is seen doing in a chat for a few seconds."""

    chat: Chat
    thread_id: int | None
    action: str


Changed = Message | Chat | User | ChatAction | CallbackAnswer | InlineAnswer | Profile | Rules | FaultPlan
"""What those who look on see change: new, other than before, or deleted."""


class Access(Enum):
    """What the bot wants of a chat."""

    READ = "look at it"
    EDIT = "change what it said"
    WRITE = "say something"


class World:
    """Users, chats and messages, the queue of updates, and what the bot told about itself."""

    def __init__(self, clock: Clock, bot: User, rules: Rules) -> None:
        self.clock = clock
        self.bot = bot
        self.rules = rules
        self.flood = FloodLimits()
        self.users: dict[int, User] = {user.id: user for user in (bot, ANONYMOUS_ADMIN, CHANNEL_BOT)}
        self.chats: dict[int, Chat] = {}
        self.updates = UpdateQueue()
        self.queries = Queries()
        self.profile = Profile()
        self.files = FileStore()
        self.webhook: Json = {}
        self.webhook_error: Json = {}  # what getWebhookInfo tells of the last failed delivery
        self.faults = FaultPlan()
        self.is_logged_out = False
        self._observers: list[Callable[[Changed], None]] = []
        self._user_ids = count(_FIRST_USER_ID)
        self._group_ids = count(_FIRST_GROUP_ID, -1)
        self._supergroup_ids = count(_FIRST_SUPERGROUP_ID, -1)
        # Private chats and basic groups number their messages together, a supergroup its own.
        self._message_ids = count(1)
        self._orders = count(1)

    @property
    def now(self) -> int:
        return int(self.clock().timestamp())

    def observe(self, observer: Callable[[Changed], None]) -> None:
        """Call the observer with everything that changes."""
        self._observers.append(observer)

    def changed(self, thing: Changed) -> None:
        """Tell those who look that this is new or no longer as it was."""
        for observer in self._observers:
            observer(thing)

    # people and chats

    def user(self, user: UserRef) -> User:
        if isinstance(user, User):
            return user
        if user not in self.users:
            raise ImpossibleActionError(f"there is no user {user}")
        return self.users[user]

    def chat(self, chat: ChatRef) -> Chat:
        if isinstance(chat, Chat):
            return chat
        chat_id = chat.id if isinstance(chat, User) else chat
        if chat_id not in self.chats:
            raise ImpossibleActionError(f"there is no chat {chat_id}")
        return self.chats[chat_id]

    def new_user_id(self) -> int:
        return next(number for number in self._user_ids if number not in self.users)

    def new_chat(self, kind: ChatType, title: str, *, is_forum: bool = False) -> Chat:
        chat = Chat(
            next(self._group_ids if kind == "group" else self._supergroup_ids), kind, title, is_forum=is_forum
        )
        self.chats[chat.id] = chat
        self.changed(chat)
        return chat

    def bot_member(self, chat: Chat) -> Member:
        return chat.member(self.bot)

    # messages

    def post(self, chat: Chat, sender: User, **content: Any) -> Message:
        """Put a message into the chat; `content` are further fields of Message."""
        message = Message(self._next_message_id(chat), chat, self.now, sender, **content)
        message.order = next(self._orders)
        chat.messages[message.id] = message
        self.changed(message)
        return message

    def _next_message_id(self, chat: Chat) -> int:
        return len(chat.messages) + 1 if chat.type == "supergroup" else next(self._message_ids)

    def announce(self, chat: Chat, by: User, *, thread_id: int | None = None, **service: Any) -> Json:
        """Put a service message into the chat; the bot gets it if it is there."""
        message = self.post(chat, by, thread_id=thread_id, service=service)
        return self.updates.add(
            "message", self.message_json(message), for_bot=self.bot_member(chat).is_present
        )

    def change_member(self, chat: Chat, new: Member, *, by: User) -> Json:
        """Let a member stand to the chat in a new way; of others the bot hears as an admin only."""
        old = chat.member(new.user)
        chat.members[new.user.id] = new
        self.changed(chat)
        payload = {
            "chat": chat_json(chat),
            "from": user_json(by),
            "date": self.now,
            "old_chat_member": member_json(old, chat),
            "new_chat_member": member_json(new, chat),
        }
        if new.user is self.bot:
            return self.updates.add("my_chat_member", payload)
        return self.updates.add("chat_member", payload, for_bot=self.bot_member(chat).is_admin)

    def message_json(self, message: Message) -> Json:
        return message_json(message, self.users)

    def bot_json(self) -> Json:
        return user_json(self.bot)

    # what the bot may reach

    def reach(self, chat_id: int | str, access: Access) -> Chat:
        """The chat, if the bot may do this in it.

        Raises:
            ApiError: worded as Telegram words it for each kind of chat.
        """
        chat = self.find(chat_id)
        if chat is None:
            if access is Access.WRITE and chat_id in self.users:
                raise forbidden("bot can't initiate conversation with a user")
            raise bad_request("chat not found")
        refusal = self._refusal(chat, access)
        if refusal:
            raise refusal
        return chat

    def find(self, chat_id: int | str) -> Chat | None:
        """The chat with this number or @username, if the bot has ever met it."""
        if isinstance(chat_id, str):
            name = chat_id.removeprefix("@").lower()
            named = [chat for chat in self.chats.values() if not chat.user and chat.username.lower() == name]
            return named[0] if named else None
        chat = self.chats.get(chat_id)
        if chat is None or (chat.user and not chat.user.has_started):
            return None
        met = chat.user or chat.username or self.bot.id in chat.members
        return chat if met else None

    def _refusal(self, chat: Chat, access: Access) -> ApiError | None:
        if chat.user:
            return None if access is Access.READ else _private_refusal(chat.user)
        if chat.type == "group":
            return self._group_refusal(chat, access)
        if chat.is_deleted:
            return bad_request("chat not found")
        member = self.bot_member(chat)
        if member.status == "kicked":
            return forbidden("bot was kicked from the supergroup chat")
        if not member.is_present and not (chat.username and access is Access.READ):
            return forbidden("bot is not a member of the supergroup chat")
        return None

    def _group_refusal(self, chat: Chat, access: Access) -> ApiError | None:
        if chat.migrated_to is not None:
            upgraded = "Bad Request: group chat was upgraded to a supergroup chat"
            target = {"migrate_to_chat_id": chat.migrated_to}
            return ApiError(400, upgraded, target) if access is Access.WRITE else None
        if access is Access.READ:
            return None
        if chat.is_deleted:
            return forbidden("the group chat was deleted")
        member = self.bot_member(chat)
        if member.status == "kicked":
            return forbidden("bot was kicked from the group chat")
        return None if member.is_present else forbidden("bot is not a member of the group chat")


def _private_refusal(user: User) -> ApiError | None:
    if user.is_deactivated:
        return forbidden("user is deactivated")
    return forbidden("bot was blocked by the user") if user.has_blocked else None
