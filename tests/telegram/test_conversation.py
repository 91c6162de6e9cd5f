"""Who is answered, where, and how: private chats, groups, forum topics."""

import pytest

from bot.simulator.chats import Chat, User
from bot.telegram.commands import BY_NAME
from tests.telegram.scene import Scene, buttons_of

JOBS = "🎯 城镇新增就业"


@pytest.mark.parametrize("words", ["", "3", "jobs", "就业", "2025", "没有这个东西"])
@pytest.mark.parametrize("command", sorted(BY_NAME))
async def test_every_command_is_answered_with_a_way_on(
    scene: Scene, anna: User, command: str, words: str
) -> None:
    answer = await scene.ask(anna, f"/{command} {words}".strip())
    assert answer.text
    assert buttons_of(answer)


@pytest.mark.parametrize("command", sorted(BY_NAME))
async def test_every_command_is_answered_in_groups_as_a_reply(
    scene: Scene, group: Chat, boris: User, command: str
) -> None:
    asked = await scene.say(boris, f"/{command}", group)
    (answer,) = scene.answers(group)
    assert answer.reply_to == asked["message"]["message_id"]


async def test_the_first_two_lines_hold_what_was_asked(scene: Scene, anna: User) -> None:
    answer = await scene.ask(anna, "/target jobs")
    assert answer.text.splitlines()[:2] == ["🎯 城镇新增就业 · 2026年目标", "不少于 3,400人"]


@pytest.mark.parametrize(
    "words",
    [
        *("/target jy", "/TARGET jobs", "/target\njobs", "/target@briefing_bot jobs"),
        *("／target jobs", "/target（就业）", "/target就业", "/jobs"),
    ],
)
async def test_a_command_may_be_written_in_several_ways(scene: Scene, anna: User, words: str) -> None:
    answer = await scene.ask(anna, words)
    assert answer.text.startswith(JOBS)


@pytest.mark.parametrize("words", ["就业", "jobs", "jiuye", "就業", "emploment", "今年就业目标是多少?"])
async def test_words_alone_are_answered_in_private(scene: Scene, anna: User, words: str) -> None:
    answer = await scene.ask(anna, words)
    assert answer.text.startswith(JOBS)


async def test_private_answers_are_no_replies(scene: Scene, anna: User) -> None:
    answer = await scene.ask(anna, "/target jobs")
    assert answer.reply_to is None


async def test_unknown_commands_are_answered_in_private_with_the_nearest(scene: Scene, anna: User) -> None:
    answer = await scene.ask(anna, "/targts")
    assert "/targts" in answer.text.splitlines()[0]
    assert "/targets" in answer.text


async def test_unknown_commands_are_left_alone_in_groups(scene: Scene, group: Chat, anna: User) -> None:
    await scene.say(anna, "/targts", group)
    assert scene.answers(group) == []


@pytest.mark.parametrize("words", ["就业", "jobs", "今年新增就业目标是多少?", "@other_bot 就业"])
async def test_plain_words_are_left_alone_in_groups(
    scene: Scene, group: Chat, anna: User, words: str
) -> None:
    scene.telegram.set_member(group, scene.telegram.bot, "administrator")  # so that it gets to see them
    await scene.say(anna, words, group)
    assert scene.answers(group) == []


@pytest.mark.parametrize("words", ["/target jobs", "/target@briefing_bot jobs", "/target@BRIEFING_BOT jobs"])
async def test_commands_are_answered_in_groups(scene: Scene, group: Chat, boris: User, words: str) -> None:
    answer = await scene.ask(boris, words, group)
    assert answer.text.startswith(JOBS)


async def test_commands_for_other_bots_are_left_alone(scene: Scene, group: Chat, anna: User) -> None:
    scene.telegram.set_member(group, scene.telegram.bot, "administrator")
    await scene.say(anna, "/target@other_bot jobs", group)
    assert scene.answers(group) == []


async def test_forum_answers_stay_in_the_topic_as_a_reply(scene: Scene, forum: Chat, anna: User) -> None:
    topic = scene.telegram.create_topic(forum, "Jobs").id
    asked = await scene.say(anna, "/target jobs", forum, topic)
    (answer,) = scene.answers(forum)
    assert (answer.topic, answer.reply_to) == (topic, asked["message"]["message_id"])


async def test_the_general_topic_of_a_forum_is_answered_there(scene: Scene, forum: Chat, anna: User) -> None:
    answer = await scene.ask(anna, "/target jobs", forum)
    assert answer.topic is None


async def test_anonymous_admins_are_answered(scene: Scene, group: Chat, boris: User) -> None:
    scene.telegram.set_member(group, boris, "administrator", anonymous=True)
    answer = await scene.ask(boris, "/target jobs", group)
    assert answer.text.startswith(JOBS)


async def test_basic_groups_are_answered(scene: Scene, anna: User) -> None:
    group = scene.telegram.create_group("Small", anna, basic=True)
    answer = await scene.ask(anna, "/target jobs", group)
    assert answer.text.startswith(JOBS)


async def test_a_question_deleted_meanwhile_is_answered_all_the_same(
    scene: Scene, group: Chat, anna: User
) -> None:
    asked = scene.telegram.send(group, anna, "/target jobs")
    scene.telegram.delete(group, asked["message"]["message_id"])
    await scene.feed(asked)
    (answer,) = scene.answers(group)
    assert answer.reply_to is None


async def test_in_a_topic_even_such_an_answer_stays_there(scene: Scene, forum: Chat, anna: User) -> None:
    topic = scene.telegram.create_topic(forum, "Jobs").id
    asked = scene.telegram.send(forum, anna, "/target jobs", topic=topic)
    scene.telegram.delete(forum, asked["message"]["message_id"])
    await scene.feed(asked)
    assert [answer.topic for answer in scene.answers(forum)] == [topic]


@pytest.mark.parametrize("media", [{"dice": {"emoji": "🎲", "value": 3}}, {"photo": [], "caption": "就业"}])
async def test_what_holds_no_words_is_left_alone(scene: Scene, anna: User, media: dict[str, object]) -> None:
    await scene.feed(scene.telegram.send_media(anna, anna, media))
    assert scene.answers(anna) == []


async def test_service_messages_are_left_alone(scene: Scene, group: Chat, boris: User) -> None:
    await scene.feed(scene.telegram.rename_group(group, "Bureau"))
    await scene.feed(scene.telegram.remove_member(group, boris))
    assert scene.answers(group) == []


@pytest.mark.parametrize("payload", ["jobs", "compare_jobs", "livelihood", "today"])
async def test_deep_links_open_the_page(scene: Scene, boris: User, payload: str) -> None:
    await scene.feed(scene.telegram.start(boris, payload))
    (answer,) = scene.answers(boris)
    assert f"{payload}.0.z" in buttons_of(answer)  # the way to the same page in Chinese


@pytest.mark.parametrize(
    "payload", ["nonsense", "jobs extra", "compare_livelihood", "../etc", "x" * 65, "speak_en"]
)
async def test_deep_links_that_lead_nowhere_open_the_welcome(scene: Scene, anna: User, payload: str) -> None:
    welcome = await scene.ask(anna, "/start")
    answer = await scene.ask(anna, f"/start {payload}")
    assert answer.text == welcome.text
