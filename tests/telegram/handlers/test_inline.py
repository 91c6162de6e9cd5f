"""Inline mode."""

import json
from typing import Any

import pytest

from bot.report.model import Kind, Voice
from bot.telegram.desk import Desk, Question
from bot.telegram.handlers.inline import MOST, InlineAnswer, inline_answer
from tests.telegram.scene import today


def asked(desk: Desk, words: str, voice: Voice = "zh") -> InlineAnswer:
    return inline_answer(desk, Question(words, voice, today()))


def results(desk: Desk, words: str, voice: Voice = "zh") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(asked(desk, words, voice).results)
    return found


@pytest.mark.parametrize("words", ["就业", "jobs", " 就业 ", "3400"])
def test_the_entry_that_is_meant_comes_first(desk: Desk, words: str) -> None:
    assert results(desk, words)[0]["id"] == "jobs"


def test_a_result_says_what_it_is_and_sends_the_entry_with_its_quote(desk: Desk) -> None:
    first = results(desk, "就业")[0]
    assert (first["title"], first["description"]) == ("🎯 城镇新增就业 · 2026年目标", "不少于 3,400人")
    assert "全年城镇新增就业3400人以上" in first["input_message_content"]["message_text"]


def test_results_are_in_the_language_of_the_person(desk: Desk) -> None:
    assert results(desk, "jobs", "en")[0]["description"] == "At least 3,400 people"


def test_without_words_all_targets_are_offered(desk: Desk) -> None:
    entries = desk.composer.report.entries.values()
    targets = [entry.id for entry in entries if entry.kind is Kind.TARGET]
    assert [result["id"] for result in results(desk, "")] == targets[:MOST]


def test_what_is_not_found_is_said_and_leads_to_help(desk: Desk) -> None:
    answer = asked(desk, "火星移民")
    assert json.loads(answer.results) == []
    assert json.loads(answer.button) == {"text": "没有查到，点这里看怎么问", "start_parameter": "help"}


def test_no_more_than_telegram_takes_are_given(desk: Desk) -> None:
    assert 10 < len(results(desk, "发展")) <= MOST
