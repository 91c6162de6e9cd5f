"""The reception desk: knows the report's pages and finds entries; every answer starts here."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from bot.asking.asking import Asking
from bot.briefing.answers import choice_briefing, nothing_briefing
from bot.briefing.briefing import Briefing, Link, first_language
from bot.briefing.compose import Composer
from bot.briefing.context import Context
from bot.errors import UnknownAddressError
from bot.lookup.index import Index
from bot.lookup.normalise import is_bare_number
from bot.lookup.search import TextIndex, look_up
from bot.report.model import Kind, Voice
from bot.telegram.addresses import View
from bot.telegram.render import Page, render

_MOST_KEPT = 5000  # pages; a report has about two hundred entries in three voices
_SPARE = 300  # UTF-16 units of every page, for what is noted under a briefing that is sent
_TOGGLES: dict[Voice, tuple[Voice, ...]] = {"zh": ("en",), "en": ("zh",), "both": ("zh", "en")}


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody asked: the words after the command, and how to speak to them."""

    words: str
    voice: Voice
    day: date

    def asking(self, words: str) -> "Question":
        """The same, of other words."""
        return replace(self, words=words)


@dataclass(frozen=True, slots=True)
class Desk:
    """Composes and renders; keeps what it rendered, since a digest never changes."""

    composer: Composer
    find_asking: Callable[[], Asking]  # built when first wanted: it takes longer than loading the report
    username: Callable[[], str] = str  # of the bot, once Telegram has told it
    _kept: dict[tuple[View, date], Page] = field(default_factory=dict)

    @property
    def asking(self) -> Asking:
        """What understands questions."""
        return self.find_asking()

    @property
    def texts(self) -> TextIndex:
        """Everything that can be looked up."""
        return self.asking.texts

    @property
    def index(self) -> Index:
        """Its names."""
        return self.texts.index

    def page(self, view: View, day: date) -> Page:
        """The page of a view; raises UnknownAddressError when there is none."""
        page = self._kept.get((view, day))
        return page if page is not None else self._made(view, day)

    def show(self, address: str, question: Question) -> Page:
        """The first page at an address."""
        return self.page(View(address, 0, question.voice), question.day)

    def scheduled(self, address: str, voice: Voice, day: date) -> Page:
        """The page a subscription sends, with room for notes under it; it turns like any other.

        Raises UnknownAddressError.
        """
        return self.page(View(address, 0, voice), day)

    def say(self, question: Question, compose: Callable[[Context], Briefing]) -> Page:
        """A page that has no address: it can be shown once, not turned to again."""
        return render(self.composer.told(question.voice, question.day, compose), (), addressed=False)[0]

    def look_up(self, question: Question, kinds: frozenset[Kind], page: str = "") -> Page:
        """The entry that is meant, a choice of the near ones, or the refusal with the nearest.

        `page` is put before the entry's id: `compare_` shows the comparison instead of the entry. An entry of
        another kind that is just so named is better than one of this kind that is nearly: /target with an
        area's name shows the area.
        """
        found = look_up(self.texts, question.words, kinds)
        # A number counts what the command is about: there is no twelfth area elsewhere.
        named = found.matches and found.matches[0].is_exact
        if kinds and not page and not named and not is_bare_number(question.words):
            other = look_up(self.texts, question.words)
            found = other if not found.matches or (other.clear and other.clear.is_exact) else found
        if found.clear:
            return self.show(page + found.clear.entry, question)
        if found.matches:
            return self.say(
                question, lambda context: choice_briefing(context, question.words, found.matches, page)
            )
        return self.say(question, lambda context: nothing_briefing(context, question.words, found.nearest))

    def known_as(self, username: Callable[[], str]) -> "Desk":
        """A desk of its own for the bot of this name."""
        return Desk(self.composer, self.find_asking, username)

    def _to_group(self, voice: Voice, day: date) -> Link:
        """Opens Telegram's choice of a group to add the bot to, with a subscription offered there."""
        label = self.composer.context(first_language(voice), day).say("button-to-group")
        return Link(label, f"https://t.me/{self.username()}?startgroup=today")

    def _made(self, view: View, day: date) -> Page:
        voices = tuple(
            (self.composer.context("zh", day).say(f"button-voice-{voice}"), voice)
            for voice in _TOGGLES[view.voice]
        )
        # All pages leave it: if only the sent one did, a line could fall between it and the next page.
        briefing = self.composer.compose(view.address, view.voice, day)
        if view.address == "start" and self.username():
            briefing = replace(briefing, links=(*briefing.links, self._to_group(view.voice, day)))
        pages = render(briefing, voices, addressed=True, spare=_SPARE)
        if len(self._kept) > _MOST_KEPT or (self._kept and next(iter(self._kept))[1] != day):
            self._kept.clear()
        for number, page in enumerate(pages):
            self._kept[View(view.address, number, view.voice), day] = page
        if view.page >= len(pages):
            raise UnknownAddressError(view.address)
        return pages[view.page]
