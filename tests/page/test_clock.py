"""The clock of the local Telegram, which the bot reads, too: turned, run fast, stopped."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.page.screen import ask, last, panel, press
from tests.page.site import Site
from tests.page.visiting import Visitor


@pytest.fixture(scope="module")
def visited(browser: Browser, own_site: Site) -> Iterator[Visitor]:
    """The page of somebody who has started the bot."""
    person = own_site.add_person()
    own_site.start(person)
    visitor = Visitor(browser, own_site)
    expect(last(visitor.open(person))).to_contain_text("👋")
    yield visitor
    visitor.close()


@pytest.fixture
def page(visited: Visitor, own_site: Site) -> Iterator[Page]:
    """It shows the real time."""
    assert visited.page
    own_site.caller.do("real_time")
    expect(visited.page.get_by_text("与真实时间同步")).to_be_visible()
    yield visited.page
    assert visited.take_problems() == []


def now(site: Site) -> datetime:
    return datetime.fromisoformat(site.caller.read("/state")["clock"]["now"])


def face(page: Page) -> Locator:
    return page.get_by_role("timer", name="时钟")


def test_the_clock_shows_the_districts_time(page: Page, own_site: Site) -> None:
    day = now(own_site)
    expect(face(page)).to_contain_text(f"{day.year}年{day.month}月{day.day}日")
    expect(page.get_by_text("与真实时间同步")).to_be_visible()


def test_a_day_later_the_bot_says_something_else(page: Page, own_site: Site) -> None:
    today = ask(page, "/today", "🗓 今日简报").inner_text()
    press(panel(page, "时钟"), "+1 天")
    tomorrow = now(own_site)
    expect(face(page)).to_contain_text(f"{tomorrow.month}月{tomorrow.day}日")
    answer = ask(page, "/today", f"🗓 今日简报 · {tomorrow.year}年{tomorrow.month}月{tomorrow.day}日")
    assert answer.inner_text() != today


def test_one_can_jump_to_any_moment(page: Page) -> None:
    tab = panel(page, "时钟")
    tab.get_by_label("指定时刻").fill("2026-02-17T08:29")
    press(tab, "拨到此刻")
    expect(face(page)).to_contain_text(re.compile("08:(29|30).*2026年2月17日"))
    ask(page, "/today", "🗓 今日简报 · 2026年2月17日")


def test_the_next_due_moment_is_midnight(page: Page, own_site: Site) -> None:
    tomorrow = (now(own_site) + timedelta(days=1)).date()
    button = panel(page, "时钟").get_by_role("button", name="跳到下一个到期时刻")
    expect(button).to_contain_text(f"{tomorrow.month}月{tomorrow.day}日")
    expect(button).to_contain_text("00:00")
    button.click()
    expect(face(page)).to_contain_text(re.compile(r"00:00:\d\d"))
    assert now(own_site).date() == tomorrow


def test_half_past_eight_is_one_step_away(page: Page) -> None:
    press(panel(page, "时钟"), "下一个 8:30")
    expect(face(page)).to_contain_text("08:30:0")
    expect(page.get_by_text("时钟已拨动")).to_be_visible()


def test_a_day_passes_in_a_minute_and_stands_still_when_told(page: Page, own_site: Site) -> None:
    press(panel(page, "时钟"), "一分钟播放一天")
    expect(page.get_by_text("1440 倍速")).to_be_visible()
    before = now(own_site)
    page.wait_for_function(MINUTES_PASS, arg=[face(page).element_handle(), face(page).inner_text()])
    press(panel(page, "时钟"), "暂停")
    expect(page.get_by_text("时钟已暂停")).to_be_visible()
    assert now(own_site) - before > timedelta(minutes=5)
    assert now(own_site) == now(own_site)


def test_a_clock_that_stands_still_goes_on(page: Page) -> None:
    tab = panel(page, "时钟")
    press(tab, "暂停")
    standing = face(page).inner_text()
    press(tab, "继续走")
    expect(face(page)).not_to_have_text(standing)


def test_it_comes_back_to_the_real_time(page: Page, own_site: Site) -> None:
    tab = panel(page, "时钟")
    press(tab, "+1 周")
    expect(page.get_by_text("时钟已拨动")).to_be_visible()
    press(tab, "回到真实时间")
    expect(page.get_by_text("与真实时间同步")).to_be_visible()
    assert abs(now(own_site) - datetime.now().astimezone()) < timedelta(seconds=5)


def test_a_message_bears_the_time_the_clock_shows(page: Page) -> None:
    press(panel(page, "时钟"), "下一个 8:30")
    expect(face(page)).to_contain_text("08:30")
    ask(page, "/areas", "📌")
    expect(last(page).locator("time")).to_have_text("08:30")
    expect(page.get_by_role("log")).to_contain_text("今天")


MINUTES_PASS = """
([face, before]) => {
  const minutes = (text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  return Math.abs(minutes(face.innerText) - minutes(before)) >= 6;
}
"""
