"""Where Chromium is; and what pytest says when the browser tests are left out for want of it."""

import os
import shutil
from collections.abc import Mapping

import pytest

HOW_TO_GET = "apt-get install chromium fonts-wqy-microhei"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome")
FAILED = pytest.StashKey[bool]()


def find_chromium(environment: Mapping[str, str]) -> str | None:
    """The one that CHROMIUM names, else the first on the PATH."""
    named = environment.get("CHROMIUM")
    found = (shutil.which(name, path=environment.get("PATH")) for name in ([named] if named else _NAMES))
    return next(filter(None, found), None)


def needs_browser(item: pytest.Item) -> bool:
    return "browser" in getattr(item, "fixturenames", ())


class BrowserTests:
    """Leaves them out without Chromium and says so; with BROWSER_TESTS=required that is a failure."""

    def __init__(self) -> None:
        self._is_required = os.environ.get("BROWSER_TESTS") == "required"
        self._left_out = 0
        self._ran = 0

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Raises pytest.UsageError when they are required and cannot be run."""
        if find_chromium(os.environ):
            for item in filter(needs_browser, items):
                # A browser on a busy machine: what fails once is tried once more, and the summary says so.
                item.add_marker(pytest.mark.flaky(reruns=1))
            return
        if self._is_required:
            raise pytest.UsageError(f"BROWSER_TESTS=required, and there is no Chromium: {HOW_TO_GET}")
        left_out = [item for item in items if needs_browser(item)]
        self._left_out = len(left_out)
        for item in left_out:
            item.add_marker(pytest.mark.skip("no Chromium"))

    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        """Notes what happened, for the tab that tests share and for the end."""
        item.stash[FAILED] = item.stash.get(FAILED, False) or call.excinfo is not None
        self._ran += call.when == "call" and needs_browser(item)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self._is_required and not self._ran:
            session.exitstatus = session.exitstatus or pytest.ExitCode.NO_TESTS_COLLECTED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self._left_out:
            line = f"{self._left_out} browser tests were left out, for there is no Chromium: {HOW_TO_GET}"
            terminalreporter.write_line(line, yellow=True)
        elif self._is_required and not self._ran:
            terminalreporter.write_line("BROWSER_TESTS=required, and no browser test ran", red=True)
