"""python -m bot db …, deliveries: what an operator types about the database."""

import asyncio
import sys
from pathlib import Path

import pytest

from bot.cli import main
from bot.config import Config
from bot.storage.database import open_store
from tests.contract.scene import CHAT, subscribed


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in; no settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BOT_TOKEN", raising=False)
    monkeypatch.delenv("BOT_TOKEN_FILE", raising=False)
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["bot", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_everything_is_kept_in_one_file_among_the_data() -> None:
    assert Config().database_url == "sqlite:///data/bot.db"


def test_an_upgrade_makes_the_file(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    assert run(monkeypatch, "db", "upgrade") == 0
    assert (here / "data/bot.db").is_file()


def test_a_backup_is_written_while_the_database_is_in_use(
    monkeypatch: pytest.MonkeyPatch, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def backed_up() -> int:
        store = await open_store(Config().database_url)
        await subscribed(store)
        code = await asyncio.to_thread(run, monkeypatch, "db", "backup", "copy.db")
        await store.close()
        copy = await open_store("sqlite:///copy.db")
        assert len(await copy.subscriptions.of(CHAT)) == 1
        await copy.close()
        return code

    (here / "data").mkdir()
    assert asyncio.run(backed_up()) == 0
    assert capsys.readouterr().out.startswith("copy.db: ")


def test_a_backup_of_nothing_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "db", "backup", "copy.db") == 2
    assert "data/bot.db does not exist: check the setting `database`" in capsys.readouterr().err


def test_deliveries_are_printed_by_state(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, "deliveries", "--today") == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    states = ["claimed", "sent", "uncertain", "degraded", "held", "skipped", "failed"]
    assert sorted(lines) == sorted([state, "0"] for state in states)
