"""Forums: topics are chats of their own, and the bot answers where it was asked."""

import pytest
from playwright.sync_api import Page, expect

from tests.page.screen import ask, box, last, messages, open_chat, open_topic, speak_as, topic
from tests.page.site import Group, Person, Site


@pytest.fixture
def forum(site: Site, person: Person) -> Group:
    """Without topics."""
    return site.add_group("论坛", person, forum=True)


@pytest.fixture
def first(site: Site, forum: Group) -> int:
    """The topic 民生."""
    return site.add_topic(forum, "民生")


@pytest.fixture
def second(site: Site, forum: Group) -> int:
    """The topic 项目."""
    return site.add_topic(forum, "项目")


@pytest.fixture
def page(page: Page, forum: Group, first: int, second: int) -> Page:
    """The forum, all of it."""
    assert first != second
    open_chat(page, forum.title)
    expect(topic(page, "项目")).to_be_visible()
    return page


def test_the_bot_answers_in_the_topic_it_was_asked_in(page: Page) -> None:
    open_topic(page, "民生")
    ask(page, "/target@briefing_bot 就业", "Briefing bot")
    expect(last(page)).to_contain_text("🎯 城镇新增就业")
    open_topic(page, "项目")
    expect(messages(page)).to_have_count(0)
    open_topic(page, "民生")
    expect(messages(page)).to_have_count(2)


def test_its_answer_is_a_reply(page: Page, person: Person) -> None:
    open_topic(page, "民生")
    ask(page, "/areas@briefing_bot", "Briefing bot")
    expect(last(page).get_by_role("button", name=f"回复 {person.name}")).to_contain_text("/areas")


def test_the_general_topic_is_a_topic_too(page: Page) -> None:
    open_topic(page, "General")
    ask(page, "/areas@briefing_bot", "Briefing bot")
    open_topic(page, "民生")
    expect(messages(page)).to_have_count(0)
    open_topic(page, "General")
    expect(messages(page)).to_have_count(2)


def test_all_topics_together_name_the_topic_of_each_message(page: Page) -> None:
    open_topic(page, "民生")
    ask(page, "/areas@briefing_bot", "Briefing bot")
    open_topic(page, "全部")
    expect(messages(page).first).to_contain_text("民生")


def test_a_draft_belongs_to_its_topic(page: Page) -> None:
    open_topic(page, "民生")
    box(page).fill("写给民生")
    open_topic(page, "项目")
    expect(box(page)).to_have_value("")
    open_topic(page, "民生")
    expect(box(page)).to_have_value("写给民生")


def test_what_is_unread_is_counted_by_topic(page: Page, site: Site, forum: Group, second: int) -> None:
    open_topic(page, "民生")
    site.caller.call("sendMessage", chat_id=forum.id, message_thread_id=second, text="项目的消息")
    expect(topic(page, "项目").get_by_label("1 条未读")).to_be_visible()
    open_topic(page, "项目")
    expect(topic(page, "项目").get_by_label("1 条未读")).to_have_count(0)


def test_a_closed_topic_is_for_administrators(
    page: Page, site: Site, forum: Group, first: int, newcomer: Person
) -> None:
    site.caller.do("add_member", chat=forum.id, person=newcomer.id)
    site.caller.do("close_topic", chat=forum.id, topic=first)
    open_topic(page, "民生")
    expect(topic(page, "民生").get_by_label("已关闭")).to_be_visible()
    expect(box(page)).to_be_visible()
    speak_as(page, newcomer)
    expect(page.get_by_text("这个话题已关闭，只有管理员可以发言")).to_be_visible()


def test_who_stands_in_a_deleted_topic_is_led_out(page: Page, site: Site, forum: Group, first: int) -> None:
    open_topic(page, "民生")
    site.caller.do("delete_topic", chat=forum.id, topic=first)
    expect(topic(page, "民生")).to_have_count(0)
    expect(topic(page, "全部")).to_have_attribute("aria-current", "true")
