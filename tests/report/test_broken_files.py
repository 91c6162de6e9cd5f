"""Files that are missing, hostile or broken: told quickly, with a line, and never a crash."""

import os
import time
import tracemalloc

import pytest

from tests.report.digest_copy import DigestCopy

AREA = "content/areas/8-livelihood.yaml"
SEED = "seeds/shancheng-2026.txt"
BOMB = "a0: &a0 [lol, lol, lol]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 6)
)
MEASURE = "  - id: education\n"
APPENDED = {
    "anchor": ("extra: &anchor 1\n", 0, "file", "write it out"),
    "alias": ("extra: *anchor\n", 0, "file", "write it out"),
    "tab": ("extra:\n\tinside: 1\n", 1, "file", "indent with spaces"),
    "key twice": ("number: 8\n", 0, "number", "keep one of them"),
    "nested key twice": ("extra:\n  inside: 1\n  inside: 2\n", 2, "extra.inside", "keep one of them"),
    "deep": (f"extra: {'[' * 3000}\n", 0, "file", "make it flat"),
    "deep in lines": ("extra:\n" + "".join(f"{' ' * n}- \n" for n in range(60)), 20, "file", "make it flat"),
    "no colon": ("extra\n", 1, "file", "check quotes, colons and indentation"),
    "open quote": ('extra: "never closed\n', 1, "file", "check quotes"),
    "second document": ("---\nextra: 1\n", 0, "file", "not YAML"),
    "list as key": ("? [a, b]\n: 1\n", 0, "file", "a key must be a plain word"),
    "control character": ("extra: \x01\n", 0, "file", "remove it"),
    "merge": ("<<: {number: 8}\n", 0, "<<", "remove it"),
}


@pytest.mark.parametrize(("lines", "after", "field", "remedy"), APPENDED.values(), ids=APPENDED)
def test_what_yaml_must_not_hold_is_told_with_its_line(
    copied: DigestCopy, lines: str, after: int, field: str, remedy: str
) -> None:
    line = copied.append(AREA, lines) + after
    assert remedy in copied.told(AREA, line, field)


WHOLE = {
    "empty": (b"", 1, "fill it in"),
    "blank": (b" \n\n", 1, "fill it in"),
    "only a comment": (b"# later\n", 1, "`key: value`"),
    "a list": (b"- id: livelihood\n", 1, "`key: value`"),
    "a word": (b"livelihood\n", 1, "`key: value`"),
    "GBK": (b"id: x\nname: " + "民生".encode("gbk"), 2, "save it as UTF-8"),
    "UTF-16": ("id: livelihood\n".encode("utf-16"), 1, "save it as UTF-8"),
    "nothing but zeros": (bytes(100), 1, "remove it"),
}


@pytest.mark.parametrize(("raw", "line", "remedy"), WHOLE.values(), ids=WHOLE)
def test_a_file_that_is_something_else_is_told(
    copied: DigestCopy, raw: bytes, line: int, remedy: str
) -> None:
    (copied.root / AREA).write_bytes(raw)
    assert remedy in copied.told(AREA, line, "file")


def test_a_byte_order_mark_and_windows_line_ends_are_read(copied: DigestCopy) -> None:
    text = "\ufeff" + copied.text(AREA).replace("\n", "\r\n")
    (copied.root / AREA).write_bytes(text.encode())
    assert copied.load().passage("livelihood").number == 8


def test_aliases_that_would_unfold_without_end_are_refused_at_once(copied: DigestCopy) -> None:
    copied.write(AREA, BOMB)
    begin = time.perf_counter()
    tracemalloc.start()
    assert "write it out" in copied.told(AREA, 1, "file")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000
    assert time.perf_counter() - begin < 2


@pytest.mark.parametrize("file", [AREA, SEED])
def test_a_file_of_fifty_megabytes_is_refused_without_reading_it(copied: DigestCopy, file: str) -> None:
    os.truncate(copied.root / file, 50 * 1024 * 1024)
    tracemalloc.start()
    assert "split it or shorten it" in copied.told(file, 1, "file")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000


@pytest.mark.parametrize("name", ["report.yaml", "indicators.yaml"])
def test_a_missing_file_is_told(copied: DigestCopy, name: str) -> None:
    (copied.root / "content" / name).unlink()
    assert "add it" in copied.told(f"content/{name}", 1, "file")


def test_a_digest_without_areas_is_told(copied: DigestCopy) -> None:
    for area in (copied.root / "content/areas").iterdir():
        area.unlink()
    assert "add one file for each" in copied.told("content/areas", 1, "folder")


def test_a_digest_that_is_not_there_is_told(copied: DigestCopy) -> None:
    (copied.root / "content").rename(copied.root / "elsewhere")
    assert "name the folder of the digest" in copied.told("content", 1, "folder")


@pytest.mark.parametrize("name", ["notes.yaml", "report.yml", "drafts/10-new.yaml"])
def test_a_file_that_is_not_of_the_digest_is_told(copied: DigestCopy, name: str) -> None:
    (copied.root / "content/drafts").mkdir()
    copied.write(f"content/{name}", "a: 1\n")
    assert "rename or remove it" in copied.told(f"content/{name}", 1, "file")


def test_a_folder_named_like_a_file_is_told(copied: DigestCopy) -> None:
    (copied.root / "content/areas/10-new.yaml").mkdir()
    assert "cannot be read" in copied.told("content/areas/10-new.yaml", 1, "file")


def test_a_missing_source_is_told(copied: DigestCopy) -> None:
    (copied.root / SEED).unlink()
    assert "put it there" in copied.told(SEED, 1, "file")


def test_a_quote_the_source_lost_is_told_with_its_nearest_words(copied: DigestCopy) -> None:
    copied.change(SEED, "全年城镇新增就业3400人以上", "全年城镇新增就业3200人以上")
    line = copied.line_of(AREA, "quote: 健全完善")
    assert "新增就业3200人以上" in copied.told(AREA, line, "measures[0].quote")


def test_a_number_of_the_source_nobody_accounts_for_is_told(copied: DigestCopy) -> None:
    line = copied.append(SEED, "新建公厕7座。\n")
    told = copied.told(SEED, line, "number 7")
    assert "新建公厕7座。" in told
    assert told.endswith("add one")


def test_a_measure_in_another_area_is_told(copied: DigestCopy) -> None:
    text = copied.text(AREA)
    moved = text[text.index(MEASURE) : text.index("  - id: services\n")]
    copied.change(AREA, moved, "")
    line = copied.append("content/areas/9-safety.yaml", moved)
    quote = line + moved[: moved.index("    quote:")].count("\n")
    assert "move it" in copied.told("content/areas/9-safety.yaml", quote, "measures[3].quote")


def test_measures_in_another_order_are_told(copied: DigestCopy) -> None:
    text = copied.text(AREA)
    second, third = text.index(MEASURE), text.index("  - id: services\n")
    copied.write(AREA, text[:second] + text[third:].rstrip() + "\n" + text[second:third])
    line = copied.line_of(AREA, "quote: 深入实施学前教育")
    assert "keep the report's order" in copied.told(AREA, line, "measures[2].quote")
