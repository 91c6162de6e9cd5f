"""How long the digest takes to load and to be held against the report."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

import yaml

from bot.app import open_desk
from bot.report.digest import read_digest
from bot.report.documents import read_yaml
from bot.report.load import load_report
from tests.benchmarks.setting import ROOT, Setting, interleaved
from tests.benchmarks.table import Goal, Line, Row

_CONTENT, _SEEDS = ROOT / "content", ROOT / "seeds"
_LOAD = """
import sys, time
from pathlib import Path
from bot.report.load import load_report
begin = time.process_time()
load_report(Path(sys.argv[1]), Path(sys.argv[2]))
print(time.process_time() - begin)
"""


def measure(setting: Setting) -> Iterator[Line]:
    """The whole, its parts, and the same files by PyYAML alone; CPU time."""
    files = sorted(_CONTENT.rglob("*.yaml"))
    ways: dict[str, Callable[[], object]] = {
        "PyYAML": lambda: [_plain(file) for file in files],
        "yaml": lambda: [read_yaml(file) for file in files],
        "shapes": lambda: read_digest(_CONTENT),
        "whole": lambda: load_report(_CONTENT, _SEEDS),
        "indexes": lambda: open_desk(setting.config).texts,
    }
    timed: dict[str, Callable[[], float]] = {name: partial(_time, way) for name, way in ways.items()}
    rounds = interleaved(setting.count(5, 2), timed | {"first": _time_first})
    ms = {name: median(times) * 1000 for name, times in rounds.items()}
    whole, plain = ms["whole"], ms["PyYAML"]
    yield Row(f"yaml.safe_load of the {len(files)} files", plain, "ms")
    yield Row("load and check, in a new process", ms["first"], "ms", goal=Goal("≤", 500))
    yield Row("load and check again", whole, "ms", whole / plain, "PyYAML")
    for part, taken in (
        ("YAML with lines", ms["yaml"]),
        ("shapes", ms["shapes"] - ms["yaml"]),
        ("evidence and the report", whole - ms["shapes"]),
    ):
        yield Row(f"   of it {part}", taken, "ms", taken / whole, "whole")
    yield Row("then the indexes for looking up", ms["indexes"] - whole, "ms")


def _plain(file: Path) -> object:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def _time(call: Callable[[], object]) -> float:
    begin = process_time()
    call()
    return process_time() - begin


def _time_first() -> float:
    """With nothing compiled yet: regular expressions, shapes."""
    command = [sys.executable, "-c", _LOAD, str(_CONTENT), str(_SEEDS)]
    return float(subprocess.run(command, capture_output=True, check=True, cwd=ROOT, timeout=60).stdout)
