"""Divide new questions between those that are tuned on and those that only measure."""

import sys
from hashlib import sha256
from math import inf
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
FILES = ("tuning.yaml", "measured.yaml")

Row = dict[str, Any]


def words_of(row: Row) -> str:
    """What the division goes by: the question, after the one it follows."""
    return f"{row['after']}\n{row['ask']}" if "after" in row else str(row["ask"])


def file_of(row: Row) -> str:
    """An even first hex digit of the words' SHA-256 goes to tuning, an odd one to measuring."""
    return FILES[int(sha256(words_of(row).encode()).hexdigest()[0], 16) % 2]


def read_rows(path: Path) -> list[Row]:
    return list(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or ())


def add_rows(path: Path, new: list[Row]) -> None:
    """Write the file's rows and the new ones, by kind and ask, below the header that stands."""
    lines = path.read_text(encoding="utf-8").splitlines()
    header = [line for line in lines if line.startswith("#")]
    rows = sorted([*read_rows(path), *new], key=_order)
    path.write_text("\n".join([*header, *map(_line, rows), ""]), encoding="utf-8")


def _order(row: Row) -> tuple[str, str, str]:
    return row["kind"], str(row["ask"]), row.get("after", "")


def _line(row: Row) -> str:
    flow: str = yaml.safe_dump(row, allow_unicode=True, default_flow_style=True, sort_keys=False, width=inf)
    return f"- {flow.strip()}"


def main(source: str) -> None:
    """Add the file's questions; a question asked twice adds none of them."""
    new = read_rows(Path(source))
    asked = [words_of(row) for row in [*new, *(row for file in FILES for row in read_rows(HERE / file))]]
    if twice := sorted({words for words in asked if asked.count(words) > 1}):
        sys.exit("asked twice: " + "; ".join(twice))
    for file in FILES:
        add_rows(HERE / file, [row for row in new if file_of(row) == file])


if __name__ == "__main__":
    main(sys.argv[1])
