"""Deep links lead to the bot, wherever they stand; others open elsewhere."""

import pytest
from playwright.sync_api import Page, expect

from tests.page.screen import chat_row, last, message, messages, own, press, read_toast
from tests.page.site import Person, Site
from tests.page.visiting import Visitor


def follow(page: Page, link: str) -> None:
    field = page.get_by_role("textbox", name="打开 Telegram 链接")
    field.fill(link)
    field.press("Enter")


def test_the_pages_address_starts_the_bot_once(visitor: Visitor, site: Site, newcomer: Person) -> None:
    page = visitor.open(newcomer, path="/#start=jobs")
    expect(last(page)).to_contain_text("🎯 城镇新增就业")
    expect(page).to_have_url(f"{site.url}/")
    page.reload()
    expect(last(page)).to_contain_text("🎯 城镇新增就业")
    expect(messages(page)).to_have_count(2)


@pytest.mark.parametrize(
    "link",
    [
        "https://t.me/briefing_bot?start=jobs",
        "t.me/briefing_bot?start=jobs",
        "tg://resolve?domain=briefing_bot&start=jobs",
    ],
    ids=["https", "bare", "tg"],
)
def test_a_deep_link_typed_in_starts_the_bot(page: Page, link: str) -> None:
    follow(page, link)
    expect(last(page)).to_contain_text("🎯 城镇新增就业")
    expect(own(page, "/start jobs")).to_be_visible()


def test_a_deep_link_in_a_message_starts_the_bot_here(page: Page, site: Site, person: Person) -> None:
    link = "https://t.me/briefing_bot?start=jobs"
    site.caller.call("sendMessage", chat_id=person.id, text=f'<a href="{link}">就业</a>', parse_mode="HTML")
    last(page).get_by_role("link", name="就业").click()
    expect(last(page)).to_contain_text("🎯 城镇新增就业")


def test_a_link_into_a_group_asks_which(page: Page, site: Site, person: Person) -> None:
    group = site.add_group("请机器人来", person)
    expect(chat_row(page, group.title)).to_be_visible()
    follow(page, "https://t.me/briefing_bot?startgroup=areas")
    press(page.get_by_role("dialog", name="把机器人加到哪个群组"), group.title)
    expect(page.get_by_role("heading", name=group.title, level=1)).to_be_visible()
    expect(last(page)).to_contain_text("📌 2026年重点工作")


def test_the_welcome_leads_into_a_group_with_an_offer(page: Page, site: Site, person: Person) -> None:
    group = site.add_group("从首页请来", person)
    expect(chat_row(page, group.title)).to_be_visible()
    follow(page, "https://t.me/briefing_bot?start")
    press(last(page), "添加到群")
    press(page.get_by_role("dialog", name="把机器人加到哪个群组"), group.title)
    expect(last(page)).to_contain_text("今日简报，每个法定工作日 8:30")


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "就业"])
def test_what_is_no_link_is_not_followed(page: Page, link: str) -> None:
    follow(page, link)
    read_toast(page, "这不是可以打开的链接")


def test_a_link_to_the_web_opens_in_a_tab_that_knows_nothing_of_this_one(
    page: Page, site: Site, person: Person
) -> None:
    site.caller.call(
        "sendMessage", chat_id=person.id, text=f"见 {site.url.replace('127.0.0.1', 'example.org')}/x"
    )
    link = message(page, "见 ").get_by_role("link")
    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
