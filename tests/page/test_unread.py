"""What a person has not read yet is counted, and marked where it begins."""

from playwright.sync_api import Page, expect

from tests.page.screen import BOT, chat_row, last, log, message, open_chat, speak_as
from tests.page.site import Group, Person, Site
from tests.page.visiting import Visitor


def post(site: Site, chat: Group | Person, count: int) -> None:
    for number in range(count):
        site.caller.call("sendMessage", chat_id=chat.id, text=f"通知 {number}")


def test_messages_elsewhere_are_counted_until_one_goes_there(page: Page, site: Site, person: Person) -> None:
    group = site.add_group("通知群", person)
    post(site, group, 3)
    chat_row(page, f"{group.title}，群组，3 条未读").click()
    expect(last(page)).to_contain_text("通知 2")
    expect(chat_row(page, group.title).locator(".badge")).to_have_count(0)


def test_ones_own_words_are_not_unread(page: Page, site: Site, person: Person) -> None:
    group = site.add_group("自说自话", person)
    site.caller.do("send", chat=group.id, person=person.id, text="我说的")
    expect(chat_row(page, group.title)).to_contain_text("我说的")
    expect(chat_row(page, group.title).locator(".badge")).to_have_count(0)


def test_a_line_stands_before_what_is_unread(page: Page, site: Site, person: Person) -> None:
    group = site.add_group("未读群", person)
    post(site, group, 1)
    open_chat(page, group.title)
    expect(last(page)).to_contain_text("通知 0")
    expect(chat_row(page, group.title).locator(".badge")).to_have_count(0)
    open_chat(page, BOT)
    site.caller.call("sendMessage", chat_id=group.id, text="新的通知")
    chat_row(page, f"{group.title}，群组，1 条未读").click()
    expect(log(page)).to_contain_text("未读消息")
    expect(message(page, "新的通知")).to_be_in_viewport()


def test_each_person_reads_for_themselves(page: Page, site: Site, person: Person, newcomer: Person) -> None:
    group = site.add_group("两人群", person, newcomer)
    post(site, group, 2)
    open_chat(page, group.title)
    expect(last(page)).to_contain_text("通知 1")
    open_chat(page, BOT)
    expect(chat_row(page, group.title).locator(".badge")).to_have_count(0)
    speak_as(page, newcomer)
    expect(chat_row(page, f"{group.title}，群组，2 条未读")).to_be_visible()


def test_the_title_of_the_page_counts_too(tab: Page, site: Site, newcomer: Person) -> None:
    speak_as(tab, newcomer)
    post(site, site.add_group("标题群", newcomer), 2)
    expect(tab).to_have_title("(2) Briefing bot · 本地 Telegram")


def test_what_was_read_stays_read_after_a_reload(visitor: Visitor, site: Site, person: Person) -> None:
    group = site.add_group("重载群", person)
    post(site, group, 2)
    page = visitor.open(person, group)
    expect(last(page)).to_contain_text("通知 1")
    open_chat(page, BOT)
    post(site, group, 1)
    expect(chat_row(page, f"{group.title}，群组，1 条未读")).to_be_visible()
    page.reload()
    expect(chat_row(page, f"{group.title}，群组，1 条未读")).to_be_visible()


def test_one_who_reads_above_is_told_of_what_comes_below(page: Page, site: Site, person: Person) -> None:
    post(site, person, 40)
    expect(last(page)).to_contain_text("通知 39")
    log(page).evaluate("(log) => { log.scrollTop = 0 }")
    expect(message(page, "/start").first).to_be_in_viewport()
    post(site, person, 1)
    page.get_by_role("button", name="回到最新消息，1 条未读").click()
    expect(last(page)).to_be_in_viewport()
    expect(page.get_by_role("button", name="回到最新消息")).to_be_hidden()
