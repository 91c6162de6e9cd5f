"""An edited question edits its answer."""

import pytest

from bot.simulator.chats import Chat, User
from tests.telegram.scene import Scene


async def test_an_edited_question_edits_the_answer(scene: Scene, anna: User) -> None:
    asked = await scene.say(anna, "/target jobs")
    await scene.edit(asked, "/target afforestation")
    (answer,) = scene.answers(anna)
    assert answer.edited
    assert answer.text.startswith("🎯 营造林面积")


async def test_a_mended_question_turns_the_refusal_into_an_answer(scene: Scene, anna: User) -> None:
    asked = await scene.say(anna, "没有这个东西吧")
    assert scene.answers(anna)[0].text.startswith("🤷")
    await scene.edit(asked, "就业")
    (answer,) = scene.answers(anna)
    assert answer.text.startswith("🎯 城镇新增就业")


async def test_the_keyboard_is_edited_too(scene: Scene, anna: User) -> None:
    asked = await scene.say(anna, "/target jobs")
    await scene.edit(asked, "/privacy")
    (answer,) = scene.answers(anna)
    assert answer.button("about.0.z")
    with pytest.raises(LookupError):
        answer.button("compare_jobs.0.z")


async def test_an_edit_that_changes_no_words_does_nothing(scene: Scene, anna: User) -> None:
    asked = await scene.say(anna, "/target jobs")
    await scene.edit(asked, "/target jobs")
    assert scene.telegram.calls_of("editMessageText") == []
    assert len(scene.answers(anna)) == 1


async def test_other_words_for_the_same_change_nothing(scene: Scene, anna: User) -> None:
    asked = await scene.say(anna, "/target jobs")
    await scene.edit(asked, "/target 就业")
    (answer,) = scene.answers(anna)
    assert not answer.edited


async def test_an_edit_of_an_unknown_question_is_answered_anew(scene: Scene, anna: User) -> None:
    asked = scene.telegram.send(anna, anna, "/target jobs")  # while the bot was away
    await scene.edit(asked, "/target afforestation")
    (answer,) = scene.answers(anna)
    assert not answer.edited


async def test_an_edit_can_be_edited_again(scene: Scene, anna: User) -> None:
    asked = await scene.say(anna, "/target jobs")
    await scene.edit(asked, "/target afforestation")
    await scene.edit(asked, "/target jobs")
    (answer,) = scene.answers(anna)
    assert answer.text.startswith("🎯 城镇新增就业")


async def test_each_question_keeps_its_own_answer(scene: Scene, anna: User) -> None:
    first, _ = await scene.say(anna, "/target jobs"), await scene.say(anna, "/areas")
    await scene.edit(first, "/privacy")
    assert [answer.text[0] for answer in scene.answers(anna)] == ["🔒", "📌"]


async def test_an_edit_in_a_group_edits_the_answer_there(scene: Scene, group: Chat, boris: User) -> None:
    asked = await scene.say(boris, "/target jobs", group)
    await scene.edit(asked, "/target afforestation")
    (answer,) = scene.answers(group)
    assert answer.text.startswith("🎯 营造林面积")


async def test_a_command_edited_into_chatter_keeps_its_answer(scene: Scene, group: Chat, boris: User) -> None:
    asked = await scene.say(boris, "/target jobs", group)
    await scene.edit(asked, "never mind")
    (answer,) = scene.answers(group)
    assert not answer.edited


async def test_an_answer_deleted_meanwhile_is_no_mishap(scene: Scene, anna: User) -> None:
    asked = await scene.say(anna, "/target jobs")
    scene.telegram.delete(anna, scene.answers(anna)[0])
    await scene.edit(asked, "/target afforestation")
    assert scene.answers(anna) == []
