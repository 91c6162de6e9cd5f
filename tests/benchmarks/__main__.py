"""python -m tests.benchmarks [--quick] [--only NAME]."""

import argparse
import os
import platform
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import FrameType

from telegram import __version__ as telegram_version

from tests.benchmarks import (
    answering,
    broadcasting,
    composing,
    due,
    loading,
    looking_up,
    scrolling,
    simulating,
    slow_api,
    starting,
)
from tests.benchmarks.setting import Setting
from tests.benchmarks.table import Line, print_table

IDEAS: dict[str, tuple[str, Callable[[Setting], Iterable[Line]]]] = {
    "loading": ("Loading the digest", loading.measure),
    "looking-up": ("Looking up", looking_up.measure),
    "composing": ("Composing and rendering", composing.measure),
    "starting": ("Starting", starting.measure),
    "answering": ("Answering /target jobs", answering.measure),
    "slow-api": ("Answering when the Bot API takes 50 ms", slow_api.measure),
    "simulating": ("The local Telegram, taking sendMessage", simulating.measure),
    "due": ("Finding what is due", due.measure),
    "broadcasting": ("Sending to many", broadcasting.measure),
    "scrolling": ("The chat page with a long chat", scrolling.measure),
}


def main() -> None:
    """Prints every table, then what did not meet its goal."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, rougher figures")
    parser.add_argument("--only", choices=IDEAS, action="append", help="one idea; may be repeated")
    chosen = parser.parse_args()
    signal.signal(signal.SIGTERM, _leave)  # so that what was started is ended
    begin = time.monotonic()
    print(
        f"Python {platform.python_version()}, python-telegram-bot {telegram_version}, {os.cpu_count()} cores"
    )
    failed: list[Line] = []
    with tempfile.TemporaryDirectory() as folder:
        setting = Setting(Path(folder), chosen.quick)
        for name in chosen.only or IDEAS:
            title, measure = IDEAS[name]
            failed += print_table(title, measure(setting))
    print(f"\n{time.monotonic() - begin:.0f} s; {len(failed)} goals not met")


def _leave(number: int, _: FrameType | None) -> None:
    sys.exit(128 + number)


main()
