"""Each figure of the report is what the plainest question for it gets, and nothing else is."""

from collections import Counter

from bot.asking.answers import Sort
from bot.lookup.normalise import key
from bot.report.model import Entry, Figure, Indicator, Measure, Report, Role
from tests.asking.conftest import Answers, written


def canonical(report: Report, indicator: Indicator, figure: Figure) -> str:
    """How somebody asks for just this figure, who is as clear as can be."""
    period, name = report.periods[figure.period].name.zh, indicator.name.zh
    if figure.role is Role.TARGET:
        return f"{period}{name}目标是多少"
    if figure.role is Role.BASELINE:
        return f"{period}{name}原来是多少"
    if figure.measure in (Measure.GROWTH, Measure.ANNUAL_GROWTH, Measure.RATIO, Measure.CHANGE):
        return f"{period}{name}{'增长' if figure.value > 0 else '下降'}多少"
    return f"{period}{name}是多少"


def test_every_figure_is_the_answer_to_the_question_for_it(report: Report, answers: Answers) -> None:
    asked = [
        (canonical(report, indicator, figure), figure)
        for indicator in report.indicators()
        for figure in indicator.figures
    ]
    wrong = {
        question: found for question, f in asked if [*(found := written(answers(question)))] != [f.as_written]
    }
    assert len(asked) > 100
    assert wrong == {}


def test_what_there_is_no_figure_of_is_a_named_lack(report: Report, answers: Answers) -> None:
    """Every indicator asked for in every period the report has, and given only where it has a figure."""
    wrong = {}
    for indicator in report.indicators():
        given = {figure.period for figure in indicator.figures}
        for period in report.periods.values():
            if period.id in given:
                continue
            question = f"{period.name.zh}{indicator.name.zh}是多少"
            found = answers(question)
            if any(a.sort is not Sort.REFUSAL or a.entry != indicator.id or not a.lack for a in found):
                wrong[question] = [(a.sort, a.entry, a.lack) for a in found]
    assert wrong == {}


def test_no_figure_is_given_in_another_unit_than_asked_for(report: Report, answers: Answers) -> None:
    wrong = {}
    for indicator in report.indicators():
        unit = "人" if indicator.unit.zh == "元" else "亿元"
        for period in {figure.period for figure in indicator.figures}:
            question = f"{report.periods[period].name.zh}{indicator.name.zh}多少{unit}"
            given = [figure for answer in answers(question) for figure in answer.figures]
            if any(figure.indicator == indicator.id for figure in given):
                wrong[question] = [figure.as_written for figure in given]
    assert wrong == {}


def test_every_indicator_is_itself_by_any_of_its_names_alone(report: Report, answers: Answers) -> None:
    """Names that other entries share are left out."""
    times = Counter(key(name) for entry in report.entries.values() for name in {*names_of(entry)})
    wrong = {}
    for indicator in report.indicators():
        for name in names_of(indicator):
            found = answers(name)
            given = {figure.indicator for answer in found for figure in answer.figures}
            if times[key(name)] == 1 and given != {indicator.id}:
                wrong[name] = [(answer.sort, answer.entry) for answer in found]
    assert wrong == {}


def names_of(entry: Entry) -> tuple[str, ...]:
    return (entry.name.zh, entry.name.en, *entry.aliases)
