"""Words that make of a thing another one are foreign to it, wherever they stand."""

import pytest

from tests.asking.conftest import Answers, written


@pytest.mark.parametrize(
    "text",
    [
        "去年女性就业多少人",
        "去年就业的大学生多少人",
        "去年人均GDP增长多少",
        "GDP per capita growth in 2025",
        "new urban jobs for graduates in 2025",
        "高新技术企业去年产值多少",
        "去年多少人退休",
    ],
)
def test_what_is_narrowed_is_refused(answers: Answers, text: str) -> None:
    assert written(answers(text)) == []


@pytest.mark.parametrize("text", ["人均公园绿地面积多少", "park green space per person"])
def test_such_a_word_may_belong_to_a_name(answers: Answers, text: str) -> None:
    assert written(answers(text)) == ["15平方米以上"]


@pytest.mark.parametrize(
    "text", ["牟山园区，去年高新技术企业多少家", "去年高新技术企业多少家，合成生物领域的"]
)
def test_a_part_that_says_where_or_of_what_is_no_mere_topic(answers: Answers, text: str) -> None:
    assert written(answers(text)) == []
