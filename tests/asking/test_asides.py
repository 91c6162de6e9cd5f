"""Why something is asked is left out; what narrows the question never is."""

import pytest

from bot.asking.answers import Answer, Sort
from bot.asking.asking import Asking
from bot.asking.choosing import Lack
from tests.asking.conftest import Answers, written

WHY = [
    "写发言稿用，去年就业多少人",
    "孙子刚毕业没着落，去年就业多少人",
    "闺女今年找工作，想问去年就业多少人",
    "去年就业多少人？村里老人老问我",
    "编辑问去年就业多少人",
    "我是开超市的，去年就业多少人",
    "去年就业多少人（主题班会）",
    "去年就业多少人，讲共同富裕要用",
    "我翻了好几份材料都没找到，去年就业多少人",
    "帮我看看去年就业多少人，下周要报台账",
    "爱操心，去年就业多少人",
    "做外贸的朋友想问一下，去年就业多少人",
    "As a museum curator I want to know how many urban jobs were created in 2025",
    "For a biodiversity survey, how many urban jobs were created in 2025?",
    "Hi, I teach English here. How many urban jobs were created in 2025?",
    "How many urban jobs were created in 2025? My neighbour is 80.",
    # whose matter it is
    "就业口：去年就业多少人",
    "人社材料：去年就业多少人",
    # of the asker's life, though it names, asks or narrows
    "学化工的，去年就业多少人",
    "去年就业多少人，我住河边",
    "我是老会计，去年就业多少人",
    "我给几家公司做账，去年就业多少人",
    "水管站退休的，去年就业多少人",
    "去年就业多少人，我家后头那条街臭了多少年",
    "去年就业多少人，我们街道孤老多得很",
]


@pytest.mark.parametrize("text", WHY)
def test_what_only_speaks_of_the_asker_is_left_out(answers: Answers, text: str) -> None:
    assert written(answers(text)) == ["3604人"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("养老设施，社区日间照料中心比街道养老服务中心多几个", ["62个", "7个"]),
        ("产业结构：三产占比比二产高几个点", ["53", "42.3"]),
        ("治安状况去年咋样，治安案件发案率降了多少", ["21.9%"]),
    ],
)
def test_a_clause_may_name_the_matter_only(answers: Answers, text: str, figures: list[str]) -> None:
    assert written(answers(text)) == figures


def test_what_is_refused_belongs_to_no_matter(asking: Asking) -> None:
    assert not asking._belongs(Answer(Sort.REFUSAL, "goods-trade", lack=Lack.TARGET), {"five-reform-4"})
    assert not asking._belongs(Answer(Sort.LIST, "targets"), {"five-reform-4"})


NARROWED = [
    "女性的，去年就业多少人",
    "大学生，去年就业多少人",
    "浚县那边，去年就业多少人",
    "去年就业多少人，我说的是农民工",
    "去年就业多少人，其中退役军人呢",
    "去年就业多少人，不含外来的",
    "去年就业多少人？女性多少",
    "去年就业多少人，谁负责",
    "2024年的我要写材料，就业多少人",
    "How many urban jobs in 2025, for women only",
    "For a woman over 50, how many urban jobs were created in 2025",
    "爱残疾人，去年就业多少人",
    "For people under 30, how many urban jobs were created in 2025",
    "How many urban jobs in 2025? I mean the part-time ones.",
    "How many urban jobs in 2025, and who is in charge of them?",
    "出口：去年就业多少人",
    "流动人口：去年就业多少人",
    "女性口：去年就业多少人",
    "我在浚县上班，去年就业多少人",
    "我在淇县上班，去年就业多少人",
    "我是问女性的，去年就业多少人",
    "退休的，去年就业多少人",
]


@pytest.mark.parametrize("text", NARROWED)
def test_what_narrows_a_question_is_not_left_out(answers: Answers, text: str) -> None:
    assert written(answers(text)) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("水利工程花了不少钱，五年干了多少个重点的", "18个"),
        ("背街小巷真干净多了，十四五改造提升了多少条", "79条"),
    ],
)
def test_what_such_a_clause_names_is_the_topic_where_nothing_else_is(
    answers: Answers, text: str, figure: str
) -> None:
    assert written(answers(text)) == [figure]


def test_a_topic_with_something_unknown_before_it_is_none(answers: Answers) -> None:
    assert written(answers("灵活就业花了不少力气，去年新增多少")) == []


@pytest.mark.parametrize("text", ["今年有哪些目标，我给娃念念", "方便我们监督，今年有哪些目标"])
def test_lists_are_asked_for_without_a_name(answers: Answers, text: str) -> None:
    assert answers(text)[0].sort is Sort.LIST


def test_a_question_of_nothing_but_asides_is_refused(answers: Answers) -> None:
    assert answers("孙子今年高考，我着急得很")[0].sort is Sort.REFUSAL


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("去年就业多少人，不是今年的目标", "3604人"),
        ("省级专精特新企业，国家级小巨人不算，五年培育了几家", "16家"),
        ("高企去年有几家，是高新技术企业不是科技型中小企业", "23家"),
        ("how many urban jobs last year (not the target)", "3604人"),
    ],
)
def test_what_is_said_not_to_be_meant_is_left_out(answers: Answers, text: str, figure: str) -> None:
    assert written(answers(text)) == [figure]


def test_a_part_of_a_thing_that_is_not_wanted_narrows_it(answers: Answers) -> None:
    assert written(answers("学前教育普惠覆盖率多少，不要民办园的")) == []
