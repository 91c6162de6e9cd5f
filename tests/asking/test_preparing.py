"""How a question is written and how it ends does not matter."""

import pytest

from tests.asking.conftest import Answers, written


@pytest.mark.parametrize("ending", ["", "？", "?", "。", "！", " ", "？？", "…"])
def test_how_a_question_ends_does_not_matter(answers: Answers, ending: str) -> None:
    assert written(answers(f"去年就业多少人{ending}")) == ["3604人"]


@pytest.mark.parametrize(
    "text",
    [
        "去年城鎮新增就業多少人",
        "去年城镇新增就业多少人",
        "QUNIAN jiuye duoshao ren",
        "how many jobs did they've created last year",
        "how many jobs did they’ve created last year",
    ],
)
def test_how_a_question_is_written_does_not_matter(answers: Answers, text: str) -> None:
    assert written(answers(text)) == ["3604人"]


@pytest.mark.parametrize("written_so", ["yoy", "y/y", "Y-o-Y", "y/o/y"])
def test_year_on_year_is_shortened_in_many_ways(answers: Answers, written_so: str) -> None:
    assert written(answers(f"PM2.5 {written_so} in 2025")) == ["20.8%"]
