"""Numbers as people write them: scales, bounds, numerals, and texts that only look like numbers."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.report.model import Bound
from bot.report.quantities import chinese_number, in_chinese, in_chinese_numerals, in_english

DIGITS = "零一二三四五六七八九"
TRICKY = st.text(
    "0123456789.,，%％倍万亿千百十零一二两三翻番以上下内左右超过不近约多余人元 atleoverbillion-\n"
)


def in_numerals(number: int) -> str:
    """As it is said: 1005 is 一千零五, 110 is 一百一十, 12 is 十二."""
    text, gap = "", False
    for power, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // power % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + name
        gap = not digit
    return text.removeprefix("一") if 10 <= number < 20 else text


def test_every_number_below_ten_thousand_is_read_back_from_numerals() -> None:
    assert [n for n in range(1, 10_000) if chinese_number(in_numerals(n)) != n] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两千两百", 2200),
        ("二〇二六", 2026),
        ("三千四", 3400),
        ("三百五", 350),
        ("一百零五", 105),
        ("百", 100),
        ("三万九千", 39_000),
        ("一亿零五十", 100_000_050),
        ("一万亿", 10**12),
        ("〇", 0),
    ],
)
def test_numerals_are_read_as_people_say_them(text: str, number: int) -> None:
    assert chinese_number(text) == number


@pytest.mark.parametrize("text", ["", "人", "三人", "百千", "三三百", "十十", "3", "万", "一万一万", "一 二"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert chinese_number(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.52万人", "15200"),
        ("3.7亿元", "370000000"),
        ("2万亿元", "2000000000000"),
        ("3千人", "3000"),
        ("3,400人", "3400"),
        ("24.8%", "24.8"),
        ("2.8倍", "2.8"),
    ],
)
def test_scales_are_multiplied_out(text: str, value: str) -> None:
    assert [quantity.value for quantity in in_chinese(text, "人", "元")] == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("3400人", Bound.EXACT),
        ("3400人以上", Bound.AT_LEAST),
        ("不少于3400人", Bound.AT_LEAST),
        ("不低于3400人", Bound.AT_LEAST),
        ("至少3400人", Bound.AT_LEAST),
        ("3400人以内", Bound.AT_MOST),
        ("3400人以下", Bound.AT_MOST),
        ("不超过3400人", Bound.AT_MOST),
        ("不高于3400人", Bound.AT_MOST),
        ("超过3400人", Bound.OVER),
        ("突破3400人", Bound.OVER),
        ("逾3400人", Bound.OVER),
        ("3400余人", Bound.OVER),
        ("3400多人", Bound.OVER),
        ("约3400人", Bound.ABOUT),
        ("近3400人", Bound.ABOUT),
        ("3400人左右", Bound.ABOUT),
    ],
)
def test_chinese_bounds_are_understood(text: str, bound: Bound) -> None:
    assert [quantity.bound for quantity in in_chinese(text, "人")] == [bound]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("3,400 people", Bound.EXACT),
        ("at least 3,400 people", Bound.AT_LEAST),
        ("no fewer than 3,400 people", Bound.AT_LEAST),
        ("3,400 or more people", Bound.AT_LEAST),
        ("at most 3,400 people", Bound.AT_MOST),
        ("no more than 3,400 people", Bound.AT_MOST),
        ("not more than 3,400 people", Bound.AT_MOST),
        ("not exceeding 3,400 people", Bound.AT_MOST),
        ("over 3,400 people", Bound.OVER),
        ("More than 3,400 people", Bound.OVER),
        ("about 3,400 people", Bound.ABOUT),
        ("over CNY 3,400", Bound.OVER),
    ],
)
def test_english_bounds_are_understood(text: str, bound: Bound) -> None:
    assert [(q.value, q.bound) for q in in_english(text)] == [(Decimal(3400), bound)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("CNY 370 million", "370000000"),
        ("CNY 1.5 billion", "1500000000"),
        ("a 3-million project", "3000000"),
        ("42.3%", "42.3"),
        ("2 trillion", "2000000000000"),
    ],
)
def test_english_scales_are_multiplied_out(text: str, value: str) -> None:
    assert [quantity.value for quantity in in_english(text)] == [Decimal(value)]


@pytest.mark.parametrize(
    ("text", "value"), [("实现翻番", 100), ("翻两番", 300), ("镇街全覆盖", 100), ("动态清零", 0)]
)
def test_words_that_state_a_quantity_are_read(text: str, value: int) -> None:
    assert [quantity.value for quantity in in_chinese(text)] == [value]


def test_a_bound_belongs_to_the_number_it_touches() -> None:
    found = in_chinese("储备项目200个以上,11个项目完成40亿元以上", "个", "元")
    assert [q.bound for q in found] == [Bound.AT_LEAST, Bound.EXACT, Bound.AT_LEAST]


def test_numerals_carry_unit_and_bound() -> None:
    [found] = in_chinese_numerals("新增三千四百人以上", "人")
    assert (found.value, found.unit, found.bound) == (Decimal(3400), "人", Bound.AT_LEAST)


@given(st.integers(0, 10**15))
def test_any_whole_number_is_read_back_in_english_and_in_chinese(number: int) -> None:
    [english] = in_english(f"at least {number:,} people")
    [chinese] = in_chinese(f"新增{number}人以上", "人")
    assert english.value == chinese.value == number


@settings(max_examples=300)
@given(st.one_of(TRICKY, st.text()))
def test_arbitrary_text_gives_quantities_inside_it_or_none(text: str) -> None:
    for found in (*in_chinese(text, "人"), *in_chinese_numerals(text, "人"), *in_english(text)):
        assert 0 <= found.start < found.end <= len(text)
        assert found.value >= 0


@given(st.one_of(st.text("零〇一二两三四五六七八九十百千万亿"), st.text()))
def test_arbitrary_characters_are_a_number_or_none(text: str) -> None:
    number = chinese_number(text)
    assert number is None or number >= 0


def test_scales_heaped_up_are_no_number() -> None:
    assert list(in_chinese_numerals("一亿" * 1000 + "一")) == []
