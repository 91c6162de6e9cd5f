"""Questions in plain words: words alone in a private chat, /ask, replies to the bot and mentions of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.asking.answers import Answer, Sort
from bot.asking.choosing import Lack
from bot.briefing.answered import answered_briefing, how_to_ask_briefing
from bot.briefing.answers import choice_briefing
from bot.briefing.briefing import first_language
from bot.lookup.index import Match, Reason
from bot.subscriptions.model import Chat
from bot.telegram.desk import Desk, Question
from bot.telegram.office import Office, Visit
from bot.telegram.render import Page


@dataclass(frozen=True, slots=True)
class Answered:
    """The page, and what was understood: follow-ups go on from it, and what found nothing is counted."""

    page: Page
    answers: tuple[Answer, ...] = ()

    @property
    def is_chatter(self) -> bool:
        """Whether nothing was asked."""
        return bool(self.answers) and self.answers[0].lack is Lack.CHAT

    @property
    def is_unknown(self) -> bool:
        """Whether words were asked about that are not the report's, so that an alias may be missing."""
        return any(answer.lack is Lack.WORDS for answer in self.answers)


def answer_question(desk: Desk, question: Question, before: Answer | None = None) -> Answered:
    """The answer; `before` is what was asked just before, where follow-ups are understood."""
    if not question.words.strip():
        return Answered(how_to_ask(desk, question))
    answers = desk.asking.answer(question.words, before)
    return Answered(page_of(desk, question, answers), answers)


def how_to_ask(desk: Desk, question: Question) -> Page:
    """What can be asked, with examples."""
    return desk.say(question, how_to_ask_briefing)


async def ask(office: Office, visit: Visit) -> Page:
    """/ask: as words alone in a private chat."""
    return respond(office, visit.chat, visit.question, visit.now).page


def respond(office: Office, chat: Chat, question: Question, now: datetime) -> Answered:
    """The answer to somebody; follow-ups are for private chats, where nobody else speaks in between."""
    desk = office.desk
    answered = answer_question(desk, question) if chat.is_group else _go_on(office, chat, question, now)
    office.listen(answered.answers)
    if answered.is_unknown:
        office.unanswered.note(question.words, first_language(question.voice), question.day)
    return answered


def _go_on(office: Office, chat: Chat, question: Question, now: datetime) -> Answered:
    """From what was asked before."""
    answered = answer_question(office.desk, question, office.topics.of(chat.id, now))
    office.topics.put(chat.id, now, answered.answers)
    return answered


def page_of(desk: Desk, question: Question, answers: tuple[Answer, ...]) -> Page:
    """The page that shows these answers."""
    first = answers[0]
    address = _address(first) if len(answers) == 1 else ""
    if address:
        return desk.show(address, question)
    if first.sort is Sort.CHOICE and len(answers) == 1:
        choices = tuple(Match(entry, 0.0, Reason.NEAR, question.words) for entry in first.nearest)
        return desk.say(question, lambda context: choice_briefing(context, question.words, choices))
    return desk.say(question, lambda context: answered_briefing(context, question.words, answers))


def _address(answer: Answer) -> str:
    """Of a page that answers as it is: the entry that was only named, a passage, a list, a comparison."""
    if answer.sort in (Sort.PASSAGE, Sort.LIST):
        return answer.entry
    if answer.sort is Sort.COMPARISON and len(answer.figures) < 2 and not answer.missing:
        return f"compare_{answer.entry}"
    if answer.sort is Sort.FIGURE and answer.is_bare:
        return answer.entry
    return ""


def explained(answers: Iterable[Answer]) -> Iterator[dict[str, Any]]:
    """Why each was answered so, for `ask --json`."""
    for answer in answers:
        yield {
            "sort": answer.sort.value,
            "entry": answer.entry,
            "period": answer.period,
            "figures": [figure.as_written for figure in answer.figures],
            "score": answer.score,
            "reason": answer.reason.value if answer.reason else None,
            "term": answer.term,
            "lack": answer.lack.value if answer.lack else None,
            "nearest": list(answer.nearest),
        }
