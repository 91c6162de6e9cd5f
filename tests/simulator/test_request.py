"""python-telegram-bot over the local Telegram: every answer parsed, every failure its own exception."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllPrivateChats,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    MenuButtonCommands,
    Update,
)
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.simulator.chats import Chat, User
from bot.simulator.faults import ApiError, Fault, NetworkFault, too_many_requests
from bot.simulator.request import LocalRequest
from bot.simulator.telegram import LocalTelegram
from tests.simulator.scenes import PNG

_TOKEN = "7000000001:local"
_MORE = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])


@pytest.fixture
async def bot(telegram: LocalTelegram, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Bot]:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # else the library warns that times will be timedeltas
    request = LocalRequest(telegram, token=_TOKEN)
    async with Bot(_TOKEN, request=request, get_updates_request=request) as bot:
        yield bot


async def test_the_bot_knows_itself(bot: Bot) -> None:
    assert (bot.username, bot.can_read_all_group_messages) == ("briefing_bot", False)


async def test_a_message_comes_back_as_it_was_sent(bot: Bot, anna: User) -> None:
    sent = await bot.send_message(anna.id, "<b>目标</b> x", parse_mode="HTML", reply_markup=_MORE)
    assert (sent.text, sent.text_html, sent.chat.id) == ("目标 x", "<b>目标</b> x", anna.id)
    assert sent.reply_markup == _MORE


async def test_a_message_is_edited_and_deleted(bot: Bot, telegram: LocalTelegram, anna: User) -> None:
    sent = await bot.send_message(anna.id, "old", reply_markup=_MORE)
    edited = await sent.edit_text("new", reply_markup=_MORE)
    assert getattr(edited, "text", None) == "new"
    assert await sent.edit_reply_markup() is not True
    assert await sent.delete()
    assert telegram.messages(anna) == []


async def test_a_photo_is_sent_with_its_bytes(bot: Bot, anna: User) -> None:
    sent = await bot.send_photo(anna.id, PNG, caption="x", filename="card.png")
    file = await bot.get_file(sent.photo[-1].file_id)
    assert (sent.photo[-1].width, sent.caption) == (40, "x")
    assert bytes(await file.download_as_bytearray()) == PNG


async def test_a_document_is_sent_with_its_name(bot: Bot, anna: User) -> None:
    sent = await bot.send_document(anna.id, b"1,2", filename="a.csv")
    assert sent.document
    assert (sent.document.file_name, sent.document.mime_type) == ("a.csv", "text/csv")


async def test_a_file_that_is_not_there_cannot_be_fetched(bot: Bot) -> None:
    with pytest.raises(InvalidToken, match="Not Found"):
        await bot.request.retrieve(f"https://api.telegram.org/file/bot{_TOKEN}/photos/none")


async def test_chats_and_members_are_parsed(bot: Bot, group: Chat, anna: User, boris: User) -> None:
    chat = await bot.get_chat(group.id)
    admins = await bot.get_chat_administrators(group.id)
    member = await bot.get_chat_member(group.id, boris.id)
    assert (chat.title, chat.permissions and chat.permissions.can_send_messages) == ("Office", True)
    assert ([admin.user.id for admin in admins], member.status) == ([anna.id], "member")
    assert await bot.get_chat_member_count(group.id) == 3


@pytest.mark.parametrize("status", ["creator", "administrator", "member", "restricted", "left", "kicked"])
async def test_every_kind_of_member_is_parsed(
    bot: Bot, telegram: LocalTelegram, group: Chat, boris: User, status: Any
) -> None:
    telegram.set_member(group, boris, status)
    assert (await bot.get_chat_member(group.id, boris.id)).status == status


async def test_the_bot_presents_itself(bot: Bot) -> None:
    commands = (BotCommand("help", "what I can do"),)
    scope = BotCommandScopeAllPrivateChats()
    assert await bot.set_my_commands(commands, scope=scope, language_code="zh")
    assert await bot.get_my_commands(scope=scope, language_code="zh") == commands
    assert await bot.delete_my_commands(scope=scope, language_code="zh")
    assert await bot.set_my_description("a digest")
    assert await bot.set_my_short_description("short")
    assert await bot.set_my_name("Digest")
    assert (await bot.get_my_description()).description == "a digest"
    assert await bot.set_chat_menu_button(menu_button=MenuButtonCommands())


async def test_small_deeds_are_done(bot: Bot, group: Chat, telegram: LocalTelegram) -> None:
    telegram.set_member(group, telegram.bot, "administrator")
    sent = await bot.send_message(group.id, "x")
    assert await bot.send_chat_action(group.id, "typing")
    assert await sent.pin()
    assert await sent.set_reaction("👍")
    assert await bot.leave_chat(group.id)
    assert (await bot.get_webhook_info()).pending_update_count == len(telegram.updates)


async def test_queries_are_parsed_and_answered(bot: Bot, telegram: LocalTelegram, anna: User) -> None:
    sent = await bot.send_message(anna.id, "x", reply_markup=_MORE)
    telegram.press(anna, anna, sent.message_id, "more")
    telegram.inline_query(anna, "jobs")
    pressed, asked = await bot.get_updates()
    assert pressed.callback_query
    assert await pressed.callback_query.answer("done", show_alert=True)
    assert asked.inline_query
    content = InputTextMessageContent("<b>3400</b>", parse_mode="HTML")
    assert await asked.inline_query.answer(
        [InlineQueryResultArticle("jobs", "Jobs", content)], is_personal=True
    )
    assert (telegram.alerts[0].text, telegram.queries.inline_answers[0].query) == ("done", "jobs")


async def test_an_inaccessible_message_is_parsed(bot: Bot, telegram: LocalTelegram, anna: User) -> None:
    sent = await bot.send_message(anna.id, "x", reply_markup=_MORE)
    update = Update.de_json(telegram.press(anna, anna, sent.message_id, "more", inaccessible=True), bot)
    assert update.callback_query
    assert update.callback_query.message
    assert not update.callback_query.message.is_accessible


def _holds(parsed: Any, raw: Any) -> bool:
    """Whether all that was sent is in what was understood; the library adds fields that say nothing."""
    if isinstance(raw, dict):
        return all(not value or _holds(parsed[name], value) for name, value in raw.items())
    if isinstance(raw, list):
        return len(parsed) == len(raw) and all(map(_holds, parsed, raw))
    return bool(parsed == raw)


async def test_every_update_is_parsed(bot: Bot, telegram: LocalTelegram, anna: User) -> None:
    telegram.updates.allow(["message", "edited_message", "my_chat_member", "chat_member", "message_reaction"])
    group = telegram.create_group("Office", anna, forum=True)
    topic = telegram.create_topic(group, "News").id
    telegram.send(group, anna, "/help", topic=topic)
    telegram.edit(group, telegram.messages(group)[-1], "/target")
    telegram.set_member(group, telegram.bot, "administrator")
    telegram.add_member(group, telegram.add_user("Carla"))
    telegram.react(group, anna, telegram.messages(group)[-1], "👍")
    telegram.close_topic(group, topic)
    telegram.migrate_group(telegram.create_group("Small", anna, basic=True))
    raw = telegram.updates.get()
    parsed = [update.to_dict() for update in await bot.get_updates()]
    assert len(parsed) == 14
    assert _holds(parsed, raw)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (ApiError(400, "Bad Request: no"), BadRequest),
        (ApiError(403, "Forbidden: no"), Forbidden),
        (ApiError(400, "Bad Request: moved", {"migrate_to_chat_id": -1001}), ChatMigrated),
        (too_many_requests(5), RetryAfter),
        (ApiError(502, "Bad Gateway"), NetworkError),
        (NetworkFault.CONNECTION_RESET, NetworkError),
        (NetworkFault.TIMED_OUT, TimedOut),
    ],
)
async def test_every_failure_becomes_its_exception(
    bot: Bot, telegram: LocalTelegram, anna: User, fault: Fault, error: type[TelegramError]
) -> None:
    telegram.fail_next("sendMessage", fault)
    with pytest.raises(TelegramError) as raised:
        await bot.send_message(anna.id, "x")
    assert type(raised.value) is error


async def test_another_token_is_refused(telegram: LocalTelegram) -> None:
    bot = Bot("1:wrong", request=LocalRequest(telegram, token=_TOKEN))
    with pytest.raises(InvalidToken, match="rejected"):
        await bot.initialize()
