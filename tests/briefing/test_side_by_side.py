"""Two languages in one briefing."""

import pytest

from bot.briefing.briefing import Briefing, Fact, Link, Quote, side_by_side

LINK = (Link("就业", "jobs"),)


def told(*blocks: Fact | Quote, title: str = "T", lead: str = "L") -> Briefing:
    return Briefing("jobs", "zh", "🎯", title, lead, blocks, LINK)


def test_title_and_lead_are_joined() -> None:
    both = side_by_side(told(title="就业", lead="目标"), told(title="Jobs", lead="Target"))
    assert (both.voice, both.title, both.lead) == ("both", "就业 · Jobs", "目标\nTarget")


def test_what_is_equal_in_both_stands_once() -> None:
    both = side_by_side(told(Fact("5%", "GDP")), told(Fact("5%", "GDP")))
    assert (both.title, both.lead, both.blocks) == ("T", "L", (Fact("5%", "GDP"),))


def test_each_fact_is_followed_by_the_same_in_the_other_language() -> None:
    both = side_by_side(told(Fact("甲", "一"), Fact("乙", "二")), told(Fact("a", "1"), Fact("b", "2")))
    assert [block.text for block in both.blocks] == ["甲", "a", "乙", "b"]


def test_a_link_is_offered_once() -> None:
    both = side_by_side(told(Fact("甲", "", LINK)), told(Fact("a", "", (Link("Jobs", "jobs"),))))
    offered = [link for block in both.blocks if isinstance(block, Fact) for link in block.links]
    assert offered == list(LINK)
    assert both.links == LINK


def test_the_quote_stands_once_with_both_footnotes() -> None:
    both = side_by_side(told(Quote("前", "词", "后", "——三")), told(Quote("前", "词", "后", "— Part 3")))
    [quote] = both.blocks
    assert quote.text == "前词后"
    assert isinstance(quote, Quote)
    assert "——三" in quote.source
    assert "— Part 3" in quote.source


def test_briefings_of_different_length_are_a_bug_that_shows() -> None:
    with pytest.raises(ValueError, match="longer than"):
        side_by_side(told(), told(Fact("a")))
