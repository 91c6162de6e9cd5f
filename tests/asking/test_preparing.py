"""How a question is written and how it ends does not matter."""

import pytest

from tests.asking.conftest import Answers, written


@pytest.mark.parametrize("ending", ["", "？", "?", "。", "！", " ", "？？", "…"])
def test_how_a_question_ends_does_not_matter(answers: Answers, ending: str) -> None:
    assert written(answers(f"去年就业多少人{ending}")) == ["3604人"]


@pytest.mark.parametrize(
    "text", ["去年城鎮新增就業多少人", "去年城镇新增就业多少人", "QUNIAN jiuye duoshao ren"]
)
def test_how_a_question_is_written_does_not_matter(answers: Answers, text: str) -> None:
    assert written(answers(text)) == ["3604人"]
