"""The files of the chat page: their rooms, their words, and that foreign text stays text."""

import re
from pathlib import Path

import pytest

from bot.simulator.server import PAGE

# Each knows only those before it; main.js and keys.js, above all, know every one.
ROOMS = ("base", "state", "parts", "writing", "thread", "panel", "chats")
SCRIPTS = sorted(PAGE.rglob("*.js"))
_IMPORT = re.compile(r'from "([./a-z_]+)"')
_WORD = re.compile(r'^  "?([\w.]+)"?:', re.MULTILINE)
_DANGEROUS = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|srcdoc"
)


def names(script: str) -> list[str]:
    found: list[str] = _WORD.findall((PAGE / "base" / script).read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_knows_only_those_before_it(room: str) -> None:
    known = {*ROOMS[: ROOMS.index(room) + 1]}
    for script in (PAGE / room).glob("*.js"):
        for target in _IMPORT.findall(script.read_text(encoding="utf-8")):
            place = (script.parent / target).resolve()
            assert place.is_file(), (script.name, target)
            assert place.parent.name in known, (script.name, target)


def test_every_sentence_is_there_in_both_languages() -> None:
    assert len(names("words_zh.js")) > 100
    assert names("words_zh.js") == names("words_en.js")


def test_every_sentence_that_is_said_is_there() -> None:
    said = {key for script in SCRIPTS for key in re.findall(r'\bsay\("([\w.]+)"', script.read_text("utf-8"))}
    assert said
    assert said <= {*names("words_zh.js")}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_nothing_turns_text_into_markup_or_code(script: Path) -> None:
    assert not _DANGEROUS.search(script.read_text(encoding="utf-8"))


def test_each_script_says_in_its_first_line_what_lives_there() -> None:
    assert [script.name for script in SCRIPTS if not script.read_text("utf-8").startswith("// ")] == []
