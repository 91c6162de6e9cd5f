"""A figure against its words: what is told of a made-up figure in a made-up passage."""

from decimal import Decimal
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.report.documents import Document
from bot.report.draft import DraftPassage, Origin
from bot.report.figures import figure_of, place_of, problems_of, read_as_written
from bot.report.model import Bound, Indicator, Kind, Measure, Passage, Role, Text, Unit
from bot.report.shapes import FigureShape


class Saying(NamedTuple):
    """A figure, and what quote, Chinese summary and English summary say."""

    value: str
    written: str
    measure: Measure
    chinese: str
    english: str

    def told(self) -> set[str]:
        """The fields with problems."""
        shape = figure(Decimal(self.value), self.written, measure=self.measure)
        drafted = passage(self.chinese, self.chinese, self.english)
        return {field for field, _ in problems_of(shape, indicator(), drafted)}


CHINESE = {
    Bound.EXACT: "{}人",
    Bound.AT_LEAST: "{}人以上",
    Bound.OVER: "超过{}人",
    Bound.AT_MOST: "不超过{}人",
    Bound.ABOUT: "约{}人",
}
ENGLISH = {
    Bound.EXACT: "{:,} people",
    Bound.AT_LEAST: "at least {:,} people",
    Bound.OVER: "over {:,} people",
    Bound.AT_MOST: "at most {:,} people",
    Bound.ABOUT: "about {:,} people",
}
VALUES, BOUNDS = st.integers(0, 10**12), st.sampled_from(Bound)


def indicator(unit: str = "人", *, accrues: bool = True) -> Indicator:
    name = Text("招工", "Hiring")
    return Indicator(
        "hiring", Kind.INDICATOR, name, (), Unit(unit, "{} people", "{} person"), "more", accrues
    )


def passage(quote: str, chinese: str, english: str) -> DraftPassage:
    text = Text(chinese, english)
    drafted = Passage("p-1", Kind.MEASURE, 1, "p", Text("招工", "Hiring"), text, quote, ())
    return DraftPassage(drafted, Origin(Document("p.yaml", {}, {}), ()))


def figure(
    value: Decimal, written: str, bound: Bound = Bound.EXACT, measure: Measure | None = None
) -> FigureShape:
    return FigureShape(
        indicator="hiring",
        period="year",
        role=Role.ACTUAL,
        measure=measure,
        bound=bound,
        value=value,
        as_written=written,
    )


def spoken(number: int, bound: Bound) -> tuple[str, DraftPassage]:
    """The words for a number and its bound, and a passage that says them everywhere."""
    words = CHINESE[bound].format(number)
    quote = f"全年招工{words}。"
    return words, passage(quote, quote, f"Hire {ENGLISH[bound].format(number)} in the year.")


@given(VALUES, BOUNDS)
def test_a_figure_that_agrees_everywhere_has_no_problem(number: int, bound: Bound) -> None:
    words, drafted = spoken(number, bound)
    assert list(problems_of(figure(Decimal(number), words, bound), indicator(), drafted)) == []


@given(VALUES, VALUES, BOUNDS)
def test_another_value_is_told(number: int, other: int, bound: Bound) -> None:
    words, drafted = spoken(number, bound)
    fields = {field for field, _ in problems_of(figure(Decimal(other), words, bound), indicator(), drafted)}
    assert ("value" in fields) is (other != number)


@given(VALUES, BOUNDS, BOUNDS)
def test_another_bound_is_told(number: int, bound: Bound, other: Bound) -> None:
    words, drafted = spoken(number, bound)
    fields = {field for field, _ in problems_of(figure(Decimal(number), words, other), indicator(), drafted)}
    assert ("bound" in fields) is (other is not bound)


@given(VALUES, BOUNDS, VALUES, BOUNDS)
def test_a_summary_that_says_something_else_is_told(a: int, bound: Bound, b: int, other: Bound) -> None:
    words, drafted = spoken(a, bound)
    _, elsewhere = spoken(b, other)
    mixed = passage(drafted.passage.quote, elsewhere.passage.summary.zh, elsewhere.passage.summary.en)
    fields = {field for field, _ in problems_of(figure(Decimal(a), words, bound), indicator(), mixed)}
    assert fields == (set() if (a, bound) == (b, other) else {"summary.zh", "summary.en"})


