"""Deeds are looked up in the report's text; numbers never are."""

import pytest

from bot.asking.answers import Sort
from bot.lookup.index import Reason
from tests.asking.conftest import Answers


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("how will flooding and disaster warnings in the city be handled this year", "city-3"),
        ("国家级的独立工矿区转型，山城有没有份", "five-economy-4"),
        ("今年学前教育有啥安排", "livelihood-2"),
        ("smog and dust: what changed over the past five years", "five-green-1"),
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
        "which six rural roads will be rebuilt this year",
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
    [
        ("过去五年民生事业都有哪些成绩", "five-livelihood"),
        ("过去五年城市建设怎么写", "five-city"),
        ("what was done for schools in the district in 2025", "2025-livelihood-2"),
    ],
)
def test_the_same_matter_of_another_period_is_found_by_its_id(
    answers: Answers, text: str, theme: str
) -> None:
    assert [answer.entry for answer in answers(text)] == [theme]
