"""What a chat is spoken to in: guessed from the client, then as chosen."""

import pytest

from bot.briefing.phrases import phrases
from bot.simulator.chats import Chat, User
from bot.simulator.faults import forbidden
from tests.telegram.scene import Scene

WELCOME = {"zh": phrases("zh")("start-lead"), "en": phrases("en")("start-lead")}


@pytest.mark.parametrize(
    ("client", "language"),
    [
        ("zh-hans", "zh"),
        ("zh-hant", "zh"),
        ("zh", "zh"),
        ("en", "en"),
        ("en-GB", "en"),
        ("ru", "en"),
        ("", "zh"),
    ],
)
async def test_a_private_chat_begins_in_the_language_of_the_client(
    scene: Scene, client: str, language: str
) -> None:
    answer = await scene.ask(scene.person(client), "/start")
    assert WELCOME[language] in answer.text


async def test_a_group_begins_in_the_language_of_the_house(scene: Scene, group: Chat, boris: User) -> None:
    answer = await scene.ask(boris, "/target jobs", group)
    assert "不少于 3,400人" in answer.text


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_chosen_language_stays(scene: Scene, boris: User, language: str) -> None:
    shown = await scene.ask(boris, "/language")
    await scene.press(boris, shown, phrases("en")(f"voice-{language}"))
    answer = await scene.ask(boris, "/start")
    assert WELCOME[language] in answer.text


async def test_the_choice_is_confirmed_and_shows_the_welcome(scene: Scene, boris: User) -> None:
    shown = await scene.ask(boris, "/language")
    pressed = await scene.press(boris, shown, "speak_zh.0.e")
    assert [alert.text for alert in scene.telegram.alerts] == [phrases("zh")("language-set-zh")]
    assert WELCOME["zh"] in pressed.text


async def test_both_languages_stand_side_by_side(scene: Scene, anna: User) -> None:
    shown = await scene.ask(anna, "/language")
    await scene.press(anna, shown, "speak_both.0.z")
    answer = await scene.ask(anna, "/target jobs")
    assert "不少于 3,400人\nAt least 3,400 people" in answer.text
    assert answer.text.count("全年城镇新增就业3400人以上") == 1


async def test_from_both_languages_a_button_leads_to_either(scene: Scene, anna: User) -> None:
    await scene.press(anna, await scene.ask(anna, "/language"), "speak_both.0.z")
    shown = await scene.ask(anna, "/target jobs")
    assert (shown.button("中文").callback_data, shown.button("EN").callback_data) == ("jobs.0.z", "jobs.0.e")


async def test_the_choice_of_one_chat_leaves_others_alone(
    scene: Scene, group: Chat, anna: User, boris: User
) -> None:
    await scene.press(anna, await scene.ask(anna, "/language"), "speak_en.0.z")
    answer = await scene.ask(anna, "/target jobs", group)
    assert "不少于" in answer.text
    assert WELCOME["en"] in (await scene.ask(boris, "/start")).text


async def test_admins_choose_for_their_group(scene: Scene, group: Chat, anna: User, boris: User) -> None:
    shown = await scene.ask(anna, "/language", group)
    await scene.press(anna, shown, "speak_en.0.z", group)
    answer = await scene.ask(boris, "/target jobs", group)
    assert "At least 3,400 people" in answer.text


async def test_members_do_not_choose_for_the_group(scene: Scene, group: Chat, boris: User) -> None:
    shown = await scene.ask(boris, "/language", group)
    pressed = await scene.press(boris, shown, "speak_en.0.z", group)
    assert [alert.text for alert in scene.telegram.alerts] == [phrases("en")("notice-administrators")]
    assert pressed == shown
    assert "不少于" in (await scene.ask(boris, "/target jobs", group)).text


async def test_anonymous_admins_choose_for_their_group(scene: Scene, group: Chat, boris: User) -> None:
    scene.telegram.set_member(group, boris, "administrator", anonymous=True)
    shown = await scene.ask(boris, "/language", group)
    await scene.press(boris, shown, "speak_en.0.z", group)
    assert "At least" in (await scene.ask(boris, "/target jobs", group)).text


async def test_who_is_no_admin_any_more_does_not_choose(scene: Scene, group: Chat, boris: User) -> None:
    scene.telegram.set_member(group, boris, "administrator")
    shown = await scene.ask(boris, "/language", group)
    scene.telegram.set_member(group, boris, "member")
    assert await scene.press(boris, shown, "speak_en.0.z", group) == shown


async def test_when_telegram_does_not_say_who_is_admin_nobody_chooses(
    scene: Scene, group: Chat, anna: User
) -> None:
    shown = await scene.ask(anna, "/language", group)
    scene.telegram.fail_next("getChatMember", forbidden("bot is not a member of the supergroup chat"))
    assert await scene.press(anna, shown, "speak_en.0.z", group) == shown
