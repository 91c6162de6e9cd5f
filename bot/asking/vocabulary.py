"""The words a question is made of besides its subject and its time: what is wanted, and what says nothing.

These are words of the two languages, not of a report: what a report calls its things stands in its digest.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

from bot.lookup.normalise import stem

COMMA = "且"  # stands for commas, which units do not have
CHINESE_NUMERALS = frozenset("一二三四五六七八九十两")
NUMERALS = CHINESE_NUMERALS.union(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
)
_WORDS = Path(__file__).parent / "words"


class Sign(StrEnum):
    """What a word of a question says of what is wanted."""

    TARGET = "target"  # what is planned
    WILL = "will"  # the future, without saying that there is a target
    WITHIN = "within"  # by the end of the year that runs
    ACTUAL = "actual"  # what was reached
    GROWTH = "growth"  # by how much per cent
    MORE = "more"  # by how much, up
    LESS = "less"  # by how much, down
    LEVEL = "level"  # to how much, how much in all
    ADDED = "added"  # how much new
    STOCK = "stock"  # how much there is by now
    SHARE = "share"  # per cent
    PROPORTION = "proportion"  # what part of a whole
    COMPARE = "compare"
    WHICH = "which"  # of two
    NAMES = "names"  # who or which they are, not how many
    UNIT = "unit"  # what is counted in; only behind 多少 or a number
    DEGREE = "degree"  # much, little: of two named, which is more
    PLACE = "place"  # where it stands
    LIST = "list"
    ACTION = "action"  # what is done, and how
    QUANTITY = "quantity"  # a number is wanted
    AREAS = "areas"  # the areas of work, as such
    DONE = "done"  # what was achieved, as such
    FIGURES = "figures"  # quantified targets, as such
    GOALS = "goals"  # what the years ahead are for
    START = "start"  # where a period began
    ASSERTED = "asserted"  # says that it has happened, whatever else is said
    AND = "and"
    COMMA = "comma"
    CHAT = "chat"  # courtesies
    ON = "on"  # goes on with what was spoken of
    CHECK = "check"  # asks whether what it says is so
    ORDER = "order"  # tells the bot what to be or to say, and asks nothing
    END = "end"  # before a period: of how much there was at its end
    NO = "no"  # says nothing


_OTHER_TIME = "other-time"


_NARROWS = "narrows"


@cache
def words_of_asking() -> tuple[tuple[str, Sign], ...]:
    """Every word or phrase of asking, and what it says; some say two things."""
    asked = ((word, section) for section, word in _sections() if section not in (_OTHER_TIME, _NARROWS))
    return tuple((word, Sign(section)) for word, section in asked)


def other_times() -> Iterator[str]:
    """Times a work report does not account for: quarters, months, other years in words."""
    yield from (word for section, word in _sections() if section == _OTHER_TIME)


def narrowing_words() -> Iterator[str]:
    """Groups of people, trades and measures of their own: beside a name they make it another thing."""
    yield from (word for section, word in _sections() if section == _NARROWS)


@cache
def aside_words() -> dict[str, frozenset[str]]:
    """The words that tell what a clause is, by section of the files of asides; English in its stems."""
    found: dict[str, set[str]] = {}
    for section, word in (*_of_file("asides.zh.txt", " "), *_of_file("asides.en.txt", ",")):
        found.setdefault(section, set()).add(" ".join(map(stem, word.split())))
    return {section: frozenset(words) for section, words in found.items()}


def synonym_classes() -> Iterator[tuple[str, ...]]:
    """Words that may stand for each other in names; the first of each class is what it is read as."""
    for line in _lines("synonyms.zh.txt"):
        yield tuple(line.split())
    for line in _lines("synonyms.en.txt"):
        yield tuple(word.strip() for word in line.split(","))


def related_words() -> Iterator[tuple[str, tuple[str, ...]]]:
    """A word of reports, and everyday words of those who would ask about it."""
    for name, between in (("related.zh.txt", None), ("related.en.txt", ",")):
        for line in _lines(name):
            word, _, everyday = line.partition(":")
            yield word.strip(), tuple(each.strip() for each in everyday.split(between))


@cache
def single_syllables() -> dict[str, tuple[str, ...]]:
    """Pinyin of one syllable, and the word that is most likely meant."""
    return {pair[:-1]: (pair[-1],) for line in _lines("syllables.txt") for pair in line.split()}


@cache
def _sections() -> tuple[tuple[str, str], ...]:
    return (*_of_file("signs.zh.txt", " "), *_of_file("signs.en.txt", ","))


def _of_file(name: str, between: str) -> Iterator[tuple[str, str]]:
    """Section and word, in the order of the file."""
    section = ""
    for line in _lines(name):
        if line.startswith("["):
            section = line.strip("[]")
        else:
            yield from ((section, word.strip()) for word in line.split(between) if word.strip())


def light_words() -> Iterator[str]:
    """Words that change nothing of what is asked about: verbs of doing, courtesy, dialect, officialese."""
    for line in _lines("light.zh.txt"):
        yield from line.split()
    yield from _lines("light.en.txt")


def _lines(name: str) -> Iterator[str]:
    """The lines of a file of words, without comments."""
    for line in (_WORDS / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()
