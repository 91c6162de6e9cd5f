"""A reload loses nothing, and two browsers see the same."""

from playwright.sync_api import Page, expect

from tests.page.screen import BOT, ask, box, chat_row, last, message, messages, own, send, switcher, topic
from tests.page.site import Person, Site
from tests.page.visiting import Visitor


def test_a_reload_comes_back_to_the_same_place(visitor: Visitor, site: Site, person: Person) -> None:
    forum = site.add_group("论坛", person, forum=True)
    page = visitor.open(person, forum, site.add_topic(forum, "民生"))
    ask(page, "/areas@briefing_bot", "Briefing bot")
    box(page).fill("写了一半")
    page.reload()
    expect(switcher(page)).to_contain_text(person.name)
    expect(page.get_by_role("heading", name=forum.title, level=1)).to_be_visible()
    expect(topic(page, "民生")).to_have_attribute("aria-current", "true")
    expect(messages(page)).to_have_count(2)
    expect(box(page)).to_have_value("写了一半")


def test_a_reload_keeps_language_theme_and_panel(visitor: Visitor, person: Person) -> None:
    page = visitor.open(person)
    page.get_by_role("button", name="Switch to English").click()
    page.get_by_role("button", name="dark").click()
    page.get_by_role("tab", name="People").click()
    page.reload()
    expect(page.get_by_role("tab", name="People")).to_have_attribute("aria-selected", "true")
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_two_browsers_see_what_is_said_in_either(
    page: Page, visitor: Visitor, site: Site, person: Person, newcomer: Person
) -> None:
    group = site.add_group("两人群", person, newcomer)
    theirs = visitor.open(newcomer, group)
    chat_row(page, group.title).click()
    send(page, "你好")
    expect(message(theirs, "你好")).to_contain_text(person.name)
    send(theirs, "你也好")
    expect(message(page, "你也好")).to_contain_text(newcomer.name)
    expect(own(theirs, "你也好")).to_have_count(1)


def test_two_browsers_of_one_person_show_an_answer_once(page: Page, visitor: Visitor, person: Person) -> None:
    other = visitor.open(person)
    expect(last(other)).to_be_visible()
    before = messages(other).count()
    ask(page, "就业", "🎯")
    expect(last(other)).to_contain_text("🎯 城镇新增就业")
    expect(messages(other)).to_have_count(before + 2)
    expect(chat_row(other, BOT)).to_contain_text("城镇新增就业")
