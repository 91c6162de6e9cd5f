"""How long a look-up takes, over the questions the look-up is tested with."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median, quantiles
from time import process_time_ns

import yaml
from rapidfuzz import process
from rapidfuzz.fuzz import WRatio

from bot.lookup.search import TextIndex, look_up, search
from bot.telegram.handlers.entries import ACHIEVEMENTS, AREAS, TARGETS
from tests.benchmarks.setting import ROOT, Setting, interleaved
from tests.benchmarks.table import Goal, Line, Row

_KINDS = {"": frozenset(), "target": TARGETS, "area": AREAS, "achievement": ACHIEVEMENTS}
_REPEATS = 5


@dataclass(frozen=True, slots=True)
class Question:
    """Words, and the command they are given to."""

    words: str
    command: str


def measure(setting: Setting) -> Iterator[Line]:
    """Each question several times in several rounds; median and 99th percentile over the questions."""
    texts, questions = setting.desk.texts, _questions()
    names = [n for e in texts.index.report.entries.values() for n in (e.name.zh, e.name.en, *e.aliases)]
    ways: dict[str, Callable[[Question], object]] = {
        "RapidFuzz": lambda question: process.extractOne(question.words, names, scorer=WRatio),
        "ours": partial(_answer, texts),
    }
    for question in questions:  # the first traditional characters load a table
        _answer(texts, question)
    rounds = interleaved(
        setting.count(7, 2), {name: partial(_times, questions, way) for name, way in ways.items()}
    )
    each = {name: [median(times) for times in zip(*results, strict=True)] for name, results in rounds.items()}
    fuzzy = median(each["RapidFuzz"])
    yield Row(f"RapidFuzz WRatio over {len(names):,} names and aliases, median", fuzzy, "µs")
    ours = median(each["ours"])
    yield Row(f"look-up of {len(questions)} questions, median", ours, "µs", goal=Goal("≤", 100))
    yield Row("the same beside RapidFuzz", ours, "µs", ours / fuzzy, "WRatio")
    yield Row("look-up, 99th percentile", quantiles(each["ours"], n=100)[-1], "µs")


def _questions() -> list[Question]:
    found = yaml.safe_load((ROOT / "tests/questions/lookups.yaml").read_text(encoding="utf-8"))
    return [Question(str(each["ask"]), each.get("command", "")) for each in found]


def _answer(texts: TextIndex, question: Question) -> object:
    if question.command == "search":
        return search(texts, question.words)
    return look_up(texts, question.words, _KINDS[question.command])


def _times(questions: Sequence[Question], answer: Callable[[Question], object]) -> list[float]:
    """CPU microseconds of each question."""
    times = []
    for question in questions:
        begin = process_time_ns()
        for _ in range(_REPEATS):
            answer(question)
        times.append((process_time_ns() - begin) / _REPEATS / 1000)
    return times
