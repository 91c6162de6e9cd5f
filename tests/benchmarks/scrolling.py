"""Whether the chat page stays smooth in a long chat: a real browser, 50 messages beside 5,000."""

import asyncio
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from playwright.sync_api import Page, ViewportSize, sync_playwright

from tests.benchmarks.setting import Setting
from tests.benchmarks.simulating import Server, message_of_jobs, open_chat, send_all, started
from tests.benchmarks.table import Goal, Line, Note, Row

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
_SCREEN = ViewportSize(width=1280, height=800)
_SHORT, _LONG = 50, 5000
_FRAMES = 300
_TWO_FRAMES = 34.0  # milliseconds
# Wheels up and down through the chat, 300 pixels a frame, and notes how long each frame took.
_SCROLL = """frames => new Promise(done => {
    const log = document.querySelector('[role=log]'), taken = [];
    let last = performance.now(), step = -300;
    function frame(now) {
        taken.push(now - last);
        last = now;
        if (log.scrollTop <= 0) step = 300;
        log.scrollTop += step;
        if (taken.length < frames) requestAnimationFrame(frame); else done(taken.slice(1));
    }
    requestAnimationFrame(frame);
})"""


@dataclass(frozen=True, slots=True)
class Visit:
    """Opening a chat and scrolling through it; times in milliseconds."""

    opening: float
    frames: list[float]
    elements: int  # drawn in the list of messages

    @property
    def late(self) -> float:
        """Per cent of the frames that came more than one too late."""
        return 100 * sum(taken > _TWO_FRAMES for taken in self.frames) / len(self.frames)


def measure(setting: Setting) -> Iterator[Line]:
    """Frames are 16.7 ms when nothing is in the way; headless Chromium draws without a graphics card."""
    chromium = shutil.which("chromium")
    if chromium is None:
        yield Note("left out: no chromium on this machine")
        return
    short, long = (_visit(setting, chromium, count) for count in (_SHORT, _LONG))
    yield Row(f"a  {_SHORT} messages, until the last is seen", short.opening, "ms")
    ratio = long.opening / short.opening
    yield Row(f"c  {_LONG:,} messages, until the last is seen", long.opening, "ms", ratio, "a", Goal("≤", 4))
    for name, visit in ((f"a  {_SHORT}", short), (f"c  {_LONG:,}", long)):
        yield Row(f"{name} messages, scrolling, median frame", median(visit.frames), "ms")
        yield Row(f"{name} messages, frames over 34 ms", visit.late, "%", goal=Goal("≤", 5))
        yield Row(f"{name} messages, elements in the list", visit.elements, "", goal=Goal("≤", 1500))


def _visit(setting: Setting, chromium: str, count: int) -> Visit:
    with started(["-m", "bot", "simulate", "--port", "0"]) as server:
        asyncio.run(_fill(setting, server, count))
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=chromium, args=_FLAGS)
            try:
                return _scrolled(browser.new_page(locale="zh-CN", viewport=_SCREEN), server)
            finally:
                browser.close()


async def _fill(setting: Setting, server: Server, count: int) -> None:
    await open_chat(server)
    await send_all(server, message_of_jobs(setting), count)


def _scrolled(page: Page, server: Server) -> Visit:
    page.goto(f"http://127.0.0.1:{server.port}/")
    page.get_by_role("log").get_by_role("article").last.wait_for()
    opening: float = page.evaluate("performance.now()")
    frames: list[float] = page.evaluate(_SCROLL, _FRAMES)
    elements: int = page.evaluate("document.querySelectorAll('[role=log] *').length")
    return Visit(opening, frames, elements)
