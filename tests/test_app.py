"""The parts put together: the digest opened, readings kept, today reckoned."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot import app
from bot.config import Config
from bot.errors import OperatorError
from bot.lookup.index import terms_to_read
from bot.report.model import Report
from bot.telegram.transport import AiohttpRequest

TOKEN = "123456:AAH-made_up_for-the-tests_0123456789"


@pytest.fixture
def worked_out(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many readings were worked out, each time it was done; all of them are made up."""
    times: list[int] = []

    def work_out(terms: tuple[str, ...]) -> dict[str, list[str]]:
        times.append(len(terms))
        return {term: ["made", "up"] for term in terms}

    monkeypatch.setattr(app, "_work_out", work_out)
    return times


def test_readings_are_worked_out_once(report: Report, tmp_path: Path, worked_out: list[int]) -> None:
    first = app.readings(report, tmp_path / "data")
    assert app.readings(report, tmp_path / "data") == first
    assert worked_out == [len(terms_to_read(report))]


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"就业": 1}', "null"])
def test_kept_readings_that_cannot_be_read_are_worked_out_anew(
    report: Report, tmp_path: Path, worked_out: list[int], content: str
) -> None:
    app.readings(report, tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_text(content)
    app.readings(report, tmp_path)
    assert len(worked_out) == 2
    assert json.loads(kept.read_text())


def test_a_folder_that_cannot_be_written_costs_only_time(
    report: Report, tmp_path: Path, worked_out: list[int]
) -> None:
    file = tmp_path / "file"
    file.touch()
    assert app.readings(report, file)
    assert app.readings(report, file)
    assert len(worked_out) == 2


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        (datetime(2026, 5, 6, 15, 59, tzinfo=UTC), date(2026, 5, 6)),
        (datetime(2026, 5, 6, 16, tzinfo=UTC), date(2026, 5, 7)),
    ],
)
def test_today_is_reckoned_where_the_district_is(instant: datetime, day: date) -> None:
    assert app.today_in(Config(), lambda: instant)() == day


def test_the_connection_is_as_the_settings_say() -> None:
    settings = {"token": TOKEN, "telegram": {"base_url": "http://localhost:8081/", "concurrent_updates": 7}}
    connection = app.connection(Config.model_validate(settings))
    assert (connection.token, connection.base_url) == (TOKEN, "http://localhost:8081")
    assert connection.concurrent_updates == 7
    assert isinstance(connection.request, AiohttpRequest)
    assert connection.request is not connection.updates_request


def test_without_a_token_there_is_no_connection() -> None:
    with pytest.raises(OperatorError, match="BOT_TOKEN"):
        app.connection(Config())
