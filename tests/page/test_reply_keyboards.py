"""Keyboards a bot puts in place of one's own, and replies it asks for."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.page.screen import box, composer, last, open_chat, own, press, send, speak_as
from tests.page.site import Person, Site


def post(site: Site, chat: int, *rows: tuple[str, ...], **markup: Any) -> None:
    """A message with these keys, or what else `markup` says."""
    if rows:
        markup["keyboard"] = [[{"text": text} for text in row] for row in rows]
    site.caller.call("sendMessage", chat_id=chat, text="请选择", reply_markup=markup)


def keys(page: Page) -> Locator:
    return page.get_by_role("group", name="机器人键盘").get_by_role("button")


def test_a_key_says_what_stands_on_it(page: Page, site: Site, person: Person) -> None:
    post(site, person.id, ("/areas", "/goals"), ("/help",), resize_keyboard=True)
    expect(keys(page)).to_have_text(["/areas", "/goals", "/help"])
    keys(page).nth(1).click()
    expect(own(page, "/goals")).to_be_visible()
    expect(last(page)).to_contain_text("🧭")


def test_a_keyboard_for_one_use_goes_away(page: Page, site: Site, person: Person) -> None:
    post(site, person.id, ("/areas",), one_time_keyboard=True)
    keys(page).first.click()
    expect(last(page)).to_contain_text("📌")
    expect(keys(page)).to_have_count(0)
    press(composer(page), "显示机器人键盘")
    expect(keys(page)).to_have_count(1)


def test_the_bot_takes_its_keyboard_away(page: Page, site: Site, person: Person) -> None:
    post(site, person.id, ("/areas",))
    expect(keys(page)).to_have_count(1)
    post(site, person.id, remove_keyboard=True)
    expect(keys(page)).to_have_count(0)


def test_the_box_shows_what_the_bot_wants_there(page: Page, site: Site, person: Person) -> None:
    post(site, person.id, force_reply=True, input_field_placeholder="写下领域")
    expect(composer(page)).to_contain_text("回复 Briefing bot")
    expect(box(page)).to_have_attribute("placeholder", "写下领域")
    send(page, "民生")
    expect(own(page, "民生").get_by_role("button", name="回复 Briefing bot")).to_be_visible()


def test_a_keyboard_for_one_person_is_not_shown_to_another(page: Page, site: Site, person: Person) -> None:
    member = site.add_person()
    group = site.add_group("键盘群", person, member)
    asked = site.caller.do("send", chat=group.id, person=member.id, text="/x")["message_id"]
    markup = {"keyboard": [[{"text": "只给你"}]], "selective": True}
    reply = {"message_id": asked}
    site.caller.call(
        "sendMessage", chat_id=group.id, text="给你", reply_markup=markup, reply_parameters=reply
    )
    open_chat(page, group.title)
    expect(last(page)).to_contain_text("给你")
    expect(keys(page)).to_have_count(0)
    speak_as(page, member)
    expect(keys(page)).to_have_text(["只给你"])
