"""Texts in HTML reach the person even when Telegram cannot read our HTML."""

import pytest
from telegram.error import BadRequest

from bot.simulator.chats import User
from bot.simulator.faults import bad_request
from bot.telegram.api import Api
from tests.telegram.scene import Scene

UNREADABLE = bad_request('can\'t parse entities: Unsupported start tag "秘密" at byte offset 3')


async def test_what_telegram_cannot_read_goes_out_as_plain_text(scene: Scene, anna: User) -> None:
    scene.telegram.fail_next("sendMessage", UNREADABLE)
    answer = await scene.ask(anna, "/target jobs")
    assert answer.text.splitlines()[:2] == ["🎯 城镇新增就业 · 2026年目标", "不少于 3,400人"]
    assert answer.entities == ()
    assert answer.buttons


async def test_plain_text_shows_what_was_escaped_as_it_was(scene: Scene, anna: User) -> None:
    await Api(scene.application.bot).call_with_html("sendMessage", "<b>1 &lt; 2 &amp; 3", chat_id=anna.id)
    assert scene.answers(anna)[0].text == "1 < 2 & 3"


async def test_unreadable_html_is_logged_loudly_without_quoting(
    scene: Scene, anna: User, caplog: pytest.LogCaptureFixture
) -> None:
    scene.telegram.fail_next("sendMessage", UNREADABLE)
    await scene.ask(anna, "/target jobs")
    (record,) = caplog.records
    assert record.levelname == "ERROR"
    assert "our HTML was refused by sendMessage" in record.getMessage()
    assert "秘密" not in record.getMessage()


async def test_an_edit_telegram_cannot_read_goes_out_as_plain_text(scene: Scene, anna: User) -> None:
    shown = await scene.ask(anna, "/target jobs")
    scene.telegram.fail_next("editMessageText", UNREADABLE)
    pressed = await scene.press(anna, shown, "compare_jobs.0.z")
    assert pressed.text.startswith("📊")
    assert pressed.entities == ()


async def test_other_refusals_are_raised(scene: Scene) -> None:
    with pytest.raises(BadRequest, match="not found"):
        await Api(scene.application.bot).call_with_html("sendMessage", "x", chat_id=1)


async def test_links_get_no_preview(scene: Scene, anna: User) -> None:
    await scene.ask(anna, "/about")
    (call,) = scene.telegram.calls_of("sendMessage")
    assert call.params["link_preview_options"] == {"is_disabled": True}


async def test_what_is_none_is_left_out(scene: Scene, anna: User) -> None:
    await Api(scene.application.bot).call("sendMessage", chat_id=anna.id, text="x", reply_markup=None)
    (call,) = scene.telegram.calls_of("sendMessage")
    assert "reply_markup" not in call.params
