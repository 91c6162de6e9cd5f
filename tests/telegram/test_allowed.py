"""A bot for some only: who is answered when people and groups are named, and who gets one sentence."""

import json
from collections.abc import AsyncIterator

import pytest

from bot.briefing.phrases import phrases
from bot.simulator.chats import Chat, User
from bot.telegram.desk import Desk
from bot.telegram.house import House
from tests.telegram.scene import Scene

LISTED, OPERATOR, OUTSIDER = 101, 102, 103
OFFICE = -1_001_000_000_001
HOUSE = House(
    users=frozenset({LISTED}),
    chats=frozenset({OFFICE}),
    operators=frozenset({OPERATOR}),
)
SAY = phrases("zh")
JOBS = "🎯 城镇新增就业"


@pytest.fixture
async def guarded(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    """As `scene`, with a list of those who are served."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    scene = Scene(desk, house=HOUSE)
    async with scene.application:
        yield scene
    assert scene.errors == []


def newcomer(scene: Scene, number: int) -> User:
    person = scene.telegram.add_user("Person", language_code="zh-hans", user_id=number)
    scene.telegram.open_private_chat(person)
    return person


@pytest.fixture
def listed(guarded: Scene) -> User:
    return newcomer(guarded, LISTED)


@pytest.fixture
def operator(guarded: Scene) -> User:
    return newcomer(guarded, OPERATOR)


@pytest.fixture
def outsider(guarded: Scene) -> User:
    return newcomer(guarded, OUTSIDER)


@pytest.fixture
def office(guarded: Scene, listed: User, outsider: User) -> Chat:
    """On the list; the outsider is a member."""
    office = guarded.telegram.create_group("Office", listed)
    guarded.telegram.add_member(office, outsider)
    assert office.id == OFFICE
    return office


@pytest.fixture
def elsewhere(guarded: Scene, office: Chat, listed: User, operator: User, outsider: User) -> Chat:
    """Not on the list; everybody is in it."""
    assert office.id == OFFICE  # the number is taken
    elsewhere = guarded.telegram.create_group("Elsewhere", outsider)
    for member in (listed, operator):
        guarded.telegram.add_member(elsewhere, member)
    return elsewhere


@pytest.mark.parametrize("words", ["/start", "/target jobs", "就业", "/subscribe", "/nonsense", "/status"])
async def test_outsiders_get_one_sentence(guarded: Scene, outsider: User, words: str) -> None:
    answer = await guarded.ask(outsider, words)
    assert answer.text == f"🔔 {SAY('refused-outsider')}"
    assert answer.buttons == ()


async def test_outsiders_are_refused_in_the_language_of_their_client(guarded: Scene) -> None:
    answer = await guarded.ask(guarded.person("ru"), "/start")
    assert phrases("en")("refused-outsider") in answer.text


async def test_outsiders_get_the_sentence_to_commands_in_groups(
    guarded: Scene, elsewhere: Chat, outsider: User
) -> None:
    answer = await guarded.ask(outsider, "/target jobs", elsewhere)
    assert answer.text == f"🔔 {SAY('refused-outsider')}"
    await guarded.say(outsider, "就业", elsewhere)
    assert guarded.answers(elsewhere) == [answer]


@pytest.mark.parametrize("data", ["jobs.0.z", "speak_en.0.z", "!new", "!make.today.wh-", "rubbish"])
async def test_outsiders_get_a_notice_on_buttons(
    guarded: Scene, elsewhere: Chat, listed: User, outsider: User, data: str
) -> None:
    shown = await guarded.ask(listed, "/target jobs", elsewhere)
    alert = await guarded.forge(outsider, shown, data, elsewhere)
    assert alert.text == SAY("refused-outsider")
    assert guarded.look(shown, elsewhere) == shown
    assert await guarded.store.subscriptions.of(elsewhere.id) == ()


async def test_outsiders_find_nothing_inline_but_a_button(guarded: Scene, outsider: User) -> None:
    await guarded.feed(guarded.telegram.inline_query(outsider, "就业"))
    (answer,) = guarded.telegram.queries.inline_answers
    assert list(answer.results) == []
    assert SAY("inline-outsider") in json.dumps(answer.options, ensure_ascii=False)


async def test_who_is_listed_is_answered_everywhere(guarded: Scene, elsewhere: Chat, listed: User) -> None:
    assert (await guarded.ask(listed, "/target jobs")).text.startswith(JOBS)
    assert (await guarded.ask(listed, "/target jobs", elsewhere)).text.startswith(JOBS)
    await guarded.feed(guarded.telegram.inline_query(listed, "就业"))
    assert guarded.telegram.queries.inline_answers[0].results[0]["id"] == "jobs"


async def test_members_of_a_listed_group_are_answered_there_only(
    guarded: Scene, office: Chat, outsider: User
) -> None:
    answer = await guarded.ask(outsider, "/target jobs", office)
    assert answer.text.startswith(JOBS)
    pressed = await guarded.press(outsider, answer, "jobs.0.e", office)
    assert pressed != answer
    assert SAY("refused-outsider") in (await guarded.ask(outsider, "/target jobs")).text


async def test_operators_are_answered_everywhere(guarded: Scene, elsewhere: Chat, operator: User) -> None:
    assert (await guarded.ask(operator, "/target jobs")).text.startswith(JOBS)
    assert (await guarded.ask(operator, "/target jobs", elsewhere)).text.startswith(JOBS)


async def test_operators_see_how_deliveries_stand(guarded: Scene, operator: User) -> None:
    answer = await guarded.ask(operator, "/status")
    assert answer.text.splitlines()[:2] == ["🩺 运行情况", "今天到期 0 条，已送达 0 条"]


async def test_others_do_not_see_it(guarded: Scene, listed: User) -> None:
    answer = await guarded.ask(listed, "/status")
    assert answer.text.splitlines() == ["🩺 运行情况", SAY("status-operators")]


async def test_added_by_an_outsider_the_bot_says_the_sentence(guarded: Scene, outsider: User) -> None:
    guarded.telegram.create_group("Office", outsider)  # takes the number that is listed
    strange = guarded.telegram.create_group("Strange", outsider, with_bot=False)
    await guarded.feed(guarded.telegram.add_bot(strange))
    (said,) = guarded.answers(strange)
    assert said.text == f"🔔 {SAY('refused-outsider')}"


async def test_added_by_who_is_listed_the_bot_introduces_itself(guarded: Scene, listed: User) -> None:
    guarded.telegram.create_group("Office", listed)
    group = guarded.telegram.create_group("New", listed, with_bot=False)
    await guarded.feed(guarded.telegram.add_bot(group))
    assert SAY("introduction-title") in guarded.answers(group)[0].text
