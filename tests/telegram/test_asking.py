"""Questions in plain words, in every place and in every way they can be asked."""

import logging
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.briefing.phrases import phrases
from bot.delivery.ports import Counted
from bot.simulator.chats import Chat, Json, User
from bot.simulator.shown import ShownMessage
from bot.telegram.desk import Desk
from bot.telegram.house import House
from tests.telegram.scene import NOON, Scene, today

LAST_YEAR = "🎯 城镇新增就业 · 2025年实际：3,604人"
FIVE_YEARS = "🎯 城镇新增就业 · “十四五”时期累计：1.52万人"
HOW = f"💬 {phrases('zh')('ask-title')}"
ASKED = "去年新增就业多少"


def first_line(message: ShownMessage) -> str:
    return message.text.splitlines()[0]


async def reply(scene: Scene, who: User, text: str, to: ShownMessage, chat: Chat) -> Json:
    """Answers the bot's message, in its topic; returns the update."""
    update = scene.telegram.send(chat, who, text, reply_to=to.id, topic=to.topic)
    await scene.feed(update)
    return update


@pytest.fixture
def open_group(scene: Scene, group: Chat) -> Chat:
    """Telegram passes on all that is said there."""
    scene.telegram.set_member(group, scene.telegram.bot, "administrator")
    return group


# In private


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (ASKED, LAST_YEAR),
        ("去年城镇新增了多少就业？", LAST_YEAR),
        ("how many jobs were created last year", LAST_YEAR),
        ("qunian xinzeng jiuye duoshao", LAST_YEAR),
        ("/ask 去年新增就业多少", LAST_YEAR),
        ("／ask（去年新增就业多少）", LAST_YEAR),
    ],
)
async def test_in_private_words_alone_and_ask_do(scene: Scene, anna: User, words: str, answer: str) -> None:
    assert first_line(await scene.ask(anna, words)) == answer


async def test_in_english_it_answers_in_english(scene: Scene) -> None:
    answer = await scene.ask(scene.person("en"), "how many jobs were created last year")
    assert first_line(answer) == "🎯 New urban jobs · 2025 actual: 3,604 people"


@pytest.mark.parametrize("command", ["/ask", "/ask   "])
async def test_ask_alone_says_how_to_ask(scene: Scene, anna: User, command: str) -> None:
    assert first_line(await scene.ask(anna, command)) == HOW


async def test_what_it_says_can_be_asked_is_answered(scene: Scene, anna: User) -> None:
    for person in (anna, scene.person("en")):
        how = await scene.ask(person, "/ask")
        examples = how.text.split("\n\n")[1].splitlines()
        assert len(examples) == 2
        for example in examples:
            assert any(
                digit.isdigit() for digit in first_line(await scene.ask(person, example)).split("·")[-1]
            )


