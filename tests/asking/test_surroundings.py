"""Which words may stand beside a name without changing what is meant."""

import pytest

from bot.asking.surroundings import Surroundings, explains
from bot.report.model import Report


@pytest.mark.parametrize("words", ["就业率", "失业", "人均", "占比", "平均工资", "非农就业"])
def test_another_measure_of_a_thing_is_not_explained_by_it(report: Report, words: str) -> None:
    assert not explains(Surroundings(report)["jobs"], words)


@pytest.mark.parametrize(
    ("indicator", "words"),
    [
        ("rural-water-quality", "供水率"),
        ("proposal-completion", "满意率"),
        ("retail-sales", "居民人均"),
    ],
)
def test_another_measure_is_not_explained_though_the_same_sentence_has_it(
    report: Report, indicator: str, words: str
) -> None:
    around = Surroundings(report)[indicator]
    assert words in around.chinese
    assert not explains(around, words)


def test_the_words_of_its_own_sentence_are_explained(report: Report) -> None:
    roads = Surroundings(report)["rural-roads"]
    assert explains(roads, "农村公路")
    assert not explains(roads, "高速铁路")
