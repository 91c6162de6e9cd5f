"""What the ledger is to say of a letter, by what Telegram said of it or why it was not sent."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.delivery.ports import (
    Flooded,
    Migrated,
    NoAnswer,
    NotSent,
    Outcome,
    Refused,
    Result,
    Sent,
    TopicTrouble,
    Unreachable,
)
from bot.subscriptions.judge import Fail, Hold, Skip
from bot.subscriptions.model import Letter, Reason, State

REPEAT_AFTER = timedelta(seconds=5)  # when no answer came
_MOST_SILENCES = 8  # attempts without an answer; after them it stays uncertain
_LONGEST = 60.0  # seconds between two attempts


def given_back(letter: Letter, available: datetime) -> Result:
    """It was not its turn: nothing was tried."""
    return Result(
        letter.id,
        State.CLAIMED,
        available=available,
        may_repeat=letter.may_repeat,
        attempted=False,
    )


def not_sent_now(letter: Letter, verdict: Hold | Skip | Fail) -> Result:
    """It is held, not wanted any more, or cannot arrive."""
    untried = Result(letter.id, State.FAILED, verdict.reason, may_repeat=letter.may_repeat, attempted=False)
    if isinstance(verdict, Hold):
        return replace(untried, state=State.HELD, available=verdict.until)
    if letter.may_repeat:  # an attempt may have arrived: to say that it was skipped could be wrong
        return replace(untried, state=State.UNCERTAIN, reason=Reason.NO_ANSWER)
    return replace(untried, state=State.SKIPPED if isinstance(verdict, Skip) else State.FAILED)


def result_of(  # noqa: PLR0913 - all of it is recorded
    letter: Letter, outcome: Outcome, now: datetime, jitter: float, *, late: bool, moved: Reason
) -> Result:
    """`moved` says why it went to the general topic; `jitter` (0 to 1) keeps retries apart."""
    plain = Result(letter.id, State.FAILED, is_late=late, may_repeat=letter.may_repeat)
    match outcome:
        case Sent(message):
            state = State.DEGRADED if moved else State.SENT
            return replace(plain, state=state, reason=moved, message=message)
        case Unreachable(why):
            return replace(plain, reason=Reason(why.value))
        case Refused(reason) | TopicTrouble(reason):
            return replace(plain, reason=reason)
        case Flooded(seconds):
            return _again(plain, Reason.FLOOD, now + timedelta(seconds=seconds))
        case NotSent() | Migrated():
            return _again(plain, Reason.TROUBLE, now + backoff(letter.attempts, jitter))
        case NoAnswer():
            return _unanswered(plain, letter.attempts, now)


def backoff(attempts: int, jitter: float) -> timedelta:
    """1, 2, 4 … 60 seconds after so many attempts before, and up to a tenth more."""
    return timedelta(seconds=min(_LONGEST, 2.0 ** min(attempts, 10)) * (1 + jitter / 10))


def _again(plain: Result, reason: Reason, available: datetime) -> Result:
    return replace(plain, state=State.CLAIMED, reason=reason, available=available)


def _unanswered(plain: Result, attempts: int, now: datetime) -> Result:
    # Tried again, marked; but where Telegram takes everything and never answers, not without end.
    available = None if attempts >= _MOST_SILENCES - 1 else now + REPEAT_AFTER * 2**attempts
    return replace(
        plain, state=State.UNCERTAIN, reason=Reason.NO_ANSWER, available=available, may_repeat=True
    )
