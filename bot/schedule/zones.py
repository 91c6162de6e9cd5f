"""Time zones by name, and what their clocks do to a local time."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

_SECOND = timedelta(seconds=1)


@cache
def _names() -> dict[str, str]:
    # zoneinfo.available_timezones() opens every file of the system's database: 0.1 s.
    text = files("tzdata").joinpath("zones").read_text(encoding="utf-8")
    return {
        name.casefold(): name for name in text.split() if name != "Factory"
    }  # that one stands for no place


def zone_names() -> tuple[str, ...]:
    """All of the IANA database."""
    return tuple(_names().values())


def zone_name(text: str) -> str | None:
    """The IANA name as it is written: asia/shanghai → Asia/Shanghai; None when there is no such zone."""
    return _names().get(text.casefold())


@cache
def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name, kept for good: zoneinfo itself forgets all but eight.

    Raises ValueError for a name that is not exactly one of the IANA database.
    """
    if zone_name(name) != name:
        raise ValueError(f"{name!r} is no time zone; one is Asia/Shanghai")
    return ZoneInfo(name)


def moment(day: date, clock: time, zone: ZoneInfo) -> datetime | None:
    """The instant, in UTC, at which the zone's clocks first show a time of a day, or have jumped over it.

    In a gap that is the gap's end: 02:30 becomes 03:00. A time shown twice is meant the first time. None when
    clocks left out the whole day, as in Apia on 30 December 2011.
    """
    local = datetime.combine(day, clock, tzinfo=zone)
    before, after = local.utcoffset(), local.replace(fold=1).utcoffset()
    if before is None or after is None or after <= before:
        return local.astimezone(UTC)
    if _gap_end(datetime.combine(day, time.min), zone).astimezone(zone).date() != day:
        return None
    return _gap_end(local.replace(tzinfo=None), zone)


def _gap_end(wall: datetime, zone: ZoneInfo) -> datetime:
    """The first instant at which the zone's clocks show `wall` or later, by halving; zoneinfo names none."""
    local = wall.replace(tzinfo=zone)
    # PEP 495: in a gap, fold=1 lies before the transition and fold=0 after it.
    early, late = (local.replace(fold=fold).astimezone(UTC) for fold in (1, 0))
    while late - early > _SECOND:
        middle = early + (late - early) // _SECOND // 2 * _SECOND
        if middle.astimezone(zone).replace(tzinfo=None) < wall:
            early = middle
        else:
            late = middle
    return late
