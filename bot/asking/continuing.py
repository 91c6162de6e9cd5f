"""Follow-ups: what a question leaves open, taken from the one before it."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.asking.answers import Answer
from bot.asking.comparing import pair
from bot.asking.coordination import completed
from bot.asking.dividing import by_name
from bot.asking.hearing import QUIET, Heard
from bot.asking.lexicon import Lexicon, Units, units_of
from bot.asking.subjects import Subject, subjects
from bot.asking.surroundings import Around
from bot.asking.vocabulary import Sign
from bot.lookup.index import Index, Reason

_GOES_ON = re.compile(
    r"呢|what about|how about|^\s*and\b|^那|还有|换成|又是|the same"
    r"|(?:in|over|for) that (?:period|year|time)|在?(?:那|这)(?:段|个)?(?:时期|期间|时候)",
    re.IGNORECASE,
)
_HELD = (Sign.DEGREE, Sign.MORE, Sign.LESS, Sign.GROWTH)
_UNSAID = QUIET | {Sign.AND, Sign.COMMA}
# What was said of the one thing need not hold for another.
_OF_A_THING = frozenset({Sign.ADDED, Sign.QUANTITY, Sign.LEVEL, Sign.MORE, Sign.LESS, Sign.ACTUAL, Sign.WILL})
_TIMES_ONLY = frozenset({Sign.TARGET, Sign.ACTUAL, Sign.ASSERTED, Sign.QUANTITY, Sign.COMPARE})


def with_name_completed(lexicon: Lexicon, units: Units, fragment: Units, name: str) -> Units:
    """The units with a fragment completed by the name spoken of before: 农村的呢 after 城市低保.

    Empty where it makes no name; as they were where the fragment does not stand together.
    """
    whole = completed(lexicon, fragment, units_of(name))
    if not whole:
        return ()
    for at in range(len(units)):
        if units[at : at + len(fragment)] == fragment:
            return (*units[:at], *whole, *units[at + len(fragment) :])
    return units


def beside(index: Index, around: Mapping[str, Around], heard: Heard, before: Answer) -> Answer | None:
    """和PM10比哪个降得多: what was spoken of beside what is named now; None where that is not asked."""
    # 哪个降得多 holds one against the other; which projects are meant is another question.
    held = heard.wants(Sign.COMPARE) or (heard.wants(Sign.WHICH) and heard.wants(*_HELD))
    if not held or heard.periods or len(by_name(heard)) != 1:
        return None
    if len(before.figures) != 1 or before.heard is None:
        return None
    found = [subject for subject in subjects(index, around, heard) if not subject.foreign]
    if not found:
        return None
    known = Subject(before.entry, before.score, Reason.NAME, before.term, ())
    asked = replace(heard, periods=before.heard.periods, signs=heard.signs | before.heard.signs)
    return pair(index.report, asked, ([known], found))


def continued(heard: Heard, before: Heard, typed: str) -> tuple[Heard, bool]:
    """The question with what it leaves open taken from the one before; whether its subject is that one's."""
    says = heard.signs - _UNSAID
    goes_on = _GOES_ON.search(typed) is not None
    # And growth last year? asks for that of what was spoken of, though growth alone is a name.
    if all(goes_on and segment.signs for segment in heard.content):
        return (_of_the_same(heard, before), True) if heard.is_timed or says else (heard, False)
    if goes_on and not heard.is_timed:
        signs = heard.signs if says - {Sign.QUANTITY} else before.signs - _OF_A_THING
        return replace(heard, periods=before.periods, signs=signs), False
    return heard, False


def _of_the_same(heard: Heard, before: Heard) -> Heard:
    """Another time, or another kind of answer, asked of the subject before."""
    new = heard.signs - _UNSAID
    if Sign.COMPARE in new and before.periods and heard.periods:
        return replace(heard, periods=tuple(dict.fromkeys((*before.periods, *heard.periods))))
    kept = before.signs - _TIMES_ONLY if heard.is_timed else before.signs
    periods = heard.periods if heard.is_timed else before.periods
    if new & {Sign.ACTUAL, Sign.ASSERTED} and not heard.periods and Sign.TARGET in before.signs:
        periods = ()  # what was reached is not of the year that is planned
    if Sign.TARGET in new and not heard.periods and Sign.TARGET not in before.signs:
        periods = ()  # nor is what is planned of the year that was asked about
    return replace(heard, periods=periods, signs=new or kept)
