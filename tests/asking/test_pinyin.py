"""Pinyin is read as the words it spells, and nothing else is."""

import pytest

from bot.asking.asking import Asking
from bot.asking.pinyin import heard_words
from tests.asking.conftest import Hears

PINYIN = ["jinnianjiuyemubiao", "jinnian jiuye mubiao", "jin nian jiu ye mu biao", "JinNian jiuye mubiao"]


@pytest.mark.parametrize("text", PINYIN)
def test_pinyin_is_heard_as_the_words_it_spells(hears: Hears, text: str) -> None:
    heard, spoken = hears(text), hears("今年就业目标")
    assert (heard.content, heard.periods, heard.signs) == (spoken.content, spoken.periods, spoken.signs)


def test_english_words_are_not_taken_for_pinyin(asking: Asking) -> None:
    assert heard_words(asking.lexicon, "jobs created") == ("job", "created")


def test_pinyin_that_spells_nothing_known_stays_as_it_is(asking: Asking) -> None:
    assert heard_words(asking.lexicon, "xqzvw") == ("xqzvw",)


def test_words_of_one_syllable_are_read_where_all_is_pinyin(hears: Hears) -> None:
    heard, spoken = hears("jiating yisheng tuandui you ji zhi"), hears("家庭医生团队有几支")
    assert (heard.content, heard.signs) == (spoken.content, spoken.signs)


def test_women_is_an_english_word_among_english_ones(asking: Asking) -> None:
    assert heard_words(asking.lexicon, "jobs for women") == ("job", "for", "women")
    assert heard_words(asking.lexicon, "women qu") == ("我", "们", "区")
