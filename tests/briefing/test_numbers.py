"""Numbers as each language writes them, and what they must never lose."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.briefing.numbers import amount, bounded, figure_amount, per_cent, rounded, scaled
from bot.report.model import LANGUAGES, Bound, Figure, Indicator, Kind, Language, Measure, Role, Text, Unit
from bot.report.quantities import in_chinese, in_english

SHOWN = re.compile(r"(-?(?:\d{1,3})(?:,\d{3})*(?:\.(\d+))?)( billion| million|亿|万|)")
SIZES = {" billion": 10**9, " million": 10**6, "亿": 10**8, "万": 10**4, "": 1}
PEOPLE = Unit("人", "{} people", "{} person")
JOBS = Indicator("jobs", Kind.TARGET, Text("就业", "Jobs"), (), PEOPLE, "more", accrues=True)
VALUES = st.decimals(-(10**13), 10**13, places=4)
BOTH = st.sampled_from(LANGUAGES)


def figure(value: Decimal, written: str, measure: Measure = Measure.TOTAL) -> Figure:
    return Figure("jobs", "2026", Role.TARGET, measure, Bound.EXACT, value, written, written, "人", "p-1")


def read(text: str) -> tuple[Decimal, Decimal]:
    """The number shown, and half of the last place it may be rounded to."""
    match = SHOWN.fullmatch(text)
    assert match, text
    size = SIZES[match[3]]
    return Decimal(match[1].replace(",", "")) * size, Decimal(size) / (2000 if size > 1 else 200)


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        ("0", "0", "0"),
        ("204", "204", "204"),
        ("3400", "3,400", "3,400"),
        ("15200", "1.52万", "15,200"),
        ("370000000", "3.7亿", "370 million"),
        ("13000000000", "130亿", "13 billion"),
        ("-204", "-204", "-204"),
        ("42.3", "42.3", "42.3"),
        ("14.86", "14.86", "14.86"),
    ],
)
def test_numbers_have_the_scale_of_the_language(value: str, chinese: str, english: str) -> None:
    assert scaled(Decimal(value), "zh") == chinese
    assert scaled(Decimal(value), "en") == english


@given(VALUES, BOTH)
def test_a_scaled_number_loses_no_more_than_its_last_place(value: Decimal, language: Language) -> None:
    shown, tolerance = read(scaled(value, language))
    assert abs(shown - value) <= tolerance
    assert shown == 0 or (shown < 0) is (value < 0)


@given(VALUES, BOTH)
@example(Decimal(99999999), "zh")
@example(Decimal(999999999), "en")
def test_rounding_up_reaches_the_next_scale(value: Decimal, language: Language) -> None:
    text = scaled(abs(value), language)
    largest = 9999 if text.endswith("万") else 999 if text.endswith("million") else 10**9
    assert Decimal(re.sub(r"[^\d.]", "", text)) < largest + 1


@given(st.decimals(0, 10**13, places=4))
@example(Decimal(1202500))
@example(Decimal(12345678))
@example(Decimal("0.125"))
def test_english_gives_a_figure_of_the_report_to_its_last_digit(value: Decimal) -> None:
    shown = figure_amount(figure(value, f"{value:f}"), JOBS, "en")
    assert [quantity.value for quantity in in_english(shown)] == [value]


@given(st.integers(0, 10**13), st.sampled_from(["", "万", "亿"]))
def test_chinese_gives_a_figure_as_the_report_writes_it(number: int, scale: str) -> None:
    shown = figure_amount(figure(Decimal(number), f"{number}{scale}"), JOBS, "zh")
    assert shown.replace(",", "") == f"{number}{scale}人"
    assert [quantity.number.replace(",", "") for quantity in in_chinese(shown, "人")] == [f"{number}{scale}"]


@pytest.mark.parametrize(
    ("number", "shown"), [("3604", "3,604人"), ("1.52万", "1.52万人"), ("1234.5", "1,234.5人")]
)
def test_chinese_gets_separators(number: str, shown: str) -> None:
    assert figure_amount(figure(Decimal(1), number), JOBS, "zh") == shown


def test_one_of_a_thing_is_singular_in_english() -> None:
    assert amount(Decimal(1), PEOPLE, "en") == "1 person"
    assert amount(Decimal(2), PEOPLE, "en") == "2 people"
    assert amount(Decimal(1), PEOPLE, "zh") == "1人"


@pytest.mark.parametrize(
    ("measure", "shown"),
    [(Measure.GROWTH, "12.5%"), (Measure.ANNUAL_GROWTH, "12.5%"), (Measure.RATIO, "12.5 times")],
)
def test_english_has_the_unit_of_the_measure(measure: Measure, shown: str) -> None:
    assert figure_amount(figure(Decimal("12.5"), "12.5", measure), JOBS, "en") == shown


def test_a_change_in_points_is_in_points() -> None:
    points = replace(figure(Decimal("12.7"), "12.7", Measure.CHANGE), unit="个百分点")
    assert figure_amount(points, JOBS, "en") == "12.7 percentage points"


@pytest.mark.parametrize("bound", Bound)
def test_a_bound_is_read_back_as_the_same_bound(bound: Bound) -> None:
    [chinese] = in_chinese(bounded(bound, "3,400人", "zh").replace(" ", ""), "人")
    [english] = in_english(bounded(bound, "3,400 people", "en"))
    assert chinese.bound is english.bound is bound


@pytest.mark.parametrize(
    ("value", "places", "shown"),
    [("2.5", 0, "3"), ("-2.5", 0, "-3"), ("0.05", 1, "0.1"), ("100.00", 1, "100"), ("89.589", 1, "89.6")],
)
def test_halves_are_rounded_away_from_zero(value: str, places: int, shown: str) -> None:
    assert f"{rounded(Decimal(value), places):f}" == shown


@pytest.mark.parametrize(("value", "shown"), [("-5.66", "−5.7%"), ("57.142", "+57.1%"), ("100", "+100%")])
def test_a_share_has_its_sign(value: str, shown: str) -> None:
    assert per_cent(Decimal(value)) == shown


@given(st.decimals(-1000, 1000, places=3).filter(bool))
@example(Decimal("-0.04"))
def test_a_fall_is_never_shown_as_a_rise(value: Decimal) -> None:
    assert (per_cent(value)[0] == "−") is (value < 0)
