"""The pages about subscriptions: in every language, with buttons that fit and lead somewhere."""

import re
from functools import partial

import pytest

from bot.briefing import chat_pages, subscribing
from bot.briefing.compose import Composer
from bot.report.model import LANGUAGES, VOICES, Language, Voice
from bot.schedule.problems import Problem, ProblemKind
from bot.schedule.typed import Unclear, read_typed
from bot.subscriptions.codes import days_of, schedule_of
from bot.subscriptions.wish import read_wish
from tests.briefing.subscription_samples import (
    CONFUSED,
    DAY,
    DELIVERIES,
    PAGES,
    WORKDAYS,
    ZONE,
    addresses,
    links_of,
    text_of,
    told,
)

ACTION = re.compile(
    r"!(new|list|cancel|settings|pauseall|resumeall|forget\.yes|days\.[a-z0-9-]+"
    r"|(times|ask|make)\.[a-z0-9-]+\.[\w-]+|(sub|pause|resume|retime|redays|now|end)\.\d+|re\.\d+\.[\w-]+"
    r"|set\.(silent|members)\.(on|off)|set\.quiet\.(off|2200-0700))|language"
)


@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_said_in_every_language(composer: Composer, name: str, voice: Voice) -> None:
    briefing = told(composer, name, voice)
    assert (briefing.address, briefing.voice) == ("subscribe", voice)
    assert briefing.title
    assert all(link.label for link in links_of(briefing))


@pytest.mark.parametrize("name", PAGES)
def test_buttons_fit_and_are_known_actions(composer: Composer, name: str) -> None:
    for address in addresses(told(composer, name)):
        assert ACTION.fullmatch(address), address
        assert len(address.encode()) <= 64


@pytest.mark.parametrize("name", PAGES)
def test_both_languages_offer_the_same_actions(composer: Composer, name: str) -> None:
    assert addresses(told(composer, name, "zh")) == addresses(told(composer, name, "en"))


@pytest.mark.parametrize("name", PAGES)
def test_no_english_page_speaks_chinese(composer: Composer, name: str) -> None:
    text = text_of(told(composer, name, "en")).replace("中文", "")  # as the languages call themselves
    assert not re.search("[\u4e00-\u9fff]", text)


def test_every_button_that_carries_a_schedule_can_be_read(composer: Composer) -> None:
    every = [each for name in PAGES for each in addresses(told(composer, name))]
    codes = [each.split(".")[2] for each in every if each.startswith(("!ask.", "!make.", "!re."))]
    assert all(schedule_of(code, ZONE) for code in codes)
    assert all(days_of(each.split(".")[2]) for each in every if each.startswith("!times."))


def test_every_area_can_be_chosen(composer: Composer) -> None:
    offered = addresses(told(composer, "subjects"))
    assert offered[:2] == ["!days.today", "!days.targets"]
    assert len(offered) == 2 + 9


@pytest.mark.parametrize("kind", ProblemKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_its_sentence(composer: Composer, kind: ProblemKind, language: Language) -> None:
    problem = Unclear((Problem(kind, "7"),), None, (), None)
    briefing = subscribing.unclear(composer.context(language, DAY), problem)
    assert briefing.lead.endswith("。" if language == "zh" else ".")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_line_works_as_it_stands(composer: Composer, language: Language) -> None:
    unclear = subscribing.unclear(composer.context(language, DAY), CONFUSED)
    line = unclear.blocks[-1].text.removeprefix("/subscribe ")
    wish = read_wish(line, ZONE)
    assert wish.schedule == WORKDAYS
    assert wish.subject_words


@pytest.mark.parametrize("words", ["8:30", "每天", "每天 25:00", "每月32号 9:00", "每天 晚上12点"])
def test_typed_words_that_fall_short_get_a_page(composer: Composer, words: str) -> None:
    unclear = read_typed(words, ZONE)
    assert isinstance(unclear, Unclear)
    assert composer.told("both", DAY, lambda context: subscribing.unclear(context, unclear)).lead


@pytest.mark.parametrize("voice", VOICES)
def test_every_state_and_reason_has_words(composer: Composer, voice: Voice) -> None:
    for each in DELIVERIES:
        page = partial(chat_pages.delivery_list, deliveries=[each], zone=ZONE)
        assert composer.told(voice, DAY, page).blocks
