"""What is said to questions in plain words: of every figure, every place and everything that lacks."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.asking.answers import Answer, Sort, refusal
from bot.asking.choosing import Lack
from bot.asking.hearing import Heard, Segment
from bot.asking.vocabulary import Sign
from bot.briefing.answered import answered_briefing
from bot.briefing.answers import echo
from bot.briefing.briefing import Briefing, Fact, Quote
from bot.briefing.compose import Composer
from bot.report.model import LANGUAGES, VOICES, Figure, Language, Report, Voice
from bot.telegram.render import LONGEST_TEXT, render, utf16_length

DAY = date(2026, 5, 6)
# What measures are lacking by; the same order as they weigh.
MEASURES = (Sign.GROWTH, Sign.LEVEL, Sign.LESS, Sign.MORE, Sign.SHARE, Sign.ADDED, Sign.QUANTITY)


def say(composer: Composer, *answers: Answer, voice: Voice = "zh", question: str = "问题") -> Briefing:
    return composer.told(voice, DAY, lambda context: answered_briefing(context, question, answers))


def figure_answer(figure: Figure) -> Answer:
    return Answer(Sort.FIGURE, figure.indicator, (figure,), figure.period)


def heard(*signs: Sign, period: str = "", other: str = "") -> Heard:
    segments = (Segment((other,), is_other_time=True),) if other else ()
    return Heard(segments, (period,) if period else (), other_times=bool(other), signs=frozenset(signs))


def lacking(lack: Lack, entry: str = "jobs", period: str = "", *signs: Sign, other: str = "") -> Answer:
    return refusal(lack, heard(*signs, period=period, other=other), entry, entry=entry, period=period)


def all_text(briefing: Briefing) -> str:
    parts = [briefing.title, briefing.lead]
    for block in briefing.blocks:
        parts += [block.label, block.text] if isinstance(block, Fact) else [block.text]
    return "\n".join(parts)


def figures_of(report: Report) -> list[Figure]:
    return [figure for indicator in report.indicators() for figure in indicator.figures]


@pytest.fixture(params=VOICES)
def voice(request: pytest.FixtureRequest) -> Voice:
    voice: Voice = request.param
    return voice


@pytest.fixture
def jobs(report: Report) -> Answer:
    return figure_answer(next(f for f in report.indicator("jobs").figures if f.period == "2025"))


def test_the_title_is_the_answer(composer: Composer, jobs: Answer) -> None:
    assert say(composer, jobs).title == "城镇新增就业 · 2025年实际：3,604人"
    assert say(composer, jobs, voice="en").title == "New urban jobs · 2025 actual: 3,604 people"
    both = say(composer, jobs, voice="both").title
    assert both == "城镇新增就业 · 2025年实际：3,604人 · New urban jobs · 2025 actual: 3,604 people"


def test_every_figure_can_be_said_with_its_sentence(composer: Composer, report: Report, voice: Voice) -> None:
    for figure in figures_of(report):
        briefing = say(composer, figure_answer(figure), voice=voice)
        (quote,) = (block for block in briefing.blocks if isinstance(block, Quote))
        assert figure.as_written in quote.words
        (page,) = render(briefing, (), addressed=False)
        assert utf16_length(page.html) <= LONGEST_TEXT


def test_its_neighbours_are_named_with_their_times(composer: Composer, report: Report) -> None:
    context = composer.context("zh", DAY)
    for figure in figures_of(report):
        others = [each for each in report.indicator(figure.indicator).figures if each is not figure]
        blocks = say(composer, figure_answer(figure)).blocks
        said = [block.text for block in blocks if isinstance(block, Fact)]
        assert {f"{context.period(each)} {context.value(each)}" for each in others} <= set(said)


def test_every_place_can_be_said(composer: Composer, report: Report, voice: Voice) -> None:
    for passage in report.passages():
        briefing = say(composer, Answer(Sort.PLACE, passage.id), voice=voice)
        assert report.title["en" if voice == "en" else "zh"] in briefing.title
        assert any(isinstance(block, Quote) for block in briefing.blocks)


def test_so_can_the_place_of_every_figure(composer: Composer, report: Report, voice: Voice) -> None:
    context = composer.context("en" if voice == "en" else "zh", DAY)
    for figure in figures_of(report):
        title = say(composer, Answer(Sort.PLACE, figure.indicator, (figure,)), voice=voice).title
        assert context.place(report.passage(figure.passage).place) in title


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_before_the_first_heading_is_in_the_lead_in(
    composer: Composer, report: Report, language: Language
) -> None:
    opening = next(passage for passage in report.passages() if not passage.place.part)
    title = say(composer, Answer(Sort.PLACE, opening.id), voice=language).title
    assert title.endswith({"zh": "导语", "en": "lead-in"}[language])


@given(chosen=st.lists(st.integers(0, 10_000), min_size=2, max_size=3), voice=st.sampled_from(VOICES))
def test_two_or_three_answers_are_a_line_each(
    composer: Composer, report: Report, chosen: list[int], voice: Voice
) -> None:
    every = figures_of(report)
    figures = [every[number % len(every)] for number in chosen]
    briefing = say(composer, *map(figure_answer, figures), voice=voice)
    single = {say(composer, figure_answer(figure), voice="zh").title for figure in figures}
    if voice == "zh":
        assert {briefing.title, *briefing.lead.split("\n")} == single
    quotes = {block.text for block in briefing.blocks if isinstance(block, Quote)}
    assert all(any(figure.as_written in quote for quote in quotes) for figure in figures)


@pytest.mark.parametrize("lacking_first", [True, False])
def test_of_several_one_may_be_lacking(
    composer: Composer, jobs: Answer, voice: Voice, *, lacking_first: bool
) -> None:
    lacks = lacking(Lack.PERIOD, "gdp", "2026")
    briefing = say(composer, *((lacks, jobs) if lacking_first else (jobs, lacks)), voice=voice)
    assert "2026" in briefing.title + briefing.lead
    assert "3,604" in briefing.title + briefing.lead


def test_of_several_one_may_be_unknown(composer: Composer, jobs: Answer) -> None:
    words = Heard((Segment(("地", "铁")),), (), other_times=False, signs=frozenset())
    assert say(composer, jobs, refusal(Lack.WORDS, words)).lead == "报告里没有查到“地铁”"


def test_two_figures_can_be_compared(composer: Composer, report: Report, voice: Voice) -> None:
    every = figures_of(report)
    for pair in ((one, other) for one in every[::7] for other in every[::11] if one is not other):
        assert say(composer, Answer(Sort.COMPARISON, pair[0].indicator, pair), voice=voice).lead


# Refusals


@pytest.mark.parametrize("lack", [lack for lack in Lack if lack not in (Lack.CHAT, Lack.SUBJECT)])
def test_a_refusal_shows_no_figure(composer: Composer, report: Report, lack: Lack, voice: Voice) -> None:
    for entry in report.entries:
        text = all_text(say(composer, lacking(lack, entry, "2025"), voice=voice))
        name = report.entries[entry].name
        for each in (name.zh, name.en):
            text = text.replace(each, "").replace(echo(each), "")
        numbers = set(re.findall(r"\d+(?:[.,]\d+)*", text))
        assert numbers <= {*map(str, range(2025, 2031)), "14", "15"}, text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("period", ["2025", "2026", "five"])
@pytest.mark.parametrize("lack", [lack for lack in Lack if lack not in (Lack.CHAT, Lack.SUBJECT, Lack.WORDS)])
def test_a_refusal_names_the_time_that_was_asked_about(
    composer: Composer, report: Report, lack: Lack, period: str, language: Language
) -> None:
    title = say(composer, lacking(lack, "jobs", period), voice=language).title
    assert report.periods[period].name[language] in title
    assert report.entries["jobs"].name[language] in title


@pytest.mark.parametrize("lack", [lack for lack in Lack if lack not in (Lack.CHAT, Lack.SUBJECT, Lack.WORDS)])
def test_a_time_that_is_not_the_reports_is_named_as_it_was_said(composer: Composer, lack: Lack) -> None:
    for other in ("2019", "上个月"):
        title = say(composer, lacking(lack, "jobs", "2025", other=other)).title
        assert other in title
        assert "2025" not in title
    assert "2019年" in say(composer, lacking(Lack.PERIOD, "jobs", other="2019")).title


@pytest.mark.parametrize("sign", MEASURES)
def test_a_measure_that_lacks_is_named(composer: Composer, sign: Sign, voice: Voice) -> None:
    with_time = say(composer, lacking(Lack.MEASURE, "jobs", "2025", sign), voice=voice).title
    without = say(composer, lacking(Lack.MEASURE, "jobs", "", sign), voice=voice).title
    others = {
        say(composer, lacking(Lack.MEASURE, "jobs", "2025", other), voice=voice).title
        for other in MEASURES
        if {sign, other} != {Sign.LEVEL, Sign.QUANTITY} and other is not sign
    }
    assert "2025" in with_time
    assert "2025" not in without
    assert with_time not in others


def test_neighbours_are_led_to_and_say_what_they_have(composer: Composer) -> None:
    briefing = say(composer, lacking(Lack.PERIOD, "jobs", other="2019"))
    (neighbour,) = briefing.blocks
    assert isinstance(neighbour, Fact)
    assert [link.address for link in neighbour.links] == ["jobs"]
    assert "2026年目标、2025年实际、“十四五”时期累计" in neighbour.text


def test_without_neighbours_it_leads_to_the_lists(composer: Composer, voice: Voice) -> None:
    briefing = say(composer, refusal(Lack.WORDS, None), voice=voice, question="地铁" * 50)
    assert [link.address for link in briefing.links] == ["targets", "areas", "help"]
    assert len(briefing.title) < 140


@pytest.mark.parametrize("sort", [Sort.PASSAGE, Sort.LIST, Sort.CHOICE])
def test_what_has_a_page_of_its_own_is_not_said_here(composer: Composer, sort: Sort) -> None:
    with pytest.raises(ValueError, match=sort):
        say(composer, Answer(sort, "jobs"))
