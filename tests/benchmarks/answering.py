"""What one answer over loopback costs: CPU of the bot's process between the first and the last."""

from collections.abc import Iterator
from functools import partial
from statistics import median

from tests.benchmarks.bot_api import Traffic
from tests.benchmarks.jobs import QUESTION
from tests.benchmarks.processes import BARE, BARE_ON_OURS, WHOLE, run
from tests.benchmarks.setting import Setting, interleaved
from tests.benchmarks.table import Goal, Line, Note, Row


def measure(setting: Setting) -> Iterator[Line]:
    """The three bots, each in a process of its own, in turns."""
    rounds = setting.count(5, 2)
    # Every chat has asked before: what it chose is at hand then.
    traffic = Traffic(QUESTION, counted=setting.count(2000, 400), warm_up=600)
    first = Traffic(QUESTION, counted=800, warm_up=200, chats=1000)
    clients = (BARE, BARE_ON_OURS, WHOLE)
    runs = interleaved(rounds, {c.name: partial(run, c, traffic, setting) for c in clients})
    cpu = {
        name: median(r.account.bot_cpu for r in each) / traffic.counted * 1e6 for name, each in runs.items()
    }
    a, b, c = (cpu[client.name] for client in clients)
    yield Row(f"a  {BARE.name}", a, "µs CPU")
    yield Row(f"b  {BARE_ON_OURS.name}", b, "µs CPU", b / a, "a")
    yield Row(f"c  {WHOLE.name}, whole", c, "µs CPU", c / a, "a", Goal("≤", 0.6))
    yield Row(f"c  {WHOLE.name}, whole", c, "µs CPU", c / b, "b", Goal("≤", 1.35))
    asked = median(run(WHOLE, first, setting).account.bot_cpu for _ in range(rounds)) / first.counted * 1e6
    yield Row(
        "c  the first question of a chat, which the store is asked about", asked, "µs CPU", asked / a, "a"
    )
    api = median(r.account.server_cpu for each in runs.values() for r in each) / traffic.counted * 1e6
    yield Note(
        f"{rounds} rounds of {traffic.counted:,} answers; the Bot API beside them took {api:.0f} µs each"
    )
