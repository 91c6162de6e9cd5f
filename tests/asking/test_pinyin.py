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
