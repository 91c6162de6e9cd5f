"""How the page looks: light and dark, on a desk and on a phone, in both languages, with endless words."""

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.screen import ask, chat_list, chat_row, last, open_chat, panel, press, speak_as
from tests.page.site import Person, Site
from tests.page.visiting import PHONE, Visitor

Picture = Callable[[Page, str], None]
TABS = ("时钟", "状况", "动作", "人和群")
ENDLESS = ("x" * 300, "https://example.org/" + "长" * 200, "W" * 60 + " 短")
BRIGHTNESS = """
(node) => {
  const [r, g, b] = getComputedStyle(node).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255;
}
"""
SMALL = """
(all) => all
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 40)
  .map((one) => one.ariaLabel ?? one.innerText)
"""
WISHES: tuple[Literal["no-preference", "reduce"], ...] = ("no-preference", "reduce")
MOVING = "(all) => all.filter((one) => parseFloat(getComputedStyle(one).transitionDuration) > 0).length"


def is_dark(page: Page) -> bool:
    """What lies behind the list of chats."""
    brightness: float = chat_list(page).evaluate(BRIGHTNESS)
    return brightness < 0.5


@pytest.fixture(scope="module")
def phone(browser: Browser, site: Site, person: Person) -> Iterator[Page]:
    """The person's, who is in the group 手机群, too."""
    site.add_group("手机群", person)
    visitor = Visitor(browser, site)
    yield visitor.open(person, viewport=PHONE, has_touch=True, is_mobile=True)
    visitor.close()
    assert visitor.problems == []


def test_it_is_light_where_the_system_is(page: Page, picture: Picture) -> None:
    press(ask(page, "就业", "🎯"), "比较")
    expect(last(page)).to_contain_text("📊")
    assert not is_dark(page)
    picture(page, "desk-light")


def test_it_is_dark_where_the_system_is_unless_one_chooses(
    visitor: Visitor, person: Person, picture: Picture
) -> None:
    page = visitor.open(person, color_scheme="dark")
    ask(page, "就业", "🎯")
    assert is_dark(page)
    picture(page, "desk-dark")
    page.get_by_role("button", name="切换到浅色").click()
    expect(page.get_by_role("button", name="切换到深色")).to_be_visible()
    assert not is_dark(page)


@pytest.mark.parametrize("name", TABS)
def test_a_panel_has_room_for_what_it_holds(page: Page, picture: Picture, name: str) -> None:
    body = panel(page, name)
    expect(body).to_be_visible()
    assert body.evaluate("(body) => body.scrollWidth - body.clientWidth") == 0
    picture(page, f"panel-{TABS.index(name) + 1}")


def test_a_newcomer_is_told_what_this_is(tab: Page, newcomer: Person, picture: Picture) -> None:
    speak_as(tab, newcomer)
    expect(tab.get_by_role("main")).to_contain_text("不需要账号和令牌")
    picture(tab, "newcomer")


def test_in_english_the_page_and_the_bot_speak_english(
    visitor: Visitor, site: Site, picture: Picture
) -> None:
    page = visitor.open(site.add_person("Visitor", "en"), locale="en-US")
    page.get_by_role("button", name="START", exact=True).click()
    expect(last(page)).to_contain_text("I know this report by heart")
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")
    picture(page, "english")


def test_on_a_phone_one_goes_from_the_chat_to_the_list_and_on(phone: Page, picture: Picture) -> None:
    expect(chat_list(phone)).to_be_hidden()
    press(phone.get_by_role("main"), "返回聊天列表")
    expect(chat_row(phone, "手机群")).to_be_visible()
    expect(phone.get_by_role("main")).to_be_hidden()
    picture(phone, "phone-list")
    open_chat(phone, "手机群")
    ask(phone, "/target@briefing_bot 就业", "Briefing bot")
    picture(phone, "phone-chat")


def test_on_a_phone_the_panel_is_a_drawer(phone: Page, picture: Picture) -> None:
    expect(phone.get_by_role("complementary")).to_be_hidden()
    press(phone.get_by_role("main"), "打开或关闭面板")
    expect(panel(phone, "时钟")).to_be_in_viewport()
    picture(phone, "phone-panel")
    press(phone.get_by_role("complementary"), "关闭面板")
    expect(phone.get_by_role("complementary")).to_be_hidden()


def test_on_a_phone_there_is_room_for_a_thumb(phone: Page) -> None:
    expect(last(phone)).to_be_visible()
    assert phone.locator("button").evaluate_all(SMALL) == []


def test_words_that_never_end_stay_within_a_small_screen(visitor: Visitor, site: Site) -> None:
    person = site.add_person("无尽的名字" * 10)
    group = site.add_group("没有空格的群名" * 15, person)
    for words in ENDLESS:
        site.caller.do("send", chat=group.id, person=person.id, text=words)
        rows = [[{"text": words[:60], "callback_data": "x"}] * 3]
        site.caller.call("sendMessage", chat_id=group.id, text=words, reply_markup={"inline_keyboard": rows})
    page = visitor.open(person, group, viewport={"width": 320, "height": 6000})
    expect(last(page)).to_contain_text(ENDLESS[-1])
    for part in ("html", "#messages"):
        assert page.locator(part).evaluate("(node) => node.scrollWidth - node.clientWidth") <= 0


def test_who_wants_no_motion_gets_none(page: Page) -> None:
    moving = {}
    for wish in WISHES:
        page.emulate_media(reduced_motion=wish)
        moving[wish] = page.locator("*").evaluate_all(MOVING)
    # Not for a moment: what grows by and by cannot be measured.
    assert moving["reduce"] == 0 < moving["no-preference"]
