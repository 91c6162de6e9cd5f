"""Commands are completed while one types, and listed at a button."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.page.screen import box, last, messages, open_chat
from tests.page.site import Person, Site


def offered(page: Page) -> Locator:
    return page.get_by_role("listbox", name="命令").get_by_role("option")


@pytest.fixture
def group(page: Page, site: Site, person: Person) -> Page:
    """The page in a group, where it has heard of the bot's commands."""
    open_chat(page, site.add_group("命令群", person).title)
    expect(page.get_by_role("button", name="机器人命令菜单")).to_be_visible()
    return page


def test_what_one_types_narrows_the_commands(page: Page) -> None:
    box(page).press_sequentially("/ta")
    expect(offered(page)).to_contain_text(["/targets", "/target"])
    expect(offered(page)).to_have_count(2)


def test_the_arrows_choose_and_enter_sends(page: Page) -> None:
    box(page).press_sequentially("/ta")
    expect(offered(page).first).to_have_attribute("aria-selected", "true")
    box(page).press("ArrowUp")
    expect(offered(page).last).to_have_attribute("aria-selected", "true")
    box(page).press("ArrowDown")
    box(page).press("Enter")
    expect(last(page)).to_contain_text("2026年量化目标")
    expect(box(page)).to_have_value("")


def test_tab_inserts_and_goes_on(page: Page) -> None:
    box(page).press_sequentially("/com")
    box(page).press("Tab")
    expect(box(page)).to_have_value("/compare ")
    box(page).press_sequentially("就业")
    box(page).press("Enter")
    expect(last(page)).to_contain_text("📊 城镇新增就业")


def test_escape_closes_what_is_offered_and_leaves_the_words(page: Page) -> None:
    box(page).press_sequentially("/go")
    expect(offered(page)).to_have_count(1)
    box(page).press("Escape")
    expect(offered(page)).to_have_count(0)
    expect(box(page)).to_have_value("/go")


def test_the_menu_button_lists_all_commands(page: Page) -> None:
    page.get_by_role("button", name="机器人命令菜单").click()
    expect(offered(page)).to_contain_text(["/today", "/areas", "/help"])
    offered(page).filter(has_text="/goals").click()
    expect(last(page)).to_contain_text("🧭")


def test_in_a_group_what_is_inserted_names_the_bot(group: Page) -> None:
    box(group).press_sequentially("/goa")
    expect(offered(group)).to_have_count(1)
    box(group).press("Tab")
    expect(box(group)).to_have_value("/goals@briefing_bot ")


def test_in_a_group_what_is_sent_names_the_bot(group: Page) -> None:
    box(group).press_sequentially("/goa")
    expect(offered(group)).to_have_count(1)
    box(group).press("Enter")
    expect(messages(group).first).to_contain_text("/goals@briefing_bot")
    expect(last(group)).to_contain_text("🧭")
