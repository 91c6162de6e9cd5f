"""What a question's words tell of each passage: rare ones most, everyday ones by the words of reports."""

import pytest

from bot.asking.lexicon import units_of
from bot.asking.telling import shares
from bot.asking.vocabulary import related_words
from bot.lookup.search import TextIndex


def told(texts: TextIndex, *stretches: str, least: int = 1) -> dict[str, float]:
    return shares(texts, [units_of(stretch) for stretch in stretches], least)


def test_as_many_words_as_wanted_have_to_be_there(texts: TextIndex) -> None:
    assert told(texts, "forest", least=2) == {}
    assert told(texts, "forest")


def test_a_word_nobody_uses_makes_every_share_less(texts: TextIndex) -> None:
    known = told(texts, "forest fire prevention", least=2)
    more = told(texts, "forest fire prevention xylophone", least=2)
    assert known.keys() == more.keys()
    assert all(0 < more[entry] < known[entry] <= 1 for entry in known)


@pytest.mark.parametrize(
    ("everyday", "passage"),
    [
        ("smog", "five-green-1"),
        ("雾霾", "five-green-1"),
        ("dust and haze", "five-green-1"),
        ("打官司", "opening"),
    ],
)
def test_everyday_words_tell_of_what_reports_call_otherwise(
    texts: TextIndex, everyday: str, passage: str
) -> None:
    found = told(texts, everyday)
    assert 0 < found[passage] < 1


def test_what_stands_in_the_text_tells_more_than_what_is_near_to_it(texts: TextIndex) -> None:
    assert told(texts, "air quality")["five-green-1"] > told(texts, "smog")["five-green-1"]


def test_words_unknown_to_text_and_lists_tell_nothing(texts: TextIndex) -> None:
    assert told(texts, "xylophone", "木琴") == {}


def test_each_word_of_reports_has_one_line() -> None:
    reported = [word for word, _ in related_words()]
    assert len(reported) == len(set(reported))
    assert all(everyday and all(everyday) for _, everyday in related_words())
