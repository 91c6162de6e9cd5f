"""python -m tests.questions [--wrong] [--ablation]: how well questions are answered, and how fast."""

import argparse
import gc
import sys
import tracemalloc
from collections.abc import Iterable
from statistics import median
from time import process_time

from bot.asking.asking import Asking, build_asking
from bot.lookup.index import build
from bot.lookup.search import build_text_index
from bot.report.load import load_report
from tests.asking.building import readings_for, syllables_of
from tests.conftest import ROOT
from tests.questions.asked import asked
from tests.questions.divide import FILES
from tests.questions.measuring import by_kind, outcomes, tally, times
from tests.questions.other_ways import ways
from tests.questions.tables import compared, costs, faults, kinds, wrong_rows

TUNED_ON = FILES[0]  # the only file whose questions are ever printed
_BUILDS = 5


def main() -> None:
    """Prints the tables that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.questions", description=__doc__)
    parser.add_argument("--wrong", action="store_true", help=f"the questions of {TUNED_ON} answered wrongly")
    parser.add_argument("--ablation", action="store_true", help="without each part, and simpler ways")
    chosen = parser.parse_args()
    asking, seconds, megabytes = _built()
    if chosen.wrong:
        _print(wrong_rows(outcomes(asking, asked(TUNED_ON))))
    elif chosen.ablation:
        tallies = (
            (name, {file: tally(outcomes(way, asked(file))) for file in FILES}) for name, way in ways(asking)
        )
        _print(compared(tallies, FILES))
    else:
        found = {file: outcomes(asking, asked(file)) for file in FILES}
        _print(kinds({file: by_kind(each) for file, each in found.items()}))
        _print(faults({file: tally(each) for file, each in found.items()}))
        _print(costs({file: times(asking, asked(file)) for file in FILES}, seconds, megabytes))


def _built() -> tuple[Asking, float, float]:
    """The understanding, the CPU seconds it takes to build, and the MB it then holds."""
    report = load_report(ROOT / "content", ROOT / "seeds")
    readings = readings_for(report)
    texts, syllables = build_text_index(build(report, readings)), syllables_of(readings)

    def make() -> Asking:
        return build_asking(texts, syllables)

    seconds = []
    for _ in range(_BUILDS):
        gc.collect()
        gc.disable()  # as the program does while it starts
        begin = process_time()
        make()
        seconds.append(process_time() - begin)
        gc.enable()
    gc.collect()
    tracemalloc.start()
    asking = make()
    gc.collect()
    megabytes = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    gc.freeze()  # as the application does once everything is built
    return asking, median(seconds), megabytes


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")


main()
