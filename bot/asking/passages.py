"""What a passage answers: itself, a part of it, where it stands, or the figures in it."""

from collections.abc import Iterator

from bot.asking.answers import Answer, Sort, refusal
from bot.asking.choosing import RATES, Lack, choose
from bot.asking.hearing import Heard
from bot.asking.reading import Reading
from bot.asking.subjects import is_of, period_of, stretches
from bot.asking.surroundings import explains, is_named
from bot.asking.vocabulary import Sign
from bot.report.model import Figure, Passage

_MOST_FIGURES = 3  # of a passage answer a question for a number


def on_passage(reading: Reading, heard: Heard, passage: Passage) -> tuple[Answer, ...]:
    """One answer; several where several figures were asked for."""
    if heard.other_times:
        return (refusal(Lack.PERIOD, heard, passage.id, entry=passage.id),)
    if not is_of(reading.report, passage, heard):
        return (reading.elsewhere(heard, passage),)
    if heard.wants(Sign.NAMES) and any(map(heard.takes_for_given, passage.figures)):  # 15个森林乡村是哪些
        return (refusal(Lack.NAMES, heard, passage.id, entry=passage.id),)
    period = period_of(reading.report, passage)
    if heard.wants(Sign.PLACE):
        return (Answer(Sort.PLACE, passage.id, (), period),)
    child = _child_meant(reading, heard, passage)
    if child:
        return on_passage(reading, heard, child)
    return tuple(_numbers_in(reading, heard, passage)) or (Answer(Sort.PASSAGE, passage.id, (), period),)


def _child_meant(reading: Reading, heard: Heard, passage: Passage) -> Passage | None:
    """The one part of an area or theme that all the words belong to: 财税体制改革 of 改革."""
    names = [segment.text for segment in heard.content if segment.terms]
    unknown = stretches(heard.segments, [segment for segment in heard.content if not segment.terms])
    said = (*names, *unknown)
    fitting = [
        child
        for child in reading.report.children(passage)
        if all(explains(reading.around[child.id], stretch) for stretch in said)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _numbers_in(reading: Reading, heard: Heard, passage: Passage) -> Iterator[Answer]:
    """The figures of a passage that were asked for, or that there are none."""
    held = heard.wants(Sign.WHICH, Sign.COMPARE, Sign.DEGREE) and not heard.against
    held = held and not heard.wants(Sign.NAMES)  # which communities: none of the two numbers
    if held and len(passage.figures) == 2:
        yield _compared(passage.figures)
        return
    numbers = passage.figures or heard.wants(Sign.QUANTITY, Sign.GROWTH, Sign.SHARE)
    if not (heard.wants_number and numbers):
        return
    named = [
        Answer(Sort.FIGURE, figure.indicator, (figure,), figure.period)
        for figure in passage.figures
        if choose(reading.report, reading.report.indicator(figure.indicator), heard).figure is figure
        and not heard.takes_for_given(figure)
        # Of a time it is held against the report has no amount: 去年就业比前年多多少.
        and (figure.measure in RATES or not heard.against)
        and is_named(reading.around[figure.indicator], heard)
    ]
    if held and len(named) == 2:
        yield _compared((*named[0].figures, *named[1].figures))
    elif 0 < len(named) <= _MOST_FIGURES:
        yield from named
    else:
        yield refusal(Lack.NUMBER, heard, passage.id, entry=passage.id)


def _compared(figures: tuple[Figure, ...]) -> Answer:
    return Answer(Sort.COMPARISON, figures[0].indicator, figures, figures[0].period)
