"""What the words of a question say together: what is wanted, what is counted, of which time."""

import pytest

from bot.asking.asking import Asking
from bot.asking.understanding import part_of
from bot.asking.vocabulary import Sign
from tests.asking.conftest import Hears


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("今年就业目标", {Sign.TARGET}),
        ("去年就业实际完成多少", {Sign.ACTUAL, Sign.QUANTITY}),
        ("去年GDP同比增长", {Sign.GROWTH}),
        ("PM2.5下降多少", {Sign.LESS}),
        ("低保标准提高多少", {Sign.MORE}),
        ("去年就业总共多少", {Sign.LEVEL, Sign.QUANTITY}),
        ("就业和造林", {Sign.AND}),
        ("就业在报告哪一部分", {Sign.PLACE}),
        ("有哪些目标", {Sign.LIST}),
        ("怎么促进消费", {Sign.ACTION}),
        ("what was the growth rate of GDP", {Sign.GROWTH}),
        ("where in the report are jobs", {Sign.PLACE}),
    ],
)
def test_what_is_wanted_is_heard(hears: Hears, text: str, signs: set[Sign]) -> None:
    assert signs <= hears(text).signs


@pytest.mark.parametrize("text", ["今年就业", "就业", "jobs"])
def test_nothing_more_is_heard_than_was_said(hears: Hears, text: str) -> None:
    assert not hears(text).signs


def test_a_name_may_say_that_a_target_is_meant(hears: Hears) -> None:
    assert Sign.TARGET in hears("投资目标").signs
    assert Sign.GROWTH in hears("经济增速").signs


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("去年就业多少人", "人"),
        ("过去五年GDP多少亿元", "元"),
        ("新增四上企业几家", "家"),
        ("去年增长多少", ""),
        ("老旧小区改造受益群众有多少呢", "群众"),
        ("GDP in yuan", "元"),
        ("grain output in tonnes", "吨"),
        ("重点项目投资几十亿", "十亿"),
        ("新增企业几十家", "十家"),
    ],
)
def test_what_is_to_be_counted_is_heard(hears: Hears, text: str, unit: str) -> None:
    assert hears(text).unit.lstrip("万亿") == unit


def test_a_part_of_a_question_takes_its_time_from_the_whole(asking: Asking, hears: Hears) -> None:
    whole = hears("今年就业和造林的目标")
    part = part_of(asking.report, whole, whole.content[:1])
    assert part.periods == ("2026",)
    assert part.wants(Sign.TARGET)
    assert [segment.text for segment in part.content] == ["就业"]
