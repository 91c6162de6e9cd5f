"""Times that growth is only measured against: 2025年比2024年."""

from collections.abc import Iterator
from itertools import pairwise

from bot.asking.hearing import Segment
from bot.asking.times import words_before
from bot.asking.vocabulary import Sign
from bot.report.model import Period, Report

_COMPARED = ("from", "than", "on", "over", "since", "time")  # as units: how many times as many as


def bases(
    report: Report, segments: tuple[Segment, ...], times: list[Segment]
) -> Iterator[tuple[Segment, str]]:
    """Of the times among the segments those that are bases, each with the period that grew: 去年比上年."""
    if len(times) < 2 and not any(segment.is_other_time for segment in times):
        return
    if not any(Sign.COMPARE in s.signs or s.text in _COMPARED or "倍" in s.text for s in segments):
        return
    named = [segment.period for segment in times if segment.period]
    for segment in times:
        if segment.is_other_time:
            grown = next(_periods_after(report, segment.text, named), "")
            if grown:
                yield segment, grown
    for one, other in pairwise(times):
        if one.period and one.period == other.period:
            yield other, one.period


def _periods_after(report: Report, time: str, named: list[str]) -> Iterator[str]:
    """Periods measured against this time: of those named, or where none is, of several years."""
    for period in report.periods.values():
        fits = period.id in named if named else period.years > 1 and period.kind == "review"
        if fits and (
            time in words_before(period) or (time == "前年" and _follows_year_before_last(report, period))
        ):
            yield period.id


def _follows_year_before_last(report: Report, period: Period) -> bool:
    """Whether the period begins in the year behind 前年, as the plan counts."""
    return period.first_year - 1 == report.plan_year - 2
