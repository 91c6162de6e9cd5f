"""A whole bot of python-telegram-bot, polling the local Telegram."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.simulator.chats import Chat, User
from bot.simulator.faults import NetworkFault
from bot.simulator.request import LocalRequest
from bot.simulator.shown import Call
from bot.simulator.telegram import LocalTelegram

App = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE

_MORE = InlineKeyboardMarkup([[InlineKeyboardButton("More", callback_data="more")]])


async def _echo(update: Update, _: Context) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text, do_quote=True, reply_markup=_MORE)


async def _edit(update: Update, _: Context) -> None:
    if query := update.callback_query:
        await query.edit_message_text(f"pressed {query.data}")
        await query.answer("thanks")


async def _greet(update: Update, context: Context) -> None:
    if update.my_chat_member and update.my_chat_member.new_chat_member.status == "member":
        await context.bot.send_message(update.my_chat_member.chat.id, "hello")


def _application(telegram: LocalTelegram) -> App:
    builder = ApplicationBuilder().token("7000000001:local").job_queue(None)
    app = builder.request(LocalRequest(telegram)).get_updates_request(LocalRequest(telegram)).build()
    app.add_handler(MessageHandler(filters.TEXT, _echo))
    app.add_handler(CallbackQueryHandler(_edit))
    app.add_handler(ChatMemberHandler(_greet))
    return app


class _Listener:
    """Waits for what the bot does."""

    def __init__(self, telegram: LocalTelegram) -> None:
        self._calls = asyncio.Queue[Call]()
        telegram.watch_calls(self._calls.put_nowait)

    async def next(self, method: str) -> Call:
        while (call := await self._calls.get()).method != method:
            pass
        return call


@pytest.fixture
async def bot_does(telegram: LocalTelegram) -> AsyncIterator[_Listener]:
    """A bot is running; it echoes messages and edits them when its button is pressed."""
    app, listener = _application(telegram), _Listener(telegram)
    async with app:
        assert app.updater
        await app.updater.start_polling()
        await app.start()
        yield listener
        await app.updater.stop()
        await app.stop()


async def test_a_message_is_answered_as_a_reply(
    telegram: LocalTelegram, anna: User, bot_does: _Listener
) -> None:
    telegram.send(anna, anna, "hello")
    await bot_does.next("sendMessage")
    asked, answered = telegram.messages(anna)
    assert (answered.text, answered.reply_to, answered.from_bot) == ("hello", asked.id, True)


async def test_a_pressed_button_edits_the_message_in_place(
    telegram: LocalTelegram, anna: User, bot_does: _Listener
) -> None:
    telegram.send(anna, anna, "hello")
    await bot_does.next("sendMessage")
    telegram.press(anna, anna, telegram.messages(anna)[-1], "More")
    await bot_does.next("answerCallbackQuery")
    assert [message.text for message in telegram.messages(anna)] == ["hello", "pressed more"]
    assert telegram.alerts[0].text == "thanks"


async def test_a_command_in_a_topic_is_answered_there(
    telegram: LocalTelegram, forum: Chat, anna: User, bot_does: _Listener
) -> None:
    topic = telegram.create_topic(forum, "News").id
    telegram.send(forum, anna, "/jobs", topic=topic)
    await bot_does.next("sendMessage")
    assert telegram.messages(forum)[-1].topic == topic


async def test_a_command_in_a_chain_of_replies_is_answered(
    telegram: LocalTelegram, group: Chat, boris: User, bot_does: _Listener
) -> None:
    telegram.send(group, boris, "talk")
    telegram.send(group, boris, "/jobs", reply_to=telegram.messages(group)[-1])
    assert (await bot_does.next("sendMessage")).error is None


async def test_a_bot_greets_where_it_is_added(
    telegram: LocalTelegram, anna: User, bot_does: _Listener
) -> None:
    group = telegram.create_group("Office", anna)
    await bot_does.next("sendMessage")
    assert telegram.messages(group)[0].text == "hello"


async def test_updates_survive_a_lost_answer(
    telegram: LocalTelegram, anna: User, bot_does: _Listener
) -> None:
    telegram.fail_next("getUpdates", NetworkFault.TIMED_OUT)
    telegram.send(anna, anna, "one")
    await bot_does.next("sendMessage")
    telegram.send(anna, anna, "two")
    await bot_does.next("sendMessage")
    assert telegram.messages(anna)[-1].text == "two"
