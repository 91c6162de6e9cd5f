"""What two names share is understood with both of them."""

import pytest

from bot.asking.answers import Sort
from bot.asking.asking import Asking
from bot.asking.coordination import completed, spelt_out
from bot.asking.lexicon import units_of
from tests.asking.conftest import Answers, written


def spelt(asking: Asking, text: str) -> str:
    return "".join(spelt_out(asking.lexicon, units_of(text)))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("国家级和省级中试基地", "国家级中试基地和省级中试基地"),
        ("城市和农村低保标准", "城市低保标准和农村低保标准"),
        ("市级以上和省级以上创新平台", "市级以上创新平台和省级以上创新平台"),
        ("城镇居民和农村居民收入", "城镇居民收入和农村居民收入"),
        ("一二三产占比", "一产占比和二产占比和三产占比"),
    ],
)
def test_a_shared_end_is_said_with_both(asking: Asking, said: str, meant: str) -> None:
    assert spelt(asking, said) == meant


@pytest.mark.parametrize(
    "said",
    ["就业和造林", "国家级中试基地和省级中试基地", "河流和水库", "GDP和固投", "和", "和就业", "就业和"],
)
def test_whole_names_stay_as_they_are(asking: Asking, said: str) -> None:
    assert spelt(asking, said) == "".join(units_of(said))


@pytest.mark.parametrize("said", ["北京和省级中试基地", "月球和农村低保标准"])
def test_what_makes_no_name_is_lent_nothing(asking: Asking, said: str) -> None:
    assert spelt(asking, said) == said


def test_a_fragment_is_completed_from_the_name_before(asking: Asking) -> None:
    assert completed(asking.lexicon, units_of("农村"), units_of("城市低保")) == units_of("农村低保")


@pytest.mark.parametrize("fragment", ["月球", "农", "", "农村低保"])
def test_a_fragment_that_makes_no_name_is_not_completed(asking: Asking, fragment: str) -> None:
    assert completed(asking.lexicon, units_of(fragment), units_of("城市低保")) == ()


def test_both_are_answered_in_the_order_asked(answers: Answers) -> None:
    found = answers("国家级和省级中试基地各几家")
    assert [answer.entry for answer in found] == ["national-pilot-bases", "provincial-pilot-bases"]
    assert [f.as_written for a in found for f in a.figures] == ["国家级中试基地1家", "省级中试基地1家"]
    assert [a.entry for a in answers("今年造林和就业的目标")] == ["afforestation", "jobs"]


def test_a_mark_joins_as_a_word_does(answers: Answers) -> None:
    for mark in ("、", "，", "/", "；"):
        found = answers(f"国家级{mark}省级中试基地各几家")
        assert [answer.entry for answer in found] == ["national-pilot-bases", "provincial-pilot-bases"]


@pytest.mark.parametrize("joint", ["和", "、", "，", "以及", "与", " and "])
def test_names_may_be_joined_in_any_way(answers: Answers, joint: str) -> None:
    found = answers(f"今年就业{joint}造林的目标")
    assert [f.as_written for a in found for f in a.figures] == ["3400人以上", "700亩以上"]


@pytest.mark.parametrize(
    "text", ["shares of primary, secondary and tertiary industry", "一二三产占比分别多少", "一二三产的占比"]
)
def test_of_three_each_gets_what_they_share(answers: Answers, text: str) -> None:
    assert [f.as_written for answer in answers(text) for f in answer.figures] == ["4.7", "42.3", "53"]


def test_ones_stand_for_what_was_named_before(answers: Answers) -> None:
    [found] = answers("Did rural incomes rise faster than urban ones over the past five years?")
    assert [figure.as_written for figure in found.figures] == ["7.6%", "5%"]


@pytest.mark.parametrize("text", ["PM 2.5 last year", "去年 pm 2.5 降了多少"])
def test_a_number_may_stand_apart_from_its_letters(answers: Answers, text: str) -> None:
    assert written(answers(text)) == ["20.8%"]


def test_each_number_may_stand_before_its_own_name(answers: Answers) -> None:
    assert written(answers("五年整治了几条河几座水库")) == ["3条", "4座"]


@pytest.mark.parametrize("text", ["GDP130亿跟去年增速比哪个高", "GDP总量跟去年增速能比吗"])
def test_an_amount_held_against_a_rate_is_shown_beside_it(answers: Answers, text: str) -> None:
    [found] = answers(text)
    assert (found.sort, written((found,))) == (Sort.COMPARISON, ["130亿元", "6.7%"])


@pytest.mark.parametrize(
    "text", ["这五年人均公园绿地增加了多少平方米", "park area per head rose from what to what"]
)
def test_growth_is_told_by_where_it_began(answers: Answers, text: str) -> None:
    [found] = answers(text)
    assert (found.sort, written((found,))) == (Sort.COMPARISON, ["15平方米以上", "6平方米"])


def test_a_target_may_be_held_against_another_year_by_which(answers: Answers) -> None:
    [found] = answers("which is bigger, the meal site target or last year's number")
    assert [figure.as_written for figure in found.figures] == ["10个", "36个"]


def test_one_stands_for_the_name_of_another(answers: Answers) -> None:
    [found] = answers(
        "Which rose more from 2021 to 2025, the rural minimum living allowance or the urban one?"
    )
    assert [figure.as_written for figure in found.figures] == ["50%", "21%"]


@pytest.mark.parametrize(
    "text",
    [
        "more key provincial and city projects this year than last",
        "key provincial and city projects this year against last, up or down",
        "今年省市重点项目比去年多吗",
    ],
)
def test_the_year_need_not_be_said_twice(answers: Answers, text: str) -> None:
    [found] = answers(text)
    assert [figure.as_written for figure in found.figures] == ["11个", "7个"]


@pytest.mark.parametrize("text", ["低保涨幅城里跟乡下差多少", "低保 城市农村 哪个涨得多"])
def test_two_figures_of_one_passage_are_compared_where_that_is_asked(answers: Answers, text: str) -> None:
    [found] = answers(text)
    assert (found.sort, written((found,))) == (Sort.COMPARISON, ["21%", "50%"])
