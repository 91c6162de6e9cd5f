"""When a handler fails: one sentence with a number for the person, the traceback for the log."""

import re
from collections.abc import AsyncIterator, Callable
from datetime import date

import pytest

from bot.briefing.briefing import Briefing
from bot.briefing.compose import Composer
from bot.briefing.context import Context
from bot.briefing.phrases import phrases
from bot.report.model import Voice
from bot.simulator.chats import Chat, User
from bot.simulator.faults import ApiError, Fault, NetworkFault, bad_request, forbidden, too_many_requests
from bot.telegram.desk import Desk
from tests.telegram.scene import TOKEN, Scene

SECRET = "我的秘密问题"
TROUBLES = {
    "too many requests": too_many_requests(3),
    "time-out": NetworkFault.TIMED_OUT,
    "reset": NetworkFault.CONNECTION_RESET,
    "server error": ApiError(500, "Internal Server Error"),
    "bad gateway": ApiError(502, "Bad Gateway"),
    "unknown refusal": bad_request("something new"),
    "revoked token": ApiError(401, "Unauthorized"),
}


class FailingComposer(Composer):
    """Fails as careless code would: with a person's words and a token in the message."""

    def told(self, voice: Voice, day: date, compose: Callable[[Context], Briefing]) -> Briefing:
        raise ValueError(f"{SECRET} {TOKEN} {voice} {day} {compose}") from KeyError(SECRET)


@pytest.fixture
async def broken(desk: Desk) -> AsyncIterator[Scene]:
    """A scene in which nothing can be composed."""
    scene = Scene(Desk(FailingComposer(desk.composer.report), desk.find_asking))
    async with scene.application:
        yield scene
    assert [type(error) for error in scene.errors] == [ValueError]


def number_in(text: str) -> str:
    found = re.search(r"\b[0-9A-F]{6}\b", text)
    assert found
    return found[0]


async def test_the_person_gets_one_sentence_with_a_number(broken: Scene) -> None:
    answer = await broken.ask(broken.person("zh"), SECRET)
    assert answer.text == phrases("zh")("error-sorry", number=number_in(answer.text))


async def test_the_sentence_is_in_the_language_of_the_person(broken: Scene) -> None:
    answer = await broken.ask(broken.person("en"), SECRET)
    assert answer.text == phrases("en")("error-sorry", number=number_in(answer.text))


async def test_the_log_has_the_number_and_the_traceback(
    broken: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await broken.ask(broken.person(), SECRET)
    (record,) = caplog.records
    assert number_in(answer.text) in record.getMessage()
    assert "in told" in record.getMessage()
    assert "builtins.ValueError" in record.getMessage()


async def test_the_log_has_neither_words_of_the_person_nor_the_token(
    broken: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    await broken.ask(broken.person(), SECRET)
    assert caplog.text
    assert SECRET not in caplog.text
    assert TOKEN not in caplog.text


async def test_who_pressed_a_button_gets_the_sentence_as_an_alert(broken: Scene) -> None:
    person = broken.person()
    sent = broken.telegram.call("sendMessage", {"chat_id": person.id, "text": "from before the restart"})
    shown = broken.telegram.messages(person)[-1]
    assert shown.id == sent["message_id"]
    alert = await broken.forge(person, shown, "jobs.0.z")
    assert alert.show_alert
    assert alert.text == phrases("zh")("error-sorry", number=number_in(alert.text))


async def test_the_sentence_stays_in_the_topic(broken: Scene) -> None:
    person = broken.person()
    forum = broken.telegram.create_group("Forum", person, forum=True)
    topic = broken.telegram.create_topic(forum, "Jobs").id
    answer = await broken.ask(person, "/target jobs", forum, topic)
    assert answer.topic == topic


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
async def test_trouble_with_telegram_is_survived_and_logged(
    scene: Scene, anna: User, trouble: Fault, caplog: pytest.LogCaptureFixture
) -> None:
    scene.telegram.fail_next("sendMessage", trouble, times=20)  # it is tried again
    await scene.say(anna, f"/search {SECRET}")
    assert len(scene.take_errors()) == 1
    assert "error" in caplog.text
    assert SECRET not in caplog.text
    scene.telegram.end_trouble()
    assert (await scene.ask(anna, "/target jobs")).text


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
async def test_trouble_while_editing_is_survived(scene: Scene, anna: User, trouble: Fault) -> None:
    shown = await scene.ask(anna, "/target jobs")
    scene.telegram.fail_next("editMessageText", trouble, times=20)
    await scene.press(anna, shown, "compare_jobs.0.z")
    assert len(scene.take_errors()) == 1
    scene.telegram.end_trouble()
    assert "3,400 people" in (await scene.press(anna, shown, "EN")).text


async def test_when_the_sentence_cannot_be_sent_either_the_log_says_so(
    scene: Scene, anna: User, caplog: pytest.LogCaptureFixture
) -> None:
    scene.telegram.fail_next("sendMessage", too_many_requests(3), times=20)
    await scene.say(anna, "/target jobs")
    assert len(scene.take_errors()) == 1
    assert "could not say so: RetryAfter" in caplog.text


async def test_who_blocked_the_bot_is_no_mishap(
    scene: Scene, anna: User, caplog: pytest.LogCaptureFixture
) -> None:
    asked = scene.telegram.send(anna, anna, "/target jobs")
    scene.telegram.block_bot(anna)
    await scene.feed(asked)
    assert len(scene.take_errors()) == 1
    assert not [record for record in caplog.records if record.levelname != "INFO"]


async def test_a_group_the_bot_may_not_write_in_is_no_mishap(
    scene: Scene, group: Chat, anna: User, caplog: pytest.LogCaptureFixture
) -> None:
    scene.telegram.fail_next("sendMessage", forbidden("bot was kicked from the supergroup chat"))
    await scene.say(anna, "/target jobs", group)
    assert len(scene.take_errors()) == 1
    assert not [record for record in caplog.records if record.levelname != "INFO"]


async def test_a_press_answered_too_late_is_no_mishap(scene: Scene, anna: User) -> None:
    shown = await scene.ask(anna, "/target jobs")
    scene.telegram.fail_next(
        "answerCallbackQuery", bad_request("query is too old and response timeout expired")
    )
    pressed = await scene.press(anna, shown, "compare_jobs.0.z")
    assert pressed.text.startswith("📊")
