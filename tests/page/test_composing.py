"""The box one writes in: lines, input methods, drafts, limits; nothing typed is ever lost."""

from playwright.sync_api import Page, expect

from tests.page.screen import BOT, box, chat_row, composer, last, open_chat, own, read_toast, send
from tests.page.site import Person, Site
from tests.page.visiting import Visitor

COMPOSING = """
(box, [kind, key]) => box.dispatchEvent(
  kind === "keydown"
    ? new KeyboardEvent(kind, { key, isComposing: true, bubbles: true, cancelable: true })
    : new CompositionEvent(kind, { data: key, bubbles: true }))
"""


def test_shift_and_enter_begin_a_new_line(page: Page) -> None:
    box(page).press_sequentially("第一行")
    box(page).press("Shift+Enter")
    box(page).press_sequentially("第二行")
    expect(box(page)).to_have_value("第一行\n第二行")
    box(page).press("Enter")
    expect(own(page, "第一行").locator(".words")).to_have_text("第一行\n第二行")


def test_enter_while_an_input_method_composes_does_not_send(page: Page) -> None:
    box(page).fill("jiuye")
    box(page).evaluate(COMPOSING, ["compositionstart", ""])
    box(page).evaluate(COMPOSING, ["keydown", "Enter"])
    box(page).evaluate(COMPOSING, ["compositionend", "就业"])
    expect(box(page)).to_have_value("jiuye")
    box(page).press("Enter")
    expect(own(page, "jiuye")).to_be_visible()


def test_a_blank_message_is_not_sent(page: Page, site: Site, person: Person) -> None:
    send(page, "  \n ")
    send(page, "说了话")
    expect(own(page, "说了话")).to_be_visible()
    assert all(message["text"].strip() for message in site.messages(person.id))


def test_a_draft_waits_in_its_chat(page: Page, site: Site, person: Person) -> None:
    group = site.add_group("草稿群", person)
    box(page).fill("写了一半")
    open_chat(page, group.title)
    expect(box(page)).to_have_value("")
    expect(chat_row(page, BOT)).to_contain_text("草稿：写了一半")
    open_chat(page, BOT)
    expect(box(page)).to_have_value("写了一半")


def test_near_the_limit_one_sees_how_much_is_left(page: Page) -> None:
    counter = composer(page).locator(".counter")
    box(page).fill("字" * 3000)
    expect(counter).to_have_text("")
    box(page).fill("字" * 4000)
    expect(counter).to_have_text("96")


def test_the_limit_is_counted_as_telegram_counts(page: Page) -> None:
    box(page).fill("😀" * 2000)
    expect(composer(page).locator(".counter")).to_have_text("96")


def test_what_is_too_long_is_not_sent_and_stays(page: Page) -> None:
    send(page, "字" * 4100)
    read_toast(page, "超出 4 个字符")
    expect(box(page)).to_have_value("字" * 4100)


def test_what_could_not_be_sent_stays_in_the_box(page: Page, shared_visitor: Visitor) -> None:
    page.route("**/do/send", lambda route: route.abort())
    send(page, "很长的一段话")
    read_toast(page, "内容没有发出去")
    page.unroute("**/do/send")
    expect(box(page)).to_have_value("很长的一段话")
    assert len(shared_visitor.take_problems()) == 1


def test_a_new_message_does_not_disturb_what_is_being_written(page: Page, site: Site, person: Person) -> None:
    box(page).fill("写了一半")
    site.caller.call("sendMessage", chat_id=person.id, text="打扰一下")
    expect(last(page)).to_contain_text("打扰一下")
    expect(box(page)).to_have_value("写了一半")
    expect(box(page)).to_be_focused()


def test_typing_anywhere_writes_into_the_box(page: Page) -> None:
    page.get_by_role("log").focus()
    page.keyboard.type("ab")
    expect(box(page)).to_have_value("ab")
