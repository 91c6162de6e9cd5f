"""A briefing that is due becomes one message: the page, what has to be noted, a row of buttons."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.delivery.ports import Refused, Sender, Sent
from bot.report.model import VOICES, Voice
from bot.schedule.schedule import read_schedule
from bot.simulator.chats import Chat as Group
from bot.simulator.chats import User
from bot.simulator.faults import bad_request
from bot.subscriptions.model import Chat, Letter, Reason
from bot.telegram.addresses import View
from bot.telegram.api import Api
from bot.telegram.desk import Desk
from bot.telegram.house import House
from bot.telegram.render import utf16_length
from bot.telegram.sender import BriefingSender
from tests.telegram.scene import NOON, Scene, buttons_of, today

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAILY = read_schedule("daily 12:00 Asia/Shanghai")
LETTER = Letter(
    id=1,
    subscription=7,
    chat=Chat(0),
    thread=0,
    subject="jobs",
    due=NOON.astimezone(UTC),
    attempts=0,
    may_repeat=False,
)


def letter_to(chat: User | Group, *, thread: int = 0, subject: str = "jobs", **choices: Any) -> Letter:
    return replace(LETTER, chat=Chat(chat.id, **choices), thread=thread, subject=subject)


@pytest.fixture
def sender(scene: Scene) -> BriefingSender:
    return BriefingSender(scene.desk, Api(scene.application.bot), "zh", SHANGHAI)


async def test_it_is_the_sender_that_delivery_needs(sender: BriefingSender, anna: User) -> None:
    needed: Sender = sender
    assert isinstance(await needed.send(letter_to(anna), late=False, repeat=False), Sent)


async def test_a_briefing_is_the_page_of_its_subject(
    sender: BriefingSender, scene: Scene, anna: User
) -> None:
    outcome = await sender.send(letter_to(anna), late=False, repeat=False)
    (sent,) = scene.answers(anna)
    asked = await scene.ask(anna, "/target jobs")
    assert outcome == Sent(sent.id)
    assert (sent.text, sent.entities) == (asked.text, asked.entities)
    assert sent.buttons[:-1] == asked.buttons


async def test_the_last_row_opens_pauses_and_ends(sender: BriefingSender, scene: Scene, anna: User) -> None:
    await sender.send(letter_to(anna), late=False, repeat=False)
    last = scene.answers(anna)[0].buttons[-1]
    assert [button.callback_data for button in last] == ["jobs.0.z", "!hold.7", "!drop.7"]
    assert [button.text for button in last] == ["查看", "暂停", "退订"]


async def test_a_briefing_without_buttons_of_its_own_gets_the_row(
    sender: BriefingSender, scene: Scene, anna: User
) -> None:
    page = scene.desk.scheduled("jobs", "zh", today())
    view = View("jobs", 0, "zh")
    bare = replace(scene.desk, _kept={(view, today()): replace(page, keyboard="")})
    await replace(sender, desk=bare).send(letter_to(anna), late=False, repeat=False)
    assert buttons_of(scene.answers(anna)[0]) == ["jobs.0.z", "!hold.7", "!drop.7"]


async def test_a_chat_is_spoken_to_as_it_chose(sender: BriefingSender, scene: Scene, anna: User) -> None:
    await sender.send(letter_to(anna, voice="en"), late=False, repeat=False)
    (sent,) = scene.answers(anna)
    assert "At least 3,400 people" in sent.text
    assert [button.text for button in sent.buttons[-1]] == ["Open", "Pause", "Unsubscribe"]


async def test_the_day_of_a_briefing_is_the_districts(
    sender: BriefingSender, scene: Scene, anna: User
) -> None:
    due = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)  # half past midnight in Shanghai
    letter = replace(letter_to(anna, subject="today", zone="America/New_York"), due=due)
    await sender.send(letter, late=False, repeat=False)
    assert "11月23日" in scene.answers(anna)[0].text.splitlines()[0]


NOTES = {
    "zh": ["补发：原定11月23日 13:00", "前一次发送没有得到确认，这条可能重复"],
    "en": [
        "Sent late: this was due on 23 November at 13:00",
        "An earlier attempt was not confirmed, so you may see this twice",
    ],
}


@pytest.mark.parametrize("voice", VOICES)
async def test_late_and_repeated_briefings_say_so_at_the_end(
    sender: BriefingSender, scene: Scene, anna: User, voice: Voice
) -> None:
    await sender.send(letter_to(anna, voice=voice, zone="Asia/Tokyo"), late=True, repeat=True)
    (sent,) = scene.answers(anna)
    lines = [*NOTES["zh"], *NOTES["en"]] if voice == "both" else NOTES[voice]
    assert sent.text.splitlines()[-len(lines) - 1 :] == ["", *lines]
    assert [entity.type for entity in sent.entities[-len(lines) :]] == ["italic"] * len(lines)


@pytest.mark.parametrize(("late", "repeat", "note"), [(True, False, 0), (False, True, 1)])
async def test_only_what_is_so_is_noted(
    sender: BriefingSender, scene: Scene, anna: User, *, late: bool, repeat: bool, note: int
) -> None:
    await sender.send(letter_to(anna, zone="Asia/Tokyo"), late=late, repeat=repeat)
    assert scene.answers(anna)[0].text.splitlines()[-2:] == ["", NOTES["zh"][note]]


async def test_every_subject_has_room_for_every_note(
    sender: BriefingSender, scene: Scene, anna: User
) -> None:
    for subject in ("today", "targets", *scene.desk.composer.report.entries):
        letter = letter_to(anna, subject=subject, voice="both")
        assert isinstance(await sender.send(letter, late=True, repeat=True), Sent), subject
    assert max(utf16_length(sent.text) for sent in scene.answers(anna)) <= 4096


@pytest.mark.parametrize("chosen", [None, True, False])
async def test_groups_and_who_chose_it_are_told_silently(
    sender: BriefingSender, scene: Scene, anna: User, group: Group, *, chosen: bool | None
) -> None:
    for chat in (anna, group):
        await sender.send(letter_to(chat, is_silent=chosen), late=False, repeat=False)
    silent = [scene.answers(chat)[0].silent for chat in (anna, group)]
    assert silent == ([False, True] if chosen is None else [chosen, chosen])


async def test_a_topics_briefing_goes_to_the_topic(
    sender: BriefingSender, scene: Scene, forum: Group
) -> None:
    topic = scene.telegram.create_topic(forum, "Targets")
    await sender.send(letter_to(forum, thread=topic.id), late=False, repeat=False)
    await sender.send(letter_to(forum), late=False, repeat=False)
    assert [sent.topic for sent in scene.answers(forum)] == [topic.id, None]


async def test_what_telegram_cannot_read_goes_out_plain_with_its_note(
    sender: BriefingSender, scene: Scene, anna: User, caplog: pytest.LogCaptureFixture
) -> None:
    scene.telegram.fail_next("sendMessage", bad_request("can't parse entities: unexpected end tag"))
    outcome = await sender.send(letter_to(anna), late=False, repeat=True)
    (sent,) = scene.answers(anna)
    assert outcome == Sent(sent.id)
    assert sent.entities == ()
    assert sent.text.endswith(NOTES["zh"][1])
    assert "our HTML was refused" in caplog.text


async def test_a_subject_that_is_no_more_is_refused(sender: BriefingSender, scene: Scene, anna: User) -> None:
    outcome = await sender.send(letter_to(anna, subject="no-such-thing"), late=False, repeat=False)
    assert outcome == Refused(Reason.UNKNOWN_SUBJECT)
    assert scene.telegram.calls_of("sendMessage") == []


@pytest.mark.parametrize(("rate", "is_paid"), [(30, False), (31, True), (1000, True)])
async def test_more_than_telegram_gives_for_nothing_is_paid_for(
    desk: Desk, rate: int, *, is_paid: bool
) -> None:
    scene = Scene(desk, house=House(messages_per_second=rate))
    scene.telegram.set_rules(replace(scene.telegram.rules, flood_limits=True))
    async with scene.application:
        people = [scene.person() for _ in range(40)]
        for person in people:
            await scene.store.subscriptions.add(person.id, 0, "jobs", DAILY, scene.now)
        await scene.turn_to(scene.now + timedelta(days=1))
        calls = scene.telegram.calls_of("sendMessage")
        assert {call.params.get("allow_paid_broadcast", False) for call in calls} == {is_paid}
        assert any(call.error for call in calls) is not is_paid  # the clock of the limits stands still


async def test_the_same_page_is_not_made_twice(scene: Scene) -> None:
    first = scene.desk.scheduled("jobs", "zh", today())
    assert scene.desk.scheduled("jobs", "zh", today()) is first
    assert scene.desk.scheduled("jobs", "zh", today() + timedelta(days=1)) is not first


@pytest.mark.parametrize(("voice", "lines"), [("zh", 1), ("en", 1), ("both", 2)])
async def test_a_group_is_told_that_a_topic_is_gone(
    sender: BriefingSender, scene: Scene, forum: Group, voice: Voice, lines: int
) -> None:
    await sender.tell_topic_is_gone(Chat(forum.id, voice=voice))
    (sent,) = scene.answers(forum)
    assert sent.topic is None
    assert sent.silent
    assert len(sent.text.splitlines()) == lines


async def test_a_group_that_cannot_be_told_is_only_logged(
    sender: BriefingSender, scene: Scene, forum: Group, caplog: pytest.LogCaptureFixture
) -> None:
    scene.telegram.remove_bot(forum)
    await sender.tell_topic_is_gone(Chat(forum.id))
    assert "could not say that a topic is gone: Forbidden" in caplog.text
