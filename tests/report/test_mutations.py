"""One change to a number or its words: the problem names the file, the line, the field and the remedy."""

import pytest

from tests.report.digest_copy import Change, DigestCopy

FIVE = "content/review/five-years.yaml"
LAST = "content/review/2025.yaml"
INVESTMENT = "content/areas/2-demand.yaml"
JOBS = "content/areas/8-livelihood.yaml"
TARGET = "{indicator: jobs, period: 2026, role: target, bound: at-least, value: 3400, as_written: 3400人以上}"
FIGURE = "measures[0].figures[0]"
ENGLISH, CHINESE, QUOTE = "measures[0].summary.en", "measures[0].summary.zh", "measures[0].quote"


def in_target(old: str, new: str, field: str, remedy: str) -> Change:
    """A change inside the figure of the jobs target."""
    return Change(JOBS, TARGET, TARGET.replace(old, new), f"{FIGURE}.{field}", remedy)


NUMBERS = {
    "digit in value": in_target("3400,", "3500,", "value", "make them agree"),
    "digit in words": in_target("3400人", "3500人", "as_written", "copy it from there"),
    "digit in quote": Change(JOBS, "3400人以上。依法", "3500人以上。依法", QUOTE, "copy it from there"),
    "digit in English": Change(JOBS, "least 3,400", "least 3,500", ENGLISH, "must say 3,400"),
    "digit in Chinese": Change(JOBS, "3400人以上；", "3500人以上；", CHINESE, "must say “3400人以上”"),
    "point moved": Change(LAST, "value: -20.8", "value: -2.08", "figures[0].value", "make them agree"),
    "comma made a point": Change(JOBS, "least 3,400", "least 3.400", ENGLISH, "must say 3,400"),
    "numbers swapped": Change(
        LAST, "建议84件、政协委员提案118件，", "建议118件、政协委员提案84件，", "summary.zh", "keep it"
    ),
    "number of nobody": Change(JOBS, "恶意欠薪行为。\n      en", "欠薪5起。\n      en", CHINESE, "mend it"),
    "number in a name": Change(JOBS, "就业优先导向,", "就业优先导向5,", "measures[0].name.zh", "mend it"),
    "half of a number": in_target("3400人以上}", "400人以上}", "as_written", "copy it from there"),
    "words without number": in_target("3400人以上}", "新增就业}", "as_written", "give one, with its unit"),
    "two numbers at once": in_target("3400人以上}", "3400人5人}", "as_written", "give one, with its unit"),
}
BOUNDS = {
    "removed": in_target("bound: at-least, ", "", "bound", "make them agree"),
    "of another kind": in_target("at-least", "over", "bound", "make them agree"),
    "dropped from words": in_target("人以上}", "人}", "as_written", "write all of it"),
    "dropped in English": Change(JOBS, "at least 3,400", "3,400", ENGLISH, "with the bound “at-least”"),
    "turned in English": Change(
        JOBS, "at least 3,400", "not more than 3,400", ENGLISH, "the bound “at-least”"
    ),
    "dropped in Chinese": Change(JOBS, "3400人以上；", "3400人；", CHINESE, "must say “3400人以上”"),
    "turned in Chinese": Change(JOBS, "3400人以上；", "3400人以下；", CHINESE, "must say “3400人以上”"),
}
UNITS = {
    "scale in words": Change(
        FIVE, "n: 1.52万人", "n: 1.52亿人", "figures[0].as_written", "copy it from there"
    ),
    "scale in value": Change(
        FIVE, "value: 15200,", "value: 152000000,", "figures[0].value", "make them agree"
    ),
    "scale in quote": Change(FIVE, "就业1.52万人,", "就业1.52亿人,", "quote", "copy it from there"),
    "scale in Chinese": Change(FIVE, "就业1.52万人，", "就业1.52亿人，", "summary.zh", "must say “1.52万人”"),
    "scale in English": Change(INVESTMENT, "4 billion", "4 million", "summary.en", "must say 4,000,000,000"),
    "unit in words": Change(
        INVESTMENT, "n: 200个", "n: 200家", "figures[0].as_written", "copy it from there"
    ),
    "unit in Chinese": Change(
        JOBS, "系，新建10个", "系，新建10%", "measures[2].summary.zh", "must say “10个”"
    ),
}
SIGNS = {
    "dropped on a fall": Change(LAST, "value: -20.8", "value: 20.8", "figures[0].value", "make it negative"),
    "put on a rise": Change(LAST, "value: 6.7,", "value: -6.7,", "figures[0].value", "make it positive"),
    "put on a number": in_target("3400,", "-3400,", "value", "remove the sign"),
    "fall made a rise in Chinese": Change(
        LAST, "下降20.8%，", "增长20.8%，", "summary.zh", "must say “20.8%”"
    ),
    "fall without a word for it": Change(LAST, "下降20.8%，", "为20.8%，", "summary.zh", "must say “20.8%”"),
    "fall made a rise in English": Change(LAST, "fell by 20.8%", "rose by 20.8%", "summary.en", "fell"),
    "rise made a fall in Chinese": Change(
        LAST, "，优良天数同比增加42", "，优良天数同比减少42", "zh", "must say “42天”"
    ),
}
MEANING = {
    "period of another review": Change(
        LAST, "jobs, period: 2025", "jobs, period: 2026", "figures[0].period", "make them agree"
    ),
    "target in the past": Change(
        LAST,
        "jobs, period: 2025, role: actual",
        "jobs, period: 2025, role: target",
        "figures[0].role",
        "actual or baseline fits",
    ),
    "target said to be reached": in_target("role: target", "role: actual", "role", "target fits"),
    "yearly mean said to be growth": Change(
        FIVE,
        "measure: annual-growth, value: 4.2",
        "measure: growth, value: 4.2",
        "figures[2].measure",
        "says 年均",
    ),
    "growth said to be a yearly mean": Change(
        LAST,
        "measure: growth, value: 6.7",
        "measure: annual-growth, value: 6.7",
        "figures[0].measure",
        "does not say 年均",
    ),
    "another currency": Change(
        "content/areas/3-innovation.yaml",
        "at least CNY 370 million",
        "at least USD 370 million",
        "measures[0].summary.en",
        "must say 370,000,000",
    ),
    "points made per cent": Change(FIVE, "12.7 percentage points", "12.7%", "summary.en", "must say 12.7"),
    "year of the title": Change(
        "content/report.yaml", "title: {zh: 2026年", "title: {zh: 2025年", "title.zh", "not its year"
    ),
    "year of a period's name": Change(
        "content/report.yaml",
        'zh: 2025年, en: "2025"',
        'zh: 2024年, en: "2025"',
        "periods[1].name.zh",
        "not its year",
    ),
    "number in a unit": Change(
        "content/indicators.yaml", 'zh: 亩, en: "{} mu"', 'zh: 亩, en: "{} thousand mu"', "unit.en", "form"
    ),
}
GROUPS = {"meaning": MEANING, "number": NUMBERS, "bound": BOUNDS, "unit": UNITS, "sign": SIGNS}
CHANGES = [
    pytest.param(change, id=f"{group} {name}")
    for group, named in GROUPS.items()
    for name, change in named.items()
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_misquote_is_told_with_its_line_and_remedy(copied: DigestCopy, change: Change) -> None:
    line = copied.apply(change)
    assert change.remedy in copied.told(change.file, line, change.field)


def test_the_untouched_copy_loads_and_accounts_for_every_number(copied: DigestCopy) -> None:
    covered, total = copied.load().coverage
    assert covered == total > 100


def test_several_problems_are_told_at_once(copied: DigestCopy) -> None:
    jobs = copied.apply(NUMBERS["digit in value"])
    unit = copied.apply(UNITS["scale in value"])
    sign = copied.apply(SIGNS["dropped on a fall"])
    told = "\n".join(copied.problems())
    assert all(f"{file}:{line}: " in told for file, line in ((JOBS, jobs), (FIVE, unit), (LAST, sign)))


def test_a_file_that_cannot_be_read_does_not_hide_what_is_wrong_in_another(copied: DigestCopy) -> None:
    copied.append(FIVE, "\tbroken")
    line = copied.apply(NUMBERS["digit in value"])
    assert "make them agree" in copied.told(JOBS, line, f"{FIGURE}.value")
