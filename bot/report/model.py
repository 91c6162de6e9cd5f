"""The report as the rest of the program sees it: frozen, complete, every entry with an id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal, get_args

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
# What a chat is spoken to in: one language, or both side by side.
Voice = Literal["zh", "en", "both"]
VOICES: tuple[Voice, ...] = get_args(Voice)


class Kind(StrEnum):
    """What an entry is."""

    OPENING = "opening"
    SLOGAN = "slogan"
    THEME = "theme"
    ACHIEVEMENT = "achievement"
    GOAL = "goal"
    REQUIREMENTS = "requirements"
    REQUIREMENT = "requirement"
    AREA = "area"
    MEASURE = "measure"
    SELF_BUILDING = "self-building"
    PLEDGE = "pledge"
    TARGET = "target"  # an indicator with a target for the plan year
    INDICATOR = "indicator"  # an indicator without one


class Role(StrEnum):
    """What a figure says of its period: what was reached, what is wanted, or where it started."""

    ACTUAL = "actual"
    TARGET = "target"
    BASELINE = "baseline"


class Measure(StrEnum):
    """How a figure measures its indicator; figures compare only when these agree."""

    TOTAL = "total"  # how much there is
    FLOW = "flow"  # how much was added in the period
    GROWTH = "growth"  # per cent against the period before; negative when it fell
    ANNUAL_GROWTH = "annual-growth"  # mean per cent a year
    CHANGE = "change"  # difference in the indicator's own unit; negative when it fell
    RATIO = "ratio"  # times the value at the end of the period before


class Bound(StrEnum):
    """How the report limits a number: 以上, 超过, 以内, 左右."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    OVER = "over"
    AT_MOST = "at-most"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in each language of the digest."""

    zh: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Period:
    """A span of whole years the report speaks of."""

    id: str
    kind: Literal["review", "plan", "outlook"]
    first_year: int
    last_year: int
    name: Text
    aliases: tuple[str, ...]

    @property
    def years(self) -> int:
        """Length in years, both ends counted."""
        return self.last_year - self.first_year + 1


@dataclass(frozen=True, slots=True)
class Unit:
    """Chinese unit as the report writes it; English as a template around `{}`."""

    zh: str
    en: str
    one: str


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where the report says it, by its own headings: 三(八)一是 is (3, 8, 1); 0 where there is none."""

    part: int = 0
    section: int = 0
    item: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the report, tied to the words it stands in."""

    indicator: str
    period: str
    role: Role
    measure: Measure
    bound: Bound
    value: Decimal  # in the indicator's unit, 万 and 亿 multiplied out; per cent for growth
    as_written: str
    number: str  # the number and its 万/亿 as the report writes them, or the word (翻番)
    unit: str  # the unit the figure is written with; empty when the word says it all
    passage: str  # id of the entry whose quote holds it


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of the report with its verbatim quote; may have a parent and children."""

    id: str
    kind: Kind
    number: int
    slug: str  # the editor's own name for it, unique among its siblings
    name: Text
    summary: Text
    quote: str
    aliases: tuple[str, ...]
    place: Place = Place()
    parent: str = ""
    children: tuple[str, ...] = ()
    period: str = ""
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A thing that is measured, with every figure the report gives for it, in the report's order."""

    id: str
    kind: Kind
    name: Text
    aliases: tuple[str, ...]
    unit: Unit
    better: Literal["more", "less", "neither"]
    accrues: bool
    figures: tuple[Figure, ...] = ()
    targets: tuple[
        Figure, ...
    ] = ()  # what is wanted for the plan year; goals of later years are not among them


Entry = Passage | Indicator


@dataclass(frozen=True, slots=True)
class Report:
    """One government work report: its identity and its entries, by id and in order."""

    id: str
    version: str
    title: Text
    body: Text
    place: Text
    source_file: str
    periods: Mapping[str, Period]
    entries: Mapping[str, Entry]
    coverage: tuple[int, int]  # numbers of the source that are accounted for, and all of them

    @property
    def plan(self) -> Period:
        """The year the report plans for."""
        return next(period for period in self.periods.values() if period.kind == "plan")

    @property
    def plan_year(self) -> int:
        """The calendar year the targets are for."""
        return self.plan.first_year

    def passages(self, *kinds: Kind) -> Iterator[Passage]:
        """Passages of these kinds (all when none is named), in the report's order."""
        for entry in self.entries.values():
            if isinstance(entry, Passage) and (not kinds or entry.kind in kinds):
                yield entry

    def indicators(self, *kinds: Kind) -> Iterator[Indicator]:
        """Indicators of these kinds (all when none is named), in the report's order."""
        for entry in self.entries.values():
            if isinstance(entry, Indicator) and (not kinds or entry.kind in kinds):
                yield entry

    def passage(self, entry_id: str) -> Passage:
        """The passage with this id; raises KeyError when the id is of something else."""
        entry = self.entries[entry_id]
        if isinstance(entry, Passage):
            return entry
        raise KeyError(entry_id)

    def indicator(self, entry_id: str) -> Indicator:
        """The indicator with this id; raises KeyError when the id is of something else."""
        entry = self.entries[entry_id]
        if isinstance(entry, Indicator):
            return entry
        raise KeyError(entry_id)

    def children(self, passage: Passage) -> tuple[Passage, ...]:
        """Measures of an area, achievements of a theme, and so on."""
        return tuple(self.passage(child) for child in passage.children)
