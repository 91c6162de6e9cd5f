"""The parts of the understanding that can be left out, to measure what each brings."""

from enum import Enum, auto


class Part(Enum):
    """A part of the understanding."""

    CHECK = auto()  # every word of a question must be explained by what answers it
    CHOICE = auto()  # the figure of the period and kind asked for, not the entry's first
    SYNONYMS = auto()  # names by words that may stand for theirs
    SPELLING = auto()  # slips are mended
    NEAR = auto()  # names that are nearly so
    TEXT = auto()  # the report's own text


ALL = frozenset(Part)
