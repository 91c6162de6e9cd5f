"""Buttons under messages: those of the bot change its message, others do what their kind does."""

from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.page.screen import ask, box, chat_row, last, message, press, read_toast
from tests.page.site import Person, Site


def post_button(site: Site, person: Person, **button: Any) -> str:
    """A message with one button of this kind; what stands on it."""
    label = site.number("按钮")
    markup = {"inline_keyboard": [[{"text": label, **button}]]}
    site.caller.call("sendMessage", chat_id=person.id, text="请按", reply_markup=markup)
    return label


def test_a_button_changes_the_message_it_stands_under(page: Page) -> None:
    answer = ask(page, "就业", "🎯 城镇新增就业")
    number = answer.get_attribute("data-message") or ""
    press(answer, "比较")
    expect(last(page)).to_contain_text("📊 城镇新增就业")
    expect(last(page)).to_contain_text("已编辑")
    expect(last(page)).to_have_attribute("data-message", number)


def test_the_way_back_shows_the_first_message_again(page: Page) -> None:
    answer = ask(page, "/areas", "📌 2026年重点工作")
    press(answer, "（八）民生福祉")
    expect(answer).to_contain_text("📌 （八）民生福祉")
    press(answer, "重点工作")
    expect(answer).to_contain_text("9个领域")


def test_the_language_button_says_the_same_in_the_other_language(page: Page) -> None:
    answer = ask(page, "就业", "🎯 城镇新增就业")
    press(answer, "EN")
    expect(answer).to_contain_text("New urban jobs")
    press(answer, "中文")
    expect(answer).to_contain_text("城镇新增就业")


def test_a_chosen_language_is_confirmed_by_a_passing_notice(page: Page) -> None:
    press(ask(page, "/language", "🌐 语言"), "中文 + English")
    read_toast(page, "从现在起中英文对照")
    expect(last(page)).to_contain_text("Shancheng District")
    ask(page, "/language", "🌐").get_by_role("button", name="中文", exact=True).first.click()
    read_toast(page, "从现在起使用中文")


def test_an_alert_waits_until_it_is_closed(page: Page, site: Site, person: Person) -> None:
    answer = ask(page, "就业", "🎯 城镇新增就业")
    site.caller.do("fail", method="editMessageText", what="400", chat=person.id)
    press(answer, "比较")
    alert = page.get_by_role("dialog", name="Briefing bot")
    expect(alert).to_contain_text("抱歉，刚才出错了")
    press(alert, "好")
    expect(alert).to_have_count(0)


def test_a_button_waits_visibly_until_the_bot_answers(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    button = ask(page, "/start", "👋").get_by_role("button", name="重点工作")
    page.route("**/do/press", hold)
    button.click()
    expect(button).to_have_attribute("aria-busy", "true")
    held[0].continue_()
    page.unroute("**/do/press")
    expect(last(page)).to_contain_text("9个领域")
    expect(last(page).locator("[aria-busy]")).to_have_count(0)


def test_a_button_of_another_report_has_expired(page: Page, site: Site, person: Person) -> None:
    label = post_button(site, person, callback_data="nothing.0.z")
    press(page, label)
    read_toast(page, "这个按钮已失效")


def test_the_rows_are_as_the_bot_laid_them_out(page: Page, site: Site, person: Person) -> None:
    rows = [["一", "二", "三"], ["四"], ["五", "六"]]
    markup = [[{"text": text, "callback_data": "x"} for text in row] for row in rows]
    site.caller.call("sendMessage", chat_id=person.id, text="行", reply_markup={"inline_keyboard": markup})
    shown = message(page, "行").locator(".keyboard-row")
    expect(shown).to_have_count(3)
    assert [row.get_by_role("button").all_inner_texts() for row in shown.all()] == rows


def test_a_button_with_a_link_opens_it_elsewhere(page: Page, site: Site, person: Person) -> None:
    label = post_button(site, person, url=f"{site.url}/page/icon.svg")
    with page.expect_popup() as opened:
        press(page, label)
    assert opened.value.url.endswith("/page/icon.svg")
    opened.value.close()


def test_a_button_with_a_deep_link_starts_the_bot_here(page: Page, site: Site, person: Person) -> None:
    label = post_button(site, person, url="https://t.me/briefing_bot?start=jobs")
    press(page, label)
    expect(last(page)).to_contain_text("🎯 城镇新增就业")


def test_a_button_that_asks_inline_here_fills_the_box(page: Page, site: Site, person: Person) -> None:
    label = post_button(site, person, switch_inline_query_current_chat="就业")
    press(page, label)
    expect(box(page)).to_have_value("@briefing_bot 就业")


def test_a_button_that_asks_inline_elsewhere_asks_where(page: Page, site: Site, person: Person) -> None:
    group = site.add_group("别处", person)
    label = post_button(site, person, switch_inline_query="就业")
    expect(chat_row(page, group.title)).to_be_visible()
    press(page, label)
    press(page.get_by_role("dialog"), group.title)
    expect(page.get_by_role("heading", name=group.title, level=1)).to_be_visible()
    expect(box(page)).to_have_value("@briefing_bot 就业")
