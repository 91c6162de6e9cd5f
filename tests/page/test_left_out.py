"""Without Chromium the browser tests are left out, plainly; where they are required that is a failure."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.page.chromium import HOW_TO_GET, find_chromium

pytest_plugins = ("pytester",)

Run = Callable[[str], pytest.RunResult]


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one test of this file in a process that finds no Chromium."""
    monkeypatch.setenv("PATH", "")
    for name in ("CHROMIUM", "BROWSER_TESTS"):
        monkeypatch.delenv(name, raising=False)
    return lambda test: pytester.runpytest_subprocess(f"{__file__}::{test}")


def test_the_browser_is_there(browser: Browser) -> None:
    assert browser.is_connected()


def test_without_chromium_they_are_left_out_and_one_line_says_so(run: Run) -> None:
    ended = run("test_the_browser_is_there")
    assert ended.ret == 0
    ended.stdout.fnmatch_lines([f"1 browser tests were left out, for there is no Chromium: {HOW_TO_GET}"])


def test_where_they_are_required_that_ends_the_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_TESTS", "required")
    ended = run("test_the_browser_is_there")
    assert ended.ret == pytest.ExitCode.USAGE_ERROR
    ended.stderr.fnmatch_lines([f"*BROWSER_TESTS=required*{HOW_TO_GET}"])


def test_where_they_are_required_one_at_least_has_to_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_TESTS", "required")
    monkeypatch.setenv("CHROMIUM", "/bin/sh")  # looks like one to a run that does not start it
    ended = run("test_the_one_that_is_named_is_taken")
    assert ended.ret != 0
    ended.stdout.fnmatch_lines(["BROWSER_TESTS=required, and no browser test ran"])


def test_the_one_that_is_named_is_taken(tmp_path: Path) -> None:
    named = tmp_path / "browser"
    named.touch(mode=0o755)
    assert find_chromium({"CHROMIUM": str(named), "PATH": ""}) == str(named)
    assert find_chromium({"CHROMIUM": "nowhere", "PATH": os.environ["PATH"]}) is None


def test_else_the_first_on_the_path(tmp_path: Path) -> None:
    for name in ("google-chrome", "chromium-browser"):
        (tmp_path / name).touch(mode=0o755)
    assert find_chromium({"PATH": str(tmp_path)}) == str(tmp_path / "chromium-browser")
