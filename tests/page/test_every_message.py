"""Every message the bot can send is shown word for word, with its buttons, and fits its bubble."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from bot.app import open_desk
from bot.config import Config, ReportConfig
from bot.errors import UnknownAddressError
from bot.report.model import VOICES, Voice
from bot.telegram.addresses import View, view_of
from bot.telegram.desk import Desk
from bot.telegram.render import Page as BotPage
from tests.conftest import ROOT
from tests.page.screen import last, messages
from tests.page.site import Person, Site
from tests.page.visiting import Visitor, script

Picture = Callable[[Page, str], None]
DAY = date(2026, 11, 23)
KINDS = ("start", "jobs", "compare_jobs", "today")
# Much higher than any screen, so that there is little to scroll.
HEIGHT = 4000
WALK = script("walk")


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as the page shows it; `wide` is what sticks out of its bubble."""

    words: str
    buttons: list[str]
    wide: list[str]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    report = ReportConfig(content=ROOT / "content", seeds=ROOT / "seeds")
    return open_desk(Config(report=report, data=tmp_path_factory.mktemp("data")))


def every_page(desk: Desk) -> Iterator[BotPage]:
    """All that is reached from the first message and the list of languages, in all voices."""
    waiting = [View("start", 0, voice) for voice in VOICES] + [View("language", 0, "zh")]
    seen = set(waiting)
    while waiting:
        try:
            page = desk.page(waiting.pop(), DAY)
        except UnknownAddressError:
            continue  # a choice of language, which is no page
        yield page
        new = [view for view in views_on(page) if view not in seen]
        seen.update(new)
        waiting.extend(new)


def views_on(page: BotPage) -> list[View]:
    rows = json.loads(page.keyboard)["inline_keyboard"] if page.keyboard else []
    return [view_of(button["callback_data"]) for row in rows for button in row]


def post(site: Site, person: Person, page: BotPage) -> None:
    """As the bot sends it."""
    markup = {"reply_markup": json.loads(page.keyboard)} if page.keyboard else {}
    site.caller.call("sendMessage", chat_id=person.id, text=page.html, parse_mode="HTML", **markup)


@pytest.fixture(scope="module")
def reader(site: Site, desk: Desk) -> Person:
    """Somebody to whom the bot has said everything it can say."""
    person = site.add_person()
    site.start(person)
    for page in every_page(desk):
        post(site, person, page)
    return person


@pytest.fixture(scope="module", params=[1280, 390])
def shown(
    browser: Browser, site: Site, reader: Person, request: pytest.FixtureRequest
) -> Iterator[dict[str, Shown]]:
    """What the page shows of each message, at this width."""
    visitor = Visitor(browser, site)
    page = visitor.open(reader, viewport={"width": request.param, "height": HEIGHT})
    expect(last(page)).to_be_visible()
    seen = page.evaluate(WALK)
    yield {number: Shown(**found) for number, found in seen.items()}
    visitor.close()
    assert visitor.problems == []


@pytest.fixture(scope="module")
def said(site: Site, reader: Person) -> dict[str, dict[str, Any]]:
    return {str(message["message_id"]): message for message in site.messages(reader.id)}


def bare(text: str) -> str:
    return "".join(text.split())


def labels(message: dict[str, Any]) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def test_every_message_is_shown(said: dict[str, dict[str, Any]], shown: dict[str, Shown]) -> None:
    assert len(said) > 700
    assert shown.keys() == said.keys()


def test_every_message_is_shown_word_for_word(
    said: dict[str, dict[str, Any]], shown: dict[str, Shown]
) -> None:
    wrong = {i: shown[i].words for i in said if bare(shown[i].words) != bare(said[i]["text"])}
    assert wrong == {}


def test_every_message_has_its_buttons(said: dict[str, dict[str, Any]], shown: dict[str, Shown]) -> None:
    wrong = {i: shown[i].buttons for i in said if shown[i].buttons != labels(said[i])}
    assert wrong == {}


def test_no_message_is_wider_than_its_bubble(shown: dict[str, Shown]) -> None:
    assert {i: each.wide for i, each in shown.items() if each.wide} == {}


@pytest.fixture(params=VOICES)
def voice(site: Site, desk: Desk, person: Person, request: pytest.FixtureRequest) -> Voice:
    """In which somebody was told something of each kind."""
    voice: Voice = request.param
    for kind in KINDS:
        post(site, person, desk.page(View(kind, 0, voice), DAY))
    return voice


def test_messages_of_each_kind_for_the_eye(page: Page, voice: Voice, picture: Picture) -> None:
    expect(last(page)).to_contain_text("🗓")
    page.set_viewport_size({"width": 390, "height": 2400})
    expect(messages(page).nth(-2)).to_be_in_viewport()
    picture(page, f"messages-{voice}")
    page.set_viewport_size({"width": 1280, "height": 800})
