"""The log of what goes wrong while dispatching: where, never the words of a chat; once, not every second."""

import logging
from traceback import extract_tb

from bot.delivery.ports import StorageError

_log = logging.getLogger(__name__)


def frames_of(error: BaseException) -> str:
    """Type and places of an error. Its message may hold what people wrote."""
    places = (f"{frame.filename}:{frame.lineno} {frame.name}" for frame in extract_tb(error.__traceback__))
    return f"{type(error).__name__} at {' > '.join(places)}"


class Troubles:
    """Says each trouble once, until a whole round went well."""

    def __init__(self) -> None:
        self._said: set[str] = set()
        self._is_quiet = True

    def round_ended(self) -> None:
        """From one call to the next nothing was said: what comes now is new."""
        if self._said and self._is_quiet:
            _log.info("Dispatching goes on")
            self._said.clear()
        self._is_quiet = True

    def say(self, error: Exception) -> None:
        """Something did not work; the next round comes."""
        self._is_quiet = False
        is_storage = isinstance(error, StorageError)
        line = type(error).__name__ if is_storage else frames_of(error)
        if line in self._said:
            return
        self._said.add(line)
        if is_storage:
            cause = type(error.__cause__ or error).__name__
            _log.warning("The database cannot be used now (%s): deliveries wait until it can", cause)
        else:
            _log.error("A round of dispatching failed, the next one comes: %s", line)
