"""Any briefing becomes messages Telegram takes, and all of it stays within reach."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.briefing.briefing import Block, Briefing, Copyable, Fact, Link, Quote
from bot.report.model import VOICES
from bot.simulator.entities import utf16_length
from bot.simulator.keyboards import checked_markup
from bot.simulator.markup import parse_html
from bot.telegram.addresses import View, view_of
from bot.telegram.render import Page, render

LONGEST = 4096

# What is escaped, cut after, counted twice, or joined with its neighbour.
PIECES = (
    "<b>",
    "&amp;",
    "&",
    "'\"",
    "；",
    "。",
    ". ",
    "\n",
    "  ",
    "🎯",
    "就业",
    "word ",
    "\u0301",
    "\u200d",
    "\u202e",
)
short = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
texts = st.builds(lambda text, times: text * times, short, st.one_of(st.just(1), st.integers(2, 500)))
labels = st.builds(lambda text, times: text * times, st.sampled_from(("a", "就业", "🎯")), st.integers(1, 40))
addresses = st.integers(0, 10**39).map(str)
links = st.builds(Link, labels, addresses)
facts = st.builds(
    Fact, text=texts, label=short, links=st.lists(links, max_size=3).map(tuple), stacked=st.booleans()
)
quotes = st.builds(Quote, texts, short, short, short)
copyables = st.builds(Copyable, labels, texts)
briefings = st.builds(
    Briefing,
    address=addresses,
    voice=st.sampled_from(VOICES),
    symbol=st.sampled_from("🎯📌ℹ"),
    title=short.map(lambda title: f"x{title * 5}"),
    lead=texts,
    blocks=st.lists(st.one_of(facts, facts, quotes, copyables), max_size=15).map(tuple),
    links=st.lists(links, max_size=6).map(tuple),
)
thorough = settings(max_examples=60, deadline=None)


def pages_of(briefing: Briefing) -> tuple[Page, ...]:
    return render(briefing, (("EN", "en"),), addressed=True)


def text_of(page: Page) -> str:
    return parse_html(page.html)[0]


def rows_of(page: Page) -> list[list[dict[str, Any]]]:
    rows: list[list[dict[str, Any]]] = json.loads(page.keyboard or '{"inline_keyboard":[]}')[
        "inline_keyboard"
    ]
    return rows


def views_of(page: Page) -> list[View]:
    return [view_of(button["callback_data"]) for row in rows_of(page) for button in row]


def squeezed(text: str) -> str:
    return "".join(text.split())


def said_in(block: Block) -> str:
    return block.text + block.source if isinstance(block, Quote) else block.label + block.text


@thorough
@given(briefings)
def test_every_page_is_html_telegram_reads_and_takes(briefing: Briefing) -> None:
    for page in pages_of(briefing):
        assert 0 < utf16_length(text_of(page)) <= LONGEST


@thorough
@given(briefings)
def test_nothing_is_lost_between_pages(briefing: Briefing) -> None:
    head = squeezed(briefing.symbol + briefing.title)
    shown = [squeezed(text_of(page)) for page in pages_of(briefing)]
    assert all(text.startswith(head) for text in shown)
    said = briefing.lead + "".join(said_in(block) for block in briefing.blocks)
    assert "".join(text.removeprefix(head) for text in shown) == squeezed(said)


@thorough
@given(briefings)
def test_every_page_is_reached_from_the_first_both_ways(briefing: Briefing) -> None:
    pages = pages_of(briefing)
    for arrow in "◀▶":
        assert set(turned(pages, arrow)) == set(range(len(pages)))


def turned(pages: tuple[Page, ...], arrow: str) -> Iterator[int]:
    """The pages somebody sees who begins at the first and presses one arrow as often as there are pages."""
    number = 0
    for page in pages:
        yield number
        arrows = [b["callback_data"] for row in rows_of(page) for b in row if b["text"] == arrow]
        assert len(arrows) == (len(pages) > 1)
        here = [b["callback_data"] for row in rows_of(pages[number]) for b in row if b["text"] == arrow]
        number = view_of(here[0]).page if here else 0


@thorough
@given(briefings)
def test_keyboards_are_ones_telegram_takes(briefing: Briefing) -> None:
    for page in pages_of(briefing):
        rows = rows_of(page)
        checked_markup({"inline_keyboard": rows})
        assert sum(map(len, rows)) <= 100
        assert all(len(row) <= 8 for row in rows)


@thorough
@given(briefings)
def test_every_link_is_on_some_page_and_common_ones_on_each(briefing: Briefing) -> None:
    pages = pages_of(briefing)
    found = {view.address for page in pages for view in views_of(page)}
    of_lines = {link.address for b in briefing.blocks if isinstance(b, Fact) for link in b.links}
    assert of_lines <= found
    for page in pages:
        assert {link.address for link in briefing.links} <= {view.address for view in views_of(page)}


@thorough
@given(briefings)
def test_what_has_no_address_has_no_buttons_that_lead_back_to_it(briefing: Briefing) -> None:
    elsewhere = {link.address for link in briefing.links} | {
        link.address for b in briefing.blocks if isinstance(b, Fact) for link in b.links
    }
    for page in render(briefing, (("EN", "en"),), addressed=False):
        assert {view.address for view in views_of(page)} <= elsewhere


PLAIN = Briefing("jobs", "zh", "🎯", "Title", "Lead", (Fact("text", "label"),))


def test_title_and_lead_are_the_first_two_lines_and_stand_apart() -> None:
    (page,) = pages_of(PLAIN)
    assert text_of(page) == "🎯 Title\nLead\n\nlabel\u2003text"


def test_titles_and_labels_are_bold() -> None:
    (page,) = pages_of(PLAIN)
    text, entities = parse_html(page.html)
    units = text.encode("utf-16-le")
    bold = [units[e.offset * 2 : (e.offset + e.length) * 2].decode("utf-16-le") for e in entities]
    assert bold == ["Title", "label"]


def test_a_quote_is_set_off_with_the_words_asked_for_in_bold() -> None:
    (page,) = pages_of(replace(PLAIN, blocks=(Quote("before ", "words", " after", "source"),)))
    assert "<blockquote>before <b>words</b> after</blockquote>\n<i>source</i>" in page.html


def test_a_quote_that_is_asked_for_whole_is_not_bold() -> None:
    (page,) = pages_of(replace(PLAIN, blocks=(Quote("", "words", "", "source"),)))
    assert "<blockquote>words</blockquote>" in page.html


def test_what_is_to_be_copied_is_code_and_nothing_in_it_is_markup() -> None:
    (page,) = pages_of(replace(PLAIN, blocks=(Copyable("label", "<a> & b\nc"),)))
    assert "<b>label</b>\n<code>&lt;a&gt; &amp; b\nc</code>" in page.html


def test_blocks_are_not_cut_when_they_fit_the_next_page() -> None:
    blocks = tuple(Fact(letter * 1500) for letter in "abc")
    pages = pages_of(replace(PLAIN, blocks=blocks))
    assert [letter for letter in "abc" if letter * 1500 in text_of(pages[0])] == ["a", "b"]
    assert "c" * 1500 in text_of(pages[1])


def test_a_block_longer_than_a_message_is_cut_after_a_sentence() -> None:
    pages = pages_of(replace(PLAIN, blocks=(Fact("一二三四五六七八九。" * 600),)))
    assert len(pages) > 1
    assert all(text_of(page).endswith("。") for page in pages)


def test_the_pages_are_numbered() -> None:
    pages = pages_of(replace(PLAIN, blocks=(Fact("x" * 9000),)))
    labels_seen = [b["text"] for page in pages for row in rows_of(page) for b in row if "/" in b["text"]]
    assert labels_seen == [f"{n}/{len(pages)}" for n in range(1, len(pages) + 1)]


def test_without_links_there_is_no_keyboard() -> None:
    (page,) = render(PLAIN, (), addressed=True)
    assert page.keyboard == ""


def test_long_labels_are_shortened() -> None:
    (page,) = pages_of(replace(PLAIN, links=(Link("名" * 80, "jobs"),)))
    assert rows_of(page)[0][0]["text"] == "名" * 59 + "…"


@thorough
@given(briefings)
def test_spare_room_stays_free_on_every_page(briefing: Briefing) -> None:
    pages = render(briefing, (), addressed=True, spare=300)
    assert max(utf16_length(text_of(page)) for page in pages) <= LONGEST - 300


def test_a_link_that_does_something_is_carried_as_it_is() -> None:
    briefing = Briefing("jobs", "zh", "🎯", "x", "", links=(Link("暂停", "!pause.7"),))
    (page,) = render(briefing, (), addressed=True)
    assert rows_of(page) == [[{"text": "暂停", "callback_data": "!pause.7"}]]


def test_an_action_has_to_fit_a_button() -> None:
    (page,) = render(_acting("!" + "a" * 63), (), addressed=True)
    assert "a" * 63 in page.keyboard
    for long in ("!" + "a" * 64, "!" + "停" * 22):
        with pytest.raises(ValueError, match="cannot carry"):
            render(_acting(long), (), addressed=True)


def _acting(address: str) -> Briefing:
    return Briefing("jobs", "zh", "🎯", "x", "", (Fact("y", links=(Link("z", address),)),))


def test_a_link_that_leads_out_opens_its_address() -> None:
    way_out = Link("Group", "https://t.me/some_bot?startgroup=today")
    (page,) = render(Briefing("x", "en", "👋", "Title", "", links=(way_out,)), (), addressed=True)
    assert rows_of(page) == [[{"text": "Group", "url": way_out.address}]]
    checked_markup({"inline_keyboard": rows_of(page)})
