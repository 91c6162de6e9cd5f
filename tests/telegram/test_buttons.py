"""Pressed buttons edit the message in place; what they carry is not trusted."""

import asyncio

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.briefing.phrases import phrases
from bot.simulator.chats import Chat, User
from bot.telegram.addresses import data_of
from bot.telegram.desk import Desk
from tests.telegram.scene import Scene, buttons_of, today

EXPIRED = phrases("zh")("notice-expired")


async def test_a_button_edits_the_message_in_place(scene: Scene, anna: User) -> None:
    shown = await scene.ask(anna, "/target jobs")
    pressed = await scene.press(anna, shown, "compare_jobs.0.z")
    assert pressed.edited
    assert pressed.text.startswith("📊 城镇新增就业")
    assert scene.answers(anna) == [pressed]


async def test_every_press_is_answered_exactly_once(scene: Scene, anna: User) -> None:
    shown = await scene.ask(anna, "/target jobs")
    for data in buttons_of(shown):
        await scene.press(anna, shown, data)
        shown = await scene.press(anna, shown, "jobs.0.z") if data != "jobs.0.e" else shown
    assert len(scene.telegram.calls_of("answerCallbackQuery")) == len(scene.telegram.alerts)
    assert all(not alert.text for alert in scene.telegram.alerts)


async def test_a_button_in_a_group_edits_the_message_there(scene: Scene, group: Chat, boris: User) -> None:
    shown = await scene.ask(boris, "/target jobs", group)
    pressed = await scene.press(boris, shown, "compare_jobs.0.z", group)
    assert pressed.text.startswith("📊")


async def test_a_button_in_a_topic_edits_the_message_there(scene: Scene, forum: Chat, anna: User) -> None:
    topic = scene.telegram.create_topic(forum, "Jobs").id
    shown = await scene.ask(anna, "/target jobs", forum, topic)
    pressed = await scene.press(anna, shown, "compare_jobs.0.z", forum)
    assert (pressed.topic, pressed.text[0]) == (topic, "📊")


async def test_the_language_button_shows_the_same_in_the_other_language(scene: Scene, anna: User) -> None:
    shown = await scene.ask(anna, "/target jobs")
    pressed = await scene.press(anna, shown, "EN")
    assert pressed.text.splitlines()[1] == "At least 3,400 people"
    assert await scene.press(anna, pressed, "中文") == scene.look(shown, anna)


async def test_a_second_press_on_the_same_changes_nothing(scene: Scene, anna: User) -> None:
    shown = await scene.ask(anna, "/target jobs")
    update = scene.telegram.press(anna, anna, shown, "compare_jobs.0.z")
    again = scene.telegram.press(anna, anna, shown, "compare_jobs.0.z")
    await asyncio.gather(scene.feed(update), scene.feed(again))
    refused = [call for call in scene.telegram.calls_of("editMessageText") if call.error]
    assert len(refused) == 1
    assert "not modified" in str(refused[0].error)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "x",
        ".",
        "jobs",
        "jobs.0",
        "jobs.0.q",
        "jobs.99.z",
        "jobs.100.z",
        "jobs.-1.z",
        "jobs.00.z",
        "jobs.٠.z",
        "nope.0.z",
        "JOBS.0.z",
        "jobs.0.z\n",
        "compare_livelihood.0.z",
        "speak_fr.0.z",
        "../../etc/passwd.0.z",
        "'; DROP TABLE entries; --",
        "<b>",
        "a" * 64,
    ],
)
async def test_forged_data_gets_a_notice_and_nothing_else(scene: Scene, anna: User, data: str) -> None:
    shown = await scene.ask(anna, "/target jobs")
    alert = await scene.forge(anna, shown, data)
    assert alert.text == EXPIRED
    assert scene.look(shown, anna) == shown


async def test_a_button_without_data_gets_a_notice(scene: Scene, anna: User) -> None:
    shown = await scene.ask(anna, "/target jobs")
    update = scene.telegram.forge_press(anna, anna, shown, "jobs.0.z")
    del update["callback_query"]["data"]  # as of a game
    await scene.feed(update)
    assert [alert.text for alert in scene.telegram.alerts] == [EXPIRED]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.one_of(st.text(max_size=64), st.binary(max_size=64).map(lambda raw: raw.decode("latin-1"))))
async def test_random_data_gets_a_notice_and_nothing_else(scene: Scene, desk: Desk, data: str) -> None:
    person = scene.person()
    shown = await scene.ask(person, "/target jobs")
    known = {data_of(view) for view, day in desk._kept if day == today()}
    if data not in known:
        assert (await scene.forge(person, shown, data)).text == EXPIRED
        assert scene.look(shown, person) == shown


async def test_a_message_too_old_to_be_shown_gets_a_notice(scene: Scene, anna: User) -> None:
    shown = await scene.ask(anna, "/target jobs")
    alert = await scene.forge(anna, shown, "compare_jobs.0.z", old=True)
    assert alert.text == EXPIRED
    assert scene.look(shown, anna) == shown


async def test_the_message_of_another_bot_is_left_alone(scene: Scene, group: Chat, anna: User) -> None:
    stranger = scene.telegram.add_user("Other", username="other_bot")
    stranger.is_bot = True
    scene.telegram.add_member(group, stranger)
    update = scene.telegram.send(group, stranger, "hello")
    alert = await scene.forge(anna, scene.telegram.messages(group)[-1], "jobs.0.z", group)
    assert alert.text == EXPIRED
    assert scene.telegram.messages(group)[-1].id == update["message"]["message_id"]
    assert scene.telegram.calls_of("editMessageText") == []


async def test_a_press_without_a_message_gets_a_notice(scene: Scene, anna: User) -> None:
    shown = await scene.ask(anna, "/target jobs")
    update = scene.telegram.forge_press(anna, anna, shown, "jobs.0.z")
    del update["callback_query"]["message"]
    await scene.feed(update)
    assert [alert.text for alert in scene.telegram.alerts] == [EXPIRED]


async def test_the_notice_speaks_as_the_chat_does(scene: Scene, boris: User) -> None:
    shown = await scene.ask(boris, "/language")
    await scene.press(boris, shown, "speak_zh.0.e")
    alert = await scene.forge(boris, shown, "nope.0.z")
    assert alert.text == EXPIRED


async def test_a_message_deleted_meanwhile_is_no_mishap(scene: Scene, anna: User) -> None:
    shown = await scene.ask(anna, "/target jobs")
    update = scene.telegram.press(anna, anna, shown, "compare_jobs.0.z")
    scene.telegram.delete(anna, shown)
    await scene.feed(update)
    assert [alert.text for alert in scene.telegram.alerts] == [""]
    assert scene.answers(anna) == []
