"""An address, a language and a day to a briefing: the corridor both doors lead to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from bot.briefing import citation_page, comparing, daily, house, lists
from bot.briefing.briefing import LONGEST_ADDRESS, Briefing, side_by_side
from bot.briefing.context import Command, Context
from bot.briefing.entries import entry_briefing
from bot.briefing.phrases import phrases
from bot.errors import UnknownAddressError
from bot.report.model import Indicator, Kind, Language, Passage, Report, Voice

_PAGES: Mapping[str, Callable[[Context], Briefing]] = {
    "start": house.start_briefing,
    "help": house.help_briefing,
    "about": house.about_briefing,
    "privacy": house.privacy_briefing,
    "language": house.language_briefing,
    "today": daily.daily_briefing,
    "areas": lists.areas_briefing,
    "targets": lists.targets_briefing,
    "achievements": lists.achievements_briefing,
    "goals": lists.goals_briefing,
    "compare": comparing.comparisons_briefing,
    "cite": citation_page.how_to_cite_briefing,
}


@dataclass(frozen=True, slots=True)
class Composer:
    """Composes briefings on one report; immutable, so what it returns may be kept."""

    report: Report
    commands: tuple[Command, ...] = ()

    def compose(self, address: str, voice: Voice, day: date) -> Briefing:
        """The briefing at an address: an entry's id, a page, page_id, compare_id_id, or cite_id_n.

        Raises UnknownAddressError for anything else, so addresses from buttons and links need no trust.
        """
        return self.told(voice, day, lambda context: _briefing_at(context, address))

    def told(self, voice: Voice, day: date, compose: Callable[[Context], Briefing]) -> Briefing:
        """What `compose` says in the language of the chat, or side by side in both."""
        if voice == "both":
            return side_by_side(compose(self.context("zh", day)), compose(self.context("en", day)))
        return compose(self.context(voice, day))

    def context(self, language: Language, day: date) -> Context:
        """What compositions for this language and day are made from."""
        return Context(self.report, phrases(language), day, self.commands)


def _briefing_at(context: Context, address: str) -> Briefing:
    if address in context.report.entries:
        return entry_briefing(context, context.report.entries[address])
    if address in _PAGES:
        return _PAGES[address](context)
    page, _, argument = address.partition("_")
    if page == "compare" and len(address) <= LONGEST_ADDRESS:
        return _comparison_at(context, address, argument.split("_"))
    if page == "cite":
        return citation_page.citation_briefing(context, argument)
    entry = context.report.entries.get(argument)
    if page == "targets" and isinstance(entry, Passage) and entry.kind is Kind.AREA:
        return lists.targets_briefing(context, argument)
    period = context.report.periods.get(argument)
    if page == "achievements" and period and period.kind == "review":
        return lists.achievements_briefing(context, argument)
    raise UnknownAddressError(address)


def _comparison_at(context: Context, address: str, ids: list[str]) -> Briefing:
    """One indicator across periods, or several beside each other."""
    entries = [context.report.entries.get(entry_id) for entry_id in ids]
    indicators = tuple(entry for entry in entries if isinstance(entry, Indicator))
    if len(indicators) < len(ids) or len(set(ids)) < len(ids) or len(ids) > comparing.MOST_COMPARED:
        raise UnknownAddressError(address)
    if len(indicators) == 1:
        return comparing.comparison_briefing(context, indicators[0])
    return comparing.indicators_briefing(context, indicators)
