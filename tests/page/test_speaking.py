"""Whoever sits at the page speaks as one person or another, in the chats that person sees."""

from playwright.sync_api import Page, expect

from tests.page.screen import (
    ask,
    box,
    chat_list,
    chat_row,
    last,
    message,
    open_chat,
    own,
    press,
    read_toast,
    send,
    speak_as,
    switcher,
)  # fmt: skip
from tests.page.site import Person, Site


def test_each_person_has_a_private_chat_of_their_own(page: Page, newcomer: Person, person: Person) -> None:
    ask(page, "/areas", "📌")
    speak_as(page, newcomer)
    expect(page.get_by_role("button", name="开始", exact=True)).to_be_visible()
    speak_as(page, person)
    expect(last(page)).to_contain_text("📌 2026年重点工作")


def test_an_outsider_sees_no_groups(page: Page, site: Site, person: Person, newcomer: Person) -> None:
    group = site.add_group("不给外人看", person)
    expect(chat_row(page, group.title)).to_be_visible()
    speak_as(page, newcomer)
    expect(chat_list(page).get_by_role("listitem")).to_have_count(1)


def test_another_member_speaks_on_in_the_same_group(
    page: Page, site: Site, person: Person, newcomer: Person
) -> None:
    group = site.add_group("同事群", person, newcomer)
    open_chat(page, group.title)
    expect(switcher(page)).to_contain_text("群主")
    speak_as(page, newcomer)
    expect(switcher(page)).to_contain_text("成员")
    expect(page.get_by_role("heading", name=group.title, level=1)).to_be_visible()


def test_one_reads_what_others_say_under_their_names(
    page: Page, site: Site, person: Person, newcomer: Person
) -> None:
    group = site.add_group("早上群", person, newcomer)
    open_chat(page, group.title)
    site.caller.do("send", chat=group.id, person=newcomer.id, text="早上好")
    expect(message(page, "早上好")).to_contain_text(newcomer.name)
    expect(own(page, "早上好")).to_have_count(0)
    speak_as(page, newcomer)
    expect(own(page, "早上好")).to_be_visible()


def test_a_member_who_may_not_write_is_told_so(
    page: Page, site: Site, person: Person, newcomer: Person
) -> None:
    group = site.add_group("只读群", person, newcomer)
    site.caller.do("allow_writing", chat=group.id, allowed=False)
    open_chat(page, group.title)
    expect(box(page)).to_be_visible()
    speak_as(page, newcomer)
    expect(page.get_by_text("这个群组不允许你发言")).to_be_visible()
    expect(box(page)).to_be_hidden()


def test_an_anonymous_admin_speaks_as_the_group(
    page: Page, site: Site, person: Person, newcomer: Person
) -> None:
    group = site.add_group("匿名群", person, newcomer)
    admin = {"chat": group.id, "person": newcomer.id}
    site.caller.do("set_status", **admin, status="administrator", anonymous=True)
    site.caller.do("send", **admin, text="大家好")
    open_chat(page, group.title)
    expect(message(page, "大家好")).to_contain_text("匿名管理员")
    expect(message(page, "大家好")).not_to_contain_text(newcomer.name)


def test_only_administrators_may_choose_the_language_of_a_group(
    page: Page, site: Site, person: Person, newcomer: Person
) -> None:
    group = site.add_group("语言群", person, newcomer)
    open_chat(page, group.title)
    speak_as(page, newcomer)
    send(page, "/language@briefing_bot")
    expect(last(page)).to_contain_text("🌐")
    press(last(page), "English")
    read_toast(page, "Only administrators of the group")


def test_alt_and_the_arrows_go_from_chat_to_chat(page: Page, site: Site, person: Person) -> None:
    group = site.add_group("下一个群", person)
    expect(chat_row(page, group.title)).to_be_visible()
    here = chat_list(page).locator("[aria-current]")
    before = here.get_attribute("aria-label") or ""
    page.keyboard.press("Alt+ArrowUp")
    expect(here).not_to_have_attribute("aria-label", before)
    page.keyboard.press("Alt+ArrowDown")
    expect(here).to_have_attribute("aria-label", before)
