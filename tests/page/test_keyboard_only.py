"""The page without a mouse: everything is reached, seen where one is, and left again by Escape."""

from playwright.sync_api import Locator, Page, expect

from tests.page.screen import ask, box, chat_row, last, messages, switcher
from tests.page.site import Person, Site
from tests.page.visiting import Visitor

MOST_STEPS = 60
IS_SEEN = """
(node) => {
  const { outlineStyle, outlineWidth } = getComputedStyle(node);
  return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || node.matches("textarea");
}
"""


def go_to(page: Page, goal: Locator, key: str = "Tab") -> None:
    """Presses the key until the focus is there."""
    for _ in range(MOST_STEPS):
        if goal.evaluate("(node) => node === document.activeElement"):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{goal} is not reached by {key}")


def test_from_the_first_key_to_a_pressed_button(visitor: Visitor, newcomer: Person) -> None:
    page = visitor.open(newcomer)
    go_to(page, page.get_by_role("button", name="开始", exact=True))
    page.keyboard.press("Enter")
    expect(last(page)).to_contain_text("👋")
    go_to(page, box(page))
    page.keyboard.type("就业")
    page.keyboard.press("Enter")
    expect(last(page)).to_contain_text("🎯 城镇新增就业")
    go_to(page, last(page).get_by_role("button", name="比较", exact=True), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(last(page)).to_contain_text("📊 城镇新增就业")


def test_the_focus_is_still_on_the_message_after_its_button_changed_it(page: Page) -> None:
    answer = ask(page, "就业", "🎯")
    answer.get_by_role("button", name="比较", exact=True).focus()
    page.keyboard.press("Enter")
    expect(answer).to_contain_text("📊")
    assert answer.evaluate("(node) => node.contains(document.activeElement)")


def test_wherever_one_is_can_be_seen(page: Page) -> None:
    ask(page, "就业", "🎯")
    names = []
    for _ in range(30):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.count() and not focused.evaluate(IS_SEEN):
            names.append(focused.evaluate("(node) => node.outerHTML.slice(0, 80)"))
    assert names == []


def test_the_person_is_changed_by_keys(page: Page, site: Site, person: Person) -> None:
    site.add_person()
    switcher(page).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitemradio", name=person.name)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(switcher(page)).not_to_contain_text(person.name)


def test_messages_are_gone_through_by_arrows(page: Page) -> None:
    ask(page, "就业", "🎯")
    page.get_by_role("log").focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(messages(page).nth(-2)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(last(page)).to_be_focused()


def test_tabs_are_changed_by_arrows(page: Page) -> None:
    page.get_by_role("tab", name="时钟").click()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="状况")).to_be_focused()
    expect(page.get_by_role("tabpanel", name="状况")).to_be_visible()


def test_a_menu_is_left_by_escape(page: Page) -> None:
    last(page).focus()
    more = last(page).get_by_role("button", name="消息操作")
    go_to(page, more)
    page.keyboard.press("Enter")
    expect(page.get_by_role("menu")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("menu")).to_have_count(0)
    expect(more).to_be_focused()


def test_a_dialog_is_left_by_escape_and_the_focus_comes_back(page: Page) -> None:
    field = page.get_by_role("textbox", name="打开 Telegram 链接")
    field.fill("https://t.me/briefing_bot?startgroup=x")
    field.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(field).to_be_focused()


def test_escape_leads_back_to_the_box(page: Page) -> None:
    chat_row(page, "Briefing bot").focus()
    page.keyboard.press("Escape")
    expect(box(page)).to_be_focused()
