"""One form for what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lookup.normalise import folded, grams, key, ordinal, place, stem, words
from tests.report.test_quantities import in_numerals

THREE = (
    *("3", "三", "（三）", "(三)", "(3)", "（3）", "第三", "第3", "第 三", "三、", "3.", "三是", " 3 "),
    *("Ⅲ", "ⅲ", "iii", "III", "３", "③", "⑶", "㈢", "㊂", "第三个", "第3项", "第三大", "第3类"),
    *("three", "Third", "THIRD", "3rd", "No.3", "no. 3", "number 3", "#3"),
)
NO_ORDINAL = (
    *("", " ", "jobs", "三月份", "3.5", "-3", "3-1", "1000", "三+", "第", "()"),
    *("😀", "三百", "number", "½", "third place"),
)
PLACES = ("8-1", "8.1", "8·1", "８－１", "八、一", "(八)一是", "（八）一", "三(八)一是", "8/1")
ONE_NAME = (
    "“四上”企业",
    "四上 企业",
    "《四上》企业！",
    "四上-企业",
    "\u200b四上企业",
    "四上企业🎯",
    "「四上」企业",
)
FOLDED = [("ＰＭ２．５", "pm2.5"), ("PM₁₀", "pm10"), ("Café", "cafe"), ("R&D", "rd")]


@pytest.mark.parametrize("text", THREE)
def test_a_number_is_understood_in_every_script(text: str) -> None:
    assert ordinal(text) == 3


@pytest.mark.parametrize("text", NO_ORDINAL)
def test_what_is_no_number_is_no_ordinal(text: str) -> None:
    assert ordinal(text) is None


def test_every_number_below_a_hundred_counts_in_digits_and_numerals() -> None:
    for number in range(1, 100):
        assert ordinal(f"第{number}项") == ordinal(f"（{in_numerals(number)}）") == number


@pytest.mark.parametrize("text", PLACES)
def test_a_place_is_an_area_and_a_measure(text: str) -> None:
    assert place(text) == (8, 1)


@pytest.mark.parametrize("text", ["", "81", "8", "八一", "8-", "8-1-2", "jobs", "8-0", "a-1"])
def test_what_is_no_place_is_none(text: str) -> None:
    assert place(text) is None


@pytest.mark.parametrize("text", ONE_NAME)
def test_punctuation_spaces_and_symbols_do_not_count(text: str) -> None:
    assert key(text) == "四上企业"


@pytest.mark.parametrize(("text", "wanted"), FOLDED)
def test_width_case_and_accents_do_not_count(text: str, wanted: str) -> None:
    assert key(text) == wanted


def test_words_keep_their_spaces() -> None:
    assert words("  New   URBAN-jobs! ") == "new urban jobs"


def test_pieces_are_pairs_of_chinese_and_triples_of_latin() -> None:
    assert grams("新增就业") == ["新增", "增就", "就业"]
    assert grams("jobs") == ["job", "obs"]
    assert grams("业") == ["业"]


@given(st.text())
def test_any_text_has_a_key_that_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)
    assert " " not in key(text)
    assert folded(text) == folded(text).strip()


@given(st.text(" 0123456789一二三四五六七八九十百第(（)）-.是项ivxthndr①Ⅲ"))
def test_any_text_is_an_ordinal_a_place_or_neither(text: str) -> None:
    number, where = ordinal(text), place(text)
    assert number is None or number >= 0
    assert where is None or min(where) > 0


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        *(("ditches", "ditch"), ("boxes", "box"), ("businesses", "business"), ("wishes", "wish")),
        *(("villages", "village"), ("houses", "house"), ("economies", "economy"), ("roads", "road")),
        *(("gas", "gas"), ("business", "business"), ("pass", "pass"), ("ties", "tie")),
    ],
)
def test_a_word_is_the_same_in_the_plural(plural: str, singular: str) -> None:
    assert stem(plural) == stem(singular)
