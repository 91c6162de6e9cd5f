"""Five thousand messages: little of them is drawn, all of them are reached, in order, each once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.screen import box, last, log, message, messages
from tests.page.site import Caller, Person, Site
from tests.page.visiting import Visitor, script

COUNT = 5000
LINES = 4
MOST_DRAWN = 150

SCROLL = script("scrolling")


@pytest.fixture(scope="module")
def crowd(site: Site) -> Person:
    """Somebody to whom the bot has said very much, over several lines at once."""
    person = site.add_person()
    site.start(person)
    numbers = range(COUNT)
    with ThreadPoolExecutor(LINES) as lines:
        list(lines.map(lambda start: _say(site, person, numbers[start::LINES]), range(LINES)))
    return person


def _say(site: Site, person: Person, numbers: range) -> None:
    caller = Caller(site.url)
    for number in numbers:
        caller.call("sendMessage", chat_id=person.id, text=f"第 {number} 条" + "，话很长" * (number % 40))
    caller.close()


@pytest.fixture(scope="module")
def visited(browser: Browser, site: Site, crowd: Person) -> Iterator[Visitor]:
    visitor = Visitor(browser, site)
    visitor.open(crowd)
    yield visitor
    visitor.close()


@pytest.fixture
def page(visited: Visitor) -> Iterator[Page]:
    assert visited.page
    yield visited.page
    assert visited.take_problems() == []


def scroll(page: Page, part: float, steps: int = 1) -> list[dict[int, float]]:
    """By a part of what is seen; after each step, where each message stands that is drawn, each once."""
    seen = page.evaluate(SCROLL, [part, steps])
    assert all(len(dict(drawn)) == len(drawn) for drawn in seen)
    return [dict(drawn) for drawn in seen]


def newest(site: Site, person: Person) -> int:
    number: int = site.messages(person.id)[-1]["message_id"]
    return number


def test_it_opens_at_the_end_with_little_drawn(page: Page, site: Site, crowd: Person) -> None:
    expect(last(page)).to_have_attribute("data-message", str(newest(site, crowd)))
    expect(last(page)).to_be_in_viewport()
    assert messages(page).count() <= MOST_DRAWN


def test_scrolling_up_passes_every_message_once_and_in_order(page: Page, site: Site, crowd: Person) -> None:
    seen = scroll(page, -0.8, 40)
    passed = sorted({number for drawn in seen for number in drawn})
    assert passed == list(range(passed[0], newest(site, crowd) + 1))
    assert len(passed) > 100
    assert all(list(drawn) == sorted(drawn) for drawn in seen)
    assert all(list(drawn.values()) == sorted(drawn.values()) for drawn in seen)
    assert max(map(len, seen)) <= MOST_DRAWN


def test_what_one_reads_moves_just_as_far_as_one_scrolls(page: Page) -> None:
    (before,) = scroll(page, 0)
    (after,) = scroll(page, -0.2)
    way = 0.2 * log(page).evaluate("(log) => log.clientHeight")
    assert before.keys() & after.keys()
    assert all(abs(after[i] - before[i] - way) <= 2 for i in before.keys() & after.keys())


def test_in_the_middle_little_is_drawn_too(page: Page, site: Site, crowd: Person) -> None:
    log(page).evaluate("(log) => { log.scrollTop = log.scrollHeight / 2 }")
    (drawn,) = scroll(page, 0.1)
    assert 0 < len(drawn) <= MOST_DRAWN
    assert list(drawn) == list(range(min(drawn), max(drawn) + 1))
    assert max(drawn) < newest(site, crowd)


def test_the_top_is_the_first_message(page: Page) -> None:
    log(page).evaluate("(log) => { log.scrollTop = 0 }")
    expect(message(page, "/start").first).to_be_in_viewport()
    assert messages(page).count() <= MOST_DRAWN


def test_a_new_message_does_not_move_what_one_reads(page: Page, site: Site, crowd: Person) -> None:
    log(page).evaluate("(log) => { log.scrollTop = log.scrollHeight / 3 }")
    (before,) = scroll(page, 0)
    site.caller.call("sendMessage", chat_id=crowd.id, text="刚刚说的")
    expect(page.get_by_role("button", name="回到最新消息")).to_be_visible()
    (after,) = scroll(page, 0)
    assert before == after


def test_one_jump_leads_to_the_latest(page: Page, site: Site, crowd: Person) -> None:
    page.get_by_role("button", name="回到最新消息").click()
    expect(last(page)).to_have_attribute("data-message", str(newest(site, crowd)))
    expect(last(page)).to_be_in_viewport()


def test_a_reply_leads_to_the_very_first_message(page: Page, site: Site, crowd: Person) -> None:
    first = site.messages(crowd.id)[0]["message_id"]
    reply = {"message_id": first}
    site.caller.call("sendMessage", chat_id=crowd.id, text="看第一条", reply_parameters=reply)
    message(page, "看第一条").get_by_role("button", name=f"回复 {crowd.name}").click()
    expect(message(page, "/start").first).to_be_in_viewport()


def test_a_changed_width_keeps_the_place(page: Page) -> None:
    log(page).evaluate("(log) => { log.scrollTop = log.scrollHeight / 2 }")
    (before,) = scroll(page, 0)
    seen = next(number for number, top in before.items() if top > 60)
    page.set_viewport_size({"width": 700, "height": 800})
    expect(page.locator(f'[data-message="{seen}"]')).to_be_in_viewport()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(f'[data-message="{seen}"]')).to_be_in_viewport()


def test_one_can_still_write_and_be_answered(page: Page) -> None:
    box(page).fill("/areas")
    box(page).press("Enter")
    expect(last(page)).to_contain_text("📌 2026年重点工作")
    expect(last(page)).to_be_in_viewport()
