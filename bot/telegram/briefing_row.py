"""The row of buttons under a briefing that was sent; it stays while the message shows other pages."""

import json
import re
from dataclasses import replace
from functools import cache

from telegram import Message

from bot.briefing.briefing import first_language
from bot.briefing.phrases import phrases
from bot.report.model import Language, Voice
from bot.telegram.addresses import View, data_of, view_of
from bot.telegram.render import Page

_HOLD = re.compile(r"!hold\.([0-9]{1,18})")


def with_row(keyboard: str, subject: str, subscription: int, voice: Voice) -> str:
    """The page's keyboard with one more row; joined as text, for parsing it would cost more than the page."""
    data = (data_of(View(subject, 0, voice)), f"!hold.{subscription}", f"!drop.{subscription}")
    labels = _labels(first_language(voice))
    row = ",".join(
        f'{{"text":{label},"callback_data":"{does}"}}' for label, does in zip(labels, data, strict=True)
    )
    rows = f"{keyboard.removesuffix(']}')}," if keyboard else '{"inline_keyboard":['
    return f"{rows}[{row}]]}}"


def keep_row(page: Page, message: Message, voice: Voice) -> Page:
    """The page with the row, in its language, if it is under the message now.

    Raises UnknownAddressError when the row is not as we made it.
    """
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    opens, *others = [str(button.callback_data) for button in rows[-1]] if rows else [""]
    held = next((found for each in others if (found := _HOLD.fullmatch(each))), None)
    if held is None:
        return page
    subject = view_of(opens).address
    return replace(page, keyboard=with_row(page.keyboard, subject, int(held[1]), voice))


@cache
def _labels(language: Language) -> tuple[str, ...]:
    """As JSON."""
    say = phrases(language)
    texts = (say("sub-open"), say("delivery-pause"), say("delivery-end"))
    return tuple(json.dumps(text, ensure_ascii=False) for text in texts)
