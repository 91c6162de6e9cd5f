"""What a person typed, as a schedule or as what is wrong with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import time

from bot.schedule.day_words import chosen
from bot.schedule.days import ChosenWeekdays, DayOfMonth, Days
from bot.schedule.folding import fold
from bot.schedule.hearing import Filler, Meaning, Said, ZoneSaid, hear
from bot.schedule.hours import Hour, on_clock
from bot.schedule.problems import Problem, ProblemKind
from bot.schedule.schedule import MAX_TIMES, Schedule

_MOST_PROBLEMS = 6
_DAYS_TRIED = {
    *(ProblemKind.NO_SUCH_DAY, ProblemKind.SINGLE_DATE),
    *(ProblemKind.DAY_OF_MONTH_MISSING, ProblemKind.CONFLICTING_DAYS),
}
_TIME_TRIED = {ProblemKind.BAD_TIME, ProblemKind.UNCLEAR_NIGHT}

_Value = Meaning | time


@dataclass(frozen=True, slots=True)
class Unclear:
    """No schedule yet: what is wrong or missing, and what was understood."""

    problems: tuple[Problem, ...]
    days: Days | None
    times: tuple[time, ...]
    zone: str | None  # only when one was named


def read_typed(words: str, zone: str) -> Schedule | Unclear:
    """The schedule in words from which the subject has been taken off; `zone` is meant where none is named.

    In English `weekdays` are Monday to Friday and `workdays` the statutory ones, as are 工作日, 法定工作日.
    A time alone is no schedule: its days are missing. Every word counts: what is not understood is a problem.
    """
    folded = fold(words)
    heard = [(value, folded.quote(said.start, said.end)) for value, said in _values(hear(folded))]
    values = [value for value, _ in heard]
    problems = [Problem(value, quote) for value, quote in heard if isinstance(value, ProblemKind)]
    days, times, zones = _days(values), _times(values), _zones(values)
    if len(days) > 1:
        quotes = [quote for value, quote in heard if isinstance(value, Days)]
        problems.append(Problem(ProblemKind.CONFLICTING_DAYS, _listed(quotes)))
    if len(zones) > 1:
        problems.append(Problem(ProblemKind.CONFLICTING_ZONES, _listed(zones)))
    problems += _missing(values, days, times)
    if problems:
        understood = (
            days[0] if len(days) == 1 else None,
            times[:MAX_TIMES],
            zones[0] if len(zones) == 1 else None,
        )
        return Unclear(tuple(dict.fromkeys(problems))[:_MOST_PROBLEMS], *understood)
    return Schedule(days[0], times, zones[0] if zones else zone)


def _values(row: Iterable[Said]) -> Iterator[tuple[_Value, Said]]:
    """Hours put on the clock; a part of the day holds for the hours right after it."""
    part = ""
    for said in row:
        if isinstance(said.meaning, Hour):
            yield on_clock(said.meaning, part), said
            part = said.meaning.part or part
        else:
            yield said.meaning, said
            part = part if said.meaning is Filler.JOINT else ""


def _days(values: list[_Value]) -> list[Days]:
    """The different days said; weekdays add up. More than one contradict each other."""
    said = [value for value in values if isinstance(value, Days)]
    weekdays = [day for days in said if isinstance(days, ChosenWeekdays) for day in days.weekdays]
    others = [days for days in said if not isinstance(days, ChosenWeekdays)]
    return list(dict.fromkeys([*others, *([chosen(tuple(weekdays))] if weekdays else [])]))


def _times(values: list[_Value]) -> tuple[time, ...]:
    return tuple(sorted({value for value in values if isinstance(value, time)}))


def _zones(values: list[_Value]) -> list[str]:
    return list(dict.fromkeys(value.name for value in values if isinstance(value, ZoneSaid)))


def _missing(values: list[_Value], days: list[Days], times: tuple[time, ...]) -> Iterator[Problem]:
    is_of_month = any(isinstance(each, DayOfMonth) for each in days)
    if Filler.MONTHLY in values and not is_of_month and _DAYS_TRIED.isdisjoint(values):
        yield Problem(ProblemKind.DAY_OF_MONTH_MISSING)
    elif not days and _DAYS_TRIED.isdisjoint(values):
        yield Problem(ProblemKind.DAYS_MISSING)
    if not times and _TIME_TRIED.isdisjoint(values):
        yield Problem(ProblemKind.TIME_MISSING)
    if len(times) > MAX_TIMES:
        yield Problem(ProblemKind.TOO_MANY_TIMES, str(len(times)))


def _listed(names: list[str]) -> str:
    return ", ".join(names[:3])
