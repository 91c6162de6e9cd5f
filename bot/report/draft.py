"""The digest's entries before they are believed: each with the place in the YAML it came from."""

from dataclasses import dataclass, field

from bot.report import shapes
from bot.report.digest import Digest, File
from bot.report.documents import Document, FieldPath
from bot.report.model import Indicator, Kind, Passage, Period, Text, Unit


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in the YAML something stands."""

    document: Document
    path: FieldPath

    def problem(self, what: str, *field_path: str | int) -> str:
        """A problem line for a field of it."""
        return self.document.problem((*self.path, *field_path), what)


@dataclass(frozen=True, slots=True)
class DraftPassage:
    """A passage and the figures written under it."""

    passage: Passage
    origin: Origin
    figures: tuple[shapes.FigureShape, ...] = ()


@dataclass(slots=True)
class Draft:
    """All entries in the report's order; ids may still be double, figures wrong."""

    periods: list[tuple[Period, Origin]] = field(default_factory=list)
    indicators: list[tuple[Indicator, Origin]] = field(default_factory=list)
    passages: list[DraftPassage] = field(default_factory=list)
    exceptions: list[tuple[str, Origin]] = field(default_factory=list)


def draft_of(digest: Digest) -> Draft:
    """Entries of every file that could be read."""
    draft = Draft()
    if digest.report:
        _add_identity(draft, digest.report)
    if digest.indicators:
        _add_indicators(draft, digest.indicators)
    order = [period.id for period, _ in draft.periods]
    for review in sorted(digest.reviews, key=lambda file: _position(order, file.shape.period)):
        _add_review(draft, review)
    if digest.goals:
        _add_goals(draft, digest.goals)
    for area in digest.areas:
        _add_area(draft, area)
    if digest.self_building:
        _add_self_building(draft, digest.self_building)
    return draft


@dataclass(frozen=True, slots=True)
class _Family:
    """What the entries of one YAML list have in common."""

    kind: Kind
    prefix: str = ""  # ids are prefix-1, prefix-2 …
    parent: str = ""
    period: str = ""


def _position(order: list[str], period: str) -> int:
    """Where the report speaks of the period; an unknown one is reported later."""
    return order.index(period) if period in order else len(order)


def _text(shape: shapes.NameShape | shapes.TextShape) -> Text:
    return Text(shape.zh, shape.en)


def _add_identity(draft: Draft, file: File[shapes.ReportShape]) -> None:
    for index, period in enumerate(file.shape.periods):
        name, years = _text(period.name), (period.first_year, period.last_year)
        origin = Origin(file.document, ("periods", index))
        draft.periods.append((Period(period.id, period.kind, *years, name, period.aliases), origin))
    for index, exception in enumerate(file.shape.exceptions):
        draft.exceptions.append((exception.text, Origin(file.document, ("exceptions", index))))
    if file.shape.opening:
        _add_heading(draft, Origin(file.document, ("opening",)), file.shape.opening, Kind.OPENING)
    for index, slogan in enumerate(file.shape.slogans):
        name = _text(slogan.name)
        parent = Kind.OPENING.value if file.shape.opening else ""
        passage = Passage(
            f"slogan-{index + 1}", Kind.SLOGAN, index + 1, "", name, name, slogan.quote, (), parent=parent
        )
        draft.passages.append(DraftPassage(passage, Origin(file.document, ("slogans", index))))


def _add_indicators(draft: Draft, file: File[shapes.IndicatorsShape]) -> None:
    for index, shape in enumerate(file.shape.indicators):
        unit = Unit(shape.unit.zh, shape.unit.en, shape.unit.one or shape.unit.en)
        name, aliases = _text(shape.name), shape.aliases
        indicator = Indicator(shape.id, Kind.INDICATOR, name, aliases, unit, shape.better, shape.accrues)
        draft.indicators.append((indicator, Origin(file.document, ("indicators", index))))


def _add_review(draft: Draft, file: File[shapes.ReviewShape]) -> None:
    period = file.shape.period
    for index, theme in enumerate(file.shape.themes):
        theme_id = f"{period}-{theme.id}"
        origin = Origin(file.document, ("themes", index))
        family = _Family(Kind.THEME, period=period)
        draft.passages.append(
            DraftPassage(_passage(theme, theme_id, index + 1, family), origin, theme.figures)
        )
        items = Origin(file.document, ("themes", index, "achievements"))
        _add_items(draft, items, theme.achievements, _Family(Kind.ACHIEVEMENT, theme_id, theme_id, period))


def _add_goals(draft: Draft, file: File[shapes.GoalsShape]) -> None:
    _add_items(draft, Origin(file.document, ("goals",)), file.shape.goals, _Family(Kind.GOAL, "goal"))
    if requirements := file.shape.requirements:
        _add_heading(draft, Origin(file.document, ("requirements",)), requirements, Kind.REQUIREMENTS)
        origin = Origin(file.document, ("requirements", "items"))
        family = _Family(Kind.REQUIREMENT, "requirements", "requirements")
        _add_items(draft, origin, requirements.items, family)


def _add_area(draft: Draft, file: File[shapes.AreaShape]) -> None:
    shape = file.shape
    name, aim = _text(shape.name), _text(shape.aim)
    area = Passage(shape.id, Kind.AREA, shape.number, "", name, aim, shape.quote, shape.aliases)
    draft.passages.append(DraftPassage(area, Origin(file.document, ())))
    origin = Origin(file.document, ("measures",))
    _add_items(draft, origin, shape.measures, _Family(Kind.MEASURE, shape.id, shape.id))


def _add_self_building(draft: Draft, file: File[shapes.SelfBuildingShape]) -> None:
    _add_heading(draft, Origin(file.document, ()), file.shape, Kind.SELF_BUILDING)
    origin = Origin(file.document, ("pledges",))
    _add_items(draft, origin, file.shape.pledges, _Family(Kind.PLEDGE, "pledge", "self-building"))


def _add_heading(draft: Draft, origin: Origin, shape: shapes.OpeningShape, kind: Kind) -> None:
    """A passage there is one of; its kind is its id."""
    name, summary = _text(shape.name), _text(shape.summary)
    passage = Passage(kind.value, kind, 0, "", name, summary, shape.quote, shape.aliases)
    draft.passages.append(DraftPassage(passage, origin))


def _add_items(draft: Draft, origin: Origin, items: tuple[shapes.PassageShape, ...], family: _Family) -> None:
    for index, item in enumerate(items):
        passage = _passage(item, f"{family.prefix}-{index + 1}", index + 1, family)
        place = Origin(origin.document, (*origin.path, index))
        draft.passages.append(DraftPassage(passage, place, item.figures))


def _passage(shape: shapes.PassageShape, entry_id: str, number: int, family: _Family) -> Passage:
    return Passage(
        entry_id,
        family.kind,
        number,
        slug=shape.id,
        name=_text(shape.name),
        summary=_text(shape.summary),
        quote=shape.quote,
        aliases=shape.aliases,
        parent=family.parent,
        period=family.period,
    )
