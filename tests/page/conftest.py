"""A browser for the package, the real bot with its page, and people who talk to it there."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.conftest import ROOT
from tests.page.chromium import ARGUMENTS, FAILED, BrowserTests, find_chromium
from tests.page.screen import go_home
from tests.page.site import Person, Site
from tests.page.visiting import PATIENCE, Visitor

Picture = Callable[[Page, str], None]
PICTURES = ROOT / "build" / "pictures"


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(BrowserTests())


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Closed with the package: while its event loop runs in this thread no asynchronous test can."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = find_chromium(os.environ)
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """For all tests that leave its clock and its network alone."""
    yield from _running(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """For the tests of one module, to do with as they like."""
    yield from _running(tmp_path_factory.mktemp("own_site"))


def _running(folder: Path) -> Iterator[Site]:
    """It has to end in good order, and with nothing on its mind."""
    site = Site(folder)
    yield site
    site.stop()
    assert "Traceback" not in site.log


@pytest.fixture
def visitor(browser: Browser, site: Site) -> Iterator[Visitor]:
    visitor = Visitor(browser, site)
    yield visitor
    visitor.close()
    assert visitor.problems == []


@pytest.fixture(scope="package")
def shared_visitor(browser: Browser, site: Site) -> Iterator[Visitor]:
    """To load the page takes longer than most tests."""
    visitor = Visitor(browser, site)
    yield visitor
    visitor.close()


@pytest.fixture
def tab(shared_visitor: Visitor, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that tests use one after the other, until one of them fails."""
    yield shared_visitor.page or shared_visitor.open()
    problems = shared_visitor.take_problems()
    if problems or request.node.stash[FAILED]:
        shared_visitor.close()
    assert problems == []


@pytest.fixture
def newcomer(site: Site) -> Person:
    """Has not started the bot."""
    return site.add_person()


@pytest.fixture(scope="module")
def person(site: Site) -> Person:
    """Has started the bot; whom the tests of a module share may have said more since."""
    person = site.add_person()
    site.start(person)
    return person


@pytest.fixture
def page(tab: Page, person: Person) -> Page:
    """The person's, in the private chat, with nothing in the box."""
    go_home(tab, person)
    return tab


@pytest.fixture
def picture() -> Picture:
    """Takes a picture of what is seen, to be looked at."""
    PICTURES.mkdir(parents=True, exist_ok=True)

    def take(page: Page, name: str) -> None:
        page.screenshot(path=PICTURES / f"{name}.png")

    return take
