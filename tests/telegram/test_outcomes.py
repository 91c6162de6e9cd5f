"""Every way a scheduled briefing can fail, on the local Telegram, and what delivery is told of it."""

import socket

import pytest
from telegram import Bot
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError
from telegram.warnings import PTBDeprecationWarning

from bot.delivery.ports import (
    Flooded,
    Migrated,
    NoAnswer,
    NotSent,
    Outcome,
    Refused,
    Sent,
    TopicTrouble,
    Unreachable,
)
from bot.simulator.chats import Chat as Group
from bot.simulator.chats import User
from bot.simulator.faults import ApiError, Fault, NetworkFault, bad_request, too_many_requests
from bot.subscriptions.model import Lost, Reason
from bot.telegram.api import Api
from bot.telegram.outcomes import outcome_of
from bot.telegram.sender import BriefingSender
from bot.telegram.transport import AiohttpRequest
from tests.telegram.scene import TOKEN, Scene
from tests.telegram.test_sender import SHANGHAI, letter_to


async def sent_to(scene: Scene, chat: User | Group, thread: int = 0) -> Outcome:
    sender = BriefingSender(scene.desk, Api(scene.application.bot), "zh", SHANGHAI)
    return await sender.send(letter_to(chat, thread=thread), late=False, repeat=False)


async def test_a_person_who_blocked_the_bot_is_lost(scene: Scene, anna: User) -> None:
    scene.telegram.block_bot(anna)
    assert await sent_to(scene, anna) == Unreachable(Lost.BLOCKED)


async def test_a_person_whose_account_is_gone_is_lost(scene: Scene, anna: User) -> None:
    scene.telegram.deactivate_user(anna)
    assert await sent_to(scene, anna) == Unreachable(Lost.DEACTIVATED)


async def test_a_person_who_never_wrote_is_lost(scene: Scene) -> None:
    assert await sent_to(scene, scene.telegram.add_user("Clara")) == Unreachable(Lost.BLOCKED)


@pytest.mark.parametrize("basic", [True, False])
async def test_a_group_that_removed_the_bot_is_lost(scene: Scene, anna: User, *, basic: bool) -> None:
    group = scene.telegram.create_group("Office", anna, basic=basic)
    scene.telegram.remove_bot(group)
    assert await sent_to(scene, group) == Unreachable(Lost.KICKED)


async def test_a_group_without_the_bot_is_lost(scene: Scene, anna: User) -> None:
    group = scene.telegram.create_group("Office", anna, basic=True)
    scene.telegram.set_member(group, scene.telegram.bot, "left")
    assert await sent_to(scene, group) == Unreachable(Lost.KICKED)


@pytest.mark.parametrize(("basic", "why"), [(True, Lost.KICKED), (False, Lost.NOT_FOUND)])
async def test_a_group_that_is_gone_is_lost(scene: Scene, anna: User, *, basic: bool, why: Lost) -> None:
    group = scene.telegram.create_group("Office", anna, basic=basic)
    scene.telegram.delete_group(group)
    assert await sent_to(scene, group) == Unreachable(why)


async def test_a_group_in_which_the_bot_may_not_write_is_lost(scene: Scene, group: Group) -> None:
    scene.telegram.allow_writing(group, allowed=False)
    assert await sent_to(scene, group) == Unreachable(Lost.NO_RIGHTS)


async def test_a_group_that_moved_names_its_new_number(scene: Scene, anna: User) -> None:
    group = scene.telegram.create_group("Office", anna, basic=True)
    new = scene.telegram.migrate_group(group)
    assert await sent_to(scene, group) == Migrated(new.id)
    assert isinstance(await sent_to(scene, new), Sent)


async def test_a_deleted_topic_is_trouble_with_the_topic(scene: Scene, forum: Group) -> None:
    topic = scene.telegram.create_topic(forum, "Targets")
    scene.telegram.delete_topic(forum, topic.id)
    assert await sent_to(scene, forum, topic.id) == TopicTrouble(Reason.TOPIC_GONE)


async def test_a_closed_topic_is_trouble_with_the_topic(scene: Scene, forum: Group) -> None:
    topic = scene.telegram.create_topic(forum, "Targets")
    scene.telegram.close_topic(forum, topic.id)
    assert await sent_to(scene, forum, topic.id) == TopicTrouble(Reason.TOPIC_CLOSED)


async def test_a_closed_general_topic_has_nowhere_to_turn_to(scene: Scene, forum: Group) -> None:
    scene.telegram.close_topic(forum)
    assert await sent_to(scene, forum) == Refused(Reason.REFUSED)


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (too_many_requests(7), Flooded(7)),
        (ApiError(500, "Internal Server Error"), NotSent()),
        (ApiError(401, "Unauthorized"), NotSent()),
        (ApiError(409, "Conflict: terminated by other getUpdates request"), NotSent()),
        (ApiError(502, "Bad Gateway"), NoAnswer()),
        (ApiError(504, "Gateway Timeout"), NoAnswer()),
        (NetworkFault.CONNECTION_RESET, NoAnswer()),
        (NetworkFault.TIMED_OUT, NoAnswer()),
    ],
)
async def test_what_passes_is_told_from_what_may_have_arrived(
    scene: Scene, anna: User, fault: Fault, outcome: Outcome
) -> None:
    scene.telegram.fail_next("sendMessage", fault)
    assert await sent_to(scene, anna) == outcome


async def test_an_older_way_of_saying_how_long_to_wait_is_understood(
    scene: Scene, anna: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PTB_TIMEDELTA")
    scene.telegram.fail_next("sendMessage", too_many_requests(7))
    with pytest.warns(PTBDeprecationWarning):
        assert await sent_to(scene, anna) == Flooded(7)


async def test_a_request_that_never_left_was_not_sent(scene: Scene, anna: User) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    async with AiohttpRequest(proxy=f"http://127.0.0.1:{port}") as request:
        api = Api(Bot(TOKEN, base_url="http://telegram.invalid/bot", request=request))
        sender = BriefingSender(scene.desk, api, "zh", SHANGHAI)
        assert await sender.send(letter_to(anna), late=False, repeat=False) == NotSent()


async def test_an_unknown_refusal_loses_nobody_and_is_logged_without_quotes(
    scene: Scene, anna: User, caplog: pytest.LogCaptureFixture
) -> None:
    scene.telegram.fail_next("sendMessage", bad_request('something "秘密" is new'))
    assert await sent_to(scene, anna) == Refused(Reason.REFUSED)
    (record,) = caplog.records
    assert record.levelname == "ERROR"
    assert "秘密" not in record.getMessage()


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (BadRequest("Not enough rights to send text messages to the chat"), Unreachable(Lost.NO_RIGHTS)),
        (BadRequest("Have no rights to send a message"), Unreachable(Lost.NO_RIGHTS)),
        (BadRequest("CHAT_WRITE_FORBIDDEN"), Unreachable(Lost.NO_RIGHTS)),
        (BadRequest("Need administrator rights in the channel chat"), Unreachable(Lost.NO_RIGHTS)),
        (BadRequest("Message thread not found"), Refused(Reason.REFUSED)),  # in the general topic
        (Forbidden("Forbidden: something new"), Unreachable(Lost.KICKED)),
        (InvalidToken("Unauthorized"), NotSent()),
        (NetworkError("Internal Server Error (500). Parsing the server response b'' failed"), NoAnswer()),
        (TelegramError("Invalid server response"), NoAnswer()),
    ],
)
def test_other_words_have_their_outcome_too(error: TelegramError, outcome: Outcome) -> None:
    assert outcome_of(error, 0) == outcome
