"""What is said to words that are no address."""

from datetime import date

import pytest

from bot.briefing import answers
from bot.briefing.briefing import Briefing, Fact
from bot.briefing.compose import Composer
from bot.briefing.context import Context
from bot.lookup.index import Match, Reason

MATCHES = (Match("jobs", 0.9, Reason.NAME, "就业"), Match("livelihood", 0.8, Reason.PART, "民生"))


@pytest.fixture
def context(composer: Composer) -> Context:
    return composer.context("zh", date(2026, 11, 23))


def addresses(told: Briefing) -> list[str]:
    return [link.address for block in told.blocks if isinstance(block, Fact) for link in block.links]


def test_results_are_counted_and_linked(context: Context) -> None:
    told = answers.results_briefing(context, "就业", MATCHES, more=False)
    assert (told.title, told.lead) == ("搜索“就业”", "找到2条，点按看全文")
    assert addresses(told) == ["jobs", "livelihood"]


def test_results_that_are_not_all_say_so(context: Context) -> None:
    assert answers.results_briefing(context, "就业", MATCHES, more=True).lead == "最相关的2条，点按看全文"


def test_a_choice_repeats_the_words_and_offers_the_entries(context: Context) -> None:
    told = answers.choice_briefing(context, "就业", MATCHES)
    assert "就业" in told.title + told.lead
    assert addresses(told) == ["jobs", "livelihood"]


def test_a_refusal_says_that_the_report_does_not_say(context: Context) -> None:
    told = answers.nothing_briefing(context, "房价", MATCHES)
    assert told.title == "没有查到“房价”"
    assert "报告摘编里没有" in told.lead
    assert "最接近" in told.lead
    assert addresses(told) == ["jobs", "livelihood"]


def test_a_refusal_without_neighbours_leads_to_the_lists(context: Context) -> None:
    told = answers.nothing_briefing(context, "房价", ())
    assert "最接近" not in told.lead
    assert {"areas", "targets"} <= {link.address for link in told.links}


def test_search_without_words_asks_for_them(context: Context) -> None:
    told = answers.ask_for_words_briefing(context)
    assert "/search" in told.lead
    assert told.links


def test_an_unknown_command_gets_its_nearest(context: Context) -> None:
    told = answers.unknown_command_briefing(context, "/taget", ["target"])
    assert "/taget" in told.title
    assert [block.label for block in told.blocks if isinstance(block, Fact)] == ["/target"]


@pytest.mark.parametrize(
    ("words", "echoed"),
    [
        ("就业", "就业"),
        (" a\n\nb\t c ", "a b c"),
        ("长" * 40, "长" * 40),
        ("长" * 41, "长" * 39 + "…"),
        ("", ""),
    ],
)
def test_words_are_repeated_short_and_on_one_line(words: str, echoed: str) -> None:
    assert answers.echo(words) == echoed
