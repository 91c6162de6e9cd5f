"""One change to an id, a name, a reference or a shape: told with file, line, field and remedy."""

import pytest

from tests.report.digest_copy import Change, DigestCopy

REPORT = "content/report.yaml"
INDICATORS = "content/indicators.yaml"
LAST = "content/review/2025.yaml"
AREA = "content/areas/8-livelihood.yaml"
AREA_ID = "id: livelihood"
FIGURE = "{indicator: jobs, period: 2026, role: target, bound: at-least, value: 3400, as_written: 3400人以上}"
SKILLED = "{indicator: skilled-workers, period: 2025, role: actual, value: 1200,"
OTHERS_ALIAS = "give it to one of them"


def in_figure(old: str, new: str, field: str, remedy: str) -> Change:
    """A change inside the figure of the jobs target."""
    return Change(AREA, FIGURE, FIGURE.replace(old, new), f"measures[0].figures[0].{field}", remedy)


def contradiction(start: str) -> Change:
    """The 1200 skilled workers told as a second number of last year's jobs."""
    new = SKILLED.replace("skilled-workers", "jobs").replace("value", f"{start}value")
    return Change(LAST, SKILLED, new, "figures[1].value", "mend one")


def second_alias(alias: str) -> Change:
    """An indicator gets an alias that is another's."""
    return Change(INDICATORS, "[四上企业,", f"[{alias},", ".aliases[0]", OTHERS_ALIAS)


NAMES = {
    "area twice": Change(AREA, AREA_ID, "id: industry", "id", "choose another"),
    "indicator twice": Change(
        INDICATORS, "id: budget-revenue", "id: gdp", "indicators[1].id", "choose another"
    ),
    "measure twice": Change(
        AREA, "id: education", "id: employment-first", "measures[1].id", "choose another"
    ),
    "area like an indicator": Change(AREA, AREA_ID, "id: jobs", "id", "choose another"),
    "period twice": Change(REPORT, "id: next-five", "id: five", "periods[3].id", "choose another"),
    "page of the bot": Change(AREA, AREA_ID, "id: today", "id", "choose another"),
    "too long": Change(AREA, AREA_ID, f"id: {'long-' * 8}x", "id", "mend it"),
    "too long with its number": Change(
        AREA, AREA_ID, f"id: {'long-' * 7}xxxx", "measures[0].id", "shorten it", "id: employment-first"
    ),
    "capitals": Change(AREA, AREA_ID, "id: Livelihood", "id", "does not have the form"),
    "underscore": Change(AREA, AREA_ID, "id: live_lihood", "id", "does not have the form"),
    "Chinese": Change(AREA, AREA_ID, "id: 民生", "id", "does not have the form"),
    "newline": Change(AREA, AREA_ID, 'id: "livelihood\\n-"', "id", "does not have the form"),
}
ALIASES = {
    "of two indicators": second_alias("就业"),
    "of two indicators, spelt apart": second_alias("“就 业”"),
    "of two indicators, in capitals": second_alias("Jobs Created"),
    "like another's name": second_alias("城镇新增就业"),
    "like another's English name": second_alias("new urban jobs"),
    "of two areas": Change(AREA, "aliases: [民生,", "aliases: [内需,", "aliases[0]", OTHERS_ALIAS),
}
REFERENCES = {
    "no such indicator": in_figure("jobs", "job", "indicator", "mend the id or add it"),
    "no such period": in_figure("2026", "2027", "period", "mend it"),
    "review of no period": Change(LAST, "period: 2025\nthemes", "period: 2024\nthemes", "period", "mend it"),
    "nobody measures it": Change(
        INDICATORS, "  - id: gdp\n", "  - id: gnp\n", "indicators[0].id", "add a figure or remove it"
    ),
    "contradiction": contradiction(""),
    "contradiction in other words": contradiction("measure: flow, "),
    "plan year of no plan": Change(REPORT, "plan_year: 2026", "plan_year: 2025", "plan_year", "must be this"),
    "period that ends first": Change(
        REPORT, "    to: 2030", "    to: 2025", "periods[3].to", "swap from and to"
    ),
    "area under a wrong number": Change(AREA, "number: 8", "number: 7", "number", "the report counts 8"),
    "quote of two places": Change(
        AREA, "quote: 深入实施学前教育扩优提质行动,", "quote: 持续 #", "measures[1].quote", "make it longer"
    ),
    "exception of nothing": Change(REPORT, "text: 4A级", "text: 5A级", "exceptions[6].text", "remove it"),
    "exception without number": Change(REPORT, "text: 4A级", "text: 景区", "exceptions[6].text", "remove it"),
    "exception everywhere": Change(
        REPORT, "text: 4A级", 'text: "4"', "exceptions[6].text", "write the words around it"
    ),
}
SHAPES = {
    "unknown key": Change(AREA, "number: 8\n", "nummer: 8\n", "nummer", "mend its spelling"),
    "unknown key inside": in_figure("value:", "colour: red, value:", "colour", "remove it"),
    "missing key": Change(AREA, "number: 8\n", "", "number", "add it", AREA_ID),
    "missing key inside": in_figure("value: 3400, ", "", "value", "add it"),
    "number for text": Change(AREA, "{zh: 民生福祉,", "{zh: 8,", "name.zh", "put it in quotes"),
    "date for text": Change(AREA, "{zh: 民生福祉,", "{zh: 2026-02-12,", "name.zh", "put it in quotes"),
    "impossible date": Change(AREA, "{zh: 民生福祉,", "{zh: 2026-02-30,", "name.zh", "put it in quotes"),
    "text for number": in_figure("3400,", "many,", "value", "mend it"),
    "yes for number": Change(AREA, "number: 8", "number: yes", "number", "mend it"),
    "infinite value": in_figure("3400,", ".inf,", "value", "mend it"),
    "text for list": Change(
        AREA, "aliases: [教育,", "aliases: 教育 #", "measures[1].aliases", "must be a list"
    ),
    "text for mapping": Change(AREA, "name: {zh: 民生福祉", "name: 民生 #", "name", "`key: value` pairs"),
    "unknown role": in_figure("role: target", "role: wish", "role", "must be one of"),
    "blank text": Change(AREA, "{zh: 民生福祉,", "{zh: ' ',", "name.zh", "at least 1 character; mend it"),
    "endless text": Change(AREA, "{zh: 民生福祉,", f"{{zh: {'民' * 61},", "name.zh", "at most 60 characters"),
    "source in another folder": Change(
        REPORT, "source: shancheng-2026.txt", "source: ../seeds/x.txt", "source", "does not have the form"
    ),
    "a tag of Python": Change(AREA, "{zh: 民生福祉,", "{zh: !!python/name:os.sep x,", "name.zh", "put it in"),
    "a tag that fails": Change(AREA, "number: 8", "number: !!bool eight", "number", "put it in quotes"),
}
GROUPS = {"id": NAMES, "alias": ALIASES, "reference": REFERENCES, "shape": SHAPES}
CHANGES = [
    pytest.param(change, id=f"{group} {name}")
    for group, named in GROUPS.items()
    for name, change in named.items()
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_broken_rule_is_told_with_its_line_and_remedy(copied: DigestCopy, change: Change) -> None:
    line = copied.apply(change)
    assert change.remedy in copied.told(change.file, line, change.field)
