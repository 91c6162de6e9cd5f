"""Words that make of a thing another one are foreign to it, wherever they stand."""

import pytest

from bot.asking.answers import Sort
from bot.asking.choosing import Lack
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
        "省级专精特新企业年产值多少",
        "imports and exports separately please",
        "省级绿色工厂一年省下多少度电",
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


@pytest.mark.parametrize(
    "text",
    [
        "投资十亿元以上的省市重点项目有多少个",
        "户均增收超过一万元的脱贫户有多少",
        "of the 10 new meal sites, how many will be in villages",
        "investment in key projects in 2026, government money only",
        "new urban jobs for people under 30 in 2025",
        "今年新建10个助餐场所，农村能摊上几个",
        "高新技术企业有23家，牟山园区占几家",
        "货物贸易进出口总额，仅出口，年均增速是多少",
        "How many doctors work in the family doctor teams?",
        "省级绿色工厂是哪4家",
        "which six rural roads will be rebuilt",
        "28支家医团队有多少医生",
        "what is a rural resident's average disposable income in yuan",
        "一刻钟生活圈哪个月全覆盖的",
        "助餐点一天多少老人吃饭",
        "那个PLA项目到底投了多少",
        "重点项目开工率",
        "PLA项目花了多少天",
        "街道养老中心共有多少张床",
        "五年造林栽了多少棵树",
        "66个公园游园里口袋公园几个",
        "200个储备项目总投资",
        "四上企业总共多少家",
        "did Shancheng create more jobs in 2025 than in 2024",
    ],
)
def test_a_part_of_a_thing_is_not_the_thing(answers: Answers, text: str) -> None:
    assert not {answer.sort for answer in answers(text)} & {Sort.FIGURE, Sort.COMPARISON}


def test_two_figures_beside_each_other_are_told_apart_by_their_unit(answers: Answers) -> None:
    assert written(answers("2025年家庭医生团队签约居民人数")) == ["10.6万人"]
    assert written(answers("2025年家庭医生团队支数")) == ["28支"]


def test_a_number_of_nothing_is_no_list(answers: Answers) -> None:
    assert answers("去年多少人")[0].sort is Sort.REFUSAL
    assert answers("今年涨多少")[0].sort is Sort.REFUSAL


@pytest.mark.parametrize(
    "text",
    [
        "去年高新技术企业总共23家，是吗",
        "2025年高新技术企业有没有23家",
        "23 high-tech enterprises in 2025, is that right?",
    ],
)
def test_a_number_may_be_said_to_have_it_checked(answers: Answers, text: str) -> None:
    assert written(answers(text)) == ["23家"]


@pytest.mark.parametrize(
    "text",
    [
        "how many kindergartens are publicly run",
        "how many households in all did the 28 assistance projects help",
        "how many of the 70 innovation platforms are at national level",
        "办理的118件提案里完全采纳的有几件",
        "10个助餐场所眼下建好几个",
        "what share of all households in the district are the 25,000 that gained from renovation",
        "which kind of tree was planted most on the 7850 mu",
        "一刻钟便民生活圈一共建成多少个",
    ],
)
def test_how_many_there_are_is_no_share_no_sum_and_no_number_the_question_gives(
    answers: Answers, text: str
) -> None:
    assert written(answers(text)) == []


@pytest.mark.parametrize("text", ["15个森林乡村是哪些村", "16家省级专精特新企业是哪些"])
def test_a_passage_that_counts_them_does_not_say_which_they_are(answers: Answers, text: str) -> None:
    [found] = answers(text)
    assert (found.sort, found.lack) == (Sort.REFUSAL, Lack.NAMES)
