"""A question divided into words: the longest names, and what nothing is known of."""

from bot.asking.asking import Asking
from bot.asking.segmenting import LONGEST
from bot.asking.understanding import hear
from tests.asking.conftest import Hears


def test_the_longest_name_is_heard(hears: Hears) -> None:
    (segment,) = hears("外贸实绩企业").content
    assert {term.entry for term in segment.terms} == {"trading-firms"}


def test_not_more_is_heard_than_anybody_asks(asking: Asking) -> None:
    heard = hear(asking.report, asking.lexicon, ("就", "业") * LONGEST)
    assert sum(len(segment.units) for segment in heard.segments) == LONGEST
