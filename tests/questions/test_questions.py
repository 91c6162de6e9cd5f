"""What people type reaches the right entry first; what the report does not say reaches nothing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.lookup.search import TextIndex, look_up, search
from bot.report.model import Kind, Report
from bot.telegram.handlers.entries import ACHIEVEMENTS, AREAS, TARGETS

HERE = Path(__file__).parent
KINDS: dict[str, frozenset[Kind]] = {
    "any": frozenset(),
    "target": TARGETS,
    "area": AREAS,
    "achievement": ACHIEVEMENTS,
}
LEAST_RIGHT = 0.98


@dataclass(frozen=True, slots=True)
class Question:
    """Words, the command they stand behind, and the entries that may come first."""

    words: str
    command: str
    expected: tuple[str, ...] = ()
    kind: str = ""

    def first(self, texts: TextIndex) -> Sequence[str]:
        """What is found, best first; the clear match alone when there is one."""
        if self.command == "search":
            return [match.entry for match in search(texts, self.words)]
        found = look_up(texts, self.words, KINDS[self.command])
        return [found.clear.entry] if found.clear else [match.entry for match in found.matches]


@cache
def questions(file: str) -> tuple[Question, ...]:
    return tuple(_questions(yaml.safe_load((HERE / file).read_text(encoding="utf-8"))))


def _questions(rows: list[dict[str, Any]]) -> Iterator[Question]:
    for row in rows:
        expected = row.get("expect", ())
        expected = (expected,) if isinstance(expected, str) else tuple(expected)
        yield Question(str(row["ask"]), row.get("command", "any"), expected, row.get("kind", ""))


LOOKUPS, NOTHING = questions("lookups.yaml"), questions("nothing.yaml")


def test_there_are_enough_of_each() -> None:
    assert len(LOOKUPS) >= 150
    assert len(NOTHING) >= 40


@pytest.mark.parametrize("question", [*LOOKUPS, *NOTHING], ids=lambda q: q.words)
def test_a_question_is_well_written(question: Question, report: Report) -> None:
    assert question.command in {*KINDS, "search"}
    assert set(question.expected) <= set(report.entries)


def test_nearly_all_lookups_reach_the_right_entry_first(texts: TextIndex) -> None:
    wrong = [q for q in LOOKUPS if not set(q.first(texts)[:1]) & set(q.expected)]
    failures = "\n".join(f"{q.words!r} ({q.command}, {q.kind}): {q.first(texts)[:3]}" for q in wrong)
    assert 1 - len(wrong) / len(LOOKUPS) >= LEAST_RIGHT, failures


def test_no_kind_of_question_does_much_worse_than_the_others(texts: TextIndex) -> None:
    asked = Counter(question.kind for question in LOOKUPS)
    right = Counter(q.kind for q in LOOKUPS if set(q.first(texts)[:1]) & set(q.expected))
    assert {kind: right[kind] / asked[kind] for kind in asked if right[kind] / asked[kind] < 0.9} == {}


@pytest.mark.parametrize("question", NOTHING, ids=lambda q: q.words)
def test_what_the_report_does_not_say_finds_nothing(question: Question, texts: TextIndex) -> None:
    assert question.first(texts) == []
    assert search(texts, question.words) == ()


def test_the_same_question_finds_the_same(texts: TextIndex) -> None:
    assert all(q.first(texts) == q.first(texts) for q in LOOKUPS[:50])
