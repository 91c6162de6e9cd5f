"""The clock of a local Telegram: it shows the real time until somebody turns it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
DueSource = Callable[[datetime], datetime | None]
"""The first moment after this one at which something is due."""

REAL_RATE = 1.0
MAX_RATE = 86_400.0
EARLIEST, LATEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


class TurnableClock:
    """Gives aware times.

    It can stand still, run faster, and be set back: then it shows a time twice, as no real clock does.
    """

    def __init__(self, real: Clock) -> None:
        """`real` drives it, and is what it shows at first."""
        self._real = real
        self._set_at = real()
        self._shown_then = self._set_at
        self._rate = REAL_RATE
        self._ends: datetime | None = None
        self.is_turned = False
        self._sources: list[DueSource] = []
        self._watchers: list[Callable[[], None]] = []

    def __call__(self) -> datetime:
        """The time it shows."""
        shown = self._shown_then + (self._real() - self._set_at) * self._rate
        if self._ends is None or shown < self._ends:
            return shown
        # From the end of the fast stretch on it runs at its usual pace; rounding must not turn it back.
        return self._ends + max(self._real() - self._real_moment(self._ends), timedelta())

    @property
    def rate(self) -> float:
        """Seconds shown a real second."""
        return REAL_RATE if self._ends is not None and not self.left_to_play else self._rate

    @property
    def left_to_play(self) -> timedelta:
        """How much of a fast stretch is still to come, in the time it shows."""
        return timedelta() if self._ends is None else max(self._ends - self(), timedelta())

    def jump(self, moment: datetime) -> None:
        """Show this moment now, and go on at the rate it had; what was left to play is played from there.

        Raises:
            ValueError: the moment is not aware, or no year anybody would look at.
        """
        if moment.tzinfo is None or not EARLIEST <= moment < LATEST:
            raise ValueError(f"{moment} is no moment between 2000 and 2100")
        left = self.left_to_play
        self._set(moment, self.rate, ends=moment.astimezone(UTC) + left if left else None)

    def run(self, rate: float) -> None:
        """Go on at this rate from the time it shows; 0 stands still."""
        self._check_rate(rate)
        self._set(self(), rate)

    def play(self, length: timedelta, rate: float) -> None:
        """Show so much time at this rate, then go on at the real one.

        Raises:
            ValueError: there is no such rate, or it would be over at once or never.
        """
        self._check_rate(rate)
        if rate == 0 or length <= timedelta():
            raise ValueError(f"{length} cannot be played at {rate:g} seconds a second")
        now = self()
        self._set(now, rate, ends=now + length)

    def return_to_real_time(self) -> None:
        self._set(self._real(), REAL_RATE, is_turned=False)

    # what is due

    def due_from(self, source: DueSource) -> None:
        """Ask this source, too, for the next moment at which something is due."""
        self._sources.append(source)

    @property
    def next_due(self) -> datetime | None:
        now = self()
        return min((due for source in self._sources if (due := source(now)) is not None), default=None)

    def jump_to_next_due(self) -> None:
        """Show the next moment at which something is due, if there is one."""
        due = self.next_due
        if due is not None:
            self.jump(due)

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call the watcher whenever somebody turned it, or something else is due next."""
        self._watchers.append(watcher)

    def tell(self) -> None:
        """Something else is due next: those who watch may want to look."""
        for watcher in tuple(self._watchers):
            watcher()

    def _check_rate(self, rate: float) -> None:
        if not 0 <= rate <= MAX_RATE:
            raise ValueError(f"{rate} is no rate from 0 to {MAX_RATE:.0f} seconds a second")

    def _set(
        self, shown: datetime, rate: float, *, ends: datetime | None = None, is_turned: bool = True
    ) -> None:
        # In a zone with summer time an hour added is not always an hour.
        self._shown_then = shown.astimezone(UTC)
        self._set_at, self._rate, self._ends = self._real(), rate, ends
        self.is_turned = is_turned
        self.tell()

    def _real_moment(self, shown: datetime) -> datetime:
        """The real time at which it showed this."""
        return self._set_at + (shown - self._shown_then) / self._rate
