"""Who writes faster than anybody reads: what they and the others see of it."""

import pytest
from telegram import Update

from bot.briefing.phrases import phrases
from bot.report.model import Language
from bot.simulator.chats import Chat, Json, User
from tests.telegram.scene import Scene


async def arrive(scene: Scene, sent: Json) -> None:
    """As an update that is fetched: past the gate, which `feed` does not know."""
    application = scene.application
    update = Update.de_json(sent, application.bot)
    await application.update_processor.process_update(update, application.process_update(update))


async def write(
    scene: Scene, who: User, times: int, chat: Chat | None = None, topic: int | None = None
) -> None:
    for _ in range(times):
        await arrive(scene, scene.telegram.send(chat or who, who, "/target jobs", topic=topic))


@pytest.mark.parametrize(("client", "language"), [("zh-hans", "zh"), ("ru", "en")])
async def test_a_flood_is_told_once_and_then_ignored_for_a_minute(
    scene: Scene, client: str, language: Language
) -> None:
    person = scene.person(client)
    await write(scene, person, 25)
    said = [answer.text for answer in scene.answers(person)]
    assert len(said) == 21
    assert said[-1] == phrases(language)("refused-flooding")
    scene.seconds += 61
    await write(scene, person, 1)
    assert len(scene.answers(person)) == 22


async def test_others_are_answered_meanwhile(scene: Scene, anna: User, boris: User) -> None:
    await write(scene, anna, 25)
    await write(scene, boris, 1)
    assert len(scene.answers(boris)) == 1


async def test_who_presses_too_fast_is_told_in_passing(scene: Scene, anna: User) -> None:
    await write(scene, anna, 1)
    (shown,) = scene.answers(anna)
    for _ in range(24):
        await arrive(scene, scene.telegram.press(anna, anna, shown, shown.buttons[0][0].text))
        shown = scene.look(shown, anna)
    sentence = phrases("zh")("refused-flooding")
    assert [alert.text for alert in scene.telegram.alerts].count(sentence) == 1
    assert len(scene.answers(anna)) == 1


async def test_in_a_topic_it_is_said_there(scene: Scene, forum: Chat, anna: User) -> None:
    topic = scene.telegram.create_topic(forum, "Jobs").id
    await write(scene, anna, 21, forum, topic)
    last = scene.answers(forum)[-1]
    assert (last.topic, last.text) == (topic, phrases("zh")("refused-flooding"))
