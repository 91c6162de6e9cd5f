"""python -m bot."""

import gc
import sys


def start() -> None:
    """Nothing made while starting is garbage; looking for it takes a tenth of the start. See app.settle."""
    gc.disable()
    _import_httpx()
    from bot.cli import main

    main()


def _import_httpx() -> None:
    """Without its command line: where Click is installed, that brings Rich and Pygments, 40 ms and 4 MB."""
    # What Python takes for “not installed”.
    sys.modules["click"] = None  # type: ignore[assignment]
    import httpx  # noqa: F401 - python-telegram-bot imports it next

    del sys.modules["click"]


start()
