"""A newcomer subscribes with a few clicks, turns the clock, and the briefing is there."""

import re

from playwright.sync_api import Browser, expect

from tests.page.conftest import Picture
from tests.page.screen import ask, last, message, messages, panel, press, read_toast
from tests.page.site import Site
from tests.page.visiting import Visitor


def test_a_newcomer_subscribes_and_the_briefing_comes(
    browser: Browser, own_site: Site, picture: Picture
) -> None:
    own_site.caller.do("turn", to="2026-11-25T08:29")
    person = own_site.add_person()
    own_site.start(person)
    visitor = Visitor(browser, own_site)
    page = visitor.open(person)
    expect(last(page)).to_contain_text("👋")
    ask(page, "/subscribe", "🔔 想订阅什么")
    for button, title in (
        ("今日简报", "今日简报 · 哪些日子"),
        ("每个法定工作日", "今日简报 · 每个法定工作日"),
        ("8:30", "是这样吗"),
        ("订阅", "已订阅"),
    ):
        press(last(page), button)
        expect(last(page)).to_contain_text(title)
    press(panel(page, "时钟"), "下一个 8:30")
    briefing = message(page, "今日简报 · 2026年11月25日")
    expect(briefing).to_be_visible()
    expect(briefing.locator("time")).to_have_text("08:30")
    expect(messages(page).filter(has_text="今日简报 · 2026年11月25日")).to_have_count(1)
    picture(page, "subscribed")
    press(briefing, "暂停")
    read_toast(page, "已暂停这项订阅")
    ask(page, "/deliveries", "🔔 推送记录")
    expect(last(page)).to_contain_text(re.compile("11月25日（星期三）8:30.*今日简报 · 已发送", re.DOTALL))
    picture(page, "deliveries")
    visitor.close()
    assert visitor.problems == []
