"""The bot's network is cut, the server goes away and comes back: the page says so and nothing is lost."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.screen import box, last, panel, press, read_toast, send
from tests.page.site import Person, Site
from tests.page.visiting import Visitor

LOST = "连接已断开，正在重连"
SOON = 10_000  # milliseconds: the page tries again ever more rarely


@pytest.fixture(scope="module")
def own_person(own_site: Site) -> Person:
    person = own_site.add_person()
    own_site.start(person)
    return person


@pytest.fixture(scope="module")
def page(browser: Browser, own_site: Site, own_person: Person) -> Iterator[Page]:
    """What the browser says about the connection is no news here."""
    visitor = Visitor(browser, own_site)
    yield visitor.open(own_person)
    visitor.close()


def test_what_was_asked_while_the_network_was_cut_is_answered_later(page: Page) -> None:
    cut = panel(page, "状况").get_by_role("switch", name="切断机器人的网络")
    cut.click()
    expect(page.get_by_text("机器人的网络已切断")).to_be_visible()
    send(page, "/areas")
    expect(last(page)).to_contain_text("/areas")
    cut.click()
    expect(last(page)).to_contain_text("📌 2026年重点工作")
    expect(page.get_by_text("机器人的网络已切断")).to_be_hidden()


def test_what_was_missed_while_the_browser_was_offline_is_caught_up_with(
    page: Page, own_site: Site, own_person: Person
) -> None:
    page.context.set_offline(True)
    own_site.caller.call("sendMessage", chat_id=own_person.id, text="你不在的时候")
    page.context.set_offline(False)
    expect(last(page)).to_contain_text("你不在的时候", timeout=SOON)


def test_while_the_server_is_gone_the_page_says_so_and_keeps_what_one_writes(
    page: Page, own_site: Site
) -> None:
    own_site.stop()
    expect(page.get_by_text(LOST)).to_be_visible()
    send(page, "写得很长")
    read_toast(page, "连不上本地服务器")
    expect(box(page)).to_have_value("写得很长")
    own_site.run()
    expect(page.get_by_text(LOST)).to_be_hidden(timeout=SOON)


def test_a_server_that_was_started_again_is_shown_anew(page: Page) -> None:
    expect(page.get_by_role("button", name="当前身份：王敏")).to_be_visible()
    press(page.get_by_role("main"), "开始")
    expect(last(page)).to_contain_text("👋")
