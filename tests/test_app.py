"""The parts put together: today reckoned, the connection made."""

import asyncio
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from bot import app
from bot.config import Config
from bot.errors import OperatorError
from bot.telegram.transport import AiohttpRequest
from bot.telegram.webhook import take_calls

TOKEN = "123456:AAH-made_up_for-the-tests_0123456789"


def test_the_house_is_as_the_settings_say() -> None:
    settings = {
        "time_zone": "Europe/Berlin",
        "access": {"users": [1], "chats": [-2], "operators": [3]},
        "delivery": {"fresh_hours": 3},
    }
    house = app.house_of(Config.model_validate(settings))
    assert (house.zone.key, house.fresh) == ("Europe/Berlin", timedelta(hours=3))
    admitted = [house.admits(*who) for who in ((9, 1), (-2, 9), (9, 3), (9, 9), (None, 1), (None, None))]
    assert admitted == [True, True, True, False, True, False]


async def test_everybody_waits_for_the_same_database(tmp_path: Path) -> None:
    stored = app.opened_once(f"sqlite:///{tmp_path / 'bot.db'}")
    one, other = await asyncio.gather(stored(), stored())
    assert one is other
    await one.close()


def test_a_schedule_that_is_none_says_how_one_is_written() -> None:
    with pytest.raises(OperatorError, match=r"bad-time 25:00.*workdays 08:30"):
        app.schedule_lines(Config(), "workdays 25:00", date(2026, 5, 6))


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


def test_without_an_address_to_call_messages_are_asked_for() -> None:
    assert not isinstance(app.receiver(Config()), partial)


def test_with_an_address_telegram_calls() -> None:
    webhook = {"url": "https://bot.example.org/telegram", "listen": "::", "port": 81}
    receive = app.receiver(Config.model_validate({"telegram": {"webhook": webhook}}))
    assert isinstance(receive, partial)
    assert receive.func is take_calls
    assert receive.keywords == webhook


def test_from_december_on_a_missing_table_of_holidays_is_told(caplog: pytest.LogCaptureFixture) -> None:
    app.warn_of_missing_table(date(2026, 11, 30))
    assert caplog.records == []
    app.warn_of_missing_table(date(2098, 12, 1))
    assert "the holidays of 2098 are not known" in caplog.text
