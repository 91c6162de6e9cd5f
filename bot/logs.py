"""The log: one line an event, on standard error, never with a bot token in it."""

import logging
import re
import sys

TOKEN = re.compile(r"\d{5,}:[A-Za-z0-9_-]{8,}", re.ASCII)


class TokenFormatter(logging.Formatter):
    """Replaces the bot's token and what looks like one, in messages, tracebacks and stacks."""

    def __init__(self, form: str = "%(message)s", token: str = "") -> None:
        """`token` is the bot's own: a self-hosted server may give shorter ones than Telegram does."""
        super().__init__(form)
        self._token = token

    def format(self, record: logging.LogRecord) -> str:
        """The whole entry, clean."""
        text = super().format(record)
        return without_token(text.replace(self._token, "<token>") if self._token else text)


def without_token(text: str) -> str:
    """The text with every bot token replaced."""
    return TOKEN.sub("<token>", text)


def set_up_logs(level: str, token: str = "") -> None:
    """Ours at `level`; libraries from WARNING on, for httpx and aiohttp write whole addresses at INFO."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(TokenFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s", token))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("bot").setLevel(level)
    # A beat that takes more than its second is no news: the next one does what it left.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    # These log whole what they cannot read, people's words and all; our own code says it without.
    for name in ("telegram.ext.ExtBot", "telegram.request.BaseRequest"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
