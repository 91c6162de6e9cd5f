"""content/*.yaml and seeds/ to a Report, or every problem at once."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bot.errors import ContentError
from bot.report.digest import Digest, read_digest
from bot.report.documents import UnreadableError, read_text
from bot.report.draft import Draft, Origin, draft_of
from bot.report.evidence import coverage_problems, order_problems, passage_problems, uncovered
from bot.report.figures import figure_of
from bot.report.model import Entry, Figure, Indicator, Kind, Report, Role, Text
from bot.report.references import (
    alias_problems,
    id_problems,
    plan_problems,
    reference_problems,
    title_problems,
)
from bot.report.shapes import ReportShape
from bot.report.source import Source, clean


def load_report(content: Path, seeds: Path) -> Report:
    """Reads the digest in `content` and holds it against the report's text in `seeds`.

    Raises ContentError with every problem as `file:line: field: what is wrong and what to do`.
    """
    digest = read_digest(content)
    draft = draft_of(digest)
    problems = list(digest.problems)
    source = _read_source(digest, seeds, problems)
    if source is not None:
        problems.extend(passage_problems(draft, source))
    if source is not None and not digest.problems and digest.report is not None:
        identity = Origin(digest.report.document, ())
        shape = digest.report.shape
        problems.extend(_whole(draft, source, shape, identity, str(seeds / shape.source)))
    if problems or digest.report is None or source is None:
        raise ContentError(sorted(set(problems), key=_by_line))
    return _report(digest.report.shape, draft, source)


def _read_source(digest: Digest, seeds: Path, problems: list[str]) -> Source | None:
    if digest.report is None:
        return None
    try:
        return Source.parse(read_text(seeds / digest.report.shape.source))
    except UnreadableError as error:
        problems.append(str(error))
        return None


def _whole(draft: Draft, source: Source, shape: ReportShape, identity: Origin, file: str) -> Iterator[str]:
    """What can only be judged when every file could be read."""
    yield from plan_problems(draft, shape.plan_year, identity)
    yield from title_problems(Text(shape.title.zh, shape.title.en), shape.plan_year, identity)
    yield from id_problems(draft)
    yield from alias_problems(draft)
    yield from reference_problems(draft)
    yield from order_problems(draft, source)
    yield from coverage_problems(draft, source, file)


def _by_line(problem: str) -> tuple[str, int, str]:
    file, line, _ = problem.split(":", 2)
    return (file, int(line) if line.isdecimal() else 0, problem)


def _report(shape: ReportShape, draft: Draft, source: Source) -> Report:
    passages = _passages(draft, source)
    missing, total = uncovered(draft, source)
    return Report(
        id=shape.id,
        version=shape.version,
        title=Text(shape.title.zh, shape.title.en),
        body=Text(shape.body.zh, shape.body.en),
        place=Text(shape.place.zh, shape.place.en),
        source_file=shape.source,
        periods={period.id: period for period, _ in draft.periods},
        entries=passages | _indicators(draft, passages),
        coverage=(total - len(missing), total),
    )


def _passages(draft: Draft, source: Source) -> dict[str, Entry]:
    children: defaultdict[str, list[str]] = defaultdict(list)
    for drafted in draft.passages:
        children[drafted.passage.parent].append(drafted.passage.id)
    indicators = {indicator.id: indicator for indicator, _ in draft.indicators}
    return {
        drafted.passage.id: replace(
            drafted.passage,
            quote=clean(drafted.passage.quote),  # as long as the source's own words: offsets hold in both
            place=source.place_at(source.find(drafted.passage.quote)),
            children=tuple(children[drafted.passage.id]),
            figures=tuple(
                figure_of(shape, indicators[shape.indicator], drafted.passage.id) for shape in drafted.figures
            ),
        )
        for drafted in draft.passages
    }


def _indicators(draft: Draft, passages: dict[str, Entry]) -> dict[str, Entry]:
    figures: defaultdict[str, list[Figure]] = defaultdict(list)
    for entry in passages.values():
        for figure in entry.figures:
            figures[figure.indicator].append(figure)
    plans = {period.id for period, _ in draft.periods if period.kind == "plan"}
    return {
        indicator.id: _with_figures(indicator, tuple(figures[indicator.id]), plans)
        for indicator, _ in draft.indicators
    }


def _with_figures(indicator: Indicator, figures: tuple[Figure, ...], plans: set[str]) -> Indicator:
    wanted = tuple(f for f in figures if f.role is Role.TARGET and f.period in plans)
    kind = Kind.TARGET if wanted else Kind.INDICATOR
    return replace(indicator, kind=kind, figures=figures, targets=wanted)
