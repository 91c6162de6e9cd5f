"""Requests that never left: whoever sends may try again without saying anything twice."""

from telegram.error import NetworkError, TimedOut


class UnsentError(NetworkError):
    """No connection was made, so Telegram has nothing of the request."""

    __slots__ = ()


class UnsentTimedOut(UnsentError, TimedOut):  # noqa: N818 - as python-telegram-bot calls the other one
    """As UnsentError: connecting, or waiting for a free connection, took too long."""

    __slots__ = ()
