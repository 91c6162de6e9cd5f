"""How names are read is worked out once, and kept."""

import json
import subprocess
from pathlib import Path

import pytest

from bot.lookup.index import Reading, terms_to_read
from bot.readings import readings
from bot.report.model import Report


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many readings were worked out, each time it was done; all of them are made up."""
    times: list[int] = []

    def work_out(terms: tuple[str, ...]) -> dict[str, list[str]]:
        times.append(len(terms))
        return {term: ["made", "up"] for term in terms}

    monkeypatch.setattr("bot.readings._work_out", work_out)
    return times


def test_readings_are_worked_out_once(report: Report, tmp_path: Path, worked_out: list[int]) -> None:
    first = readings(terms_to_read(report), tmp_path / "data")
    assert readings(terms_to_read(report), tmp_path / "data") == first
    assert worked_out == [len(terms_to_read(report))]


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"就业": 1}', "null"])
def test_kept_readings_that_cannot_be_read_are_worked_out_anew(
    report: Report, tmp_path: Path, worked_out: list[int], content: str
) -> None:
    readings(terms_to_read(report), tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_text(content)
    readings(terms_to_read(report), tmp_path)
    assert len(worked_out) == 2
    assert json.loads(kept.read_text())


def test_a_folder_that_cannot_be_written_costs_only_time(
    report: Report, tmp_path: Path, worked_out: list[int]
) -> None:
    file = tmp_path / "file"
    file.touch()
    assert readings(terms_to_read(report), file)
    assert readings(terms_to_read(report), file)
    assert len(worked_out) == 2


def test_without_pinyin_there_are_no_readings(
    report: Report, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: tuple[str, ...]) -> dict[str, list[str]]:
        raise subprocess.CalledProcessError(1, "python")

    monkeypatch.setattr("bot.readings._work_out", fail)
    assert readings(terms_to_read(report), tmp_path) == {}
    assert list(tmp_path.iterdir()) == []


def test_they_are_worked_out_by_a_process_of_their_own(report: Report, tmp_path: Path) -> None:
    assert readings(terms_to_read(report), tmp_path)["就业"] == Reading(("jiu", "ye"))
