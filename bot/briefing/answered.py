"""What is said to a question in plain words: the figure in the first line, or what there is not."""

from collections.abc import Iterator

from bot.asking.answers import Answer, Sort
from bot.asking.choosing import Lack
from bot.asking.hearing import joined
from bot.asking.vocabulary import Sign
from bot.briefing.answers import echo, shortened
from bot.briefing.briefing import Block, Briefing, Fact, Link
from bot.briefing.comparing import figures_briefing
from bot.briefing.comparison import latest_first
from bot.briefing.context import SYMBOLS, Context
from bot.report.model import Entry, Figure, Indicator, Measure, Passage

_LONGEST_GIST = 80  # characters of what a passage says, beside other answers
_ADDRESS = "answer"  # it has none: it can be said once, not turned to again
# What is lacking when a measure is: by the word that says most of what was asked for.
_MEASURES = {
    Sign.GROWTH: "growth",
    Sign.LEVEL: "level",
    Sign.LESS: "fall",
    Sign.MORE: "rise",
    Sign.SHARE: "share",
    Sign.ADDED: "added",
}


def answered_briefing(context: Context, question: str, answers: tuple[Answer, ...]) -> Briefing:
    """One to three answers as one message; raises ValueError for those that are pages of their own."""
    first = answers[0]
    if len(answers) > 1:
        return _several(context, answers)
    if first.sort is Sort.FIGURE:
        return _figure(context, first)
    if first.sort is Sort.PLACE:
        return _place(context, first)
    if first.sort is Sort.COMPARISON:
        return _compared(context, first)
    if first.sort is Sort.REFUSAL:
        return refused_briefing(context, question, first)
    raise ValueError(first.sort)


def _figure(context: Context, answer: Answer) -> Briefing:
    """The figure; its neighbours, labelled; the sentence it stands in."""
    figure = answer.figures[0]
    indicator = context.report.indicator(figure.indicator)
    others = [each for each in latest_first(context.report, indicator.figures) if each is not figure]
    blocks: list[Block] = [
        *_neighbours(context, others),
        _gist(context, figure.passage),
        context.whereabouts(context.report.passage(figure.passage)),
        context.quote_of(figure),
    ]
    symbol, title = SYMBOLS[indicator.kind], first_line(context, answer)
    return Briefing(_ADDRESS, context.language, symbol, title, "", tuple(blocks), _ways(context, indicator))


def first_line(context: Context, answer: Answer) -> str:
    """The answer in a line: 城镇新增就业 · 2025年实际：3,604人; a refusal says what there is not."""
    if answer.sort is Sort.REFUSAL:
        return _refusal(context, answer) if answer.entry else _not_found(context, _heard(answer))
    name = context.name(answer.entry) if answer.entry in context.report.entries else ""
    if answer.sort is Sort.FIGURE:
        figure = answer.figures[0]
        return context.say(
            "answer-figure", name=name, period=context.period(figure), value=context.value(figure)
        )
    if answer.sort is Sort.PLACE:
        place = context.place(_passage_of(context, answer).place)
        title = context.report.title[context.language]
        return context.say(
            "answer-place", name=name, title=title, place=place or context.say("answer-opening")
        )
    if answer.sort is Sort.PASSAGE:
        gist = context.report.passage(answer.entry).summary[context.language]
        return context.say("named-value", name=name, value=shortened(gist, _LONGEST_GIST))
    return name


def _compared(context: Context, answer: Answer) -> Briefing:
    """Both figures; or for which time there is none, and what there is."""
    if len(answer.figures) == 2:
        return figures_briefing(context, *answer.figures)
    names = (context.report.periods[period].name[context.language] for period in answer.missing)
    title = context.say("comparison-title", name=context.name(answer.entry))
    lead = context.say("comparison-missing", period=context.say("and-separator").join(names))
    blocks: list[Block] = [Fact(context.value(figure), context.period(figure)) for figure in answer.figures]
    blocks += [context.quote_of(figure) for figure in answer.figures]
    indicator = context.report.indicator(answer.entry)
    return Briefing(_ADDRESS, context.language, "📊", title, lead, tuple(blocks), _ways(context, indicator))


def _neighbours(context: Context, figures: list[Figure]) -> Iterator[Fact]:
    label = context.say("label-others")
    for figure in figures:
        line = context.say("figure-line", period=context.period(figure), value=context.value(figure))
        yield Fact(line, label)
        label = ""


def _gist(context: Context, passage: str) -> Fact:
    """For readers of English what the Chinese sentence says; in step with the Chinese, where nothing is."""
    if context.language == "zh":
        return Fact("")
    return Fact(context.report.passage(passage).summary.en, context.say("label-gist"))


def _ways(context: Context, indicator: Indicator) -> tuple[Link, ...]:
    links = [context.link(indicator.id)]
    if len(indicator.figures) > 1:
        links.append(Link(context.say("link-compare"), f"compare_{indicator.id}"))
    return (*links, Link(context.say("link-cite"), f"cite_{indicator.id}"))


def _place(context: Context, answer: Answer) -> Briefing:
    passage = _passage_of(context, answer)
    quote = context.quote_of(answer.figures[0]) if answer.figures else context.quote(passage)
    blocks: list[Block] = [_gist(context, passage.id), context.whereabouts(passage), quote]
    links = tuple(context.link(entry) for entry in dict.fromkeys((answer.entry, passage.id)))
    entry = context.report.entries[answer.entry]
    title = first_line(context, answer)
    return Briefing(_ADDRESS, context.language, SYMBOLS[entry.kind], title, "", tuple(blocks), links)


