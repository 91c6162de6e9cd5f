"""Deeds are looked up in the report's text; numbers never are."""

import pytest

from bot.asking.answers import Sort
from bot.lookup.index import Reason
from bot.lookup.search import TextIndex, shares, text_words
from tests.asking.conftest import Answers


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("how will flooding and disaster warnings in the city be handled this year", "city-3"),
        ("国家级的独立工矿区转型，山城有没有份", "five-economy-4"),
    ],
)
def test_the_passage_with_most_of_the_words_answers(answers: Answers, text: str, place: str) -> None:
    [found] = answers(text)
    assert (found.sort, found.entry, found.reason) == (Sort.PASSAGE, place, Reason.TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "how many flood and disaster warnings in the city were there this year",
        "今年防住农田灾害花了多少",
        "how will quantum computing be developed this year",
        "今年怎么发展元宇宙产业",
        "2024年怎么防住农田灾害、保住耕地",
        "北京今年怎么发展夜间经济",
        "牡丹区今年怎么抓安全生产",
        "How will Beijing develop its night economy this year",
        "How will Dubai develop its night economy this year",
        "what is planned for the night economy in Zhengzhou this year",
    ],
)
def test_numbers_other_times_and_other_matters_are_not_looked_up_there(answers: Answers, text: str) -> None:
    assert answers(text)[0].sort is Sort.REFUSAL


@pytest.mark.parametrize(
    ("text", "theme"),
    [("过去五年民生事业都有哪些成绩", "five-livelihood"), ("过去五年城市建设怎么写", "five-city")],
)
def test_the_same_matter_of_another_period_is_found_by_its_id(
    answers: Answers, text: str, theme: str
) -> None:
    assert [answer.entry for answer in answers(text)] == [theme]


def test_one_word_in_common_is_no_share(texts: TextIndex) -> None:
    assert shares(texts, text_words("forest")) == {}


def test_a_word_nobody_uses_makes_every_share_less(texts: TextIndex) -> None:
    known = shares(texts, text_words("forest fire prevention"))
    more = shares(texts, text_words("forest fire prevention xylophone"))
    assert known.keys() == more.keys()
    assert all(0 < more[entry] < known[entry] <= 1 for entry in known)
