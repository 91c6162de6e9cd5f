"""What the bot tells about itself: commands, descriptions and menu buttons, by language and scope."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.simulator.chats import Chat, Json, User

ScopeKey = tuple[str, int, int]
"""Type of the scope, its chat or 0, its user or 0."""

DEFAULT_SCOPE: ScopeKey = ("default", 0, 0)


@dataclass(slots=True)
class Profile:
    """Language codes are two letters, or empty for everyone else."""

    commands: dict[tuple[ScopeKey, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)  # by kind and language
    menu_buttons: dict[int, Json] = field(default_factory=dict)  # by chat; 0 for all others

    def menu(self, chat: Chat, user: User) -> Sequence[Json]:
        """The commands this person sees in this chat: the narrowest scope that has any, in their language."""
        language = user.language_code[:2]
        for scope in _scopes(chat, user):
            for code in (language, ""):
                if (scope, code) in self.commands:
                    return self.commands[scope, code]
        return []

    def text(self, kind: str, language_code: str) -> str:
        """The bot's name or description in this language, else that for everyone."""
        return self.texts.get((kind, language_code)) or self.texts.get((kind, "")) or ""


def _scopes(chat: Chat, user: User) -> list[ScopeKey]:
    if chat.user:
        return [("chat", chat.id, 0), ("all_private_chats", 0, 0), DEFAULT_SCOPE]
    is_admin = chat.member(user).is_admin
    narrow: list[ScopeKey] = [("chat_member", chat.id, user.id)]
    if is_admin:
        narrow.append(("chat_administrators", chat.id, 0))
    narrow.append(("chat", chat.id, 0))
    if is_admin:
        narrow.append(("all_chat_administrators", 0, 0))
    return [*narrow, ("all_group_chats", 0, 0), DEFAULT_SCOPE]
