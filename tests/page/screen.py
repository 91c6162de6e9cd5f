"""What a person finds on the page, by the roles and names that assistive technology reads out, too."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.page.site import Person

BOT = "Briefing bot"
WHERE = """
() => [".switcher", "h1", "#box"].map((part) => {
  const node = document.querySelector(part);
  return node?.value || node?.innerText || "";
})
"""


def box(page: Page) -> Locator:
    return page.get_by_role("textbox", name="输入消息")


def composer(page: Page) -> Locator:
    """The box with what stands around it."""
    return page.locator("#composer")


def log(page: Page) -> Locator:
    return page.get_by_role("log")


def messages(page: Page) -> Locator:
    """Those that are drawn, oldest first."""
    return log(page).get_by_role("article")


def last(page: Page) -> Locator:
    return messages(page).last


def message(page: Page, words: str) -> Locator:
    """The last one with these words."""
    return messages(page).filter(has_text=words).last


def own(page: Page, words: str) -> Locator:
    """What the person said with these words."""
    return log(page).locator(".own").get_by_role("article").filter(has_text=words).last


def send(page: Page, words: str) -> None:
    box(page).fill(words)
    box(page).press("Enter")


def ask(page: Page, words: str, answer: str) -> Locator:
    """Sends words and returns what the bot answers, which has to begin like this."""
    before = last(page).get_attribute("data-message") if last(page).count() else None
    send(page, words)
    if before:
        expect(last(page)).not_to_have_attribute("data-message", before)
    expect(last(page)).to_have_text(re.compile(rf"^\s*{re.escape(answer)}"))
    return last(page)


def press(page_or_message: Page | Locator, name: str) -> None:
    page_or_message.get_by_role("button", name=name, exact=True).click()


def chat_list(page: Page) -> Locator:
    return page.get_by_role("navigation", name="聊天列表")


def chat_row(page: Page, title: str) -> Locator:
    """A chat in the list; its name goes on with its kind and what is unread."""
    return chat_list(page).get_by_role("listitem").get_by_role("button", name=title)


def topic(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="话题").get_by_role("button", name=name)


def open_chat(page: Page, title: str) -> None:
    chat_row(page, title).click()
    expect(page.get_by_role("heading", name=title, level=1)).to_be_visible()


def open_topic(page: Page, name: str) -> None:
    topic(page, name).click()
    expect(topic(page, name)).to_have_attribute("aria-current", "true")


def switcher(page: Page) -> Locator:
    return page.get_by_role("button", name="当前身份")


def speak_as(page: Page, person: Person) -> None:
    """Chooses the person at the switch; the page may not have heard of them at once."""
    choice = page.get_by_role("menuitemradio", name=person.name)
    switcher(page).click()
    while not choice.count():
        page.keyboard.press("Escape")
        switcher(page).click()
    choice.click()
    expect(switcher(page)).to_contain_text(person.name)


def go_home(page: Page, person: Person) -> None:
    """To the person's private chat, with nothing in the box; asks the page but once where it is."""
    who, title, words = page.evaluate(WHERE)
    if person.name in who and (title, words) == (BOT, ""):
        return
    if person.name not in who:
        speak_as(page, person)
    if page.get_by_role("heading", name=BOT, level=1).count() == 0:
        open_chat(page, BOT)
    expect(last(page)).to_be_visible()
    box(page).fill("")


def panel(page: Page, tab: str) -> Locator:
    """The panel at the right, open at this tab."""
    page.get_by_role("tab", name=tab).click()
    return page.get_by_role("tabpanel", name=tab)


def menu_item(page: Page, of: Locator, name: str) -> Locator:
    """What is found in the menu of a message."""
    of.click(button="right", position={"x": 8, "y": 8})
    return page.get_by_role("menuitem", name=name, exact=True)


def read_toast(page: Page, words: str) -> None:
    """Waits for a passing notice with these words, and puts it away."""
    page.get_by_role("status").get_by_text(words).click()
