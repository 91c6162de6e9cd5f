"""Every way to format that Telegram has shows as Telegram shows it."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.page.screen import last, message
from tests.page.site import Person, Site

STYLES = {
    "<b>粗体</b>": "strong",
    "<i>斜体</i>": "em",
    "<u>下划线</u>": "u",
    "<s>删除线</s>": "s",
    "<code>代码</code>": "code",
    "<pre>代码块</pre>": "pre",
    "<blockquote>引用</blockquote>": "blockquote",
    '<a href="https://example.org/">链接</a>': "a",
    "<tg-spoiler>剧透</tg-spoiler>": ".spoiler",
}


def post(page: Page, site: Site, person: Person, html: str) -> Locator:
    """What the bot said, as it is shown."""
    sent = site.caller.call("sendMessage", chat_id=person.id, text=html, parse_mode="HTML")
    shown = page.locator(f'[data-message="{sent["message_id"]}"] .words')
    expect(shown).to_be_visible()
    return shown


@pytest.mark.parametrize("html", STYLES)
def test_a_style_has_its_element(page: Page, site: Site, person: Person, html: str) -> None:
    shown = post(page, site, person, f"前 {html} 后")
    styled = shown.locator(STYLES[html])
    expect(styled).to_have_count(1)
    words = html.partition(">")[2].partition("<")[0]
    expect(styled).to_have_text(words)


def test_styles_within_styles(page: Page, site: Site, person: Person) -> None:
    shown = post(page, site, person, "<b>一<i>二<u>三</u></i></b>四")
    expect(shown.locator("strong > em > u")).to_have_text("三")
    expect(shown).to_have_text("一二三四")


def test_places_are_counted_as_telegram_counts(page: Page, site: Site, person: Person) -> None:
    shown = post(page, site, person, "😀😀 <b>𠀀字</b> 👨‍👩‍👧 <i>完</i>")
    expect(shown.locator("strong")).to_have_text("𠀀字")
    expect(shown.locator("em")).to_have_text("完")


def test_a_spoiler_shows_when_it_is_clicked(page: Page, site: Site, person: Person) -> None:
    shown = post(page, site, person, "<tg-spoiler>秘密</tg-spoiler>")
    cover = shown.get_by_role("button", name="剧透内容")
    cover.click()
    expect(cover).to_have_count(0)
    expect(shown.locator(".spoiler.is-shown")).to_have_text("秘密")


def test_a_long_quote_is_folded_until_one_unfolds_it(page: Page, site: Site, person: Person) -> None:
    words = "很长的引用。" * 60
    shown = post(page, site, person, f"<blockquote expandable>{words}</blockquote>")
    folded = shown.bounding_box()
    shown.get_by_role("button", name="展开引用").click()
    expect(shown.get_by_role("button", name="收起引用")).to_be_visible()
    unfolded = shown.bounding_box()
    assert folded
    assert unfolded
    assert unfolded["height"] > folded["height"] * 2


def test_spaces_and_lines_stay(page: Page, site: Site, person: Person) -> None:
    shown = post(page, site, person, "一  二\n\n\u2003三")
    expect(shown).to_have_css("white-space-collapse", "preserve")
    assert shown.inner_text() == "一  二\n\n\u2003三"


def test_addresses_in_plain_words_become_links(page: Page, site: Site, person: Person) -> None:
    shown = post(page, site, person, "见 https://example.org/路 或写信 a@example.org")
    expect(shown.get_by_role("link")).to_have_count(2)
    expect(shown.get_by_role("link").last).to_have_attribute("href", "mailto:a@example.org")


def test_hashtags_and_mentions_stand_out(page: Page, site: Site, person: Person) -> None:
    shown = post(page, site, person, "#民生 @somebody")
    expect(shown.locator(".hashtag")).to_have_text("#民生")
    expect(shown.locator(".mention")).to_have_text("@somebody")


def test_a_silent_message_is_marked(page: Page, site: Site, person: Person) -> None:
    site.caller.call("sendMessage", chat_id=person.id, text="悄悄话", disable_notification=True)
    expect(message(page, "悄悄话").get_by_role("img", name="静音发送")).to_be_visible()


def test_a_quote_in_a_reply_is_what_was_quoted(page: Page, site: Site, person: Person) -> None:
    asked = site.caller.do("send", chat=person.id, person=person.id, text="一二三四")["message_id"]
    reply = {"message_id": asked, "quote": "二三"}
    site.caller.call("sendMessage", chat_id=person.id, text="就是这句", reply_parameters=reply)
    expect(message(page, "就是这句").locator(".reply-words")).to_have_text("二三")


def test_the_bot_types_before_it_says_something(page: Page, site: Site, person: Person) -> None:
    site.caller.call("sendChatAction", chat_id=person.id, action="typing")
    expect(page.get_by_role("status").filter(has_text="机器人正在输入")).to_be_visible()
    site.caller.call("sendMessage", chat_id=person.id, text="好了")
    expect(last(page)).to_contain_text("好了")
    expect(page.get_by_role("status").filter(has_text="机器人正在输入")).to_have_count(0)
