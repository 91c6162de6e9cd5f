"""What every measurement is given: how thorough to be, where to write, the real digest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from bot.app import open_desk
from bot.config import Config, ReportConfig
from bot.telegram.desk import Desk

ROOT = Path(__file__).parents[2]
_Result = TypeVar("_Result")


@dataclass(frozen=True)
class Setting:
    """One run of the benchmarks; `folder` is a temporary one of its own."""

    folder: Path
    quick: bool = False

    @property
    def config(self) -> Config:
        """The settings as they come, with the project's digest and the folder of this run."""
        report = ReportConfig(content=ROOT / "content", seeds=ROOT / "seeds")
        return Config(report=report, data=self.folder / "data")

    @cached_property
    def desk(self) -> Desk:
        """The real digest, loaded once."""
        return open_desk(self.config)

    def count(self, thorough: int, quick: int) -> int:
        """How often to do something."""
        return quick if self.quick else thorough


def interleaved(rounds: int, variants: Mapping[str, Callable[[], _Result]]) -> dict[str, list[_Result]]:
    """A B C A B C …, because the speed of a shared machine drifts; the results of each."""
    results: dict[str, list[_Result]] = {name: [] for name in variants}
    for _ in range(rounds):
        for name, measure in variants.items():
            results[name].append(measure())
    return results
