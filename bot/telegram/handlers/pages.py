"""Commands that show one page: /today, /areas, /goals, /help, /about …; /start with a deep link."""

from dataclasses import dataclass

from bot.errors import UnknownAddressError
from bot.telegram.addresses import address_of_deep_link
from bot.telegram.desk import Desk, Question
from bot.telegram.render import Page


@dataclass(frozen=True, slots=True)
class ShowPage:
    """Shows the page at an address; words after the command do not matter."""

    address: str

    def __call__(self, desk: Desk, question: Question) -> Page:
        return desk.show(self.address, question)


def start(desk: Desk, question: Question) -> Page:
    """The page behind `?start=…`; the welcome when there is none, or the link is of another report."""
    try:
        return desk.show(address_of_deep_link(question.words or "start"), question)
    except UnknownAddressError:
        return desk.show("start", question)
