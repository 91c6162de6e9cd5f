"""The tree of exceptions: who has to act when something is wrong."""

from collections.abc import Iterable


class BriefingBotError(Exception):
    """Root of everything this project raises on purpose."""


class OperatorError(BriefingBotError):
    """The operator or the editor has to act; the message says how. Ends the process with exit code 2."""


class ProblemsError(OperatorError):
    """Several things are wrong at once; `problems` holds one line each, as `file:line: field: what to do`."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class ContentError(ProblemsError):
    """The digest does not agree with itself or with the report; the editor has to mend it."""


class ConfigError(ProblemsError):
    """The configuration cannot be used; the operator has to mend it."""


class TelegramRefusedError(OperatorError):
    """Telegram does not take this bot as it is (token, second instance); the message says what to do."""


class UserError(BriefingBotError):
    """The user has to act; answered with a kind sentence."""


class UnknownAddressError(UserError):
    """A button or link leads to nothing in this report: it is old, or was made up."""
