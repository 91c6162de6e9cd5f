"""What was spoken of just now, and for how long."""

from datetime import timedelta

import pytest

from bot.asking.answers import Answer, Sort
from bot.asking.choosing import Lack
from bot.asking.hearing import Heard, Segment
from bot.asking.vocabulary import Sign
from bot.telegram.topics import FRESH, Topics
from tests.telegram.scene import NOON

HEARD = Heard((Segment(("去", "年")),), ("2025",), other_times=False, signs=frozenset({Sign.QUANTITY}))
JOBS = Answer(Sort.FIGURE, "jobs", heard=HEARD)
MEALS = Answer(Sort.FIGURE, "meal-sites", heard=HEARD)
NOTHING = Answer(Sort.REFUSAL, lack=Lack.WORDS, heard=HEARD)


@pytest.fixture
def topics() -> Topics:
    topics = Topics()
    topics.put(1, NOON, (JOBS,))
    return topics


def test_a_chat_has_its_own_topic(topics: Topics) -> None:
    topics.put(2, NOON, (MEALS,))
    assert [topics.of(chat, NOON) for chat in (1, 2, 3)] == [JOBS, MEALS, None]


@pytest.mark.parametrize(("later", "is_fresh"), [(0, True), (600, True), (601, False), (-1, False)])
def test_it_is_fresh_for_ten_minutes_and_never_from_the_future(
    topics: Topics, later: int, *, is_fresh: bool
) -> None:
    assert timedelta(minutes=10) == FRESH
    assert (topics.of(1, NOON + timedelta(seconds=later)) == JOBS) is is_fresh


def test_what_found_nothing_leaves_the_topic_as_it_was(topics: Topics) -> None:
    topics.put(1, NOON, (NOTHING,))
    assert topics.of(1, NOON) == JOBS


def test_of_several_the_first_is_gone_on_from(topics: Topics) -> None:
    topics.put(1, NOON, (NOTHING, MEALS, JOBS))
    assert topics.of(1, NOON) == MEALS


def test_an_answer_within_ten_minutes_keeps_it_fresh(topics: Topics) -> None:
    topics.put(1, NOON + FRESH, (JOBS,))
    assert topics.of(1, NOON + 2 * FRESH) == JOBS


def test_of_what_was_typed_only_time_and_kind_are_kept(topics: Topics) -> None:
    kept = topics.of(1, NOON)
    assert kept
    assert kept.heard == Heard((), HEARD.periods, other_times=False, signs=HEARD.signs)