async def test_both_languages_stand_side_by_side(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    scene = Scene(desk, voice="both")
    async with scene.application:
        group = scene.telegram.create_group("Office", anna := scene.person())
        answer = await scene.ask(anna, f"/ask {ASKED}", group)
    assert first_line(answer) == f"{LAST_YEAR} · New urban jobs · 2025 actual: 3,604 people"
    assert scene.errors == []


# One thing after the other


@pytest.mark.parametrize(("minutes", "is_followed"), [(0, True), (10, True), (11, False)])
async def test_a_follow_up_is_understood_for_ten_minutes(
    scene: Scene, anna: User, minutes: int, *, is_followed: bool
) -> None:
    await scene.ask(anna, ASKED)
    scene.now = NOON + timedelta(minutes=minutes)
    answer = await scene.ask(anna, "那十四五呢")
    assert (first_line(answer) == FIVE_YEARS) is is_followed


@pytest.mark.parametrize("follow_up", ["那十四五呢", "/ask 那十四五呢", "过去五年呢？"])
async def test_ask_and_words_alone_follow_each_other(scene: Scene, anna: User, follow_up: str) -> None:
    await scene.ask(anna, f"/ask {ASKED}")
    assert first_line(await scene.ask(anna, follow_up)) == FIVE_YEARS


async def test_thanks_in_between_change_nothing(scene: Scene, anna: User) -> None:
    await scene.ask(anna, ASKED)
    await scene.ask(anna, "谢谢")
    assert first_line(await scene.ask(anna, "那十四五呢")) == FIVE_YEARS


async def test_what_somebody_else_asked_is_not_followed(scene: Scene, anna: User, boris: User) -> None:
    await scene.ask(boris, ASKED)
    answer = await scene.ask(anna, "那十四五呢")
    assert "就业" not in first_line(answer)


async def test_in_groups_there_are_no_follow_ups(scene: Scene, group: Chat, anna: User) -> None:
    """Neither of what the group asked, nor of what the person asked in private."""
    await scene.ask(anna, ASKED)
    asked = await scene.ask(anna, f"/ask {ASKED}", group)
    await reply(scene, anna, "那十四五呢", asked, group)
    assert "就业" not in first_line(scene.answers(group)[-1])


async def test_what_a_group_asks_is_not_followed_in_private(scene: Scene, group: Chat, anna: User) -> None:
    await scene.ask(anna, f"/ask {ASKED}", group)
    assert "就业" not in first_line(await scene.ask(anna, "那十四五呢"))


# In groups


@pytest.fixture(params=["group", "basic", "forum", "general"])
def place(scene: Scene, anna: User, request: pytest.FixtureRequest) -> tuple[Chat, int | None]:
    """A group, and the topic where there is one."""
    kind = request.param
    chat = scene.telegram.create_group(
        "Somewhere", anna, basic=kind == "basic", forum=kind in {"forum", "general"}
    )
    return chat, scene.telegram.create_topic(chat, "Jobs").id if kind == "forum" else None


async def test_ask_is_answered_there_as_a_reply(
    scene: Scene, anna: User, place: tuple[Chat, int | None]
) -> None:
    chat, topic = place
    asked = await scene.say(anna, f"/ask {ASKED}", chat, topic)
    (answer,) = scene.answers(chat)
    assert first_line(answer) == LAST_YEAR
    assert (answer.topic, answer.reply_to) == (topic, asked["message"]["message_id"])


async def test_an_answer_to_the_bot_is_a_question(
    scene: Scene, anna: User, place: tuple[Chat, int | None]
) -> None:
    chat, topic = place
    areas = await scene.ask(anna, "/areas", chat, topic)
    asked = await reply(scene, anna, ASKED, areas, chat)
    answer = scene.answers(chat)[-1]
    assert first_line(answer) == LAST_YEAR
    assert (answer.topic, answer.reply_to) == (topic, asked["message"]["message_id"])


@pytest.mark.parametrize(
    "words",
    [
        f"@briefing_bot {ASKED}",
        f"{ASKED} @briefing_bot",
        "去年@briefing_bot新增就业多少",
        f"@Briefing_BOT {ASKED}",
        f"@briefing_bot，{ASKED}？",
        f"@briefing_bot\n{ASKED}",
    ],
)
async def test_the_bots_name_anywhere_makes_it_a_question(
    scene: Scene, open_group: Chat, boris: User, words: str
) -> None:
    asked = await scene.say(boris, words, open_group)
    (answer,) = scene.answers(open_group)
    assert (first_line(answer), answer.reply_to) == (LAST_YEAR, asked["message"]["message_id"])


@pytest.mark.parametrize(
    "words",
    [
        ASKED,
        f"@briefing_bot2 {ASKED}",
        f"@briefing_bots {ASKED}",
        f"briefing_bot {ASKED}",
        f"@other_bot {ASKED}",
    ],
)
async def test_whatever_else_is_said_is_left_alone(
    scene: Scene, open_group: Chat, boris: User, words: str
) -> None:
    await scene.say(boris, words, open_group)
    assert scene.answers(open_group) == []


async def test_what_is_answered_to_people_is_left_alone(
    scene: Scene, open_group: Chat, anna: User, boris: User
) -> None:
    said = (await scene.say(anna, "开会了", open_group))["message"]["message_id"]
    await scene.feed(scene.telegram.send(open_group, boris, ASKED, reply_to=said))
    assert scene.answers(open_group) == []


@pytest.mark.parametrize("words", ["谢谢", "好的", "thank you"])
async def test_thanks_to_the_bot_are_left_alone(scene: Scene, group: Chat, boris: User, words: str) -> None:
    answer = await scene.ask(boris, f"/ask {ASKED}", group)
    await reply(scene, boris, words, answer, group)
    assert scene.answers(group) == [answer]


@pytest.mark.parametrize("words", ["/ask 谢谢", "谢谢 @briefing_bot"])
async def test_but_not_when_it_is_addressed(scene: Scene, open_group: Chat, boris: User, words: str) -> None:
    assert first_line(await scene.ask(boris, words, open_group)) == HOW


# Edited


async def test_an_edited_question_edits_its_answer(scene: Scene, anna: User) -> None:
    asked = await scene.say(anna, "去年GDP增长多少")
    await scene.edit(asked, ASKED)
    (answer,) = scene.answers(anna)
    assert (first_line(answer), answer.edited) == (LAST_YEAR, True)


async def test_so_it_does_in_groups_and_topics(
    scene: Scene, anna: User, place: tuple[Chat, int | None]
) -> None:
    chat, topic = place
    areas = await scene.ask(anna, "/areas", chat, topic)
    asked = await reply(scene, anna, "去年GDP增长多少", areas, chat)
    await scene.edit(asked, ASKED)
    _, answer = scene.answers(chat)
    assert (first_line(answer), answer.edited, answer.topic) == (LAST_YEAR, True, topic)


# Who may ask


@pytest.fixture
async def guarded(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Scene]:
    """Answers one person only, who is not there."""
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    scene = Scene(desk, house=House(users=frozenset({1})))
    async with scene.application:
        yield scene
    assert scene.errors == []


@pytest.mark.parametrize("words", [ASKED, f"/ask {ASKED}", "地铁什么时候通车"])
async def test_outsiders_get_one_sentence_and_are_not_counted(guarded: Scene, words: str) -> None:
    answer = await guarded.ask(guarded.person(), words)
    assert "3,604" not in answer.text
    assert first_line(answer) == first_line(await guarded.ask(guarded.person(), "/areas"))
    assert await counted(guarded) == []


async def test_outsiders_get_it_in_groups_too(guarded: Scene) -> None:
    stranger = guarded.person()
    group = guarded.telegram.create_group("Office", stranger)
    asked = await guarded.ask(stranger, f"/ask {ASKED}", group)
    await reply(guarded, stranger, ASKED, asked, group)
    assert [first_line(answer) for answer in guarded.answers(group)] == [first_line(asked)] * 2
    assert "3,604" not in asked.text


# What finds nothing


async def counted(scene: Scene) -> list[Counted]:
    """What was asked in vain, as it is written down."""
    await scene.service.unanswered.flush()
    return list(await scene.store.unanswered.since(today()))


async def test_words_that_are_not_the_reports_are_counted(scene: Scene, group: Chat, anna: User) -> None:
    await scene.ask(anna, "地铁什么时候通车？")
    await scene.ask(anna, "/ask 地铁什么时候通车", group)
    await scene.ask(scene.person("en"), "when does the subway open")
    words = {(each.words, each.language): each.times for each in await counted(scene)}
    assert words == {("地铁什么时候通车", "zh"): 2, ("when does the subway open", "en"): 1}


@pytest.mark.parametrize(
    "words", ["谢谢", "你好", ASKED, "2019年新增就业多少", "2031年就业目标", "/ask", "/areas"]
)
async def test_neither_courtesies_nor_other_years_are(scene: Scene, anna: User, words: str) -> None:
    await scene.ask(anna, words)
    assert await counted(scene) == []


async def test_a_preview_of_a_link_counts_nothing_twice(scene: Scene, anna: User) -> None:
    """Telegram reports it as an edit that leaves the words as they are."""
    asked = await scene.say(anna, "地铁什么时候通车")
    await scene.edit(asked, "地铁什么时候通车")
    assert [each.times for each in await counted(scene)] == [1]


async def test_nothing_of_what_was_asked_stands_in_the_log(
    scene: Scene, anna: User, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    for words in ("地铁什么时候通车", ASKED, "那前年呢", "/ask 谢谢地铁"):
        await scene.ask(anna, words)
    await counted(scene)
    told = "".join(record.getMessage() for record in caplog.records if record.name.startswith("bot"))
    assert not any(word in told for word in ("地铁", "就业", "前年"))


# Whatever is typed


@pytest.mark.parametrize("words", ["地铁" * 2000, "就业多少" * 1000, "jobs last year " * 260, "去年" * 2000])
async def test_four_thousand_characters_get_a_short_answer(scene: Scene, anna: User, words: str) -> None:
    answer = await scene.ask(anna, words)
    assert len(answer.text) < 500
    assert "3,604" not in answer.text


async def test_markup_in_a_question_is_shown_as_written(scene: Scene, group: Chat, anna: User) -> None:
    for where, words in ((None, ""), (group, "/ask ")):
        answer = await scene.ask(anna, f'{words}<b>地铁</b> & <a href="x">', where)
        assert '<b>地铁</b> & <a href="x">' in first_line(answer)
        assert [entity.type for entity in answer.entities] == ["bold"]
