"""The log: one line an event, on standard error, never with a bot token in it."""

import logging
import re
import sys

_TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{20,}")


class TokenFilter(logging.Filter):
    """Replaces everything that looks like a bot token, in messages and in tracebacks."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the record through, clean."""
        record.msg = without_token(record.getMessage())
        record.args = None
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = without_token(record.exc_text)
        return True


def without_token(text: str) -> str:
    """The text with every bot token replaced."""
    return _TOKEN.sub("<token>", text)


def set_up_logs(level: str) -> None:
    """Ours at `level`; libraries from WARNING on, for httpx and aiohttp write whole addresses at INFO."""
    handler = logging.StreamHandler(sys.stderr)
    handler.addFilter(TokenFilter())
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("bot").setLevel(level)
    # Says the same again, with a traceback, for every failed poll; ours says it in one line.
    logging.getLogger("telegram.ext.Updater").setLevel(logging.CRITICAL)
