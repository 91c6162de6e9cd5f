"""What assistive technology finds: landmarks, names, languages; and what weak eyes can read."""

import re
from typing import Literal, get_args

import pytest
from playwright.sync_api import Page, expect

from tests.page.screen import ask, last, menu_item, open_chat, own, panel
from tests.page.site import Person, Site
from tests.page.test_media import PICTURE
from tests.page.visiting import Visitor, script

NAMED = (
    "button|link|textbox|combobox|checkbox|switch|spinbutton|tab|tabpanel|dialog|menuitem|menuitemradio"
    "|menu|option|listbox|img|article|heading|navigation|complementary|log|timer|region"
)
NAMELESS = re.compile(rf"^\s*- (?:{NAMED})(?: \[[^\]]*\])*:?$", re.MULTILINE)
Landmark = Literal["navigation", "main", "complementary", "log"]
LANDMARKS: tuple[Landmark, ...] = get_args(Landmark)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
CONTRAST = script("contrast")


def nameless(page: Page) -> list[str]:
    """What has a role and no name."""
    return NAMELESS.findall(page.locator("body").aria_snapshot())


def fill(page: Page, site: Site, person: Person) -> None:
    """Something of each kind in the chat."""
    site.caller.upload("sendPhoto", "photo", PICTURE, chat_id=person.id, caption="一张图")
    html = "<tg-spoiler>剧透</tg-spoiler> <blockquote expandable>" + "引用。" * 60 + "</blockquote>"
    site.caller.call("sendMessage", chat_id=person.id, text=html, parse_mode="HTML")
    ask(page, "就业", "🎯")


def test_the_landmarks_are_there(page: Page) -> None:
    for landmark in LANDMARKS:
        expect(page.get_by_role(landmark)).to_have_count(1)


def test_a_message_says_who_and_when(page: Page, person: Person) -> None:
    ask(page, "就业", "🎯")
    expect(last(page)).to_have_accessible_name(re.compile(r"^Briefing bot，\d\d:\d\d$"))
    name = re.compile(rf"^{person.name}，\d\d:\d\d$")
    expect(own(page, "就业")).to_have_accessible_name(name)


def test_news_is_read_out(page: Page) -> None:
    ask(page, "/areas", "📌")
    expect(page.locator("[aria-live=polite]").first).to_contain_text("Briefing bot：📌 2026年重点工作")


def test_everything_in_a_chat_has_a_name(page: Page, site: Site, person: Person) -> None:
    fill(page, site, person)
    assert nameless(page) == []


@pytest.mark.parametrize("name", ["时钟", "状况", "动作", "人和群"])
def test_everything_in_a_panel_has_a_name(page: Page, site: Site, person: Person, name: str) -> None:
    open_chat(page, site.add_group("论坛", person, forum=True).title)
    panel(page, name)
    assert nameless(page) == []


def test_everything_in_a_menu_and_a_dialog_has_a_name(page: Page) -> None:
    delete = menu_item(page, last(page), "从聊天中删除")
    assert nameless(page) == []
    delete.click()
    assert nameless(page) == []
    page.keyboard.press("Escape")


def test_nothing_is_without_a_name_would_be_noticed(page: Page) -> None:
    page.evaluate("() => document.querySelector('#composer .send').removeAttribute('aria-label')")
    page.evaluate("() => document.querySelector('#composer .send').removeAttribute('title')")
    assert len(nameless(page)) == 1


def test_the_page_says_which_language_it_speaks(page: Page) -> None:
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")


def test_who_speaks_neither_language_gets_the_districts(visitor: Visitor) -> None:
    expect(visitor.open(locale="ru-RU").locator("html")).to_have_attribute("lang", "zh-CN")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_words_stand_out_from_what_lies_behind_them(
    page: Page, site: Site, person: Person, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    fill(page, site, person)
    faint = page.evaluate(CONTRAST, 4.5)
    for tab in ("状况", "动作", "人和群"):
        panel(page, tab)
        faint += page.evaluate(CONTRAST, 4.5)
    page.emulate_media(color_scheme="light")
    assert faint == []
