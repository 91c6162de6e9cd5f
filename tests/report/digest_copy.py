"""A digest in a temporary folder: change it, then ask what is wrong with it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.errors import ContentError
from bot.report.load import load_report
from bot.report.model import Report


@dataclass(frozen=True, slots=True)
class Change:
    """Words of a file, what they become, and where and how the problem is told."""

    file: str
    old: str
    new: str
    field: str  # or the end of it, where the rest depends on how much stands before
    remedy: str  # words of the problem line
    at: str = ""  # words on the line the problem names, when it is not the line changed


@dataclass(frozen=True, slots=True)
class DigestCopy:
    """`content/` and `seeds/` below a root; files are named relative to it."""

    root: Path

    def load(self) -> Report:
        return load_report(self.root / "content", self.root / "seeds")

    def text(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        (self.root / file).write_text(text, encoding="utf-8")

    def append(self, file: str, text: str) -> int:
        """Adds lines to the end; the line the first of them has."""
        before = self.text(file)
        before += "" if before.endswith("\n") else "\n"
        self.write(file, before + text)
        return before.count("\n") + 1

    def change(self, file: str, old: str, new: str) -> int:
        """Replaces words that stand in the file exactly once; the line the new words begin on."""
        text = self.text(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self.write(file, text.replace(old, new))
        return text.count("\n", 0, text.index(old)) + 1

    def line_of(self, file: str, words: str) -> int:
        """The line on which these words begin; they must stand in the file once."""
        return self.change(file, words, words)

    def apply(self, change: Change) -> int:
        """Makes the change; the line its problem should name."""
        changed = self.change(change.file, change.old, change.new)
        return self.line_of(change.file, change.at) if change.at else changed

    def problems(self) -> tuple[str, ...]:
        """What loading reports; fails the test when it reports nothing."""
        with pytest.raises(ContentError) as caught:
            self.load()
        return caught.value.problems

    def told(self, file: str, line: int, field: str) -> str:
        """What is said of this place; fails the test when nothing is."""
        problems = self.problems()
        start = f"{self.root / file}:{line}: "
        parts = [p.removeprefix(start).partition(": ") for p in problems if p.startswith(start)]
        told = [what for where, _, what in parts if where.endswith(field)]
        assert told, f"nothing at {start}{field} in\n" + "\n".join(problems)
        return "\n".join(told)
