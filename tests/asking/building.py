"""The understanding of a report, built as the application builds it."""

from bot.asking.asking import Asking, build_asking
from bot.asking.lexicon import words_to_read
from bot.lookup.index import Reading, build, terms_to_read
from bot.lookup.scripts import readings_of
from bot.lookup.search import build_text_index
from bot.report.model import Report

Readings = dict[str, Reading]


def readings_for(report: Report) -> Readings:
    """How every name and every word of asking is read."""
    return readings_of(dict.fromkeys((*terms_to_read(report), *words_to_read(report))))


def syllables_of(readings: Readings) -> dict[str, tuple[str, ...]]:
    return {word: reading.syllables for word, reading in readings.items()}


def asking_of(report: Report) -> Asking:
    """Ready for questions on this report."""
    readings = readings_for(report)
    return build_asking(build_text_index(build(report, readings)), syllables_of(readings))
