"""YAML files with a line for every value; hostile or broken files become problems, not crashes."""

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

LARGEST_FILE = 1024 * 1024  # bytes; a digest of a whole report is a tenth of it
DEEPEST = 20

FieldPath = tuple[str | int, ...]


class UnreadableError(Exception):
    """The file cannot be read as YAML; the message is one problem line."""


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file; `lines` maps the path of each value to its line."""

    file: str
    data: Any
    lines: dict[FieldPath, int]

    def problem(self, path: FieldPath, what: str) -> str:
        """One problem line, at the nearest line known for the path."""
        known = path
        while known and known not in self.lines:
            known = known[:-1]
        return f"{self.file}:{self.lines.get(known, 1)}: {field_name(path)}: {what}"


def field_name(path: FieldPath) -> str:
    """`measures[0].figures[1].value`, or `file` for the whole."""
    name = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return name.removeprefix(".") or "file"


def read_text(path: Path, largest: int = LARGEST_FILE) -> str:
    """The file as text; raises UnreadableError when it is missing, too large, empty or not UTF-8."""
    try:
        if path.stat().st_size > largest:
            raise UnreadableError(
                f"{path}:1: file: larger than {largest // 1024} KiB; split it or shorten it"
            )
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown reason"
        raise UnreadableError(f"{path}:1: file: cannot be read ({reason}); put it there") from error
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableError(f"{path}:{line}: file: not UTF-8 here; save it as UTF-8") from error
    if not text.strip():
        raise UnreadableError(f"{path}:1: file: empty; fill it in or remove it")
    return text


def read_yaml(path: Path) -> Document:
    """Raises UnreadableError for anything that is not one plain YAML mapping.

    Anchors and aliases are refused: a few lines of them can unfold into gigabytes.
    """
    text = read_text(path)
    try:
        _refuse_aliases(path, text)
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise UnreadableError(f"{path}:{line}: file: not YAML: {_advice(text, line, error)}") from error
    except yaml.reader.ReaderError as error:
        # libyaml counts bytes and PyYAML characters; the first such character is meant by both.
        line = text.count("\n", 0, text.find(chr(error.character))) + 1
        raise UnreadableError(f"{path}:{line}: file: a character YAML does not allow; remove it") from error
    if not isinstance(node, yaml.MappingNode):
        raise UnreadableError(f"{path}:1: file: must be `key: value` lines at the top")
    lines: dict[FieldPath, int] = {}
    return Document(str(path), _Reader(path, text, lines).value(node, ()), lines)


def _refuse_aliases(path: Path, text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise UnreadableError(
                f"{path}:{line}: file: YAML anchors and aliases are not allowed; write it out"
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise UnreadableError(f"{path}:{line}: file: nested deeper than {DEEPEST} levels; make it flat")


def _advice(text: str, line: int, error: yaml.MarkedYAMLError) -> str:
    lines = text.splitlines()
    if line <= len(lines) and "\t" in lines[line - 1]:
        return "a tab character; indent with spaces"
    if "nesting depth" in str(error.problem):  # the scanner's own limit, met before ours within one line
        return f"nested deeper than {DEEPEST} levels; make it flat"
    return f"{error.problem or error.context}; check quotes, colons and indentation"


class _Reader:
    """Turns nodes into plain values and notes their lines."""

    def __init__(self, path: Path, text: str, lines: dict[FieldPath, int]) -> None:
        self._path = path
        self._scalars = Loader(text)
        self._lines = lines

    def value(self, node: yaml.Node, path: FieldPath) -> Any:
        self._lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]
        try:
            return self._scalars.construct_object(node)
        except (yaml.YAMLError, ValueError, LookupError, AttributeError) as error:
            # The last two are how PyYAML fails on `!!bool x`, `!!int ""` and `!!timestamp x`.
            raise self._unreadable(node, path, "not a plain value; put it in quotes") from error

    def _mapping(self, node: yaml.MappingNode, path: FieldPath) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key: Hashable = key_node.value
            if not isinstance(key, str):
                raise self._unreadable(key_node, path, "a key must be a plain word")
            if key in values:
                raise self._unreadable(key_node, (*path, key), "stands twice; keep one of them")
            self._lines[(*path, key)] = key_node.start_mark.line + 1
            values[key] = self.value(value_node, (*path, key))
        return values

    def _unreadable(self, node: yaml.Node, path: FieldPath, what: str) -> UnreadableError:
        line = node.start_mark.line + 1
        return UnreadableError(f"{self._path}:{line}: {field_name(path)}: {what}")
