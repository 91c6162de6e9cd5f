"""How the names are read, worked out once for each digest and kept in the data folder."""

import hashlib
import json
import logging
import os
import subprocess
import sys
from pathlib import Path

from bot.lookup.index import Reading

_log = logging.getLogger(__name__)


def readings(terms: tuple[str, ...], data: Path) -> dict[str, Reading]:
    """Pinyin of Chinese words, kept in `data` by content: working it out costs 0.3 s and 55 MB.

    Empty when it cannot be worked out; then nothing is found by pinyin.
    """
    digest = hashlib.sha256("\n".join(terms).encode()).hexdigest()[:16]
    kept = data / f"pinyin-{digest}.json"
    try:
        return _as_readings(json.loads(kept.read_text(encoding="utf-8")), terms)
    except (OSError, ValueError, LookupError, TypeError):
        _log.debug("the readings of the names are not kept yet")
    try:
        found = _work_out(terms)
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        _log.warning("no look-up by pinyin: it could not be worked out (%s)", type(error).__name__)
        return {}
    _keep(kept, found)
    return _as_readings(found, terms)


def _as_readings(found: dict[str, list[str]], terms: tuple[str, ...]) -> dict[str, Reading]:
    return {term: Reading(tuple(found[term])) for term in terms}


def _work_out(terms: tuple[str, ...]) -> dict[str, list[str]]:
    """In a process of its own, so that its memory goes with it."""
    done = subprocess.run(
        [sys.executable, "-m", "bot.lookup.scripts"],
        input=json.dumps(terms),
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=Path(__file__).parent.parent,
        timeout=60,
    )
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def _keep(file: Path, found: dict[str, list[str]]) -> None:
    """Whole or not at all; a folder that cannot be written only costs time at the next start."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{os.getpid()}.tmp")
        draft.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        draft.replace(file)
    except OSError:
        return
