"""YAML with lines: hostile or broken files become problems, not crashes."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.report.documents import Document, UnreadableError, field_name, read_text, read_yaml

SAME_FOLDER = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
YAMLISH = st.text(" \n\t:-?[]{},'\"#&*!|>%@`<=~ab01.e_+Tyn中\ufeff\u2028\x85")
TAGS = (
    "bool",
    "int",
    "float",
    "null",
    "timestamp",
    "binary",
    "set",
    "omap",
    "pairs",
    "str",
    "map",
    "seq",
    "value",
)
VALUES = ("x", '""', "1", "[1]", "{a: 1}", "2026-02-30", "-", "0b", "1:99", "=", "<<", "99999-1-1")
TAGGED = st.builds("key: !!{} {}\n".format, st.sampled_from(TAGS), st.sampled_from(VALUES))


def read(folder: Path, text: str | bytes) -> Document:
    path = folder / "file.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return read_yaml(path)


def survives(folder: Path, text: str | bytes) -> None:
    try:
        document = read(folder, text)
    except UnreadableError as error:
        file, line, _ = str(error).removeprefix(str(folder)).split(":", 2)
        assert file == "/file.yaml"
        assert 1 <= int(line) <= len(text) + 1
    else:
        assert isinstance(document.data, dict)


@SAME_FOLDER
@given(st.one_of(YAMLISH, TAGGED, st.text(), st.builds(lambda tail: f"key: {tail}\nother: 1", YAMLISH)))
@example("key: !!int ''")
@example("key: " + "9" * 5000)
@example("key: 2026-02-12T25:00:00Z")
def test_arbitrary_text_is_read_or_refused(tmp_path: Path, text: str) -> None:
    survives(tmp_path, text)


@SAME_FOLDER
@given(st.binary())
@example(b"\xff\xfe")
@example(b"a: \xed\xa0\x80")
def test_arbitrary_bytes_are_read_or_refused(tmp_path: Path, raw: bytes) -> None:
    survives(tmp_path, raw)


def test_every_value_knows_its_line(tmp_path: Path) -> None:
    document = read(tmp_path, "a: 1\nb:\n  - c: 2\n  - d:\n      3\n")
    lines = {field_name(path): line for path, line in document.lines.items()}
    assert lines == {"file": 1, "a": 1, "b": 2, "b[0]": 3, "b[0].c": 3, "b[1]": 4, "b[1].d": 4}


def test_a_problem_of_an_unknown_field_stands_at_what_holds_it(tmp_path: Path) -> None:
    document = read(tmp_path, "a: 1\nb:\n  c: 2\n")
    assert document.problem(("b", "d"), "add it") == f"{tmp_path}/file.yaml:2: b.d: add it"


def test_plain_values_keep_their_types(tmp_path: Path) -> None:
    assert read(tmp_path, "a: 1\nb: 1.5\nc: yes\nd: x\ne:\n").data == {
        "a": 1,
        "b": 1.5,
        "c": True,
        "d": "x",
        "e": None,
    }


@pytest.mark.parametrize(("size", "fits"), [(64, True), (65, False)])
def test_a_file_may_be_just_as_large_as_allowed(tmp_path: Path, size: int, *, fits: bool) -> None:
    (tmp_path / "text").write_text("x" * size)
    if fits:
        assert len(read_text(tmp_path / "text", largest=64)) == size
    else:
        with pytest.raises(UnreadableError, match=r"text:1: file: larger than"):
            read_text(tmp_path / "text", largest=64)
