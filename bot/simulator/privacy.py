"""Which messages of a group Telegram passes on to a bot in privacy mode."""

from bot.simulator.chats import Message
from bot.simulator.formatting import FormattedText
from bot.simulator.world import World


def reaches_bot(world: World, message: Message) -> bool:
    """Whether the bot gets to see a message that somebody else sent."""
    if message.chat.user:
        return True
    member = world.bot_member(message.chat)
    if not member.is_present:
        return False
    return world.rules.reads_all_group_messages or member.is_admin or _is_meant_for_bot(world, message)


def _is_meant_for_bot(world: World, message: Message) -> bool:
    answers_bot = message.reply_to is not None and message.reply_to.sender is world.bot
    return answers_bot or message.via_bot is world.bot or _is_command(message.body, world.bot.username)


def _is_command(body: FormattedText, username: str) -> bool:
    """A command at the very beginning, for no other bot by name."""
    if not any(entity.type == "bot_command" and entity.offset == 0 for entity in body.entities):
        return False
    _, _, name = body.text.split()[0].partition("@")
    return name.lower() in {"", username.lower()}
