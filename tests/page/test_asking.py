"""A newcomer starts the bot and asks: by button, by command, in plain words."""

import re

from playwright.sync_api import Page, expect

from tests.page.screen import ask, last, menu_item, messages, open_chat, open_topic, press, speak_as
from tests.page.site import Person, Site


def test_a_chat_not_yet_begun_has_a_button_that_starts_the_bot(tab: Page, newcomer: Person) -> None:
    speak_as(tab, newcomer)
    press(tab, "开始")
    expect(messages(tab)).to_have_count(2)
    expect(messages(tab).first).to_contain_text("/start")
    expect(last(tab)).to_contain_text("我熟记这份报告")


def test_an_empty_chat_suggests_commands_of_the_bot(tab: Page, newcomer: Person) -> None:
    speak_as(tab, newcomer)
    tab.get_by_role("group", name="可以先试这些命令").get_by_role("button", name="/areas").click()
    expect(last(tab)).to_contain_text("9个领域")


def test_a_command_is_answered(page: Page) -> None:
    ask(page, "/areas", "📌 2026年重点工作")


def test_plain_words_are_answered_with_a_bold_title_and_the_quoted_source(page: Page) -> None:
    answer = ask(page, "就业", "🎯 城镇新增就业")
    expect(answer.get_by_role("strong").first).to_have_text(re.compile("^城镇新增就业 · 2026年目标"))
    expect(answer.get_by_role("blockquote")).to_contain_text("全年城镇新增就业3400人以上")


def test_a_command_in_an_answer_asks_when_clicked(page: Page) -> None:
    answer = ask(page, "/help", "💡 使用说明")
    press(answer, "/goals")
    expect(last(page)).to_contain_text("🧭")


def test_what_the_report_does_not_say_is_answered_too(page: Page) -> None:
    ask(page, "没有这个东西", "🤷 报告里没有查到“没有这个东西”")


def test_in_a_groups_topic_an_answer_to_the_bot_is_a_question_too(
    tab: Page, site: Site, newcomer: Person
) -> None:
    forum = site.add_group("论坛", newcomer, forum=True)
    site.add_topic(forum, "民生")
    speak_as(tab, newcomer)
    open_chat(tab, forum.title)
    open_topic(tab, "民生")
    areas = ask(tab, "/areas", "Briefing bot")
    menu_item(tab, areas, "回复").click()
    answer = ask(tab, "去年新增就业多少？", "Briefing bot")
    expect(answer.get_by_role("strong").first).to_have_text("城镇新增就业 · 2025年实际：3,604人")
    expect(answer.get_by_role("button", name=f"回复 {newcomer.name}")).to_contain_text("去年新增就业多少")
