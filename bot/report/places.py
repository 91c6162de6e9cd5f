"""Where in the YAML each entry stands, for whoever edits it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.report.digest import read_digest
from bot.report.draft import Origin, draft_of


@dataclass(frozen=True, slots=True)
class Place:
    """A file, the line of the entry's aliases (else its first), and how the entry begins there."""

    file: str
    line: int
    heading: str  # `- id: jobs`, `opening:`; empty where the file is the entry


def places(content: Path) -> dict[str, Place]:
    """Place of every entry of a digest that loads."""
    return {entry: _place(origin) for entry, origin in _origins(content)}


def _origins(content: Path) -> Iterator[tuple[str, Origin]]:
    draft = draft_of(read_digest(content))
    yield from ((indicator.id, origin) for indicator, origin in draft.indicators)
    yield from ((drafted.passage.id, drafted.origin) for drafted in draft.passages)


def _place(origin: Origin) -> Place:
    lines, path = origin.document.lines, origin.path
    line = lines.get((*path, "aliases"), lines[path])
    return Place(origin.document.file, line, _heading(origin))


def _heading(origin: Origin) -> str:
    if not origin.path:
        return ""
    last = origin.path[-1]
    if isinstance(last, str):
        return f"{last}:"
    found = origin.document.data
    for part in origin.path:
        found = found[part]
    return f"- id: {found['id']}" if "id" in found else f"- name: {found['name']}"
