"""What is asked and answered: `/target jobs`, the bot's real page, and what Telegram says to it."""

import json
import re
from datetime import datetime
from html import unescape
from typing import Any

from bot.config import Config
from bot.telegram.addresses import View
from bot.telegram.desk import Desk
from bot.telegram.render import Page

QUESTION = "/target jobs"
BOT = {"id": 7000000001, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
TOKEN = f"{BOT['id']}:benchmark"


def jobs_page(desk: Desk, config: Config) -> Page:
    """What the bot answers today."""
    return desk.page(View("jobs", 0, "zh"), datetime.now(config.zone).date())


def sent_message(page: Page) -> bytes:
    """A Message as Telegram returns it from sendMessage, of the page's text and keyboard."""
    text = unescape(re.sub(r"<[^>]*>", "", page.html))
    message: dict[str, Any] = {
        "message_id": 4321,
        "from": BOT,
        "chat": {"id": 1001, "first_name": "Li", "username": "reader_1001", "type": "private"},
        "date": 1767225600,
        "text": text,
        "entities": [
            {"type": "bold", "offset": 3, "length": 16},
            {"type": "italic", "offset": 150, "length": 24},
        ],
        "link_preview_options": {"is_disabled": True},
        "reply_markup": json.loads(page.keyboard),
    }
    return json.dumps(message).encode()
