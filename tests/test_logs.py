"""No bot token gets into the log, however it comes."""

import io
import logging
from collections.abc import Iterator

import pytest

from bot.logs import TOKEN, TokenFormatter, set_up_logs, without_token

SECRET = "123456:AAH-made_up_for-the-tests_0123456789"


@pytest.fixture
def output() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def log(output: io.StringIO) -> Iterator[logging.Logger]:
    """A logger of its own with our formatter."""
    logger = logging.getLogger("tests.logs")
    handler = logging.StreamHandler(output)
    handler.setFormatter(TokenFormatter("%(levelname)s %(message)s"))
    logger.addHandler(handler)
    yield logger
    logger.removeHandler(handler)


def test_a_token_in_the_message_is_replaced(log: logging.Logger, output: io.StringIO) -> None:
    message = f"POST https://api.telegram.org/bot{SECRET}/getMe failed"
    log.error(message)
    assert output.getvalue() == "ERROR POST https://api.telegram.org/bot<token>/getMe failed\n"


def test_a_token_in_the_arguments_is_replaced(log: logging.Logger, output: io.StringIO) -> None:
    log.error("%s and %r", SECRET, {"token": SECRET})
    assert output.getvalue() == "ERROR <token> and {'token': '<token>'}\n"


def test_a_token_in_an_exception_is_replaced(log: logging.Logger, output: io.StringIO) -> None:
    log.error("failed", exc_info=ValueError(SECRET))
    assert "ValueError: <token>" in output.getvalue()
    assert SECRET not in output.getvalue()


def test_a_token_in_a_stack_is_replaced() -> None:
    record = logging.makeLogRecord({"msg": "here", "stack_info": f"token = {SECRET}"})
    assert TokenFormatter().format(record) == "here\ntoken = <token>"


def test_the_bots_own_token_is_replaced_however_short() -> None:
    record = logging.makeLogRecord({"msg": "GET /bot1:abc/getMe at 11:30"})
    assert TokenFormatter(token="1:abc").format(record) == "GET /bot<token>/getMe at 11:30"


@pytest.mark.parametrize(
    "text", ["", "12:30", "a:b", "2026-05-06 08:30:00", "127.0.0.1:43210", "file.yaml:12: x"]
)
def test_other_text_stays(text: str) -> None:
    assert without_token(text) == text


def test_several_tokens_are_replaced() -> None:
    assert without_token(f"{SECRET},{SECRET}") == "<token>,<token>"


def test_what_is_replaced_is_the_whole_token() -> None:
    assert TOKEN.fullmatch(SECRET)


@pytest.fixture
def _restored() -> Iterator[None]:
    """Puts the root logger back as it was."""
    root, ours = logging.getLogger(), logging.getLogger("bot")
    before = root.handlers[:], root.level, ours.level
    yield
    root.handlers[:], level, our_level = before
    root.setLevel(level)
    ours.setLevel(our_level)


@pytest.mark.usefixtures("_restored")
def test_ours_are_logged_at_the_level_asked_for_and_others_from_warning_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up_logs("DEBUG")
    logging.getLogger("bot.anything").debug("ours %s", SECRET)
    logging.getLogger("httpx").info("theirs")
    logging.getLogger("aiohttp").warning("theirs, serious")
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[2] for line in lines] == ["ours <token>", "theirs, serious"]


@pytest.mark.usefixtures("_restored")
@pytest.mark.parametrize("library", ["telegram.ext.ExtBot", "telegram.request.BaseRequest"])
def test_what_the_library_could_not_read_is_not_logged(
    capsys: pytest.CaptureFixture[str], library: str
) -> None:
    set_up_logs("DEBUG")
    logging.getLogger(library).critical("Received data was %r", "a person's words")
    assert capsys.readouterr().err == ""
