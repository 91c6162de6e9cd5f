"""Of an indicator's figures the one of the period, kind and unit asked for, or what is lacking."""

from collections.abc import Callable

import pytest

from bot.asking.choosing import Lack, choose, counts
from bot.report.model import Report
from tests.asking.conftest import Answers, Hears, written

Chosen = Callable[[str, str], str | Lack | None]


@pytest.fixture
def chosen(report: Report, hears: Hears) -> Chosen:
    """What of an indicator answers a question."""

    def find(indicator: str, text: str) -> str | Lack | None:
        choice = choose(report, report.indicator(indicator), hears(text))
        return choice.figure.as_written if choice.figure else choice.lack

    return find


@pytest.mark.parametrize(
    ("indicator", "text", "figure"),
    [
        ("jobs", "过去五年就业多少人", "1.52万人"),
        ("jobs", "去年就业多少人", "3604人"),
        ("jobs", "今年就业目标", "3400人以上"),
        ("jobs", "就业目标是多少", "3400人以上"),
        ("gdp", "过去五年GDP达到多少亿元", "130亿元"),
        ("gdp", "去年GDP增长多少", "6.7%"),
        ("pm25", "过去五年PM2.5下降多少", "14.3%"),
        ("pm25", "去年PM2.5下降百分之几", "20.8%"),
        ("technology-contracts", "去年技术合同成交额增长多少", "24.8%"),
        ("technology-contracts", "今年技术合同成交额目标", "3.7亿元以上"),
        ("park-area-per-person", "过去五年人均公园绿地面积达到多少", "15平方米以上"),
        ("park-area-per-person", "人均公园绿地面积原来是多少", "6平方米"),
        ("primary-share", "过去五年一产占比百分之多少", "4.7"),
        ("meal-sites", "去年助餐场所多少个", "36个"),
        ("new-enterprises", "今年新增四上企业几家", "20家以上"),
    ],
)
def test_the_figure_of_the_period_and_kind_is_chosen(
    chosen: Chosen, indicator: str, text: str, figure: str
) -> None:
    assert chosen(indicator, text) == figure


@pytest.mark.parametrize(
    ("indicator", "text", "lack"),
    [
        ("gdp", "今年GDP目标", Lack.TARGET),
        ("urban-income", "去年城镇居民收入增长", Lack.PERIOD),
        ("jobs", "2024年就业", Lack.PERIOD),
        ("jobs", "十五五就业", Lack.PERIOD),
        ("jobs", "去年和今年就业", Lack.PERIOD),
        ("gdp", "去年GDP总量多少", Lack.MEASURE),
        ("jobs", "去年就业增长多少", Lack.MEASURE),
        ("pm25", "去年PM2.5上升多少", Lack.MEASURE),
        ("jobs", "去年就业多少亿元", Lack.UNIT),
        ("key-project-investment", "今年重点项目投资多少人", Lack.UNIT),
        ("rural-roads", "农村公路改建实际完成", Lack.ACTUAL),
    ],
)
def test_what_is_lacking_is_named(chosen: Chosen, indicator: str, text: str, lack: Lack) -> None:
    assert chosen(indicator, text) is lack


def test_a_baseline_is_given_only_to_who_asks_where_it_began(chosen: Chosen) -> None:
    assert chosen("park-area-per-person", "人均公园绿地面积") == "15平方米以上"


@pytest.mark.parametrize("unit", ["人", "名", "万人", "", "光年"])
def test_people_are_counted_in_any_word_for_people(report: Report, unit: str) -> None:
    jobs = report.indicator("jobs")
    assert counts(jobs.figures[0], jobs, unit)


@pytest.mark.parametrize("unit", ["元", "亿元", "亩", "公里", "%"])
def test_people_are_not_counted_in_anything_else(report: Report, unit: str) -> None:
    jobs = report.indicator("jobs")
    assert not counts(jobs.figures[0], jobs, unit)


def test_growth_is_counted_in_per_cent_whatever_grows(report: Report) -> None:
    gdp = report.indicator("gdp")
    growth = gdp.figures[1]
    assert counts(growth, gdp, "%")
    assert not counts(growth, gdp, "元")


@pytest.mark.parametrize("time", ["2025年底", "2025年末", "by the end of 2025", "at the end of 2025"])
def test_how_much_there_is_at_the_end_of_a_year_may_be_counted_over_the_years_up_to_it(
    answers: Answers, time: str
) -> None:
    assert written(answers(f"{time} innovation platforms")) == ["70家"]


def test_at_another_time_of_the_year_it_is_not(answers: Answers) -> None:
    assert written(answers("2025年新增创新平台多少家")) == []
