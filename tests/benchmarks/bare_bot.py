"""python-telegram-bot as it comes: one command, one answer. What this bot is measured against.

python -m tests.benchmarks.bare_bot BASE_URL PAGE.json default|ours
"""

import json
import os
import sys
from pathlib import Path

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Update
from telegram.ext import ApplicationBuilder, CommandHandler, ContextTypes

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


def main(base_url: str, page_file: str, transport: str) -> None:
    """Serves until it is ended."""
    page = json.loads(Path(page_file).read_text(encoding="utf-8"))
    html, rows = page["html"], json.loads(page["keyboard"])["inline_keyboard"]

    async def answer(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is None:
            return
        keyboard = [
            [InlineKeyboardButton(button["text"], callback_data=button["callback_data"]) for button in row]
            for row in rows
        ]
        await update.message.reply_text(
            html,
            parse_mode="HTML",
            reply_markup=InlineKeyboardMarkup(keyboard),
            link_preview_options=_NO_PREVIEW,
        )

    builder = ApplicationBuilder().token(os.environ["BOT_TOKEN"]).base_url(f"{base_url}/bot")
    if transport == "ours":
        from bot.telegram.transport import AiohttpRequest  # not for the bot as it comes

        builder = builder.request(AiohttpRequest()).get_updates_request(
            AiohttpRequest(connection_pool_size=1)
        )
    application = builder.build()
    application.add_handler(CommandHandler("target", answer))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
