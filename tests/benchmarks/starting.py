"""How long until the first getUpdates, what stays in memory, and what is not loaded."""

import re
from collections.abc import Iterator
from functools import partial
from operator import attrgetter
from statistics import median

from tests.benchmarks.bot_api import Traffic
from tests.benchmarks.jobs import QUESTION
from tests.benchmarks.processes import BARE, WHOLE, run, whole
from tests.benchmarks.setting import Setting, interleaved
from tests.benchmarks.table import Goal, Line, Note, Row

_HEAVY = ("pypinyin", "zhconv", "jieba", "matplotlib", "rich")  # must not be loaded to serve
_WATCHED = ("typer", "apscheduler", "httpx", "pydantic")
_IMPORTED = re.compile(r"^import time: +\d+ \| +(\d+) \| *([\w.]+)$", re.MULTILINE)


def measure(setting: Setting) -> Iterator[Line]:
    """The pinyin cache and the byte code are warm, as at every start but the first."""
    yield from _start(setting)
    yield from _memory(setting)
    yield from _modules(setting)


def _start(setting: Setting) -> Iterator[Line]:
    one = Traffic(QUESTION, counted=1)
    for client in (BARE, WHOLE):
        run(client, one, setting)
    rounds = interleaved(
        setting.count(9, 3), {client.name: partial(run, client, one, setting) for client in (BARE, WHOLE)}
    )
    for event, goal, seconds in (
        ("first getUpdates", Goal("≤", 2), attrgetter("start_seconds")),
        ("first answer", None, attrgetter("first_answer_seconds")),
    ):
        ms = {name: median(map(seconds, runs)) * 1000 for name, runs in rounds.items()}
        a, c = ms[BARE.name], ms[WHOLE.name]
        yield Row(f"a  {BARE.name}, {event}", a, "ms")
        yield Row(f"c  {WHOLE.name}, {event}", c, "ms", c / a, "a", goal)


def _memory(setting: Setting) -> Iterator[Line]:
    thousand = Traffic(QUESTION, counted=1000)
    a, c = (run(client, thousand, setting) for client in (BARE, WHOLE))
    yield Row(f"a  {BARE.name}, resident after 1,000 answers", a.resident_mb, "MB")
    yield Row(f"c  {WHOLE.name}, resident after 1,000 answers", c.resident_mb, "MB", goal=Goal("≤", 90))
    yield Row(f"c  {WHOLE.name}, at most", c.peak_mb, "MB", goal=Goal("≤", 90))


def _modules(setting: Setting) -> Iterator[Line]:
    """What the running process has imported, as Python itself tells."""
    log = run(whole("-X", "importtime"), Traffic(QUESTION, counted=100), setting).log
    taken = {module: int(microseconds) / 1000 for microseconds, module in _IMPORTED.findall(log)}
    loaded = [name for name in _HEAVY if name in taken]
    yield Note(f"not loaded to serve: {', '.join(name for name in _HEAVY if name not in taken)}")
    yield Note(f"loaded, and must not be: {', '.join(loaded) or 'nothing'}", not loaded)
    watched = (f"{name} {taken[name]:.0f} ms" if name in taken else f"no {name}" for name in _WATCHED)
    yield Note(f"imports of the {len(taken):,}: {', '.join(watched)}")
