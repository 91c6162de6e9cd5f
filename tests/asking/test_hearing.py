"""A question taken apart: its time, what is wanted of it, what is counted, and its subject."""

import pytest

from bot.asking.asking import Asking
from bot.asking.hearing import LONGEST, hear, heard_words, part_of
from bot.asking.vocabulary import Sign
from tests.asking.conftest import Hears


def subject(hears: Hears, text: str) -> list[str]:
    return [segment.text for segment in hears(text).content]


def test_what_is_neither_time_nor_asking_is_the_subject(hears: Hears) -> None:
    assert subject(hears, "请问去年城镇新增就业的目标是多少呢") == ["城镇新增就业"]
    assert subject(hears, "please tell me how many jobs created last year") == ["job created"]


def test_the_longest_name_is_heard(hears: Hears) -> None:
    (segment,) = hears("外贸实绩企业").content
    assert {term.entry for term in segment.terms} == {"trading-firms"}


def test_an_unknown_word_stays_in_the_subject(hears: Hears) -> None:
    assert "".join(subject(hears, "去年离婚多少")) == "离婚"


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
    ],
)
def test_what_is_to_be_counted_is_heard(hears: Hears, text: str, unit: str) -> None:
    assert hears(text).unit.lstrip("万亿") == unit


PINYIN = ["jinnianjiuyemubiao", "jinnian jiuye mubiao", "jin nian jiu ye mu biao", "JinNian jiuye mubiao"]


@pytest.mark.parametrize("text", PINYIN)
def test_pinyin_is_heard_as_the_words_it_spells(hears: Hears, text: str) -> None:
    heard, spoken = hears(text), hears("今年就业目标")
    assert (heard.content, heard.periods, heard.signs) == (spoken.content, spoken.periods, spoken.signs)


def test_english_words_are_not_taken_for_pinyin(asking: Asking) -> None:
    assert heard_words(asking.lexicon, "jobs created") == ("job", "created")


def test_pinyin_that_spells_nothing_known_stays_as_it_is(asking: Asking) -> None:
    assert heard_words(asking.lexicon, "xqzvw") == ("xqzvw",)


def test_not_more_is_heard_than_anybody_asks(asking: Asking) -> None:
    heard = hear(asking.report, asking.lexicon, ("就", "业") * LONGEST)
    assert sum(len(segment.units) for segment in heard.segments) == LONGEST


def test_a_part_of_a_question_takes_its_time_from_the_whole(asking: Asking, hears: Hears) -> None:
    whole = hears("今年就业和造林的目标")
    part = part_of(asking.report, whole, whole.content[:1])
    assert part.periods == ("2026",)
    assert part.wants(Sign.TARGET)
    assert [segment.text for segment in part.content] == ["就业"]