def _passage_of(context: Context, answer: Answer) -> Passage:
    return context.report.passage(answer.figures[0].passage if answer.figures else answer.entry)


def _several(context: Context, answers: tuple[Answer, ...]) -> Briefing:
    """A line for each, then the sentences."""
    title, *lines = (first_line(context, answer) for answer in answers)
    quotes = {
        quote.text: quote
        for answer in answers
        for figure in answer.figures
        for quote in (context.quote_of(figure),)
    }
    entries = [answer.entry for answer in answers if answer.entry in context.report.entries]
    links = tuple(context.link(entry) for entry in dict.fromkeys(entries))
    symbol = SYMBOLS[context.report.entries[entries[0]].kind] if entries else "🔎"
    blocks: list[Block] = [*quotes.values()]
    return Briefing(_ADDRESS, context.language, symbol, title, "\n".join(lines), tuple(blocks), links)


def refused_briefing(context: Context, question: str, answer: Answer) -> Briefing:
    """What the report does not give, and at most three neighbours with what it gives of them, unquoted."""
    if answer.lack in (Lack.CHAT, Lack.SUBJECT):
        return how_to_ask_briefing(context)
    title = _refusal(context, answer) if answer.entry else _not_found(context, question)
    blocks: list[Block] = [_neighbour(context, context.report.entries[entry]) for entry in answer.nearest]
    lead = context.say("refused-nearest" if blocks else "refused-bare")
    links = () if blocks else context.ways("targets", "areas", "help")
    return Briefing(_ADDRESS, context.language, "🤷", title, lead, tuple(blocks), links)


def _not_found(context: Context, words: str) -> str:
    return context.say("refused-words", question=echo(words))


def _heard(answer: Answer) -> str:
    segments = answer.heard.segments if answer.heard else ()
    return joined(tuple(unit for segment in segments for unit in segment.units))


def _refusal(context: Context, answer: Answer) -> str:
    """What the report lacks of an entry, with the time that was asked about."""
    lack: str = answer.lack or Lack.WORDS
    if lack == Lack.WORDS:
        return _not_found(context, context.name(answer.entry))
    if lack == Lack.MEASURE:
        signs = answer.heard.signs if answer.heard else frozenset()
        lack = next((word for sign, word in _MEASURES.items() if sign in signs), "level")
    time = _time(context, answer)
    when = context.say("refused-when", period=time) if time else ""
    return context.say(f"refused-{lack}", name=context.name(answer.entry), when=when)


def _time(context: Context, answer: Answer) -> str:
    """As it was said, where it is none of the report's; else the period's name; empty where none was said."""
    heard = answer.heard
    if heard and (heard.other_times or _lacks_what_it_is_held_against(context, answer)):
        said = (segment.text for segment in heard.segments if segment.is_other_time)
        times = dict.fromkeys(context.say("refused-year", year=t) if t.isdigit() else t for t in said)
        return context.say("and-separator").join(times) or context.say("refused-then")
    period = answer.period or (heard.periods[0] if heard and heard.periods else "")
    if answer.lack in (Lack.TARGET, Lack.ACTUAL):
        period = period or context.report.plan.id
    return context.report.periods[period].name[context.language] if period else ""


def _lacks_what_it_is_held_against(context: Context, answer: Answer) -> bool:
    """Whether the time that is named is given, and not the one it was to be compared with: 2025年比2024年."""
    heard, entry = answer.heard, context.report.entries.get(answer.entry)
    if heard is None or not heard.against or answer.lack is not Lack.PERIOD:
        return False
    return isinstance(entry, Indicator) and any(f.period == heard.period for f in entry.figures)


def _neighbour(context: Context, entry: Entry) -> Fact:
    """An entry and the times it has figures for, but none of them: it might be taken for the answer."""
    label = f"{SYMBOLS[entry.kind]} {entry.name[context.language]}"
    kind = context.say(f"kind-{entry.kind}")
    text = kind
    if isinstance(entry, Indicator):
        figures = dict.fromkeys(
            context.period(figure) for figure in latest_first(context.report, entry.figures)
        )
        given = context.say("name-separator").join(figures)
        text = context.say("refused-given", kind=kind, given=given)
    return Fact(text, label, (Link(entry.name[context.language], entry.id),), stacked=True)


def how_to_ask_briefing(context: Context) -> Briefing:
    """For courtesies and what is no question: what can be asked, with examples from the report."""
    blocks: list[Block] = [Fact(example) for example in _examples(context)]
    links = context.ways("targets", "areas", "help")
    title, lead = context.say("ask-title"), context.say("ask-lead")
    return Briefing(_ADDRESS, context.language, "💬", title, lead, tuple(blocks), links)


def _examples(context: Context) -> Iterator[str]:
    """A target, and something that grew in the year before; what there is most to say of."""
    indicators = sorted(context.report.indicators(), key=lambda indicator: -len(indicator.figures))
    target = next((each for each in indicators if each.targets), None)
    if target:
        yield context.say("ask-example-target", name=_asked(context, target))
    last = str(context.report.plan_year - 1)
    grown = next(
        (i for i in indicators for f in i.figures if f.period == last and f.measure is Measure.GROWTH), None
    )
    if grown:
        yield context.say("ask-example-last", name=_asked(context, grown))


def _asked(context: Context, indicator: Indicator) -> str:
    """As it stands within a question."""
    if context.language == "zh":
        return context.called(indicator.id)
    name = indicator.name.en
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
