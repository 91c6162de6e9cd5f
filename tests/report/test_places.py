"""Where the entries of the digest stand."""

from pathlib import Path

from bot.report.model import Report
from bot.report.places import Place, places
from tests.conftest import ROOT
from tests.report.digest_copy import DigestCopy


def test_every_entry_has_a_place(report: Report) -> None:
    assert places(ROOT / "content").keys() == report.entries.keys()


def test_a_place_is_the_line_of_the_aliases(report: Report) -> None:
    for entry, place in places(ROOT / "content").items():
        if report.entries[entry].aliases:
            line = Path(place.file).read_text(encoding="utf-8").splitlines()[place.line - 1]
            assert line.strip().startswith("aliases:"), (entry, place)


def test_without_aliases_it_is_where_the_entry_begins(copied: DigestCopy) -> None:
    line = copied.line_of("content/indicators.yaml", "- id: jobs\n")
    text = copied.text("content/indicators.yaml").splitlines(keepends=True)
    del text[places(copied.root / "content")["jobs"].line - 1]
    copied.write("content/indicators.yaml", "".join(text))
    file = str(copied.root / "content" / "indicators.yaml")
    assert places(copied.root / "content")["jobs"] == Place(file, line, "- id: jobs")


def test_a_heading_is_written_as_in_the_file() -> None:
    found = places(ROOT / "content")
    ids = ("livelihood", "livelihood-1", "requirements")
    assert [found[entry].heading for entry in ids] == ["", "- id: employment-first", "requirements:"]
