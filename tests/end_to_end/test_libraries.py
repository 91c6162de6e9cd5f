"""The local Telegram serves bots that are not ours: a library with its own client, and bare HTTP."""

import asyncio
from collections.abc import AsyncIterator

import aiohttp
import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, CallbackQueryHandler, CommandHandler, ContextTypes

from bot.simulator.chats import User
from bot.simulator.server import LocalServer
from tests.end_to_end.stages import open_stage
from tests.waiting import until, until_called

BUTTON = InlineKeyboardMarkup([[InlineKeyboardButton("press", callback_data="x")]])


@pytest.fixture
async def api() -> AsyncIterator[LocalServer]:
    async with LocalServer(open_stage()) as api:
        yield api


@pytest.fixture
def person(api: LocalServer) -> User:
    return api.stage.telegram.add_user("Person")


async def greet(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message
    await update.message.reply_html("<b>hello</b>", reply_markup=BUTTON)
    await update.message.reply_document(b"content", filename="a.txt", caption="a file")


async def pressed(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.callback_query
    await update.callback_query.edit_message_text("pressed")
    await update.callback_query.answer("noted")


async def test_python_telegram_bot_with_its_own_client_and_updater(api: LocalServer, person: User) -> None:
    telegram = api.stage.telegram
    bot = Application.builder().token("1:any").base_url(f"{api.url}/bot").build()
    bot.add_handlers([CommandHandler("start", greet), CallbackQueryHandler(pressed)])
    async with bot:
        assert bot.updater
        await bot.updater.start_polling()
        await bot.start()
        telegram.start(person)
        await until_called(telegram, "sendDocument")
        telegram.press(person, person, telegram.messages(person)[1], "x")
        await until(telegram, lambda: bool(telegram.alerts))
        await asyncio.gather(bot.updater.stop(), bot.stop())
    assert [message.text for message in telegram.messages(person)] == ["/start", "pressed", "a file"]
    assert telegram.alerts[-1].text == "noted"


async def test_bare_http(api: LocalServer, person: User) -> None:
    telegram = api.stage.telegram
    telegram.start(person)
    async with aiohttp.ClientSession() as client:
        async with client.get(f"{api.url}/bot1:any/getUpdates") as answer:
            assert (await answer.json())["result"][0]["message"]["text"] == "/start"
        hello = {"chat_id": str(person.id), "text": "hello"}
        async with client.post(f"{api.url}/bot1:any/sendMessage", data=hello) as answer:
            assert (await answer.json())["ok"]
    assert telegram.messages(person)[-1].text == "hello"
