"""A bot that runs from one year into the next says so each day while a table of holidays is missing."""

import asyncio
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from telegram.ext import ApplicationBuilder, Job

from bot import app
from bot.config import Config, ReportConfig
from bot.telegram.application import Service
from bot.telegram.jobs import do_each_day
from tests.conftest import ROOT

TOKEN = "123456:AAH-made_up_for-the-tests_0123456789"


async def test_what_is_missing_is_looked_for_each_day(caplog: pytest.LogCaptureFixture) -> None:
    days = iter((date(2026, 11, 30), date(2098, 12, 1), date(2098, 12, 2)))
    application = ApplicationBuilder().token(TOKEN).updater(None).build()
    assert application.job_queue is not None
    do_each_day(application.job_queue, lambda: app.warn_of_missing_table(next(days)))
    (job,) = application.job_queue.jobs()
    assert job.job.trigger.interval == timedelta(days=1)
    told = []
    for _ in range(3):
        await job.run(application)
        told.append(len(caplog.records))
    assert told == [0, 1, 2]
    assert "the holidays of 2098 are not known" in caplog.text


async def test_who_serves_looks_each_day(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    planned: list[Job[Any]] = []

    async def look(service: Service, *_: object) -> None:
        assert service.application.job_queue is not None
        planned.extend(service.application.job_queue.jobs())

    monkeypatch.setattr(app, "serve_telegram", look)
    report = ReportConfig(content=ROOT / "content", seeds=ROOT / "seeds")
    config = Config(report=report, data=tmp_path, token=SecretStr(TOKEN))
    await app.serve(config, lambda: datetime(2098, 12, 1, tzinfo=UTC), asyncio.Event())
    assert [job.name for job in planned] == ["each-day"]


def test_without_a_job_queue_nothing_is_looked_for() -> None:
    do_each_day(None, lambda: None)
