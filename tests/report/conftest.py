"""A copy of the real digest that a test may spoil."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.report.digest_copy import DigestCopy


@pytest.fixture
def copied(tmp_path: Path) -> DigestCopy:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return DigestCopy(tmp_path)