FLOW, GROWTH, CHANGE, RATIO = Measure.FLOW, Measure.GROWTH, Measure.CHANGE, Measure.RATIO
BOTH_FELL = ("甲、乙分别下降14.3%、45.6%。", "They fell by 14.3% and 45.6%.")


@pytest.mark.parametrize(
    "saying",
    [
        Saying("400", "4倍", GROWTH, "增长4倍。", "It grew by 400%."),
        Saying("2.8", "2.8倍", RATIO, "是上期的2.8倍。", "It was 2.8 times that."),
        Saying("100", "翻番", GROWTH, "实现翻番。", "It doubled."),
        Saying("-14.3", "14.3%", GROWTH, *BOTH_FELL),
        Saying("-45.6", "45.6%", GROWTH, *BOTH_FELL),
        Saying("42", "42人", CHANGE, "减灾,同比增加42人。", "It rose by 42."),
        Saying("12.7", "12.7个百分点", CHANGE, "提高12.7个百分点。", "It rose by 12.7 percentage points."),
        Saying("40000", "4万人", FLOW, "招工4万人。", "Hire 40,000 people."),
    ],
)
def test_every_way_to_say_a_figure_is_accepted(saying: Saying) -> None:
    assert saying.told() == set()


@pytest.mark.parametrize(
    ("saying", "field"),
    [
        (Saying("14.3", "14.3%", GROWTH, *BOTH_FELL), "value"),
        (Saying("-14.3", "14.3%", GROWTH, "下降14.3%。", "It came to 14.3%."), "summary.en"),
        (Saying("6.7", "6.7%", GROWTH, "增长6.7%。", "It came to 6.7%."), "summary.en"),
        (Saying("4", "4倍", GROWTH, "增长4倍。", "It grew by 400%."), "value"),
        (Saying("6.7", "6.7", GROWTH, "增长6.7%。", "It grew by 6.7%."), "as_written"),
        (Saying("5", "5家", FLOW, "招工5家。", "Hire 5."), "as_written"),
        (Saying("1", "1人", FLOW, "甲1人、乙1人。", "1 and 1."), "as_written"),
        (Saying("4", "4人", FLOW, "招工34人。", "Hire 34."), "as_written"),
        (Saying("-4", "4人", FLOW, "招工4人。", "Hire 4, fewer."), "value"),
        (Saying("100", "翻番", GROWTH, "实现翻番。", "It rose."), "summary.en"),
    ],
)
def test_what_does_not_agree_is_told_by_its_field(saying: Saying, field: str) -> None:
    assert field in saying.told()


def test_words_are_not_found_inside_a_longer_number() -> None:
    assert place_of("400人", "新增3400人,招工400人") == (10,)
    assert place_of("3", "3.5,3") == (4,)


@pytest.mark.parametrize(
    ("written", "number"), [("3400人以上", "3400"), ("1.52万人", "1.52万"), ("三百人", "三百")]
)
def test_the_number_is_kept_as_the_report_writes_it(written: str, number: str) -> None:
    found = read_as_written(written, "人")
    assert found is not None
    assert found.number == number


@pytest.mark.parametrize(("accrues", "measure"), [(True, Measure.FLOW), (False, Measure.TOTAL)])
def test_a_figure_without_a_measure_gets_the_usual_one(*, accrues: bool, measure: Measure) -> None:
    made = figure_of(figure(Decimal(5), "5人"), indicator(accrues=accrues), "p-1")
    assert (made.measure, made.unit, made.passage) == (measure, "人", "p-1")


def test_a_figure_in_words_has_no_unit() -> None:
    made = figure_of(figure(Decimal(100), "翻番", measure=Measure.GROWTH), indicator(), "p-1")
    assert (made.number, made.unit) == ("翻番", "")
