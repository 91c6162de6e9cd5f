"""Ids, aliases and references: each name means one thing, each reference leads somewhere."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from bot.report.draft import Draft, Origin
from bot.report.figures import measure_of
from bot.report.model import LANGUAGES, Kind, Period, Role, Text
from bot.report.shapes import FigureShape

# Addresses the bot itself uses for its pages; an entry of the same id could not be reached.
RESERVED = frozenset(
    (
        *("about", "achievements", "areas", "compare", "goals", "help", "indicators", "language"),
        *("pledges", "privacy", "requirements-all", "search", "start", "targets", "today"),
    )
)


def id_problems(draft: Draft) -> Iterator[str]:
    """Ids that are double or the bot's own."""
    seen: dict[str, Origin] = {}
    for entry_id, origin in _ids(draft):
        if entry_id in RESERVED:
            yield origin.problem(f"{entry_id!r} is a page of the bot; choose another", "id")
        elif entry_id in seen:
            other = seen[entry_id]
            yield origin.problem(f"{entry_id!r} is taken in {other.document.file}; choose another", "id")
        elif len(entry_id) > 40:
            yield origin.problem(f"{entry_id!r} is longer than 40 characters; shorten it", "id")
        seen.setdefault(entry_id, origin)
    yield from _sibling_slugs(draft)
    yield from _double_periods(draft)


def alias_problems(draft: Draft) -> Iterator[str]:
    """Names and aliases two entries of one kind share: the bot could not tell which is meant."""
    taken: dict[tuple[str, str], tuple[str, Origin]] = {}
    for group, entry_id, field, words, origin in _names(draft):
        key = (group, _spelling(words))
        owner, _ = taken.setdefault(key, (entry_id, origin))
        if owner != entry_id:
            yield origin.problem(f"“{words}” already names {owner!r}; give it to one of them", *field)


def reference_problems(draft: Draft) -> Iterator[str]:
    """Periods that do not exist, indicators nothing measures, figures that contradict each other."""
    periods = {period.id: period for period, _ in draft.periods}
    indicators = {indicator.id: indicator for indicator, _ in draft.indicators}
    used: dict[tuple[str, str, str, str], object] = {}
    for passage in draft.passages:
        if passage.passage.period and passage.passage.period not in periods:
            what = f"no period {passage.passage.period!r} in report.yaml; mend it"
            yield passage.origin.document.problem(("period",), what)
        for index, shape in enumerate(passage.figures):
            for field, what in _time_problems(shape, passage.passage.period, periods):
                yield passage.origin.problem(what, "figures", index, field)
            indicator = indicators.get(shape.indicator)
            measure = measure_of(shape, indicator) if indicator else ""
            key = (shape.indicator, shape.period, shape.role, measure)
            if used.setdefault(key, shape.value) != shape.value:
                yield passage.origin.problem(
                    f"{shape.indicator} has another value for this period already; mend one",
                    "figures",
                    index,
                    "value",
                )
    measured = {indicator_id for indicator_id, *_ in used}
    for defined, origin in draft.indicators:
        if defined.id not in measured:
            yield origin.problem(f"nothing measures {defined.id!r}; add a figure or remove it", "id")


def _time_problems(
    shape: FigureShape, reviewed: str, periods: Mapping[str, Period]
) -> Iterator[tuple[str, str]]:
    """Pairs of field and problem: what was reached lies in the past, what is wanted in the future."""
    period = periods.get(shape.period)
    if period is None:
        yield "period", f"no period {shape.period!r} in report.yaml; mend it"
    elif reviewed in periods and shape.period != reviewed:
        yield "period", f"{shape.period!r} in the review of {reviewed!r}; make them agree"
    elif (shape.role is Role.TARGET) is (period.kind == "review"):
        wanted = "actual or baseline" if period.kind == "review" else "target"
        yield (
            "role",
            f"{shape.role.value!r} in {shape.period!r}, a period of kind {period.kind}; {wanted} fits",
        )


def plan_problems(draft: Draft, plan_year: int, origin: Origin) -> Iterator[str]:
    """Exactly one period is the plan, and it is the plan year."""
    plans = [period for period, _ in draft.periods if period.kind == "plan"]
    if [(p.first_year, p.last_year) for p in plans] != [(plan_year, plan_year)]:
        yield origin.problem("there must be one period of kind plan, and it must be this year", "plan_year")
    for period, where in draft.periods:
        if period.last_year < period.first_year:
            yield where.problem("ends before it begins; swap from and to", "to")
        allowed = range(period.first_year, period.last_year + 1)
        yield from _wrong_years(period.name, allowed, where, "name")


def title_problems(title: Text, plan_year: int, origin: Origin) -> Iterator[str]:
    """A year in the title is the plan year: it stands under every quote."""
    yield from _wrong_years(title, range(plan_year, plan_year + 1), origin, "title")


def _wrong_years(text: Text, allowed: range, origin: Origin, field: str) -> Iterator[str]:
    for language in LANGUAGES:
        for year in re.findall(r"(?<!\d)(?:19|20|21)\d\d(?!\d)", text[language]):
            if int(year) not in allowed:
                yield origin.problem(f"{year} is not its year; mend it", field, language)


def _ids(draft: Draft) -> Iterator[tuple[str, Origin]]:
    for indicator, origin in draft.indicators:
        yield indicator.id, origin
    for passage in draft.passages:
        yield passage.passage.id, passage.origin


def _sibling_slugs(draft: Draft) -> Iterator[str]:
    seen: dict[tuple[str, str, str], str] = {}
    for drafted in draft.passages:
        passage = drafted.passage
        key = (passage.kind, passage.parent, passage.slug)
        if passage.slug and passage.kind is not Kind.THEME and seen.setdefault(key, passage.id) != passage.id:
            yield drafted.origin.problem(f"{passage.slug!r} stands twice in this list; choose another", "id")


def _double_periods(draft: Draft) -> Iterator[str]:
    seen = set()
    for period, origin in draft.periods:
        if period.id in seen:
            yield origin.problem(f"{period.id!r} stands twice; choose another", "id")
        seen.add(period.id)


_Name = tuple[str, str, tuple[str | int, ...], str, Origin]


def _names(draft: Draft) -> Iterator[_Name]:
    for indicator, origin in draft.indicators:
        yield from _names_of("indicator", indicator.id, indicator.name, indicator.aliases, origin)
    for drafted in draft.passages:
        passage = drafted.passage
        # Two years may both have had a theme of the same name; under one parent they may not.
        group = f"{passage.kind} {passage.period}"
        yield from _names_of(group, passage.id, passage.name, passage.aliases, drafted.origin)


def _spelling(words: str) -> str:
    """What is left when width, case, spaces and punctuation do not count."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    return "".join(character for character in folded if character.isalnum()) or words


def _names_of(
    group: str, entry_id: str, name: Text, aliases: tuple[str, ...], origin: Origin
) -> Iterator[_Name]:
    yield group, entry_id, ("name", "zh"), name.zh, origin
    yield group, entry_id, ("name", "en"), name.en, origin
    for index, alias in enumerate(aliases):
        yield group, entry_id, ("aliases", index), alias, origin
