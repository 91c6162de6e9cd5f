"""/cite: an entry in the forms people put into papers, to be copied with a tap."""

from bot.briefing.citation import address_of, citable
from bot.briefing.citation_page import no_such_period_briefing
from bot.briefing.citation_request import CitationRequest, read_request
from bot.briefing.draft import Reference
from bot.lookup.normalise import key
from bot.lookup.search import look_up
from bot.report.model import Indicator
from bot.telegram.desk import Desk, Question
from bot.telegram.render import Page


def cite(desk: Desk, question: Question) -> Page:
    """The entry's forms (of the period named), a choice, or the refusal; without words, how to cite."""
    if not question.words:
        return desk.show("cite", question)
    report = desk.composer.report
    request = request_of(desk, question.words)
    meant = look_up(desk.texts, request.words).clear if request.period else None
    if meant is None:
        return desk.look_up(question.asking(request.words), frozenset(), "cite_")
    found = citable(report, report.entries[meant.entry], request.period)
    if found:
        return desk.show(f"cite_{address_of(report, found[0])}", question)
    period = report.periods[request.period]
    return desk.say(question, lambda context: no_such_period_briefing(context, meant.entry, period))


def request_of(desk: Desk, words: str) -> CitationRequest:
    """What the words ask for; what is just so named, or said of the years ahead, is not taken apart."""
    whole, request = CitationRequest(words), read_request(desk.composer.report, words)
    if key(words) in desk.index.exact and not _names_figure(desk, request):
        return whole
    if request.period and not _says_anything(desk, request) and _says_anything(desk, whole):
        return whole  # 十五五规划
    return request


def _names_figure(desk: Desk, request: CitationRequest) -> bool:
    """去年就业 is an achievement's other name; who cites wants its figure."""
    report = desk.composer.report
    meant = look_up(desk.texts, request.words).clear
    entry = report.entries[meant.entry] if meant and meant.is_exact else None
    return isinstance(entry, Indicator) and bool(citable(report, entry, request.period))


def _says_anything(desk: Desk, request: CitationRequest) -> bool:
    report = desk.composer.report
    matches = look_up(desk.texts, request.words).matches
    return any(citable(report, report.entries[match.entry], request.period) for match in matches)


def reference_to(desk: Desk, words: str) -> Reference | None:
    """What the words stand for in somebody's text; None unless that is clear."""
    report = desk.composer.report
    request = request_of(desk, words)
    meant = look_up(desk.texts, request.words).clear
    found = citable(report, report.entries[meant.entry], request.period) if meant else ()
    return Reference(found[0], request.form) if found else None
