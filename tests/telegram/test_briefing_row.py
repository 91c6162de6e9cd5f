"""The row of buttons under a scheduled briefing stays while other pages are shown in its message."""

import pytest

from bot.briefing.phrases import phrases
from bot.simulator.chats import User
from bot.simulator.shown import ShownMessage
from tests.telegram.scene import NOON, Scene, buttons_of

SAY = phrases("zh")
TOMORROW = NOON.replace(day=24, hour=8, minute=30)


async def briefing(scene: Scene, who: User, subject: str) -> ShownMessage:
    """What came as it was subscribed to."""
    proposal = await scene.ask(who, f"/subscribe {subject} 工作日 8:30")
    await scene.press(who, proposal, SAY("button-make"))
    await scene.turn_to(TOMORROW)
    return scene.answers(who)[-1]


def row(message: ShownMessage) -> list[str]:
    return [button.text for button in message.buttons[-1]]


@pytest.mark.parametrize("subject", ["jobs", "today", "targets"])
async def test_in_another_language_the_row_is_there_in_that_language(
    scene: Scene, anna: User, subject: str
) -> None:
    shown = await scene.press(anna, await briefing(scene, anna, subject), "EN")
    assert row(shown) == ["Open", "Pause", "Unsubscribe"]
    assert buttons_of(shown)[-3:] == [f"{subject}.0.e", "!hold.1", "!drop.1"]
    back = await scene.press(anna, shown, "中文")
    assert row(back) == ["查看", "暂停", "退订"]


async def test_from_another_page_the_row_leads_back_to_the_briefing(scene: Scene, anna: User) -> None:
    sent = await briefing(scene, anna, "jobs")
    away = await scene.press(anna, sent, "livelihood.0.z")
    assert buttons_of(away)[-3:] == ["jobs.0.z", "!hold.1", "!drop.1"]
    assert (await scene.press(anna, away, "查看")).text == sent.text


async def test_the_kept_row_still_ends_the_subscription(scene: Scene, anna: User) -> None:
    shown = await scene.press(anna, await briefing(scene, anna, "jobs"), "EN")
    assert await scene.press(anna, shown, "Unsubscribe") == shown
    assert await scene.store.subscriptions.of(anna.id) == ()


async def test_an_answer_that_was_asked_for_gets_no_row(scene: Scene, anna: User) -> None:
    await briefing(scene, anna, "jobs")
    shown = await scene.press(anna, await scene.ask(anna, "/target jobs"), "EN")
    assert not [data for data in buttons_of(shown) if data.startswith("!")]
