"""The parts put together: today reckoned, the connection made."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from bot import app
from bot.config import Config
from bot.errors import OperatorError
from bot.telegram.transport import AiohttpRequest
from bot.telegram.webhook import take_calls

TOKEN = "123456:AAH-made_up_for-the-tests_0123456789"


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


def test_without_an_address_to_call_messages_are_asked_for() -> None:
    assert not isinstance(app.receiver(Config()), partial)


def test_with_an_address_telegram_calls() -> None:
    webhook = {"url": "https://bot.example.org/telegram", "listen": "::", "port": 81}
    receive = app.receiver(Config.model_validate({"telegram": {"webhook": webhook}}))
    assert isinstance(receive, partial)
    assert receive.func is take_calls
    assert receive.keywords == webhook
