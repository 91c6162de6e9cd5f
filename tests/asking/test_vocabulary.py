"""The words of asking are words of the two languages, not of a report."""

import re
from collections import defaultdict

import pytest

from bot.asking.vocabulary import Sign, other_times, words_of_asking
from bot.report.model import Report
from tests.conftest import ROOT

# What says opposite things; no word may say both.
OPPOSITES = [
    (Sign.MORE, Sign.LESS),
    (Sign.TARGET, Sign.ASSERTED),
    (Sign.WILL, Sign.ASSERTED),
    (Sign.NO, Sign.COMPARE),
    (Sign.NO, Sign.GROWTH),
    (Sign.NO, Sign.TARGET),
]


def signs() -> dict[str, set[Sign]]:
    found: defaultdict[str, set[Sign]] = defaultdict(set)
    for word, sign in words_of_asking():
        found[word].add(sign)
    return found


def test_every_sign_can_be_said_in_chinese() -> None:
    said = {sign for word, sign in words_of_asking() if not word.isascii()}
    assert said >= set(Sign)


def test_no_word_says_opposite_things() -> None:
    both = {word: said for word, said in signs().items() for one in OPPOSITES if said >= set(one)}
    assert both == {}


def test_no_word_is_empty_or_holds_a_mark() -> None:
    words = [*signs(), *other_times()]
    assert [word for word in words if not word.strip() or re.search(r"[，。,;；、\n]|  ", word)] == []


def test_no_indicator_is_called_like_a_word_that_says_nothing(report: Report) -> None:
    quiet = {word for word, said in signs().items() if said <= {Sign.NO, Sign.CHAT, Sign.ON}}
    names = {name for indicator in report.indicators() for name in (indicator.name.zh, *indicator.aliases)}
    assert quiet & names == set()


def test_the_words_name_no_place_and_no_year_of_the_report(report: Report) -> None:
    words = {*signs(), *other_times()}
    own = {report.place.zh, report.place.zh[:-1], *(str(p.first_year) for p in report.periods.values())}
    assert {word for word in words for name in own if name in word} == set()


@pytest.mark.parametrize("name", ["shancheng", "hebi", "山城", "鹤壁"])
def test_no_word_is_of_one_report(name: str) -> None:
    """What a report calls its things stands in its digest."""
    folder = ROOT / "bot" / "asking" / "words"
    assert [path.name for path in folder.glob("*.txt") if name in path.read_text("utf-8").lower()] == []
