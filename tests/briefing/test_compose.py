"""Everything that can be shown, in every voice, on several days."""

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.briefing import Briefing, Copyable, Fact
from bot.briefing.citation import address_of, citable
from bot.briefing.compose import Composer
from bot.errors import UnknownAddressError
from bot.report.model import VOICES, Kind, Report, Voice

PAGES = (
    *("start", "help", "about", "privacy", "language", "today"),
    *("areas", "targets", "achievements", "goals", "compare", "cite"),
)
DAYS = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 28), date(2026, 11, 23), date(2027, 6, 1))
RAW = re.compile(r"[{}$<>]|None|Decimal|\bFact\(|\w+\.\w+\(|  |\bKind\b|[,:]\s*$|^\s*[,:;，；]")
Compose = Callable[[str, Voice, date], Briefing]


@pytest.fixture(scope="module")
def compose(composer: Composer) -> Compose:
    """Composes; unlike the composer it does not print a whole report when an example fails."""

    def at(address: str, voice: Voice, day: date) -> Briefing:
        return composer.compose(address, voice, day)

    return at


def addresses(report: Report) -> Iterator[str]:
    """Every address there is."""
    yield from PAGES
    yield from report.entries
    yield from (f"compare_{indicator.id}" for indicator in report.indicators())
    for entry in report.entries.values():
        yield from (f"cite_{address_of(report, cited)}" for cited in citable(report, entry))
    yield from (f"targets_{area.id}" for area in report.passages(Kind.AREA))
    yield from (f"achievements_{period.id}" for period in report.periods.values() if period.kind == "review")


def texts(told: Briefing) -> Iterator[str]:
    """Every text a person would see."""
    yield from (told.title, *told.lead.split("\n"))
    for block in told.blocks:
        if isinstance(block, Fact):
            yield from (block.label, block.text, *(link.label for link in block.links))
        elif isinstance(block, Copyable):
            yield from (block.label, *block.text.split("\n"))
        else:
            yield from block.source.split("\n")  # the words are the report's own
    yield from (link.label for link in told.links)


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("voice", VOICES)
def test_everything_is_composed_and_reads_like_a_sentence(
    composer: Composer, report: Report, voice: Voice, day: date
) -> None:
    for address in addresses(report):
        told = composer.compose(address, voice, day)
        assert (told.address, told.voice) == (address, voice)
        assert told.title.strip()
        assert told.lead.strip()
        assert [text for text in texts(told) if RAW.search(text)] == [], address


def test_every_link_leads_somewhere(composer: Composer, report: Report) -> None:
    for address in addresses(report):
        told = composer.compose(address, "both", DAYS[3])
        links = [*told.links, *(link for b in told.blocks if isinstance(b, Fact) for link in b.links)]
        for link in links:
            assert link.label
            assert link.address.startswith("speak_") or composer.compose(link.address, "zh", DAYS[3])


def test_every_address_fits_a_button(report: Report) -> None:
    assert max(len(address.encode()) for address in addresses(report)) <= 64


def test_every_figure_is_shown_as_the_report_writes_it(composer: Composer, report: Report) -> None:
    for indicator in report.indicators():
        told = composer.compose(f"compare_{indicator.id}", "zh", DAYS[3])
        shown = "\n".join(texts(told)).replace(",", "")
        for figure in indicator.figures:
            assert figure.number + figure.unit in shown


def test_what_is_set_off_in_a_quote_holds_the_figure(composer: Composer, report: Report) -> None:
    context = composer.context("zh", DAYS[3])
    for indicator in report.indicators():
        for figure in indicator.figures:
            quote = context.quote_of(figure)
            assert figure.as_written in quote.words
            assert quote.text in report.passage(figure.passage).quote


@pytest.mark.parametrize(
    "address",
    [
        "",
        "_",
        "nothing",
        "JOBS",
        "jobs ",
        "compare_",
        "compare_livelihood",
        "targets_jobs",
        "achievements_2026",
    ],
)
def test_an_address_that_leads_nowhere_is_refused(composer: Composer, address: str) -> None:
    with pytest.raises(UnknownAddressError):
        composer.compose(address, "zh", DAYS[3])


@settings(deadline=None)
@given(st.text(), st.sampled_from(VOICES), st.dates())
def test_made_up_addresses_are_refused_on_any_day(
    compose: Compose, address: str, voice: Voice, day: date
) -> None:
    with pytest.raises(UnknownAddressError):
        compose(f"{address}!", voice, day)


@settings(deadline=None, max_examples=50)
@given(st.sampled_from(["jobs", "today", "livelihood", "start"]), st.sampled_from(VOICES), st.dates())
def test_any_day_of_any_year_is_composed_the_same_twice(
    compose: Compose, address: str, voice: Voice, day: date
) -> None:
    assert compose(address, voice, day) == compose(address, voice, day)
