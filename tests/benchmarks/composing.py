"""How long an entry's page takes to compose and render, and to find again."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from statistics import median, quantiles
from time import process_time_ns

from bot.report.model import VOICES
from bot.telegram.addresses import View
from bot.telegram.desk import Desk
from tests.benchmarks.setting import Setting, interleaved
from tests.benchmarks.table import Goal, Line, Note, Row

_KEPT_REPEATS = 50


def measure(setting: Setting) -> Iterator[Line]:
    """The first page of every entry in every voice; median and 99th percentile over them."""
    desk = setting.desk
    report = desk.composer.report
    day = date(report.plan_year, 5, 6)
    views = [View(entry, 0, voice) for entry in report.entries for voice in VOICES]
    _times_new(desk, views, day)  # the first to speak compiles the sentences
    ways = {"new": partial(_times_new, desk, views, day), "kept": partial(_times_kept, desk, views, day)}
    rounds = interleaved(setting.count(5, 2), ways)
    each = {name: [median(times) for times in zip(*results, strict=True)] for name, results in rounds.items()}
    new, kept = median(each["new"]), median(each["kept"])
    slowest = max(zip(each["new"], views, strict=True), key=lambda pair: pair[0])
    yield Row(f"compose and render {len(views)} pages, median", new, "µs", goal=Goal("≤", 300))
    yield Row("compose and render, 99th percentile", quantiles(each["new"], n=100)[-1], "µs")
    yield Row("the same page again", kept, "µs", kept / new, "new")
    yield Note(f"slowest: {slowest[1].address} in {slowest[1].voice}, {slowest[0]:,.0f} µs")


def _times_new(desk: Desk, views: list[View], day: date) -> list[float]:
    times = []
    for view in views:
        fresh = Desk(desk.composer, desk.find_asking)
        begin = process_time_ns()
        fresh.page(view, day)
        times.append((process_time_ns() - begin) / 1000)
    return times


def _times_kept(desk: Desk, views: list[View], day: date) -> list[float]:
    times = []
    for view in views:
        desk.page(view, day)
        begin = process_time_ns()
        for _ in range(_KEPT_REPEATS):
            desk.page(view, day)
        times.append((process_time_ns() - begin) / 1000 / _KEPT_REPEATS)
    return times
