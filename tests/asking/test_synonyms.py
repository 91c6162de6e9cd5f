"""A thing is found by words that may stand for those of its name, and nothing else by that."""

import pytest

from bot.asking.synonyms import canonical
from bot.asking.vocabulary import Sign, synonym_classes, words_of_asking
from tests.asking.conftest import Answers, written


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("How many ageing housing estates were refurbished in five years", "32个"),
        ("growth in the number of technology-based small and medium-sized companies last year", "24%"),
        ("过去五年改造卫生间多少座", "1万座"),
        ("五年城市居民人均可支配所得增长多少", "5%"),
    ],
)
def test_a_thing_is_found_by_other_words_for_it(answers: Answers, text: str, figure: str) -> None:
    assert written(answers(text)) == [figure]


@pytest.mark.parametrize(
    "text",
    [
        "五年改造了多少学校卫生间",
        "How many ageing hospitals were refurbished in five years",
        "去年女性城市居民可支配所得增长多少",
    ],
)
def test_other_words_explain_nothing_else(answers: Answers, text: str) -> None:
    assert written(answers(text)) == []


def test_a_word_is_read_as_the_first_of_its_class() -> None:
    assert canonical(("old", "folk")) == ("elderly",)
    assert canonical(tuple("老年人")) == tuple("老年")


def test_what_is_to_stay_stays() -> None:
    assert canonical(("company", "growth"), frozenset({0})) == ("company", "growth")


def test_reading_twice_changes_nothing_more() -> None:
    words = [tuple(word) for words in synonym_classes() for word in words if not word.isascii()]
    once = [canonical(word) for word in words]
    assert [canonical(word) for word in once] == once


def test_no_word_is_in_two_classes() -> None:
    words = [word for words in synonym_classes() for word in words]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_no_word_of_asking_is_a_synonym() -> None:
    """Growth and target are never read as anything else."""
    asking = {word for word, sign in words_of_asking() if sign is not Sign.NO}
    assert asking & {word for _, *others in synonym_classes() for word in others} == set()
