"""Sends the briefings that are due: the page as the desk has it, a note or two, a row of buttons."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from zoneinfo import ZoneInfo

from telegram.error import TelegramError

from bot.briefing.phrases import phrases
from bot.delivery.ports import Outcome, Refused, Sent
from bot.errors import UnknownAddressError
from bot.report.model import Language, Voice
from bot.schedule.zones import zone_named
from bot.subscriptions.model import GENERAL, Chat, Letter, Reason
from bot.telegram.api import Api
from bot.telegram.briefing_row import with_row
from bot.telegram.desk import Desk
from bot.telegram.outcomes import outcome_of

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class BriefingSender:
    """Composes, renders and sends; the delivery's Sender over Telegram.

    `api` is to have no lane: the pace of briefings, and what is tried again, is the delivery's business.
    """

    desk: Desk
    api: Api
    house_voice: Voice
    zone: ZoneInfo  # the district's: its day is the briefing's
    is_paid: bool = False  # more than 30 a second, at a price in Telegram's Stars

    async def send(self, letter: Letter, *, late: bool, repeat: bool) -> Outcome:
        """One message: `late` and `repeat` are said in it. Its chat and thread are the letter's."""
        chat, voice = letter.chat, letter.chat.voice or self.house_voice
        try:
            page = self.desk.scheduled(letter.subject, voice, self._day(letter.due))
        except UnknownAddressError:
            return Refused(Reason.UNKNOWN_SUBJECT)
        due = letter.due.astimezone(zone_named(chat.zone) if chat.zone else self.zone)
        try:
            sent = await self.api.call_with_html(
                "sendMessage",
                page.html + _notes(voice, due if late else None, repeat=repeat),
                chat_id=chat.id,
                message_thread_id=letter.thread if letter.thread != GENERAL else None,
                disable_notification=chat.sends_silently or None,
                allow_paid_broadcast=self.is_paid or None,
                reply_markup=with_row(page.keyboard, letter.subject, letter.subscription, voice),
            )
        except TelegramError as error:
            return outcome_of(error, letter.thread)
        return Sent(int(sent["message_id"]))

    async def tell_topic_is_gone(self, chat: Chat) -> None:
        """One sentence to the general topic: what was in the topic comes here now."""
        languages = _languages(chat.voice or self.house_voice)
        text = "\n".join(phrases(language)("delivery-topic-gone") for language in languages)
        try:
            await self.api.call(
                "sendMessage",
                chat_id=chat.id,
                text=text,
                disable_notification=chat.sends_silently or None,
            )
        except TelegramError as error:
            _log.warning("could not say that a topic is gone: %s", type(error).__name__)

    def _day(self, due: datetime) -> date:
        return due.astimezone(self.zone).date()


def _languages(voice: Voice) -> tuple[Language, ...]:
    return ("zh", "en") if voice == "both" else (voice,)


def _notes(voice: Voice, missed: datetime | None, *, repeat: bool) -> str:
    """HTML to put behind a page; empty when there is nothing to say."""
    if missed is None and not repeat:
        return ""
    lines = (line for language in _languages(voice) for line in _note_lines(language, missed, repeat=repeat))
    return "\n\n" + "\n".join(f"<i>{escape(line, quote=False)}</i>" for line in lines)


def _note_lines(language: Language, missed: datetime | None, *, repeat: bool) -> Iterator[str]:
    say = phrases(language)
    if missed is not None:
        yield say(
            "delivery-late",
            month=missed.month,
            month_name=say(f"month-{missed.month}"),
            day=missed.day,
            time=f"{missed:%H:%M}",
        )
    if repeat:
        yield say("delivery-repeat")
