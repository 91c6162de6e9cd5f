"""Where in a line the subject ends and the schedule begins: `area 3 | mon,thu 9:00`, `民生 | 每周一9点`."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from bot.schedule.folding import Folded, fold
from bot.schedule.hearing import Filler, Said, hear, is_days, is_start
from bot.schedule.hours import Hour
from bot.schedule.problems import ProblemKind

_EDGE = " \t\r\n\u3000,，、:：;；-–—"


@dataclass(frozen=True, slots=True)
class Line:
    """A line taken apart; either half may be empty. Both are as they were typed."""

    subject: str
    schedule: str


def split_line(line: str) -> Line:
    """The schedule begins at the first run of its words that names days and times.

    Where no run has both, at the first that leaves a subject, or that is the whole line. A run ends at a
    word of no schedule, so 周末经济 and 8.1 stay subjects; 3, 2026, 五年 and 一月 begin nothing.
    """
    folded = fold(line)
    runs = [run for run in _runs(folded, hear(folded)) if any(map(is_start, run))]
    full = (run for run in runs if any(map(is_days, run)) and any(map(_is_time, run)))
    behind = (run for run in runs if _start(run) and not _is_inside_word(folded.text, run))
    alone = (run for run in runs if not folded.text[run[-1].end :].strip())
    chosen = next(chain(full, behind, alone), None)
    place = folded.origin(_start(chosen)) if chosen else len(line)
    return Line(line[:place].strip(_EDGE), line[place:].strip())


def _runs(folded: Folded, row: tuple[Said, ...]) -> Iterator[list[Said]]:
    """Stretches without a word nobody understands."""
    run: list[Said] = []
    for said in row:
        if said.meaning is ProblemKind.NOT_UNDERSTOOD or _is_number_of_place(folded, said):
            yield run
            run = []
        else:
            run.append(said)
    yield run


def _is_number_of_place(folded: Folded, said: Said) -> bool:
    """8.10 at the start of a line is a measure's place: the subject comes first."""
    return not said.start and isinstance(said.meaning, Hour) and folded.text[: said.end].count(".") == 1


def _is_inside_word(text: str, run: list[Said]) -> bool:
    """周末 in 发展周末经济."""
    before, after = text[_start(run) - 1], text[run[-1].end : run[-1].end + 1]
    return before not in _EDGE and after.strip() != ""


def _is_time(said: Said) -> bool:
    return isinstance(said.meaning, Hour) or said.meaning in {ProblemKind.UNCLEAR_NIGHT, ProblemKind.BAD_TIME}


def _start(run: list[Said]) -> int:
    """Where a run's schedule starts: with the words that lead to its first day or hour."""
    place = next(place for place, said in enumerate(run) if is_start(said))
    while place and run[place - 1].meaning is Filler.LEAD:
        place -= 1
    return run[place].start
