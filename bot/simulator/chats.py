"""Who and what there is in Telegram: users, chats with their members and topics, messages.

All of it changes while people talk, and each is itself and equal to nothing else.
"""

from dataclasses import dataclass, field
from typing import Any, Literal

from bot.simulator.formatting import FormattedText

Json = dict[str, Any]
Status = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]
ChatType = Literal["private", "group", "supergroup", "channel"]

GENERAL_TOPIC = 1
"""The topic every forum has. It can be closed, but nothing is ever sent with its number."""

_ADMINS = frozenset({"creator", "administrator"})
_PRESENT = _ADMINS | {"member", "restricted"}


@dataclass(slots=True, eq=False)
class User:
    """A person or a bot."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language_code: str = ""
    is_bot: bool = False
    is_deactivated: bool = False
    has_started: bool = False  # has opened the private chat with the bot
    has_blocked: bool = False  # has blocked the bot


ANONYMOUS_ADMIN = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
"""Stands as the sender of what admins post in the name of their group; Telegram's own number."""
CHANNEL_BOT = User(136817688, "Channel", username="Channel_Bot", is_bot=True)
"""Stands as the sender of what people post in the name of a channel."""
SERVICE_USER = User(777000, "Telegram")
"""Stands as the sender of what a channel posts, where it is forwarded to the group that discusses it."""


@dataclass(slots=True, eq=False)
class Member:
    """How a user stands to a group."""

    user: User
    status: Status = "left"
    is_anonymous: bool = False

    @property
    def is_admin(self) -> bool:
        return self.status in _ADMINS

    @property
    def is_present(self) -> bool:
        return self.status in _PRESENT


@dataclass(slots=True, eq=False)
class Topic:
    """A topic of a forum; its id is that of the service message it began with."""

    id: int
    name: str
    is_closed: bool = False


@dataclass(slots=True, eq=False)
class Message:
    """A message as it stands in its chat; `media` and `service` are fields of the Bot API's Message."""

    id: int
    chat: "Chat" = field(repr=False)
    date: int
    sender: User
    sender_chat: "Chat | None" = None
    body: FormattedText = field(default_factory=FormattedText)
    media: Json = field(default_factory=dict)
    service: Json = field(default_factory=dict)
    extra: Json = field(default_factory=dict)  # further fields, such as link_preview_options
    thread_id: int | None = None
    reply_to: "Message | None" = None
    reply_markup: Json | None = None
    via_bot: User | None = None
    inline_id: str = ""
    edit_date: int | None = None
    reactions: list[Json] = field(default_factory=list)  # the bot's own
    likes: dict[int, str] = field(default_factory=dict)  # the emoji each person reacted with
    is_silent: bool = False
    is_deleted: bool = False
    order: int = 0  # among all messages of all chats; dates follow a clock that can be turned back

    @property
    def is_topic_message(self) -> bool:
        return self.chat.is_forum and self.thread_id is not None


@dataclass(slots=True, eq=False)
class Chat:
    """A private chat has the id of its user; a group's is negative."""

    id: int
    type: ChatType
    title: str = ""
    username: str = ""
    is_forum: bool = False
    user: User | None = None  # the other side of a private chat
    members: dict[int, Member] = field(default_factory=dict, repr=False)
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict, repr=False)
    pinned: list[int] = field(default_factory=list)
    is_general_closed: bool = False
    can_members_write: bool = True
    linked: "Chat | None" = field(default=None, repr=False)  # a group and the channel it discusses
    migrated_to: int | None = None
    is_deleted: bool = False

    def member(self, user: User) -> Member:
        """How the user stands to this chat; whoever never came counts as having left."""
        return self.members.get(user.id, Member(user))

    def thread_of(self, reply_to: Message | None) -> int | None:
        """The thread a reply goes to when none is named."""
        if reply_to is None or reply_to.chat is not self or self.type != "supergroup":
            return None
        if self.is_forum:
            return reply_to.thread_id
        # Outside forums a chain of replies counts as a thread, too.
        return reply_to.thread_id or reply_to.id

    def is_closed(self, thread_id: int | None) -> bool:
        """Whether only admins may write in this topic; no number means the general one."""
        topic = self.topics.get(thread_id or GENERAL_TOPIC)
        return topic.is_closed if topic else self.is_forum and self.is_general_closed

    def present(self) -> list[Member]:
        return [member for member in self.members.values() if member.is_present]

    def message(self, message_id: int) -> Message | None:
        """The message, unless it is deleted or never was."""
        message = self.messages.get(message_id)
        return None if message is None or message.is_deleted else message
