"""The bot as an operator runs it: a process of its own, its log, its end."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from tests.conftest import ROOT


class BotProcess:
    """`python -m bot run` while it runs, and what it wrote."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self._lines: list[str] = []
        self._grown = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    @property
    def log(self) -> str:
        """All of its standard error so far."""
        return "".join(self._lines)

    async def logs(self, words: str) -> None:
        """Returns when the log holds these words."""
        async with asyncio.timeout(10):
            while words not in self.log:
                self._grown.clear()
                await self._grown.wait()

    async def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Asks it to end, as a service manager does; its exit code, if it ends within five seconds."""
        self._process.send_signal(how)
        async with asyncio.timeout(5):
            return await self.ended()

    async def ended(self) -> int:
        """Returns when it has ended by itself."""
        async with asyncio.timeout(10):
            code = await self._process.wait()
            await self._reading
        return code

    async def discard(self) -> None:
        """Ends it if it still runs."""
        if self._process.returncode is None:
            self._process.kill()
        await self.ended()

    async def _read(self) -> None:
        assert self._process.stderr is not None
        while line := await self._process.stderr.readline():
            self._lines.append(line.decode())
            self._grown.set()


@asynccontextmanager
async def bot_process(config: Path, environment: Mapping[str, str]) -> AsyncIterator[BotProcess]:
    """Started with these settings, ended at the end of the block; what fails there shows its log."""
    clean = {name: value for name, value in os.environ.items() if not _is_ours(name)}
    started = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "run", "--config", str(config)),
        cwd=ROOT,
        env={**clean, **environment},
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    process = BotProcess(started)
    try:
        yield process
    except BaseException:
        sys.stderr.write(process.log)  # shown with the test that failed
        raise
    finally:
        await process.discard()


def _is_ours(name: str) -> bool:
    """Whether the bot listens to this variable: what is set where the tests run shall not matter."""
    return name.startswith("BOT_TOKEN") or name.lower().endswith("_proxy")
