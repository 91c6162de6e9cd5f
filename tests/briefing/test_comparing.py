"""Comparisons as they are said: the answer first, with both figures in it, or the reason there is none."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import combinations, product

import pytest

from bot.briefing.briefing import LONGEST_ADDRESS, Briefing, Fact, Quote
from bot.briefing.comparing import comparison_address, figures_briefing, indicators_briefing
from bot.briefing.comparison import Difference, Mismatch, difference
from bot.briefing.compose import Composer
from bot.errors import UnknownAddressError
from bot.lookup.search import TextIndex
from bot.lookup.several import several
from bot.report.model import LANGUAGES, Bound, Figure, Kind, Language, Measure, Report, Role, Voice

DAY = date(2026, 11, 23)
RAW = re.compile(r"[{}$<>]|None|Decimal|  |[,:]\s*$|^\s*[,:;，；]")
SCALES = {
    "亿": Decimal(10**8),
    "万": Decimal(10**4),
    "billion": Decimal(10**9),
    "million": Decimal(10**6),
    "": Decimal(1),
}
# What a reason says, whatever the figures: any one of these words.
REASONS = {
    "zh": {
        Mismatch.MEASURE: "口径不同",
        Mismatch.STOCK: "是总数",
        Mismatch.UNIT: "单位不同",
        Mismatch.SPAN: "时间长短不同|年合计",
        Mismatch.PERIOD: "不是同一时期",
        Mismatch.BASELINE: "起点数只作参照|是起点数",
    },
    "en": {
        Mismatch.MEASURE: "is an? .*, .* is an? ",
        Mismatch.STOCK: "is a total",
        Mismatch.UNIT: "different units",
        Mismatch.SPAN: "different lengths of time|covers \\d+ years",
        Mismatch.PERIOD: "different times",
        Mismatch.BASELINE: "starting point",
    },
}
Pairs = tuple[tuple[Figure, Figure], ...]
Tell = Callable[[Figure, Figure, Voice], Briefing]


@pytest.fixture(scope="module")
def tell(composer: Composer) -> Tell:
    """Compares two figures; unlike the composer it does not print a whole report when an example fails."""
    return lambda one, other, voice: composer.told(voice, DAY, lambda c: figures_briefing(c, one, other))


@pytest.fixture(scope="module")
def differing(report: Report) -> Pairs:
    """Every pair of figures that can be subtracted and is not equal."""
    pairs = [(one, other) for one in figures(report) for other in figures(report)]
    found = ((pair, difference(report, *pair)) for pair in pairs)
    return tuple(pair for pair, each in found if isinstance(each, Difference) and each.value)


def figure(report: Report, indicator: str, period: str, role: Role = Role.ACTUAL) -> Figure:
    figures = report.indicator(indicator).figures
    return next(f for f in figures if (f.period, f.role) == (period, role))


def figures(report: Report) -> tuple[Figure, ...]:
    return tuple(each for indicator in report.indicators() for each in indicator.figures)


def facts(told: Briefing) -> list[str]:
    return [f"{block.label} {block.text}".strip() for block in told.blocks if isinstance(block, Fact)]


def quotes(told: Briefing) -> list[Quote]:
    return [block for block in told.blocks if isinstance(block, Quote)]


def texts_of(told: Briefing) -> Iterator[str]:
    yield from (told.title, *told.lead.split("\n"), *facts(told))


def compared(composer: Composer, address: str, language: Language = "zh") -> Briefing:
    return composer.compose(address, language, DAY)


def test_the_first_sentence_is_the_answer_with_both_figures(composer: Composer) -> None:
    lead = "2026年目标（不少于 3,400人）比2025年实际（3,604人）低 204人（−5.7%）"
    assert compared(composer, "compare_jobs").lead == lead


def test_the_first_sentence_is_the_answer_in_english(composer: Composer) -> None:
    assert compared(composer, "compare_jobs", "en").lead == (
        "The 2026 target (at least 3,400 people) is 204 people lower (−5.7%) "
        "than the 2025 result (3,604 people)"
    )


def test_the_periods_follow_then_how_it_was_counted_then_why_the_rest_is_not(composer: Composer) -> None:
    assert facts(compared(composer, "compare_jobs")) == [
        "2026年目标 不少于 3,400人",
        "2025年实际 3,604人",
        "“十四五”时期累计 1.52万人",
        "2026年目标按下限 3,400人计算",
        (
            "“十四五”时期累计（1.52万人）是5年合计，不能与2026年目标（不少于 3,400人）直接相减；"
            "折合每年平均 3,040人"
        ),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lower_target_is_not_called_a_fall(composer: Composer, language: Language) -> None:
    told = "\n".join(texts_of(compared(composer, "compare_jobs", language)))
    assert not re.search("下降|减少|降幅|fall|fell|down|decrease|drop", told)


def test_both_figures_are_quoted(composer: Composer) -> None:
    words = [quote.words for quote in quotes(compared(composer, "compare_jobs"))]
    assert words == ["全年城镇新增就业3400人以上", "城镇新增就业3604人", "城镇新增就业1.52万人"]


@pytest.mark.parametrize(
    ("indicator", "lead"),
    [
        ("gdp", "2025年（增长6.7%）是增幅，“十四五”时期（130亿元）是总量，口径不同，不能相减"),
        ("meal-sites", "2025年（36个）是总数，2026年目标（新增 10个）是当期新增或完成的数，不能相减"),
        ("pm25", "2025年（下降20.8%）与“十四五”时期（下降14.3%）时间长短不同，不能相减"),
        (
            "park-area-per-person",
            "从“十四五”时期初（6平方米）到“十四五”时期（不少于 15平方米）；起点数只作参照，不计增减",
        ),
        ("rd-coverage", "报告只给出一个数字，没有可比的"),
        ("retail-sales", "2025年（增长5.9%）比“十四五”时期（年均增长6%）低 0.1个百分点"),
    ],
)
def test_one_indicator_across_periods(composer: Composer, indicator: str, lead: str) -> None:
    assert compared(composer, f"compare_{indicator}").lead == lead


def test_of_two_indicators_of_one_unit_the_difference_is_told(composer: Composer) -> None:
    told = compared(composer, "compare_jobs_skilled-workers")
    assert told.title == "城镇新增就业、新增高技能人才 · 比较"
    assert told.lead == (
        "城镇新增就业（2025年实际 3,604人）比新增高技能人才（2025年实际 1,200人）多 2,404人（+200.3%）"
    )
    assert facts(told)[:3] == [
        "2026年目标 城镇新增就业 不少于 3,400人\n新增高技能人才 报告未给出",
        "2025年 城镇新增就业 3,604人\n新增高技能人才 1,200人",
        "“十四五”时期 城镇新增就业 累计 1.52万人\n新增高技能人才 累计 6,215人",
    ]
    assert "8,985人（+144.6%）" in facts(told)[3]


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        ("jobs_meal-sites", "城镇新增就业以“人”计，老年助餐场所以“个”计，单位不同，不能相减"),
        ("gdp_pm10", "地区生产总值（“十四五”时期 130亿元）是总量，PM₁₀浓度（“十四五”时期 下降45.6%）是增幅"),
        (
            "high-tech-enterprises_new-enterprises",
            "是总数，新增“四上”企业（2026年目标 不少于 20家）是当期新增",
        ),
        ("parks_gas-renewal", "新建改建公园游园（“十四五”时期累计 66个）是5年合计"),
        ("gas-renewal_village-upgrades", "不是同一时期的数"),
    ],
)
def test_of_two_that_are_not_alike_the_reason_is_told(composer: Composer, pair: str, reason: str) -> None:
    assert reason in compared(composer, f"compare_{pair}").lead


def test_three_are_compared_two_by_two_what_can_be_first(composer: Composer) -> None:
    told = compared(composer, "compare_meal-sites_jobs_skilled-workers")
    assert told.lead.startswith("城镇新增就业（2025年实际 3,604人）比新增高技能人才")
    assert sum("单位不同" in fact for fact in facts(told)) == 2


def test_counts_of_different_things_are_compared_by_number_only(composer: Composer) -> None:
    chinese, english = (
        compared(composer, "compare_village-upgrades_rural-roads", each) for each in LANGUAGES
    )
    assert "多 24个（+400%）" in chinese.lead
    assert english.lead.endswith(": 24 higher (+400%)")
    assert "两者单位相同、内容不同，只比数字大小" in facts(chinese)


def test_of_two_falls_it_is_said_which_is_larger(composer: Composer) -> None:
    assert "降幅小 31.3个百分点" in compared(composer, "compare_pm25_pm10").lead
    assert "降幅大 31.3个百分点" in compared(composer, "compare_pm10_pm25").lead


def test_a_figure_said_without_digits_is_compared_by_its_value(composer: Composer) -> None:
    """四倍 and 翻番 are growth by 400 and by 100 per cent."""
    assert "高 300个百分点" in compared(composer, "compare_strategic-enterprises_trading-firms").lead


def test_multiples_differ_by_multiples(report: Report, tell: Tell) -> None:
    newer = figure(report, "tech-smes", "five")
    older = replace(newer, value=Decimal(2), number="2")
    assert tell(newer, older, "zh").lead.endswith("高 0.8倍")
    assert "is 0.8 times higher than" in tell(newer, older, "en").lead


def test_two_figures_are_compared_in_the_order_given(report: Report, tell: Tell) -> None:
    target, last = figure(report, "jobs", "2026", Role.TARGET), figure(report, "jobs", "2025")
    assert "低 204人（−5.7%）" in tell(target, last, "zh").lead
    assert (
        tell(last, target, "zh").lead == "2025年实际（3,604人）比2026年目标（不少于 3,400人）高 204人（+6%）"
    )


def test_two_figures_lead_to_the_entry_and_to_the_whole_comparison(report: Report, tell: Tell) -> None:
    target, last = figure(report, "jobs", "2026", Role.TARGET), figure(report, "jobs", "2025")
    told = tell(target, last, "zh")
    assert (told.address, [link.address for link in told.links]) == ("answer", ["jobs", "compare_jobs"])
    beside = tell(last, figure(report, "skilled-workers", "2025"), "zh")
    ways = ["jobs", "skilled-workers", "compare_jobs_skilled-workers"]
    assert [link.address for link in beside.links] == ways


def test_what_is_equal_is_level(report: Report, tell: Tell) -> None:
    last = figure(report, "jobs", "2025")
    assert tell(last, last, "zh").lead == "2025年实际（3,604人）与2025年实际（3,604人）持平"
    assert tell(last, last, "en").lead.endswith("is the same as the 2025 result (3,604 people)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_difference_told_is_the_difference(differing: Pairs, tell: Tell, language: Language) -> None:
    for one, other in differing:
        lead = tell(one, other, language).lead
        assert _number_told(lead, language) == pytest.approx(
            abs(one.value - other.value), rel=Decimal("0.001")
        )
        higher = re.search("比.*[高多小] |higher|smaller", lead)
        lower = re.search("比.*[低少大] |lower|larger", lead)
        assert (bool(higher), bool(lower)) == (one.value > other.value, one.value < other.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_share_told_is_the_share(report: Report, differing: Pairs, tell: Tell, language: Language) -> None:
    for one, other in differing:
        lead = tell(one, other, language).lead.replace(",", "")
        share = re.search(r"[（(]([−+])([\d.]+)%[)）]", lead)
        is_rate = one.measure in (Measure.GROWTH, Measure.ANNUAL_GROWTH)
        is_rate = is_rate or report.indicator(one.indicator).unit.zh in ("%", "个百分点")
        assert bool(share) is not is_rate, lead
        if share:
            told = Decimal(share[2]) * (-1 if share[1] == "−" else 1)
            assert told == pytest.approx(one.value * 100 / other.value - 100, abs=Decimal("0.051"))


def test_every_pair_that_is_refused_names_its_reason(composer: Composer, report: Report) -> None:
    for language in LANGUAGES:
        context = composer.context(language, DAY)
        for one, other in combinations(figures(report), 2):
            found = difference(report, one, other)
            if isinstance(found, Mismatch):
                lead = figures_briefing(context, one, other).lead
                assert re.search(REASONS[language][found], lead), lead


def test_every_pair_of_figures_is_told_in_both_languages(composer: Composer, report: Report) -> None:
    every = figures(report)
    for one, other in product(every, every[::3]):
        told = composer.told("both", DAY, partial(figures_briefing, one=one, other=other))
        assert [text for text in texts_of(told) if RAW.search(text)] == []
        assert 1 <= len(quotes(told)) <= 2
        assert all(any(each.as_written in quote.text for quote in quotes(told)) for each in (one, other))


def test_every_pair_of_indicators_is_told(composer: Composer, report: Report) -> None:
    for pair in combinations(report.indicators(), 2):
        told = composer.told("both", DAY, partial(indicators_briefing, indicators=pair))
        assert [text for text in texts_of(told) if RAW.search(text)] == []
        assert quotes(told)
        assert told.address in {comparison_address(each.id for each in pair), "answer"}


def test_a_limit_stays_visible_wherever_it_is_counted(differing: Pairs, tell: Tell) -> None:
    limited = [pair for pair in differing if any(f.bound is not Bound.EXACT for f in pair)]
    assert limited
    for one, other in limited:
        for each in (one, other):
            shown = {Bound.AT_LEAST: "不少于", Bound.OVER: "超过"}.get(each.bound, "")
            assert shown in tell(one, other, "zh").lead
        assert any("按" in fact for fact in facts(tell(one, other, "zh")))


def test_the_address_of_two_leads_to_them(composer: Composer, report: Report) -> None:
    for one, other in combinations(report.indicators(), 2):
        address = comparison_address((one.id, other.id))
        if address:
            assert compared(composer, address).address == address
        else:
            assert len(f"compare_{one.id}_{other.id}") > LONGEST_ADDRESS


def test_an_address_too_long_for_a_button_is_refused(composer: Composer, report: Report) -> None:
    ids = sorted((indicator.id for indicator in report.indicators()), key=len)[-2:]
    assert comparison_address(ids) == ""
    with pytest.raises(UnknownAddressError):
        compared(composer, "_".join(("compare", *ids)))


@pytest.mark.parametrize(
    "address",
    [
        *(
            "compare_jobs_jobs",
            "compare_jobs_",
            "compare__jobs",
            "compare_jobs_nothing",
            "compare_jobs_livelihood",
        ),
        *("compare_jobs_gdp_pm25_pm10", "compare_livelihood_jobs", "targets_jobs_gdp"),
    ],
)
def test_what_cannot_be_beside_each_other_is_refused(composer: Composer, address: str) -> None:
    with pytest.raises(UnknownAddressError):
        compared(composer, address)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_shows_how_to_compare_two_that_can_be(
    composer: Composer, texts: TextIndex, language: Language
) -> None:
    words = facts(compared(composer, "compare", language))[-1].partition("/compare ")[2]
    ids = [match.entry for match in several(texts, words, frozenset({Kind.TARGET, Kind.INDICATOR}))]
    assert len(ids) == 2
    assert not re.search("不能|Not compared", compared(composer, comparison_address(ids), language).lead)


def _number_told(lead: str, language: Language) -> Decimal:
    """The number behind 高, 低 … in the first sentence, or before higher, lower …."""
    number = r"(?:CNY )?([\d,.]+) ?(亿|万|billion|million|)"
    before, after = "[高低多少大小] ", ""
    if language == "en":
        before, after = "(?:is|fall|:) ", ".*(?:higher|lower|larger|smaller)"
    # The last one: what is in brackets comes before, except in English after “than”.
    *_, match = re.finditer(f"{before}{number}(?={after})", lead.partition(" than ")[0])
    return Decimal(match[1].replace(",", "")) * SCALES[match[2]]
