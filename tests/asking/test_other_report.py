"""Another report, of another place and other years, is understood without a change of code."""

from bot.asking.asking import Asking
from tests.asking.conftest import written


def test_another_report_is_asked_in_its_own_terms(other_asking: Asking) -> None:
    """No word of a report stands in the code: another place's is understood as it is."""
    figures = {
        "去年修路多少公里": ["21公里"],
        "过去五年GDP多少亿元": ["86.4亿元"],
        "2030年GDP增长多少": ["5.2%"],
        "30年新增岗位多少个": ["2100个"],
        "今年新增岗位目标": ["2300个以上"],
        "2031年茶叶产值增长目标": ["8%左右"],
        "到2035年GDP目标": ["突破150亿元"],
        "new roads last year": ["21公里"],
        "今年修路和改造老街区的目标": ["25公里", "4个以上"],
        "jinnian xinzeng gangwei mubiao": ["2300个以上"],
        "今年新增岗为目标": ["2300个以上"],
        "今年GDP目标": [],
        "2025年GDP增长多少": [],
        "2024年修路多少公里": [],
        "去年山城区GDP增长多少": [],
        "去年城镇新增就业": [],
    }
    assert {question: written(other_asking.answer(question)) for question in figures} == figures


def test_another_district_is_known_by_its_name(other_asking: Asking) -> None:
    assert written(other_asking.answer("去年明川县修路多少公里")) == ["21公里"]
