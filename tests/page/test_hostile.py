"""Whatever people and bots write is shown as written, and nothing of it acts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.screen import ask, chat_row, last, message, open_chat, panel, press, send, speak_as, switcher
from tests.page.site import File, Person, Site
from tests.page.test_media import PICTURE
from tests.page.visiting import Visitor

SCRIPT = "<img src=x onerror=window.harmed=1><script>window.harmed=1</script>"
NAME = "<img src=x onerror=harmed=1>"
BACKWARDS = "\u202egnp.exe\u2067"
FLAG = "window.harmed"


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """Nothing may have been executed in it."""
    yield page
    assert page.evaluate(FLAG) is None


@pytest.mark.parametrize("words", [SCRIPT, "</div><b onclick=harmed=1>x</b>", "&lt;&amp;&#60;"])
def test_markup_in_a_message_shows_as_typed(page: Page, site: Site, person: Person, words: str) -> None:
    site.caller.call("sendMessage", chat_id=person.id, text=words)
    expect(last(page).locator(".words")).to_have_text(words)
    expect(chat_row(page, "Briefing bot")).to_contain_text(words)


def test_markup_one_writes_oneself_shows_as_typed(page: Page) -> None:
    send(page, SCRIPT)
    expect(page.locator(".own .words").last).to_have_text(SCRIPT)


def test_markup_in_a_name_shows_as_typed(page: Page, site: Site) -> None:
    person = site.add_person(NAME)
    site.start(person)
    speak_as(page, person)
    ask(page, "/areas", "📌")
    expect(switcher(page)).to_contain_text(NAME)
    expect(panel(page, "人和群")).to_contain_text(NAME)


def test_markup_in_the_title_of_a_group_shows_as_typed(page: Page, site: Site, person: Person) -> None:
    group = site.add_group(SCRIPT, person, forum=True)
    site.add_topic(group, NAME)
    open_chat(page, group.title)
    expect(page.get_by_role("navigation", name="话题")).to_contain_text(NAME)
    expect(page.get_by_role("log")).to_contain_text(f"创建了话题“{NAME}”")
    expect(panel(page, "状况")).to_contain_text(SCRIPT)


def test_markup_on_buttons_and_in_notices_shows_as_typed(page: Page, site: Site, person: Person) -> None:
    rows = [[{"text": NAME, "callback_data": "nothing.0.z"}]]
    site.caller.call("sendMessage", chat_id=person.id, text="按钮", reply_markup={"inline_keyboard": rows})
    press(last(page), NAME)
    expect(last(page).get_by_role("button", name=NAME)).to_have_text(NAME)
    keyboard = {"keyboard": [[{"text": NAME}]], "input_field_placeholder": NAME}
    site.caller.call("sendMessage", chat_id=person.id, text="键盘", reply_markup=keyboard)
    expect(page.get_by_role("group", name="机器人键盘").get_by_role("button")).to_have_text(NAME)


def test_markup_in_a_file_name_and_caption_shows_as_typed(page: Page, site: Site, person: Person) -> None:
    file = File(NAME, b"x")
    site.caller.upload("sendDocument", "document", file, chat_id=person.id, caption=SCRIPT)
    expect(last(page)).to_contain_text(NAME)
    expect(last(page)).to_contain_text(SCRIPT)
    site.caller.upload("sendPhoto", "photo", PICTURE, chat_id=person.id, caption=SCRIPT)
    expect(last(page).locator(".words")).to_have_text(SCRIPT)


def test_what_the_bot_says_is_shown_as_typed_among_its_calls(page: Page, site: Site, person: Person) -> None:
    site.caller.call("sendMessage", chat_id=person.id, text=SCRIPT)
    expect(panel(page, "动作").get_by_role("listitem").first).to_contain_text(SCRIPT)


@pytest.mark.parametrize(
    "address", ["javascript:window.harmed=1", "data:text/html,<script>opener.harmed=1</script>", "vbscript:x"]
)
def test_an_address_that_would_act_is_no_link(page: Page, site: Site, person: Person, address: str) -> None:
    entity = {"type": "text_link", "offset": 0, "length": 2, "url": address}
    site.caller.call("sendMessage", chat_id=person.id, text="按我", entities=[entity])
    expect(last(page)).to_contain_text("按我")
    expect(last(page).get_by_role("link")).to_have_count(0)


def test_signs_that_turn_the_line_round_stay_within_their_words(
    page: Page, site: Site, person: Person
) -> None:
    other = site.add_person(f"倒{BACKWARDS}")
    group = site.add_group(f"群{BACKWARDS}", person, other)
    site.caller.do("send", chat=group.id, person=other.id, text=BACKWARDS)
    open_chat(page, group.title)
    expect(message(page, BACKWARDS).locator(".sender-name")).to_have_css("unicode-bidi", "isolate")
    expect(page.get_by_role("heading", level=1).locator("bdi")).to_have_css("unicode-bidi", "isolate")
    times = message(page, BACKWARDS).locator("time").bounding_box()
    words = message(page, BACKWARDS).locator(".words").bounding_box()
    assert times
    assert words
    assert times["x"] >= words["x"]


def test_every_answer_of_the_server_forbids_what_the_page_does_not_need(page: Page) -> None:
    answer = page.request.get("/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"


ATTACKS = {
    "script": (
        "const s = document.createElement('script'); s.append('window.harmed = 1'); document.body.append(s)",
        "Script",
    ),
    "html": ("document.body.innerHTML = '<img src=x onerror=harmed=1>'", "TrustedHTML"),
    "eval": ("eval('window.harmed = 1')", "TrustedScript"),
    "handler": ("document.body.setAttribute('onclick', 'window.harmed = 1')", "TrustedScript"),
    "frame": (
        "document.body.append(Object.assign(document.createElement('iframe'), {src: 'data:,'}))",
        "frame-src",
    ),
}


@pytest.fixture(scope="module")
def besieged(browser: Browser, site: Site) -> Iterator[Visitor]:
    """For attacks that leave something behind."""
    visitor = Visitor(browser, site)
    visitor.open()
    yield visitor
    visitor.close()


@pytest.mark.parametrize("attack", ATTACKS)
def test_the_browser_would_stop_an_attack(besieged: Visitor, attack: str) -> None:
    act, complaint = ATTACKS[attack]
    assert besieged.page
    with besieged.page.expect_console_message(lambda told: complaint in told.text):
        besieged.page.evaluate(f"() => setTimeout(() => {{ try {{ {act} }} catch {{}} }})")
    besieged.page.locator("body").click(position={"x": 2, "y": 2}, force=True)
    assert besieged.page.evaluate(FLAG) is None
    assert besieged.take_problems()
