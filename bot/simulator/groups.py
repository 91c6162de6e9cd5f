"""What people do with groups: found them, add and remove members, open topics, upgrade them."""

from bot.simulator.chats import GENERAL_TOPIC, Chat, Json, Member, Status, Topic, User
from bot.simulator.faults import ImpossibleActionError
from bot.simulator.wire import user_json
from bot.simulator.world import ChatRef, UserRef, World


class Groups(World):
    """Whoever acts is `by`, or else the group's creator. Most actions return the update they make."""

    def create_group(
        self,
        title: str,
        creator: User,
        *,
        forum: bool = False,
        basic: bool = False,
        with_bot: bool = True,
    ) -> Chat:
        """A supergroup, unless `basic`; with the bot as a plain member, unless told otherwise."""
        chat = self.new_chat("group" if basic else "supergroup", title, is_forum=forum and not basic)
        chat.members[creator.id] = Member(creator, "creator")
        # The first message of a supergroup has number 1, as has the general topic.
        self.announce(chat, creator, **{f"{chat.type}_chat_created": True})
        if with_bot:
            self.add_bot(chat)
        return chat

    def add_bot(self, chat: ChatRef, *, by: UserRef | None = None, admin: bool = False) -> Json:
        """Add the bot; what comes back is the my_chat_member update, the service message follows."""
        update = self.set_member(chat, self.bot, "administrator" if admin else "member", by=by)
        where = self.chat(chat)
        self.announce(where, self._actor(where, by), new_chat_members=[user_json(self.bot)])
        return update

    def remove_bot(self, chat: ChatRef, *, by: UserRef | None = None) -> Json:
        return self.set_member(chat, self.bot, "kicked", by=by)

    def add_member(
        self,
        chat: ChatRef,
        user: UserRef,
        status: Status = "member",
        *,
        anonymous: bool = False,
        by: UserRef | None = None,
    ) -> Json:
        """Let a person in; without `by` they joined by themselves. Returns the service message's update."""
        where, who = self.chat(chat), self.user(user)
        inviter = who if by is None else self.user(by)
        self.change_member(where, Member(who, status, anonymous), by=inviter)
        return self.announce(where, inviter, new_chat_members=[user_json(who)])

    def remove_member(self, chat: ChatRef, user: UserRef, *, by: UserRef | None = None) -> Json:
        """Take a person out; without `by` they left. Returns the service message's update."""
        where, who = self.chat(chat), self.user(user)
        remover = who if by is None else self.user(by)
        self.change_member(where, Member(who, "left" if by is None else "kicked"), by=remover)
        return self.announce(where, remover, left_chat_member=user_json(who))

    def set_member(
        self,
        chat: ChatRef,
        user: UserRef,
        status: Status,
        *,
        anonymous: bool = False,
        by: UserRef | None = None,
    ) -> Json:
        """Promote, demote, restrict or ban anyone, the bot too; no service message tells of it."""
        where = self.chat(chat)
        return self.change_member(
            where, Member(self.user(user), status, anonymous), by=self._actor(where, by)
        )

    def allow_writing(self, chat: ChatRef, *, allowed: bool) -> None:
        """Whether members that are no admins may write; Telegram tells bots nothing of it."""
        where = self.chat(chat)
        where.can_members_write = allowed
        self.changed(where)

    def rename_group(self, chat: ChatRef, title: str, *, by: UserRef | None = None) -> Json:
        where = self.chat(chat)
        actor = self._actor(where, by)
        where.title = title
        self.changed(where)
        return self.announce(where, actor, new_chat_title=title)

    def publish_group(self, chat: ChatRef, username: str) -> None:
        """Give the supergroup a public @username, under which the bot reaches it, too."""
        where = self.chat(chat)
        where.username = username
        self.changed(where)

    def delete_group(self, chat: ChatRef) -> None:
        where = self.chat(chat)
        where.is_deleted = True
        self.changed(where)

    def migrate_group(self, chat: ChatRef, *, by: UserRef | None = None) -> Chat:
        """Upgrade a basic group to a supergroup with a number of its own, which is returned.

        Both service messages are queued: where it went, and where it came from.
        """
        old = self.chat(chat)
        if old.type != "group" or old.migrated_to is not None:
            raise ImpossibleActionError(f"{old.title} is not a basic group")
        actor = self._actor(old, by)
        new = self.new_chat("supergroup", old.title)
        new.members = dict(old.members)
        new.can_members_write = old.can_members_write
        self.announce(old, actor, migrate_to_chat_id=new.id)
        old.migrated_to = new.id
        self.changed(old)
        self.changed(new)
        self.announce(new, actor, migrate_from_chat_id=old.id)
        return new

    # topics

    def create_topic(self, chat: ChatRef, name: str, *, by: UserRef | None = None) -> Topic:
        where = self.chat(chat)
        if not where.is_forum:
            raise ImpossibleActionError(f"{where.title} has no topics")
        actor = self._actor(where, by)
        # The topic has the number of the service message that opens it.
        topic = Topic(len(where.messages) + 1, name)
        where.topics[topic.id] = topic
        self.changed(where)
        created = {"name": name, "icon_color": 0x6FB9F0}
        self.announce(where, actor, thread_id=topic.id, forum_topic_created=created)
        return topic

    def rename_topic(self, chat: ChatRef, topic: int, name: str, *, by: UserRef | None = None) -> Json:
        where = self.chat(chat)
        actor = self._actor(where, by)
        self._topic(where, topic).name = name
        self.changed(where)
        return self.announce(where, actor, thread_id=topic, forum_topic_edited={"name": name})

    def close_topic(self, chat: ChatRef, topic: int = GENERAL_TOPIC, *, by: UserRef | None = None) -> Json:
        """Let only admins write in the topic."""
        return self._set_closed(self.chat(chat), topic, by, closed=True)

    def reopen_topic(self, chat: ChatRef, topic: int = GENERAL_TOPIC, *, by: UserRef | None = None) -> Json:
        return self._set_closed(self.chat(chat), topic, by, closed=False)

    def _set_closed(self, chat: Chat, topic: int, by: UserRef | None, *, closed: bool) -> Json:
        actor = self._actor(chat, by)
        if topic == GENERAL_TOPIC:
            chat.is_general_closed = closed
        else:
            self._topic(chat, topic).is_closed = closed
        self.changed(chat)
        told: Json = {"forum_topic_closed" if closed else "forum_topic_reopened": {}}
        thread_id = None if topic == GENERAL_TOPIC else topic
        return self.announce(chat, actor, thread_id=thread_id, **told)

    def delete_topic(self, chat: ChatRef, topic: int) -> None:
        """Delete a topic and all that stands in it; Telegram tells bots nothing of it."""
        where = self.chat(chat)
        del where.topics[self._topic(where, topic).id]
        self.changed(where)
        for message in where.messages.values():
            if message.thread_id == topic:
                message.is_deleted = True
                self.changed(message)

    def _topic(self, chat: Chat, topic: int) -> Topic:
        if topic not in chat.topics:
            raise ImpossibleActionError(f"there is no topic {topic} in {chat.title}")
        return chat.topics[topic]

    def _actor(self, chat: Chat, by: UserRef | None) -> User:
        if by is not None:
            return self.user(by)
        creators = [member.user for member in chat.members.values() if member.status == "creator"]
        if not creators:
            raise ImpossibleActionError(f"{chat.title or chat.id} has no owner")
        return creators[0]
