"""Channels, as far as a group sees of them: it discusses one, and what that posts is forwarded to it."""

from bot.simulator.chats import SERVICE_USER, Chat, Json
from bot.simulator.faults import ImpossibleActionError
from bot.simulator.wire import chat_json
from bot.simulator.world import ChatRef, UserRef
from bot.simulator.writing import Writing, typed


class Channels(Writing):
    """Nobody opens a channel here, and the bot is in none: it meets them in groups only."""

    def create_channel(self, title: str) -> Chat:
        return self.new_chat("channel", title)

    def link_channel(self, chat: ChatRef, channel: Chat) -> None:
        """Let the group discuss the channel, and each nothing else; Telegram tells bots nothing of it."""
        group = self.chat(chat)
        if group.type != "supergroup" or group.is_forum:
            raise ImpossibleActionError(f"{group.title} cannot discuss a channel")
        for one in (group, channel):
            self._unlink(one)
        group.linked, channel.linked = channel, group
        self.changed(group)

    def unlink_channel(self, chat: ChatRef) -> None:
        """The group discusses nothing any more."""
        self._unlink(self.chat(chat))

    def _unlink(self, chat: Chat) -> None:
        if chat.linked is not None:
            chat.linked.linked = None
            chat.linked = None
            self.changed(chat)

    def send_as(self, channel: Chat, chat: ChatRef, user: UserRef, text: str) -> Json:
        """Write into a group in the name of a channel of one's own, the linked one or another."""
        return self._tell(self._write(chat, user, None, None, channel, body=typed(text)))

    def forward_post(self, chat: ChatRef, text: str) -> Json:
        """The group's channel has posted this: Telegram forwards it to the group, and pins it there."""
        group = self.chat(chat)
        channel = group.linked
        if channel is None:
            raise ImpossibleActionError(f"{group.title} discusses no channel")
        before = [post for post in group.messages.values() if post.sender_chat is channel]
        origin = {
            "type": "channel",
            "date": self.now,
            "chat": chat_json(channel),
            "message_id": len(before) + 1,  # later than that of the post before
        }
        message = self.post(
            group,
            SERVICE_USER,
            sender_chat=channel,
            body=typed(text),
            extra={"is_automatic_forward": True, "forward_origin": origin},
        )
        group.pinned.append(message.id)
        self.changed(message)
        return self._tell(message)
