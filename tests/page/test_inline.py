"""The bot asked by its name, in any chat: results above the box, sent by a click or Enter."""

from playwright.sync_api import Locator, Page, Route, expect

from tests.page.screen import box, last, messages, open_chat, open_topic, own, panel
from tests.page.site import Person, Site


def results(page: Page) -> Locator:
    return page.get_by_role("listbox", name="内联结果").get_by_role("option")


def test_results_show_what_the_bot_found(page: Page) -> None:
    box(page).fill("@briefing_bot 就业")
    expect(results(page).first).to_contain_text("城镇新增就业")
    expect(results(page).first).to_contain_text("“全年城镇新增就业3400人以上”（")


def test_the_arrows_choose_and_enter_sends(page: Page) -> None:
    box(page).fill("@briefing_bot 就业")
    expect(results(page).first).to_have_attribute("aria-selected", "true")
    inserted = results(page).nth(2).locator(".suggestion-more").inner_text()
    box(page).press("ArrowDown")
    box(page).press("ArrowDown")
    expect(results(page).nth(2)).to_have_attribute("aria-selected", "true")
    box(page).press("Enter")
    expect(own(page, inserted)).to_contain_text("通过 @briefing_bot")
    expect(box(page)).to_have_value("")


def test_without_words_the_bot_offers_its_targets(page: Page) -> None:
    box(page).press_sequentially("@briefing_bot ")
    expect(results(page)).to_have_count(15)


def test_where_nothing_is_found_a_button_leads_to_help(page: Page) -> None:
    box(page).fill("@briefing_bot 没有这个东西呀")
    page.get_by_role("listbox", name="内联结果").get_by_role("button").click()
    expect(last(page)).to_contain_text("💡 使用说明")


def test_an_old_answer_never_takes_the_place_of_a_newer_one(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    answers = panel(page, "动作").get_by_role("listitem").filter(has_text="answerInlineQuery")
    page.route("**/do/inline", hold, times=1)
    with page.expect_request("**/do/inline"):
        box(page).fill("@briefing_bot 就业")
    box(page).fill("@briefing_bot PM2.5")
    expect(results(page).first).to_contain_text("PM2.5")
    before = answers.count()
    held[0].continue_()
    expect(answers).to_have_count(before + 1)
    expect(results(page).first).to_contain_text("PM2.5")


def test_in_a_group_it_stands_under_the_name_of_who_sent_it(page: Page, site: Site, person: Person) -> None:
    open_chat(page, site.add_group("内联群", person).title)
    box(page).fill("@briefing_bot 就业")
    results(page).first.click()
    expect(own(page, "城镇新增就业")).to_contain_text("通过 @briefing_bot")


def test_in_a_topic_it_stays_in_the_topic(page: Page, site: Site, person: Person) -> None:
    forum = site.add_group("内联论坛", person, forum=True)
    site.add_topic(forum, "民生")
    open_chat(page, forum.title)
    open_topic(page, "民生")
    box(page).fill("@briefing_bot 就业")
    results(page).first.click()
    expect(own(page, "城镇新增就业")).to_be_visible()
    open_topic(page, "General")
    expect(messages(page)).to_have_count(0)


def test_escape_puts_the_results_away(page: Page) -> None:
    box(page).fill("@briefing_bot 就业")
    expect(results(page).first).to_be_visible()
    box(page).press("Escape")
    expect(results(page)).to_have_count(0)
    expect(box(page)).to_have_value("@briefing_bot 就业")
