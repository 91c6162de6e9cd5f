"""One replies to messages, changes and deletes one's own, reacts."""

import pytest
from playwright.sync_api import Page, expect

from tests.page.screen import ask, box, composer, last, log, menu_item, message, messages, own, press, send
from tests.page.site import Person, Site


@pytest.fixture
def asked(page: Page) -> Page:
    """With a question and its answer at the end."""
    ask(page, "就业", "🎯 城镇新增就业")
    return page


def post(site: Site, person: Person, count: int) -> None:
    for number in range(count):
        site.caller.call("sendMessage", chat_id=person.id, text=f"第 {number} 条")


def test_a_changed_question_changes_the_answer(asked: Page) -> None:
    answer = last(asked).get_attribute("data-message") or ""
    menu_item(asked, messages(asked).nth(-2), "编辑").click()
    expect(box(asked)).to_have_value("就业")
    send(asked, "/goals")
    expect(last(asked)).to_contain_text("🧭")
    expect(last(asked)).to_have_attribute("data-message", answer)
    expect(messages(asked).nth(-2)).to_contain_text("已编辑")


def test_the_arrow_up_changes_what_one_said_last(asked: Page) -> None:
    box(asked).press("ArrowUp")
    expect(box(asked)).to_have_value("就业")
    send(asked, "PM2.5")
    expect(last(asked)).to_contain_text("PM2.5浓度")


def test_escape_ends_a_change_and_brings_the_draft_back(asked: Page) -> None:
    box(asked).fill("写了一半")
    menu_item(asked, messages(asked).nth(-2), "编辑").click()
    expect(box(asked)).to_have_value("就业")
    box(asked).press("Escape")
    expect(box(asked)).to_have_value("写了一半")


def test_what_others_said_cannot_be_changed(asked: Page) -> None:
    expect(menu_item(asked, last(asked), "回复")).to_be_visible()
    expect(asked.get_by_role("menuitem", name="编辑")).to_have_count(0)
    asked.keyboard.press("Escape")
    expect(asked.get_by_role("menu")).to_have_count(0)


def test_a_reply_shows_what_it_replies_to(asked: Page) -> None:
    menu_item(asked, last(asked), "回复").click()
    expect(composer(asked)).to_contain_text("回复 Briefing bot")
    send(asked, "说得对")
    preview = own(asked, "说得对").get_by_role("button", name="回复 Briefing bot")
    expect(preview).to_contain_text("城镇新增就业")


def test_a_reply_leads_to_the_message_far_above(page: Page, site: Site, person: Person) -> None:
    post(site, person, 40)
    first = site.messages(person.id)[0]["message_id"]
    reply = {"message_id": first}
    site.caller.call("sendMessage", chat_id=person.id, text="看这里", reply_parameters=reply)
    message(page, "看这里").get_by_role("button", name=f"回复 {person.name}").click()
    expect(log(page).locator(f'[data-message="{first}"]')).to_be_in_viewport()
    page.get_by_role("button", name="回到最新消息").click()


def test_a_deleted_message_is_gone_once_one_agrees(asked: Page) -> None:
    gone = last(asked).get_attribute("data-message")
    menu_item(asked, last(asked), "从聊天中删除").click()
    press(asked.get_by_role("dialog"), "删除")
    expect(log(asked).locator(f'[data-message="{gone}"]')).to_have_count(0)


def test_a_deletion_can_be_called_off(asked: Page) -> None:
    menu_item(asked, messages(asked).nth(-2), "删除").click()
    asked.get_by_role("dialog").press("Escape")
    expect(asked.get_by_role("dialog")).to_have_count(0)
    expect(messages(asked).nth(-2)).to_contain_text("就业")


def test_a_reaction_shows_under_the_message(asked: Page) -> None:
    menu_item(asked, last(asked), "回应 👍").click()
    expect(last(asked).get_by_role("group", name="回应")).to_have_text("👍")


def test_a_pinned_message_stands_above_the_chat(page: Page, site: Site, person: Person) -> None:
    sent = site.caller.call("sendMessage", chat_id=person.id, text="请记住这句")
    site.caller.call("pinChatMessage", chat_id=person.id, message_id=sent["message_id"])
    expect(page.get_by_role("button", name="置顶消息：请记住这句")).to_be_visible()
    expect(message(page, "请记住这句").get_by_role("img", name="置顶消息")).to_be_visible()
