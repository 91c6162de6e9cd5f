"""Follow-ups go on from the question before, and only they do."""

import pytest

from tests.asking.conftest import Answers, written

FOLLOWED = [
    (("去年就业多少人", "今年呢"), ["3400人以上"]),
    (("今年就业目标", "去年呢"), ["3604人"]),
    (("今年就业目标", "造林呢"), ["700亩以上"]),
    (("去年GDP增长多少", "固投呢"), ["5.4%"]),
    (("城市低保标准提高多少", "农村的呢"), ["50%"]),
    (("城市低保标准提高多少", "那农村的呢，我老家在乡下"), ["50%"]),
    (("urban income growth over five years", "and the rural one"), ["7.6%"]),
    (("how many jobs last year", "Interesting. And this year?"), ["3400人以上"]),
    (("how many jobs last year", "what about this year"), ["3400人以上"]),
    (("今年就业目标", "去年呢", "过去五年呢"), ["1.52万人"]),
    (("今年技术合同目标", "去年增长呢"), ["24.8%"]),
    (("technology contract target this year", "and growth last year"), ["24.8%"]),
    (("过去五年就业多少人", "在此期间高技能人才呢"), ["6215人"]),
    (("去年技术合同增长多少", "目标呢"), ["3.7亿元以上"]),
    (("去年GDP增长多少", "2024年呢"), []),
    (("去年就业多少人", "北京呢"), []),
    (("去年就业多少人", "谢谢"), []),
    (("去年就业多少人", "失业呢"), []),
    (("how is the air quality", "which projects are provincial priorities"), []),
]


@pytest.mark.parametrize(("texts", "figures"), FOLLOWED)
def test_a_follow_up_goes_on_from_the_question_before(
    answers: Answers, texts: tuple[str, ...], figures: list[str]
) -> None:
    assert written(answers(*texts)) == figures


def test_without_a_question_before_nothing_is_gone_on_from(answers: Answers) -> None:
    assert written(answers("今年呢")) == []


def test_a_whole_question_does_not_go_on_from_the_one_before(answers: Answers) -> None:
    assert answers("今年就业目标", "去年GDP增长多少") == answers("去年GDP增长多少")
