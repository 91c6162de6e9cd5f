"""What an editor is told of questions asked in vain."""

import asyncio
import re
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from bot.cli import main
from bot.delivery.ports import Counted
from bot.lookup.index import Reason, build
from bot.lookup.normalise import words
from bot.lookup.search import TextIndex, build_text_index, look_up
from bot.proposals import as_yaml, judged, lines, without_asking
from bot.report.model import Report
from bot.report.places import places
from bot.storage.database import open_store
from tests.conftest import ROOT
from tests.report.conftest import copied  # noqa: F401 - a fixture
from tests.report.digest_copy import DigestCopy

# Near an indicator, a measure, a whole file (an area), and what has a key of its own; and in quotes.
NEAR = ("幼儿园建设", "招商引资大会", "乡村振兴大会战", "总体要求汇编", "3d幼儿园")


@pytest.fixture(scope="module")
def texts(report: Report) -> TextIndex:
    return build_text_index(build(report, {}))


def alias_of(texts: TextIndex, asked: str) -> str:
    (found,) = judged(texts, {asked: 1})
    return found.alias


@pytest.mark.parametrize(
    ("asked", "core"),
    [
        ("请问今年岗位有多少", "岗位"),
        ("今年岗位目标是多少呢", "岗位"),
        ("how many jobs this year", "jobs"),
        ("计划生育", "计划生育"),
        ("howitzer", "howitzer"),
        ("今年", ""),
    ],
)
def test_what_only_asks_is_no_part_of_an_alias(report: Report, asked: str, core: str) -> None:
    assert without_asking(asked, report) == core


def test_periods_of_the_report_are_no_part_of_an_alias(report: Report) -> None:
    for period in report.periods.values():
        for name in (*period.aliases, period.name.zh, period.name.en):
            assert without_asking(words(f"{name} 岗位"), report) == "岗位", name


@pytest.mark.parametrize("asked", NEAR)
def test_what_is_near_an_entry_is_proposed(texts: TextIndex, asked: str) -> None:
    assert alias_of(texts, asked) == asked


@pytest.mark.parametrize(
    "asked", ["失业率", "unemployment", "inflation", "周杰伦", "岗位", "电话 #", "今年", "1.5", "医院 #"]
)
def test_what_means_something_else_is_not(texts: TextIndex, asked: str) -> None:
    assert alias_of(texts, asked) == ""


def test_hardly_anything_the_report_does_not_say_is_proposed(texts: TextIndex) -> None:
    asked = yaml.safe_load((ROOT / "tests" / "questions" / "nothing.yaml").read_text(encoding="utf-8"))
    proposed = [each.words for each in judged(texts, {str(row["ask"]): 1 for row in asked}) if each.alias]
    assert len(proposed) <= 0.03 * len(asked), proposed


def test_what_is_found_by_now_is_said_to_be(texts: TextIndex) -> None:
    (found,) = judged(texts, {"请问今年就业有多少": 3})
    assert (found.is_found, found.alias, found.nearest and found.nearest.entry) == (True, "", "jobs")


def test_the_table_tells_what_was_asked_most_often_first(texts: TextIndex) -> None:
    table = list(lines(texts, {}, {"失业率": 2, NEAR[0]: 12}))
    assert re.match(rf" +12×  {NEAR[0]}  preschool-coverage .+ \(near 0\.\d\d: 幼儿园\)$", table[0])
    assert re.match(r" +2×  失业率      no entry near: the report may not say it$", table[1])


def test_words_spelled_alike_are_proposed_once(texts: TextIndex) -> None:
    told = list(lines(texts, places(ROOT / "content"), {"幼儿园 建设": 2, "幼儿园建设": 3}))
    (line,) = (each for each in told if "aliases:" in each)
    assert line.endswith(": 幼儿园建设 5×")


@given(st.text(st.sampled_from("0123456789 .+-,:#'\"\\[]{}%&*!|>@`=~abeno就业“”"), min_size=1, max_size=12))
@example("True")
@example("null")
def test_yaml_reads_an_alias_as_it_is(alias: str) -> None:
    assert yaml.safe_load(f"[{as_yaml(alias)}]") == [alias]


def paste(told: list[str]) -> None:
    """As an editor does: each proposed line in the place of the one it names."""
    file = Path()
    for line in told[told.index("") :]:
        if line.startswith("# "):
            file = Path(line[2:])
        elif found := re.search(r"^ *(aliases: .+)  # line (\d+), ", line):
            text = file.read_text(encoding="utf-8").splitlines()
            old = text[int(found[2]) - 1]
            text[int(found[2]) - 1] = old[: len(old) - len(old.lstrip())] + found[1]
            file.write_text("\n".join(text) + "\n", encoding="utf-8")


def test_what_is_proposed_can_be_pasted_and_is_found_then(
    texts: TextIndex,
    copied: DigestCopy,  # noqa: F811
) -> None:
    where = places(copied.root / "content")
    found = judged(texts, dict.fromkeys(NEAR, 1))
    entries = {each.nearest.entry for each in found if each.nearest}
    assert {where[entry].heading[:1] for entry in entries} == {"", "-", "r"}  # of every form there is
    paste(list(lines(texts, where, dict.fromkeys(NEAR, 1))))
    mended = build_text_index(build(copied.load(), {}))
    for each in found:
        clear = look_up(mended, each.words).clear
        assert clear, each
        assert each.nearest, each
        assert (clear.entry, clear.reason) == (each.nearest.entry, Reason.ALIAS)


Run = Callable[..., str]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Types `unanswered`, in a folder with settings; what is printed then, or what is wrong."""
    monkeypatch.delenv("BOT_TOKEN", raising=False)
    config = tmp_path / "config.yaml"

    def run(*arguments: str, settings: str = "") -> str:
        report = f"report: {{content: '{ROOT / 'content'}', seeds: '{ROOT / 'seeds'}'}}\n"
        config.write_text(f"data: data\n{report}{settings}")
        monkeypatch.setattr(sys, "argv", ["bot", "unanswered", "--config", str(config), *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        assert bool(ended.value.code) == bool(err)
        return str(err or out)

    return run


@pytest.fixture
def counted(tmp_path: Path) -> None:
    """Somebody asked in vain today."""

    async def count() -> None:
        store = await open_store(f"sqlite:///{tmp_path}/data/bot.db")
        asked = [Counted("失业率", "zh", 2), Counted("失业率", "en", 1), Counted("周杰伦", "zh", 1)]
        await store.unanswered.add(datetime.now(UTC).date(), asked)
        await store.close()

    asyncio.run(count())


@pytest.mark.usefixtures("counted")
def test_the_command_prints_the_table(run: Run) -> None:
    assert [line.split()[:2] for line in run().splitlines()] == [["3×", "失业率"], ["1×", "周杰伦"]]


@pytest.mark.usefixtures("counted")
def test_what_was_asked_less_often_can_be_left_out(run: Run) -> None:
    assert run("--least", "3").count("\n") == 1
    assert run("--least", "4") == "Nothing was asked in vain in this time, or nothing so often.\n"


def test_where_nobody_has_asked_one_sentence_says_so(run: Run) -> None:
    assert run() == "Nothing was asked in vain in this time, or nothing so often.\n"


def test_a_database_that_cannot_be_reached_is_named(run: Run) -> None:
    told = run(settings="database: postgresql://nobody@127.0.0.1:1/x\n")
    assert told == "the database x at 127.0.0.1:1 cannot be reached: check that it runs and listens there\n"
