"""A bot that does not answer is waited for no longer than makes sense, and then told of."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.screen import ask, box, press, read_toast
from tests.page.site import Person, Site
from tests.page.visiting import Visitor

LATE = "query is too old"  # after which the bot says no more


@pytest.fixture(scope="module")
def page(browser: Browser, site: Site, person: Person) -> Iterator[Page]:
    """Its time runs as the tests like."""
    visitor = Visitor(browser, site)
    page = visitor.open(person)
    page.clock.install()
    yield page
    visitor.close()
    assert visitor.problems == []


def test_a_pressed_button_is_given_up_after_a_while(page: Page, site: Site) -> None:
    answer = ask(page, "/start", "👋")
    site.caller.do("fail", method="answerCallbackQuery", what="400", description=LATE)
    press(answer, "重点工作")
    expect(answer).to_contain_text("9个领域")
    page.clock.fast_forward(15_000)
    read_toast(page, "机器人没有回应这次点按")


def test_an_inline_query_is_given_up_after_a_while(page: Page, site: Site) -> None:
    site.caller.do("fail", method="answerInlineQuery", what="400", description=LATE)
    with page.expect_response("**/do/inline"):
        box(page).fill("@briefing_bot 就业")
    page.clock.fast_forward(8_500)
    expect(page.get_by_text("机器人还没有回答")).to_be_visible()
