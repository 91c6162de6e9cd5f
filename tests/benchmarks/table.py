"""Figures with their goals, as lines of a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

_VERDICTS = {True: "met", False: "NOT MET", None: ""}


@dataclass(frozen=True, slots=True)
class Goal:
    """What a figure should be: at most, or at least, a limit."""

    sign: Literal["≤", "≥"]
    limit: float

    def is_met(self, value: float) -> bool:
        return value <= self.limit if self.sign == "≤" else value >= self.limit


@dataclass(frozen=True, slots=True)
class Row:
    """A figure, and how many times that of `to` it is. The goal is for the ratio when there is one."""

    what: str
    value: float
    unit: str
    ratio: float | None = None
    to: str = ""
    goal: Goal | None = None

    @property
    def met(self) -> bool | None:
        """None without a goal."""
        if self.goal is None:
            return None
        return self.goal.is_met(self.value if self.ratio is None else self.ratio)

    def __str__(self) -> str:
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} × {self.to}"
        goal = f"{self.goal.sign} {_number(self.goal.limit)}" if self.goal else ""
        figure = f"{_number(self.value)} {self.unit}"
        return f"  {self.what:<62}{figure:>15}  {ratio:<15}{goal:<8}{_VERDICTS[self.met]}".rstrip()


@dataclass(frozen=True, slots=True)
class Note:
    """A line that is no figure; may fail, too."""

    text: str
    met: bool | None = None

    def __str__(self) -> str:
        return f"  {self.text:<102}{_VERDICTS[self.met]}".rstrip()


Line = Row | Note


def print_table(title: str, lines: Iterable[Line]) -> list[Line]:
    """Prints the lines of one idea as they are measured; returns those whose goal is not met."""
    print(f"\n{title}", flush=True)
    failed = []
    for line in lines:
        print(line, flush=True)
        if line.met is False:
            failed.append(line)
    return failed


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
