"""Inline mode."""

import json
from typing import Any

import pytest

from bot.report.model import VOICES, Kind, Voice
from bot.telegram.desk import Desk, Question
from bot.telegram.handlers.inline import MOST, InlineAnswer, inline_answer
from tests.telegram.scene import today

FORMS = ("", ".bilingual", ".line", ".figure")  # the wording goes by the entry's id


def asked(desk: Desk, words: str, voice: Voice = "zh") -> InlineAnswer:
    return inline_answer(desk, Question(words, voice, today()))


def results(desk: Desk, words: str, voice: Voice = "zh") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(asked(desk, words, voice).results)
    return found


@pytest.mark.parametrize("words", ["就业", "jobs", " 就业 ", "3400"])
def test_the_entry_that_is_meant_comes_first(desk: Desk, words: str) -> None:
    assert results(desk, words)[0]["id"] == "jobs"


def test_a_result_says_its_form_and_shows_what_will_be_inserted(desk: Desk) -> None:
    first = results(desk, "就业")[0]
    text = "“全年城镇新增就业3400人以上”（鹤壁市山城区人民政府《2026年政府工作报告》第三部分第八节）"
    assert (first["title"], first["description"]) == ("城镇新增就业 · 2026年目标 · 原文和出处", text)
    assert first["input_message_content"] == {
        "message_text": text,
        "link_preview_options": {"is_disabled": True},
    }


def test_the_best_match_has_all_its_forms_and_periods_before_any_other(desk: Desk) -> None:
    found = [result["id"] for result in results(desk, "就业")]
    forms = [f"{entry}{form}" for entry in ("jobs", "jobs_1", "jobs_0") for form in FORMS]
    assert found[: len(forms)] == forms
    others = found[len(forms) :]
    assert others[0] == "livelihood-1"
    official = [entry for entry in others if "." not in entry]
    assert others[: len(official)] == official  # wording first, then the other forms


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("就业 去年 数字", ["jobs_1.figure"]),
        ("就业 数字", ["jobs.figure", "jobs_1.figure", "jobs_0.figure"]),
        ("jobs figure", ["jobs.figure", "jobs_1.figure", "jobs_0.figure"]),
        ("就业 十四五", ["jobs_0", "jobs_0.bilingual"]),
    ],
)
def test_a_period_and_a_form_narrow_what_is_found(desk: Desk, words: str, ids: list[str]) -> None:
    assert [result["id"] for result in results(desk, words)][: len(ids)] == ids


def test_a_period_the_report_says_nothing_of_finds_nothing(desk: Desk) -> None:
    assert results(desk, "就业 十五五") == []


def test_results_are_in_the_language_of_the_person(desk: Desk) -> None:
    line = results(desk, "jobs one line", "en")[0]
    assert line["title"] == "New urban jobs · 2026 target · One line"
    assert line["description"] == "New urban jobs (2026 target): at least 3,400 people"


def test_without_words_all_targets_are_offered(desk: Desk) -> None:
    entries = desk.composer.report.entries.values()
    targets = [entry.id for entry in entries if entry.kind is Kind.TARGET]
    assert [result["id"] for result in results(desk, "")] == targets[:MOST]


def test_what_is_not_found_is_said_and_leads_to_help(desk: Desk) -> None:
    answer = asked(desk, "火星移民")
    assert json.loads(answer.results) == []
    assert json.loads(answer.button) == {"text": "没有查到，点这里看怎么问", "start_parameter": "help"}


def test_results_come_in_pages_of_as_many_as_telegram_takes(desk: Desk) -> None:
    ids: list[str] = []
    offset, pages = "", 0
    while pages == 0 or offset:
        answer = inline_answer(desk, Question("发展", "zh", today()), offset)
        page = [result["id"] for result in json.loads(answer.results)]
        assert 0 < len(page) <= MOST
        assert len(page) == MOST or not answer.next_offset
        ids, offset, pages = ids + page, answer.next_offset, pages + 1
    assert pages > 1
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("offset", ["x", "-1", "9999999999", "²"])
def test_an_offset_that_was_never_given_begins_again(desk: Desk, offset: str) -> None:
    assert inline_answer(desk, Question("就业", "zh", today()), offset) == asked(desk, "就业")


def test_after_the_last_there_is_nothing(desk: Desk) -> None:
    assert inline_answer(desk, Question("就业", "zh", today()), "5000").results == "[]"


def test_every_result_is_one_telegram_takes(desk: Desk) -> None:
    for entry in desk.composer.report.entries:
        for voice in VOICES:
            for result in results(desk, entry, voice):
                assert 1 <= len(result["id"].encode()) <= 64
                assert 1 <= len(result["input_message_content"]["message_text"]) <= 4096
                assert "reply_markup" not in result


def test_a_text_with_references_is_offered_filled_in(desk: Desk) -> None:
    drafts = results(desk, "今年+就业+，去年+就业 2025+ <b>。")
    assert [draft["id"] for draft in drafts] == ["draft.official", "draft.line", "draft.figure"]
    texts = [draft["input_message_content"]["message_text"] for draft in drafts]
    assert texts[0].startswith(
        "今年“全年城镇新增就业3400人以上”[1]，去年“城镇新增就业3604人”[2] <b>。\n\n[1] "
    )
    assert texts[2] == "今年3400人以上，去年3604人 <b>。"


def test_a_reference_that_is_not_clear_is_named_and_marked(desk: Desk) -> None:
    figure = results(desk, "+就业+和+火星移民+")[2]
    assert figure["title"] == "只替换为数字（没有找到：火星移民）"
    assert figure["input_message_content"]["message_text"] == "3400人以上和〔火星移民：未找到〕"


def test_a_text_that_would_become_too_long_is_left_out(desk: Desk) -> None:
    answer = asked(desk, "+opening+" * 28)
    assert json.loads(answer.results) == []
    assert json.loads(answer.button)["text"] == "插入的文字太长，请少写几处引用"
