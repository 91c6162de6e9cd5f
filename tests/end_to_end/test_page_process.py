"""`run` without a token: bot and chat page in one process, as a newcomer starts them."""

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.conftest import ROOT
from tests.end_to_end.test_process import write_settings


@pytest.fixture
async def process(tmp_path: Path, data: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("BOT_TOKEN")}
    settings = write_settings(tmp_path, data, "poll_seconds: 30")
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "run", "--port", "0", "--config", str(settings)),
        cwd=ROOT,
        env=clean,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    yield process
    if process.returncode is None:
        process.kill()
        await process.wait()


@pytest.fixture
async def browser(process: asyncio.subprocess.Process) -> AsyncIterator[aiohttp.ClientSession]:
    """One that goes to the address that was printed."""
    assert process.stdout
    address = re.search(r"http://[\w.:]+", (await process.stdout.readline()).decode())
    assert address
    async with aiohttp.ClientSession(address[0]) as browser:
        yield browser


async def _events(browser: aiohttp.ClientSession, stamp: str) -> AsyncIterator[str]:
    async with browser.get("/events", params={"after": stamp}) as stream:
        async for line in stream.content:
            yield line.decode()


async def _do(browser: aiohttp.ClientSession, action: str, **body: Any) -> Any:
    async with browser.post(f"/do/{action}", json=body) as answer:
        return (await answer.json())["result"]


async def test_a_person_is_answered_before_the_eyes_of_the_page(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/state") as answer:
        state = await answer.json()
    asked = asyncio.create_task(_do(browser, "send", chat=100001, person=100001, text="/target 就业"))
    async with asyncio.timeout(10):
        async for line in _events(browser, state["stamp"]):
            if "3,400" in line and '"kind": "message"' in line:
                break
    await asked


async def test_the_bot_reads_the_clock_of_the_page(browser: aiohttp.ClientSession) -> None:
    await _do(browser, "turn", to="2026-05-06T08:30")
    async with browser.get("/state") as answer:
        stamp = (await answer.json())["stamp"]
    asked = asyncio.create_task(_do(browser, "send", chat=100001, person=100001, text="/today"))
    async with asyncio.timeout(10):
        async for line in _events(browser, stamp):
            if "2026年5月6日" in line:
                break
    await asked


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
async def test_told_to_end_it_ends_at_once_though_a_page_looks_on(
    process: asyncio.subprocess.Process, browser: aiohttp.ClientSession, how: signal.Signals
) -> None:
    async with browser.get("/events"):
        process.send_signal(how)
        async with asyncio.timeout(5):
            assert await process.wait() == 0
