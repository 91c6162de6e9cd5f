"""How fast answers leave when Telegram takes 50 ms for each, and whether they keep their order in a chat."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from statistics import median

from tests.benchmarks.bot_api import Traffic
from tests.benchmarks.jobs import QUESTION
from tests.benchmarks.processes import BARE, WHOLE, run
from tests.benchmarks.setting import Setting, interleaved
from tests.benchmarks.table import Goal, Line, Note, Row


def measure(setting: Setting) -> Iterator[Line]:
    """In groups, where an answer names its question, so that the server sees the order."""
    many = Traffic(
        QUESTION, counted=setting.count(3000, 600), warm_up=600, chat_type="supergroup", latency=0.05
    )
    # One after the other, python-telegram-bot as it comes needs only a few to show its rate.
    few = replace(many, counted=setting.count(60, 20), warm_up=3)
    crowded = replace(many, counted=setting.count(600, 200), chats=7)
    ways = {
        "a": partial(run, BARE, few, setting),
        "c": partial(run, WHOLE, many, setting),
        "crowded": partial(run, WHOLE, crowded, setting),
    }
    runs = interleaved(setting.count(3, 1), ways)
    a = median(few.counted / r.account.seconds for r in runs["a"])
    c = median(many.counted / r.account.seconds for r in runs["c"])
    yield Row(f"a  {BARE.name}", a, "answers/s")
    yield Row(f"c  {WHOLE.name}, {many.chats} chats", c, "answers/s", c / a, "a", Goal("≥", 40))
    wrong = sum(r.account.out_of_order for way in ("c", "crowded") for r in runs[way])
    total = sum(len(runs[way]) * t.counted for way, t in (("c", many), ("crowded", crowded)))
    yield Note(
        f"order in a chat: {wrong} of {total:,} answers too early, in {many.chats} and {crowded.chats} chats",
        wrong == 0,
    )
