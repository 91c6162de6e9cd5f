"""What every briefing is composed from: the report, the language, the day; and words they share."""

from dataclasses import dataclass
from datetime import date

from bot.briefing.briefing import Fact, Link, Quote
from bot.briefing.numbers import bounded, figure_amount
from bot.briefing.phrases import Phrases
from bot.report.figures import place_of
from bot.report.model import Figure, Kind, Language, Measure, Passage, Place, Report, Role

_CLAUSE_ENDS = ",，。;；!！?？"
_SENTENCE_ENDS = "。;；!！?？"
_NUMERALS = "〇一二三四五六七八九十"
SYMBOLS = {
    Kind.TARGET: "🎯",
    Kind.INDICATOR: "📊",
    Kind.AREA: "📌",
    Kind.MEASURE: "📝",
    Kind.THEME: "🏅",
    Kind.ACHIEVEMENT: "🏅",
    Kind.GOAL: "🧭",
    Kind.REQUIREMENTS: "🧭",
    Kind.REQUIREMENT: "🧭",
    Kind.SELF_BUILDING: "🤝",
    Kind.PLEDGE: "🤝",
    Kind.OPENING: "📖",
    Kind.SLOGAN: "📖",
}


@dataclass(frozen=True, slots=True)
class Command:
    """A line of /help: the command, and the entry an example of its use is taken from."""

    name: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """Everything a composition may depend on; nothing else is read."""

    report: Report
    say: Phrases
    day: date
    commands: tuple[Command, ...] = ()

    @property
    def language(self) -> Language:
        return self.say.language

    def name(self, entry_id: str) -> str:
        """An entry's name in the language spoken."""
        return self.report.entries[entry_id].name[self.language]

    def called(self, entry_id: str) -> str:
        """What people type for an entry: its shortest Chinese name, or its id for readers of English."""
        entry = self.report.entries[entry_id]
        if self.language == "en":
            return entry_id
        return min((n for n in (entry.name.zh, *entry.aliases) if not n.isascii()), key=len, default=entry_id)

    def link(self, entry_id: str) -> Link:
        """A way to an entry, labelled with its name."""
        return Link(self.name(entry_id), entry_id)

    def ways(self, *pages: str) -> tuple[Link, ...]:
        """Ways to pages of the bot's own."""
        return tuple(Link(self.say(f"link-{page}"), page) for page in pages)

    def plan_year(self) -> str:
        return str(self.report.plan_year)

    def numbered(self, passage: Passage) -> str:
        """The name with the number the report gives it: (八)民生福祉."""
        name = passage.name[self.language]
        if passage.kind is not Kind.AREA:
            return name
        return self.say("area-name", number=self.numeral(passage.number), name=name)

    def numeral(self, number: int) -> str:
        """八 in Chinese, 8 in English."""
        return _chinese_numeral(number) if self.language == "zh" else str(number)

    def value(self, figure: Figure) -> str:
        """The number with bound, unit and direction: 不少于 3,400人, 增长6.7%, up 6.7%."""
        if figure.number in _WORDED:
            return self.say(_WORDED[figure.number])
        indicator = self.report.indicator(figure.indicator)
        number = bounded(figure.bound, figure_amount(figure, indicator, self.language), self.language)
        phrase = direction_of(self.report, figure)
        return self.say(phrase, number=number) if phrase else number

    def named_value(self, figure: Figure) -> str:
        """The indicator and its figure: 城镇新增就业 不少于 3,400人."""
        return self.say("named-value", name=self.name(figure.indicator), value=self.value(figure))

    def period(self, figure: Figure) -> str:
        """What the figure is of its period: 2025年实际, “十四五”时期累计, 2026年目标."""
        period = self.report.periods[figure.period]
        name = period.name[self.language]
        if figure.role is not Role.ACTUAL:
            return self.say(f"period-{figure.role}", period=name)
        if figure.measure is Measure.FLOW:
            return self.say("period-sum" if period.years > 1 else "period-actual", period=name)
        return name

    def place(self, place: Place) -> str:
        """三(八)一是; empty for what stands before the first heading."""
        if not place.part:
            return ""
        say, numeral = self.say, self.numeral
        words = say("place-part", number=numeral(place.part))
        if place.section:
            words += say("place-section", number=numeral(place.section))
        if place.item:
            words += say("place-item", number=numeral(place.item))
        return words

    def source(self, place: Place) -> str:
        """The footnote under a quote: ——《2026年政府工作报告》三(八)一是."""
        title = self.report.title[self.language]
        if not place.part:
            return self.say("quote-source-opening", title=title)
        return self.say("quote-source", title=title, place=self.place(place))

    def quote(self, passage: Passage) -> Quote:
        """The whole of a passage's words."""
        return Quote("", passage.quote, "", self.source(passage.place))

    def quote_of(self, figure: Figure) -> Quote:
        """The sentence a figure stands in, its clause set off."""
        passage = self.report.passage(figure.passage)
        start = place_of(figure.as_written, passage.quote)[0]
        end = start + len(figure.as_written)
        text = passage.quote
        sentence = (_before(text, start, _SENTENCE_ENDS), _after(text, end, _SENTENCE_ENDS, keep=True))
        clause = (_before(text, start, _CLAUSE_ENDS), _after(text, end, _CLAUSE_ENDS, keep=False))
        return Quote(
            text[sentence[0] : clause[0]],
            text[clause[0] : clause[1]],
            text[clause[1] : sentence[1]],
            self.source(passage.place),
        )

    def whereabouts(self, passage: Passage) -> Fact:
        """The headings a passage stands under, as ways on: (八)民生福祉 › 强化就业优先导向."""
        chain = [passage]
        while chain[0].parent:
            chain.insert(0, self.report.passage(chain[0].parent))
        names = [self.numbered(each) for each in chain]
        if passage.period:
            names.insert(0, self.report.periods[passage.period].name[self.language])
        return Fact(" › ".join(names), self.say("label-place"))


def direction_of(report: Report, figure: Figure) -> str:
    """The phrase that says which way a number goes, `value-up`; empty for a plain amount."""
    figures = report.indicator(figure.indicator).figures
    if figure.measure is Measure.FLOW and any(other.measure is Measure.TOTAL for other in figures):
        return "value-added"
    return _DIRECTIONS.get((figure.measure, figure.value < 0), "")


_DIRECTIONS = {
    (Measure.GROWTH, False): "value-up",
    (Measure.GROWTH, True): "value-down",
    (Measure.ANNUAL_GROWTH, False): "value-up-yearly",
    (Measure.ANNUAL_GROWTH, True): "value-down-yearly",
    (Measure.CHANGE, False): "value-more",
    (Measure.CHANGE, True): "value-less",
    (Measure.RATIO, False): "value-ratio",
}


# Quantities the report states without a digit are said without one.
_WORDED = {
    "翻两番": "worded-quadrupled",
    "翻一番": "worded-doubled",
    "翻番": "worded-doubled",
    "全覆盖": "worded-covered",
    "清零": "worded-cleared",
}


def _chinese_numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _NUMERALS[ones]
    return ("" if tens == 1 else _NUMERALS[tens]) + "十" + (_NUMERALS[ones] if ones else "")


def _before(text: str, start: int, ends: str) -> int:
    return max(text.rfind(mark, 0, start) for mark in ends) + 1


def _after(text: str, end: int, ends: str, *, keep: bool) -> int:
    found = [at for mark in ends if (at := text.find(mark, end)) >= 0]
    return min(found) + keep if found else len(text)
