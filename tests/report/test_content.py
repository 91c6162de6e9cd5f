"""The digest in content/: each file in its shape, and the whole as the rest of the program needs it."""

import pytest

from bot.report import shapes
from bot.report.documents import read_yaml
from bot.report.model import Indicator, Kind, Passage, Report, Role
from bot.report.source import Source
from tests.conftest import ROOT

CONTENT = ROOT / "content"
FILES = sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.yaml"))
SHAPES: dict[str, type[shapes.Shape]] = {
    "report.yaml": shapes.ReportShape,
    "indicators.yaml": shapes.IndicatorsShape,
    "goals.yaml": shapes.GoalsShape,
    "self-building.yaml": shapes.SelfBuildingShape,
    "review": shapes.ReviewShape,
    "areas": shapes.AreaShape,
}


@pytest.mark.parametrize("name", FILES)
def test_every_file_reads_in_its_shape(name: str) -> None:
    document = read_yaml(CONTENT / name)
    SHAPES[name.partition("/")[0]].model_validate(document.data)


def test_there_is_nothing_but_files_of_the_digest() -> None:
    assert {path.suffix for path in CONTENT.rglob("*") if path.is_file()} == {".yaml"}


def test_every_number_of_the_report_is_accounted_for(report: Report) -> None:
    covered, total = report.coverage
    assert covered == total


def test_every_quote_stands_where_the_entry_says(report: Report) -> None:
    source = Source.parse((ROOT / "seeds" / report.source_file).read_text(encoding="utf-8"))
    for passage in report.passages():
        assert source.place_at(source.find(passage.quote)) == passage.place


def test_areas_and_measures_have_the_numbers_of_the_report(report: Report) -> None:
    areas = list(report.passages(Kind.AREA))
    measures = list(report.passages(Kind.MEASURE))
    assert [area.place.section for area in areas] == [area.number for area in areas]
    assert [measure.place.item for measure in measures] == [measure.number for measure in measures]


def test_every_section_and_item_of_the_plan_is_an_entry(report: Report) -> None:
    source = Source.parse((ROOT / "seeds" / report.source_file).read_text(encoding="utf-8"))
    part = next(report.passages(Kind.AREA)).place.part
    said = {place for place in source.places if place.part == part and place.section}
    assert said == {passage.place for passage in report.passages(Kind.AREA, Kind.MEASURE)}


def test_parents_and_children_know_each_other(report: Report) -> None:
    for passage in report.passages():
        assert all(child.parent == passage.id for child in report.children(passage))
        assert not passage.parent or passage.id in report.passage(passage.parent).children


def test_a_target_is_an_indicator_with_a_figure_for_the_plan_year(report: Report) -> None:
    for indicator in report.indicators():
        wanted = any(f.role is Role.TARGET and f.period == report.plan.id for f in indicator.figures)
        assert (indicator.kind is Kind.TARGET) is wanted is bool(indicator.targets)


def test_every_figure_belongs_to_its_indicator_and_its_passage(report: Report) -> None:
    for indicator in report.indicators():
        for figure in indicator.figures:
            assert figure.indicator == indicator.id
            assert figure in report.passage(figure.passage).figures


def test_entries_are_found_by_their_kind_only(report: Report) -> None:
    area = next(report.passages(Kind.AREA))
    target = next(report.indicators(Kind.TARGET))
    assert isinstance(report.passage(area.id), Passage)
    assert isinstance(report.indicator(target.id), Indicator)
    with pytest.raises(KeyError):
        report.passage(target.id)
    with pytest.raises(KeyError):
        report.indicator(area.id)
