"""Citations: an entry in the forms people put into papers, each held to the report's own words."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.briefing.comparison import latest_first
from bot.briefing.context import Context, direction_of
from bot.briefing.phrases import phrases
from bot.errors import UnknownAddressError
from bot.report.figures import read_as_written
from bot.report.model import Entry, Figure, Indicator, Kind, Language, Passage, Place, Report
from bot.report.quantities import WORDED
from bot.report.source import clean

_BARE_RATE = re.compile(".{1,2}率")  # 满意率 does not say with what
_PAUSES = "，,、；;：:"
_SENTENCE_ENDS = _PAUSES + "。！!？?."


class Form(StrEnum):
    """How an entry is put into a paper."""

    OFFICIAL = "official"  # the report's own words and where they stand; Chinese always
    BILINGUAL = "bilingual"  # the whole passage, and in English
    LINE = "line"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited: a passage, or one figure of an indicator."""

    entry: Entry
    figure: Figure | None = None


def citable(report: Report, entry: Entry, period: str = "") -> tuple[Cited, ...]:
    """What can be cited of an entry (of a period, when one is named), first what is meant if nothing is said.

    Of an indicator the plan year's target, then the other figures, latest first. Empty when the report says
    nothing of that period.
    """
    if isinstance(entry, Passage):
        return (Cited(entry),) if period in ("", _period_of(report, entry)) else ()
    figures = dict.fromkeys((*entry.targets, *latest_first(report, entry.figures)))
    return tuple(Cited(entry, figure) for figure in figures if period in ("", figure.period))


def address_of(report: Report, cited: Cited) -> str:
    """The id of the entry; with the figure's position among them when it is not the first meant: `jobs_1`."""
    if isinstance(cited.entry, Passage) or cited == citable(report, cited.entry)[0]:
        return cited.entry.id
    return f"{cited.entry.id}_{_position(cited)}"


def at_address(report: Report, address: str) -> Cited:
    """The opposite of `address_of`; raises UnknownAddressError for anything it would not have made."""
    entry = report.entries.get(address.partition("_")[0])
    for cited in citable(report, entry) if entry else ():
        if address_of(report, cited) == address:
            return cited
    raise UnknownAddressError(address)


def forms_of(report: Report, cited: Cited) -> tuple[Form, ...]:
    """The forms an entry has: no figure where the report gives none, or one that says nothing alone."""
    has_figure = cited.figure is not None and _stands_alone(report, cited.figure)
    return tuple(form for form in Form if form is not Form.FIGURE or has_figure)


def cite(context: Context, cited: Cited, form: Form) -> str:
    """The text in this form; `forms_of` says which there are.

    What stands between “ ” is verbatim from the report; line and figure are in the language of the context.
    """
    if form is Form.OFFICIAL:
        return _official(context, cited, quote_of(in_language(context, "zh"), cited))
    if form is Form.BILINGUAL:
        # The English is of the whole passage, so the Chinese beside it is too, and no single clause.
        whole = _passage_of(context.report, cited).quote.rstrip(_PAUSES)
        return f"{_official(context, cited, whole)}\n{_in_english(context, cited)}"
    if form is Form.FIGURE and cited.figure:
        return _value(context, cited.figure)
    return _line(context, cited)


def cite_within(context: Context, cited: Cited, form: Form) -> str:
    """As it stands inside somebody's own sentence: without source, period or full stop.

    Where there is no such form, the report's own words.
    """
    figure = cited.figure if form in forms_of(context.report, cited) else None
    if form is Form.FIGURE and figure:
        return _value(context, figure)
    if form is Form.LINE and figure and _names_its_unit(context.report, figure):
        return context.say("citation-named", name=context.name(cited.entry.id), value=_value(context, figure))
    return context.say("citation-quoted", quote=quote_of(context, cited).rstrip(_SENTENCE_ENDS))


def source_of(context: Context, cited: Cited) -> str:
    """Who says it and where, in the language of the context: 某某人民政府《…政府工作报告》第三部分第八节."""
    report, language = context.report, context.language
    title, body, place = (
        report.title[language],
        report.body[language],
        _place(context, _place_of(report, cited)),
    )
    # A title that names the place says whose report it is.
    if report.place[language] in title:
        return context.say("citation-source-titled", title=title, place=place)
    return context.say("citation-source", body=body, title=title, place=place)


