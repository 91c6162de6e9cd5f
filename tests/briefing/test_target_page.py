"""The page people ask for most, word for word, on one day."""

from datetime import date

import pytest

from bot.briefing.briefing import Fact, Quote
from bot.briefing.compose import Composer
from bot.report.model import Language

DAY = date(2026, 11, 23)
SENTENCE = ("健全完善公共就业服务体系,稳定重点群体就业,", "全年城镇新增就业3400人以上", "。")
CHINESE = [
    ("对照", "2025年实际 3,604人，目标比上年低 204人（−5.7%）"),
    ("", "“十四五”时期累计 1.52万人"),
    ("序时", "2026年已过 89.6%，按序时应达 3,046人"),
    ("所属", "（八）民生福祉 › 强化就业优先导向"),
]
ENGLISH = [
    ("Comparison", "2025 actual: 3,604 people; the target is 204 people lower (−5.7%)"),
    ("", "14th Five-Year Plan period total: 15,200 people"),
    ("Pace", "89.6% of 2026 has passed; at an even pace, 3,046 people by now"),
    ("Where", "8. Public wellbeing › Put employment first"),
]


def facts(composer: Composer, language: Language, day: date) -> list[tuple[str, str]]:
    blocks = composer.compose("jobs", language, day).blocks
    return [(block.label, block.text) for block in blocks if isinstance(block, Fact) and block.text]


def test_it_begins_with_name_and_target(composer: Composer) -> None:
    told = composer.compose("jobs", "zh", DAY)
    assert (told.address, told.voice, told.symbol) == ("jobs", "zh", "🎯")
    assert (told.title, told.lead) == ("城镇新增就业 · 2026年目标", "不少于 3,400人")


def test_it_begins_with_name_and_target_in_english(composer: Composer) -> None:
    told = composer.compose("jobs", "en", DAY)
    assert (told.title, told.lead) == ("New urban jobs · 2026 target", "At least 3,400 people")


def test_it_compares_paces_and_places_the_target(composer: Composer) -> None:
    assert facts(composer, "zh", DAY) == CHINESE


def test_it_compares_paces_and_places_the_target_in_english(composer: Composer) -> None:
    told = facts(composer, "en", DAY)
    assert told[:4] == ENGLISH
    assert told[4][0] == "In English"
    assert "at least 3,400 people" in told[4][1]


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("zh", "——《2026年政府工作报告》三（八）一是"),
        ("en", "— 2026 Government Work Report, Part 3, section 8, item 1"),
    ],
)
def test_it_quotes_the_sentence_and_names_its_place(
    composer: Composer, language: Language, source: str
) -> None:
    assert composer.compose("jobs", language, DAY).blocks[-1] == Quote(*SENTENCE, source)


def test_it_leads_to_its_area_the_comparison_and_the_citation(composer: Composer) -> None:
    addresses = [link.address for link in composer.compose("jobs", "zh", DAY).links]
    assert addresses == ["livelihood", "compare_jobs", "cite_jobs"]


@pytest.mark.parametrize(
    ("day", "pace"),
    [
        (date(2025, 12, 31), "2026年尚未开始，暂无序时进度"),
        (date(2026, 1, 1), "2026年已过 0.3%，按序时应达 9人"),
        (date(2026, 12, 31), "2026年已过 100%，按序时应达 3,400人"),
        (date(2027, 1, 1), "2026年已经结束，不再计算序时进度"),
    ],
)
def test_outside_the_plan_year_there_is_no_pace(composer: Composer, day: date, pace: str) -> None:
    assert ("序时", pace) in facts(composer, "zh", day)


def test_what_does_not_add_up_over_the_year_has_no_pace(composer: Composer) -> None:
    told = composer.compose("project-pipeline", "zh", DAY)
    assert "序时" not in {block.label for block in told.blocks if isinstance(block, Fact)}


def test_an_indicator_without_target_says_so_and_gives_its_latest_figure(composer: Composer) -> None:
    told = composer.compose("gdp", "zh", DAY)
    texts = [block.text for block in told.blocks if isinstance(block, Fact)]
    assert (told.symbol, told.title) == ("📊", "地区生产总值")
    assert "6.7%" in told.lead
    assert "报告没有给出2026年目标" in texts
