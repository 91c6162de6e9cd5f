"""Visitors of the page: each has a browser of their own, and remembers what went wrong in it."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, StorageState

from tests.page.site import Group, Person, Site

DESKTOP = {"width": 1280, "height": 800}
PATIENCE = 15_000  # milliseconds; only what fails takes them, however busy the machine is
PHONE = {"width": 390, "height": 844}
# What moves would be waited for.
_USUAL = {"locale": "zh-CN", "viewport": DESKTOP, "reduced_motion": "reduce"}


class Visitor:
    """Opens the page; whatever the browser complains about is a problem."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.problems: list[str] = []
        self._browser = browser
        self._site = site
        self._contexts: list[BrowserContext] = []

    def open(
        self,
        person: Person | None = None,
        chat: Group | None = None,
        topic: int | None = None,
        *,
        path: str = "/",
        **options: Any,
    ) -> Page:
        """The page as this person, in the private chat or another; `options` are the browser's."""
        context = self._browser.new_context(
            **(_USUAL | {"base_url": self._site.url} | options), storage_state=self._kept(person, chat, topic)
        )
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        page = context.new_page()
        self._watch(page)
        page.goto(path)
        return page

    def take_problems(self) -> list[str]:
        """What went wrong so far; a test that does not take it fails."""
        taken, self.problems = self.problems, []
        return taken

    @property
    def page(self) -> Page | None:
        """The one opened last."""
        return self._contexts[-1].pages[0] if self._contexts else None

    def close(self) -> None:
        while self._contexts:
            self._contexts.pop().close()

    def _kept(self, person: Person | None, chat: Group | None, topic: int | None) -> StorageState:
        """What the page would remember had it been there before."""
        if person is None:
            return {"cookies": [], "origins": []}
        place = json.dumps({"person": person.id, "chat": (chat or person).id, "topic": topic})
        name = f"localtelegram.boot.{self._site.boot}.open"
        origin = self._site.url
        return {
            "cookies": [],
            "origins": [{"origin": origin, "localStorage": [{"name": name, "value": place}]}],
        }

    def _watch(self, page: Page) -> None:
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.problems.append(str(error)))

    def _hear(self, told: ConsoleMessage) -> None:
        if told.type in {"error", "warning"}:
            self.problems.append(told.text)


def script(name: str) -> str:
    """A function in JavaScript, to be evaluated in the page."""
    return (Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8")