def quote_of(context: Context, cited: Cited) -> str:
    """The report's words: the clause of a figure when it names what is measured, else the sentence."""
    if cited.figure is None:
        return context.report.passage(cited.entry.id).quote.rstrip(_PAUSES)
    quote = context.quote_of(cited.figure)
    names = (name for name in (cited.entry.name.zh, *cited.entry.aliases) if not _BARE_RATE.fullmatch(name))
    return quote.words if any(clean(name) in quote.words for name in names) else quote.text


def in_language(context: Context, language: Language) -> Context:
    """The same context, speaking this language."""
    return context if context.language == language else replace(context, say=phrases(language))


def _official(context: Context, cited: Cited, quote: str) -> str:
    chinese = in_language(context, "zh")
    return chinese.say("citation-official", quote=quote, source=source_of(chinese, cited))


def _in_english(context: Context, cited: Cited) -> str:
    """The curated English of the passage: a summary, so it is not put between quotation marks."""
    english = in_language(context, "en")
    summary = _passage_of(context.report, cited).summary.en
    return english.say("citation-english", summary=summary, source=source_of(english, cited))


def _line(context: Context, cited: Cited) -> str:
    if cited.figure is None:
        passage = context.report.passage(cited.entry.id)
        name, summary = passage.name[context.language], passage.summary[context.language]
        if summary.rstrip(_SENTENCE_ENDS) == name:
            return name
        return context.say("citation-line-passage", name=name, summary=summary)
    period = context.period(cited.figure)
    if context.language == "zh" and not _names_its_unit(context.report, cited.figure):
        # 第一产业占比4.7 would lack its unit, and …覆盖率全覆盖 is no sentence: the report's clause is one.
        words = quote_of(context, cited).rstrip(_SENTENCE_ENDS)
        return context.say("citation-line-clause", period=period, words=words)
    name = context.name(cited.entry.id)
    return context.say("citation-line", period=period, name=name, value=_value(context, cited.figure))


def _value(context: Context, figure: Figure) -> str:
    """In Chinese the number, unit and bound as the report writes them, and the direction; else as usual."""
    if context.language != "zh":
        return context.value(figure)
    written = _written(context.report, figure)
    direction = "" if figure.number in WORDED else direction_of(context.report, figure)
    if direction == "value-added":
        return context.say("citation-added", number=written)
    return context.say(direction, number=written) if direction else written


def _written(report: Report, figure: Figure) -> str:
    """3400人以上, 突破10亿元: without the nouns that stand in `as_written` to tell it from another number."""
    found = read_as_written(figure.as_written, report.indicator(figure.indicator).unit.zh)
    return figure.as_written[found.start : found.end] if found else figure.as_written


def _names_its_unit(report: Report, figure: Figure) -> bool:
    found = read_as_written(figure.as_written, report.indicator(figure.indicator).unit.zh)
    return bool(found and found.unit)


def _stands_alone(report: Report, figure: Figure) -> bool:
    return figure.number in WORDED or _names_its_unit(report, figure)


def _place_of(report: Report, cited: Cited) -> Place:
    return _passage_of(report, cited).place


def _passage_of(report: Report, cited: Cited) -> Passage:
    return report.passage(cited.figure.passage if cited.figure else cited.entry.id)


def _place(context: Context, place: Place) -> str:
    """By the report's headings down to the section; what it names inside one is for readers of the page."""
    if not place.part:
        return context.say("citation-opening")
    words = context.say("citation-part", number=context.numeral(place.part))
    if place.section:
        words += context.say("citation-section", number=context.numeral(place.section))
    return words


def _period_of(report: Report, passage: Passage) -> str:
    """The period a passage is about: what it reviews; for goals the years ahead; else the plan year."""
    if passage.period:
        return passage.period
    outlooks = (period.id for period in report.periods.values() if period.kind == "outlook")
    return next(outlooks, report.plan.id) if passage.kind is Kind.GOAL else report.plan.id


def _position(cited: Cited) -> int:
    indicator = cited.entry
    if isinstance(indicator, Indicator) and cited.figure:
        return indicator.figures.index(cited.figure)
    return 0
