"""What people do in chats: come, write, edit, react, block the bot."""

from typing import Any

from bot.simulator.chats import (
    ANONYMOUS_ADMIN,
    CHANNEL_BOT,
    GENERAL_TOPIC,
    Chat,
    Json,
    Member,
    Message,
    User,
)
from bot.simulator.faults import ImpossibleActionError
from bot.simulator.formatting import FormattedText, tidy
from bot.simulator.privacy import reaches_bot
from bot.simulator.shown import ShownMessage
from bot.simulator.wire import chat_json, user_json
from bot.simulator.world import ChatRef, UserRef, World

MessageRef = ShownMessage | int

MAX_TEXT = 4096


class Writing(World):
    """Each action returns the update it makes; one the bot is not to see has update_id 0 and is not queued.

    All raise ImpossibleActionError when nobody could do this in Telegram.
    """

    def add_user(
        self,
        first_name: str,
        *,
        last_name: str = "",
        username: str = "",
        language_code: str = "",
        user_id: int | None = None,
    ) -> User:
        """A new person, who has not talked to the bot yet."""
        if user_id in self.users:
            raise ImpossibleActionError(f"there is a user {user_id} already")
        user = User(user_id or self.new_user_id(), first_name, last_name, username, language_code)
        self.users[user.id] = user
        self.changed(user)
        both = {who.id: Member(who, "member") for who in (user, self.bot)}
        self.chats[user.id] = Chat(user.id, "private", user=user, members=both)
        self.changed(self.chats[user.id])
        return user

    def open_private_chat(self, user: UserRef) -> Chat:
        """The person's chat with the bot, open to the bot from now on; /start is not sent."""
        self._open(self.user(user))
        return self.chat(self.user(user))

    def _open(self, user: User) -> None:
        if not user.has_started:
            user.has_started = True
            self.changed(user)

    def start(self, user: UserRef, argument: str = "") -> Json:
        """Press Start in the private chat, or follow a link to it that carries an argument."""
        return self.send(self.user(user), user, f"/start {argument}")

    def send(
        self,
        chat: ChatRef,
        user: UserRef,
        text: str,
        *,
        reply_to: MessageRef | None = None,
        topic: int | None = None,
    ) -> Json:
        """Write into a chat; an anonymous admin writes in the name of the group."""
        return self._tell(self._write(chat, user, reply_to, topic, body=typed(text)))

    def send_media(
        self,
        chat: ChatRef,
        user: UserRef,
        media: Json,
        *,
        reply_to: MessageRef | None = None,
        topic: int | None = None,
    ) -> Json:
        """Send what is no text: `media` holds fields of the Bot API's Message, such as a sticker."""
        return self._tell(self._write(chat, user, reply_to, topic, media=media))

    def edit(self, chat: ChatRef, message: MessageRef, text: str) -> Json:
        """Change the text of a person's own message."""
        edited = self._message(chat, message)
        if edited.sender is self.bot or edited.is_deleted:
            raise ImpossibleActionError(f"nobody on the page can edit message {edited.id}")
        edited.body = typed(text)
        edited.edit_date = self.now
        self.changed(edited)
        return self._tell(edited, "edited_message")

    def delete(self, chat: ChatRef, message: MessageRef) -> None:
        """Delete any message; Telegram tells bots nothing of it."""
        deleted = self._message(chat, message)
        deleted.is_deleted = True
        self.changed(deleted)

    def react(self, chat: ChatRef, user: UserRef, message: MessageRef, emoji: str) -> Json:
        """React to a message. The bot hears of it in private and as an admin, if it asks for reactions."""
        liked = self._message(chat, message)
        who = self.user(user)
        self._check_present(liked.chat, who)
        old = liked.likes.get(who.id)
        liked.likes[who.id] = emoji
        self.changed(liked)
        payload = {
            "chat": chat_json(liked.chat),
            "message_id": liked.id,
            "user": user_json(who),
            "date": self.now,
            "old_reaction": [{"type": "emoji", "emoji": old}] if old else [],
            "new_reaction": [{"type": "emoji", "emoji": emoji}],
        }
        hears = liked.chat.user is not None or self.bot_member(liked.chat).is_admin
        return self.updates.add("message_reaction", payload, for_bot=hears)

    def block_bot(self, user: UserRef) -> Json:
        return self._set_blocked(self.user(user), blocked=True)

    def unblock_bot(self, user: UserRef) -> Json:
        return self._set_blocked(self.user(user), blocked=False)

    def _set_blocked(self, user: User, *, blocked: bool) -> Json:
        user.has_blocked = blocked
        self.changed(user)
        return self.change_member(
            self.chat(user), Member(self.bot, "kicked" if blocked else "member"), by=user
        )

    def deactivate_user(self, user: UserRef) -> None:
        """Delete the person's account; Telegram tells bots nothing of it."""
        self.user(user).is_deactivated = True
        self.changed(self.user(user))

    def _write(
        self,
        chat: ChatRef,
        user: UserRef,
        reply_to: MessageRef | None,
        topic: int | None,
        channel: Chat | None = None,
        **content: Any,
    ) -> Message:
        where, who = self.chat(chat), self.user(user)
        replied = None if reply_to is None else self._message(where, reply_to)
        thread_id = where.thread_of(replied) if topic in {None, GENERAL_TOPIC} else topic
        self._check_can_write(where, who, thread_id)
        sender, sender_chat = self._appearance(where, who, channel)
        return self.post(
            where, sender, sender_chat=sender_chat, thread_id=thread_id, reply_to=replied, **content
        )

    def _check_can_write(self, chat: Chat, user: User, thread_id: int | None) -> None:
        if chat.user:
            if user is not chat.user or user.has_blocked or user.is_deactivated:
                raise ImpossibleActionError(f"{user.first_name} cannot write to the bot here")
            self._open(user)
            return
        member = chat.member(user)
        may_write = member.is_admin or (member.status == "member" and chat.can_members_write)
        if not may_write or chat.is_deleted or chat.migrated_to is not None:
            raise ImpossibleActionError(f"{user.first_name} cannot write in {chat.title}")
        if chat.is_forum and thread_id is not None and thread_id not in chat.topics:
            raise ImpossibleActionError(f"there is no topic {thread_id} in {chat.title}")
        if chat.is_closed(thread_id) and not member.is_admin:
            raise ImpossibleActionError(f"topic {thread_id or GENERAL_TOPIC} of {chat.title} is closed")

    def _check_present(self, chat: Chat, user: User) -> None:
        if not chat.member(user).is_present:
            raise ImpossibleActionError(f"{user.first_name} is not in {chat.title or 'this private chat'}")

    def _appearance(self, chat: Chat, user: User, channel: Chat | None) -> tuple[User, Chat | None]:
        if channel is not None:
            if not (chat.username or chat.linked):  # elsewhere Telegram offers no channel to write as
                raise ImpossibleActionError(f"nobody writes as {channel.title} in {chat.title}")
            return CHANNEL_BOT, channel
        return (ANONYMOUS_ADMIN, chat) if chat.member(user).is_anonymous else (user, None)

    def _tell(self, message: Message, kind: str = "message") -> Json:
        return self.updates.add(kind, self.message_json(message), for_bot=reaches_bot(self, message))

    def _message(self, chat: ChatRef, message: MessageRef) -> Message:
        number = message.id if isinstance(message, ShownMessage) else message
        found = self.chat(chat).messages.get(number)
        if found is None:
            raise ImpossibleActionError(f"there is no message {number}")
        return found


def typed(text: str) -> FormattedText:
    """What becomes of the text somebody types."""
    body = tidy(text)
    if not 0 < body.length <= MAX_TEXT:
        raise ImpossibleActionError("a message must have 1 to 4096 characters")
    return body
