"""Pages for questions in plain words."""

import json

import pytest

from bot.report.model import Voice
from bot.telegram.desk import Desk, Question
from bot.telegram.handlers.asking import Answered, answer_question, explained
from tests.telegram.scene import today


def asked(desk: Desk, words: str, voice: Voice = "zh") -> Answered:
    return answer_question(desk, Question(words, voice, today()))


def title(answered: Answered) -> str:
    return answered.page.html.splitlines()[0]


def data(answered: Answered) -> list[str]:
    rows = json.loads(answered.page.keyboard)["inline_keyboard"]
    return [button["callback_data"] for row in rows for button in row]


def test_the_first_line_is_the_answer_and_an_empty_line_follows(desk: Desk) -> None:
    lines = asked(desk, "去年新增就业多少").page.html.splitlines()
    assert lines[:2] == ["🎯 <b>城镇新增就业 · 2025年实际：3,604人</b>", ""]


def test_under_it_stand_the_sentence_and_ways_on(desk: Desk) -> None:
    answered = asked(desk, "去年新增就业多少")
    assert "<blockquote><b>城镇新增就业3604人</b>" in answered.page.html
    assert data(answered) == ["jobs.0.z", "compare_jobs.0.z", "cite_jobs.0.z"]


@pytest.mark.parametrize("words", ["就业", "jobs", "jiuye", "民生"])
def test_what_is_only_named_is_shown_as_its_own_page(desk: Desk, words: str) -> None:
    answered = asked(desk, words)
    assert answered.page == desk.show(answered.answers[0].entry, Question("", "zh", today()))


@pytest.mark.parametrize(
    ("words", "address"), [("有哪些量化目标", "targets"), ("今年有哪些重点工作", "areas")]
)
def test_lists_are_pages_too(desk: Desk, words: str, address: str) -> None:
    assert asked(desk, words).page == desk.show(address, Question("", "zh", today()))


def test_a_comparison_says_the_difference_first(desk: Desk) -> None:
    lines = asked(desk, "就业目标比去年实际低多少").page.html.splitlines()
    assert lines[0] == "📊 <b>城镇新增就业 · 比较</b>"
    assert "3,400人" in lines[1]
    assert "3,604人" in lines[1]


@pytest.mark.parametrize(
    "words", ["2024年和2025年就业对比", "就业2025年比2024年多多少", "jobs in 2025 versus 2024"]
)
def test_a_time_something_is_held_against_is_what_the_report_lacks(desk: Desk, words: str) -> None:
    assert title(asked(desk, words)) == "🤷 <b>报告没有给出2024年“城镇新增就业”的情况</b>"


def test_where_the_time_asked_about_is_lacking_too_it_is_the_one_that_is_named(desk: Desk) -> None:
    assert "没有给出2025年" in title(asked(desk, "城镇居民收入2025年比2024年多多少"))


def test_several_near_names_are_a_choice(desk: Desk) -> None:
    answered = asked(desk, "收入")
    assert title(answered).startswith("🤔")
    assert len(data(answered)) > 1


@pytest.mark.parametrize("words", ["", "  \n"])
def test_without_words_it_says_how_to_ask(desk: Desk, words: str) -> None:
    answered = asked(desk, words)
    assert answered.page == asked(desk, "谢谢").page
    assert answered.answers == ()
    assert not answered.is_chatter
    assert not answered.is_unknown


def test_chatter_is_no_question_and_nothing_unknown(desk: Desk) -> None:
    answered = asked(desk, "谢谢")
    assert answered.is_chatter
    assert not answered.is_unknown


@pytest.mark.parametrize(
    ("words", "is_unknown"), [("地铁什么时候通车", True), ("2019年就业", False), ("去年就业", False)]
)
def test_only_words_that_are_not_the_reports_are_unknown(desk: Desk, words: str, *, is_unknown: bool) -> None:
    assert asked(desk, words).is_unknown is is_unknown


@pytest.mark.parametrize("words", ['<b>地铁</b> & "轻轨"', "地铁 <script>x</script>", "&lt;地铁&gt;"])
def test_the_question_is_shown_back_as_it_was_typed(desk: Desk, words: str) -> None:
    line = title(asked(desk, words))
    shown = line.removeprefix("🤷 <b>").removesuffix("</b>")
    assert "<" not in shown
    assert ">" not in shown.replace("&gt;", "")
    assert shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").count(words) == 1


@pytest.mark.parametrize("words", ["地铁" * 2000, "how many " * 440, "9" * 4000, "🎯" * 2000])
def test_four_thousand_characters_get_a_short_refusal(desk: Desk, words: str) -> None:
    page = asked(desk, words).page
    assert page.html.startswith(("🤷", "💬"))
    assert len(page.html.splitlines()[0]) < 80


def test_both_languages_stand_in_the_first_line(desk: Desk) -> None:
    line = title(asked(desk, "去年新增就业多少", "both"))
    assert "城镇新增就业 · 2025年实际：3,604人 · New urban jobs · 2025 actual: 3,604 people" in line


def test_why_it_was_answered_so_can_be_told(desk: Desk) -> None:
    (told,) = explained(asked(desk, "去年新增就业多少").answers)
    assert told["score"] > 0.5
    del told["score"]
    assert told == {
        "sort": "figure",
        "entry": "jobs",
        "period": "2025",
        "figures": ["3604人"],
        "reason": "alias",
        "term": "新增就业",
        "lack": None,
        "nearest": [],
    }


def test_so_can_why_it_was_not(desk: Desk) -> None:
    (told,) = explained(asked(desk, "2019年就业").answers)
    assert (told["sort"], told["entry"], told["lack"]) == ("refusal", "jobs", "period")
    assert (told["figures"], told["nearest"]) == ([], ["jobs"])
