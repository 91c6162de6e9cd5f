"""What most tests read: the real digest, loaded once."""

from pathlib import Path

import pytest

from bot.asking.asking import Asking
from bot.briefing.compose import Composer
from bot.lookup.index import Index, build, terms_to_read
from bot.lookup.scripts import readings_of
from bot.lookup.search import TextIndex, build_text_index
from bot.report.load import load_report
from bot.report.model import Report
from tests.asking.building import asking_of

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def report() -> Report:
    return load_report(ROOT / "content", ROOT / "seeds")


@pytest.fixture(scope="session")
def index(report: Report) -> Index:
    return build(report, readings_of(terms_to_read(report)))


@pytest.fixture(scope="session")
def texts(index: Index) -> TextIndex:
    return build_text_index(index)


@pytest.fixture(scope="session")
def composer(report: Report) -> Composer:
    return Composer(report)


@pytest.fixture(scope="session")
def asking(report: Report) -> Asking:
    return asking_of(report)
