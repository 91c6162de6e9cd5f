"""What answers a person waits its turn, obeys Telegram, and is tried again where that does no harm."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.simulator.chats import User
from bot.simulator.faults import Fault, NetworkFault, bad_request, too_many_requests
from bot.simulator.request import LocalRequest
from bot.simulator.telegram import LocalTelegram
from bot.telegram.api import Api
from bot.telegram.unsent import UnsentError
from tests.telegram.scene import TOKEN, Scene


@dataclass(slots=True)
class OpenLane:
    """Lets everybody through; remembers who came, how long Telegram asked to wait, and what was slept."""

    came: list[int] = field(default_factory=list)
    floods: list[tuple[int, float]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)

    async def for_person(self, chat: int) -> None:
        self.came.append(chat)

    def flooded(self, chat: int, seconds: float) -> None:
        self.floods.append((chat, seconds))

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


class LooseCable(LocalRequest):
    """Does not get through the first times."""

    def __init__(self, telegram: LocalTelegram, failures: int) -> None:
        super().__init__(telegram)
        self.failures = failures

    async def do_request(self, *given: Any, **named: Any) -> tuple[int, bytes]:
        self.failures -= 1
        if self.failures >= 0:
            raise UnsentError("nobody listens")
        return await super().do_request(*given, **named)


@pytest.fixture
def lane() -> OpenLane:
    return OpenLane()


@pytest.fixture
def api(scene: Scene, lane: OpenLane) -> Api:
    return Api(scene.application.bot, lane, sleep=lane.sleep)


def over_a_loose_cable(scene: Scene, lane: OpenLane, failures: int) -> Api:
    bot = Bot(TOKEN, base_url="http://local/bot", request=LooseCable(scene.telegram, failures))
    return Api(bot, lane, sleep=lane.sleep)


async def test_an_answer_waits_its_turn(api: Api, lane: OpenLane, scene: Scene, anna: User) -> None:
    sent = await api.call_with_html("sendMessage", "1", chat_id=anna.id)
    await api.call_with_html("editMessageText", "2", chat_id=anna.id, message_id=sent["message_id"])
    assert lane.came == [anna.id, anna.id]
    assert scene.answers(anna)[0].text == "2"


async def test_other_calls_and_inline_messages_need_no_turn(api: Api, lane: OpenLane, anna: User) -> None:
    await api.call("sendMessage", chat_id=anna.id, text="1")
    with pytest.raises(BadRequest):
        await api.call_with_html("editMessageText", "2", inline_message_id="x")
    assert lane.came == []


async def test_a_flood_is_waited_out_as_told(api: Api, lane: OpenLane, scene: Scene, anna: User) -> None:
    scene.telegram.fail_next("sendMessage", too_many_requests(7), times=5)
    await api.call_with_html("sendMessage", "1", chat_id=anna.id)
    assert lane.floods == [(anna.id, 7)] * 5
    assert lane.slept == [7] * 5
    assert len(lane.came) == 6


async def test_a_flood_without_end_is_raised(api: Api, lane: OpenLane, scene: Scene, anna: User) -> None:
    scene.telegram.fail_next("sendMessage", too_many_requests(7), times=6)
    with pytest.raises(RetryAfter):
        await api.call_with_html("sendMessage", "1", chat_id=anna.id)
    assert len(lane.floods) == 6
    assert len(lane.slept) == 5


async def test_what_never_left_is_sent_again(scene: Scene, lane: OpenLane, anna: User) -> None:
    await over_a_loose_cable(scene, lane, 3).call_with_html("sendMessage", "1", chat_id=anna.id)
    assert lane.slept == [1, 2, 4]
    assert [sent.text for sent in scene.answers(anna)] == ["1"]


async def test_what_never_leaves_is_raised(scene: Scene, lane: OpenLane, anna: User) -> None:
    with pytest.raises(UnsentError):
        await over_a_loose_cable(scene, lane, 4).call_with_html("sendMessage", "1", chat_id=anna.id)
    assert lane.slept == [1, 2, 4]


async def test_a_broken_connection_is_tried_once_more(
    api: Api, lane: OpenLane, scene: Scene, anna: User
) -> None:
    scene.telegram.fail_next("sendMessage", NetworkFault.CONNECTION_RESET)
    await api.call_with_html("sendMessage", "1", chat_id=anna.id)
    assert len(lane.came) == 2
    assert len(scene.answers(anna)) == 1


async def test_a_connection_that_breaks_again_is_raised(
    api: Api, lane: OpenLane, scene: Scene, anna: User
) -> None:
    scene.telegram.fail_next("sendMessage", NetworkFault.CONNECTION_RESET, times=2)
    with pytest.raises(NetworkError):
        await api.call_with_html("sendMessage", "1", chat_id=anna.id)
    assert len(lane.came) == 2


@pytest.mark.parametrize("fault", [NetworkFault.TIMED_OUT, bad_request("chat not found")])
async def test_a_missing_answer_and_a_refusal_are_not_tried_again(
    api: Api, lane: OpenLane, scene: Scene, anna: User, fault: Fault
) -> None:
    scene.telegram.fail_next("sendMessage", fault)
    with pytest.raises((TimedOut, BadRequest)):
        await api.call_with_html("sendMessage", "1", chat_id=anna.id)
    assert len(lane.came) == 1


async def test_plain_text_instead_of_html_waits_its_turn_too(
    api: Api, lane: OpenLane, scene: Scene, anna: User
) -> None:
    scene.telegram.fail_next("sendMessage", bad_request("can't parse entities"))
    await api.call_with_html("sendMessage", "<b>1</b>", chat_id=anna.id)
    assert len(lane.came) == 2


async def test_without_a_lane_nothing_is_tried_again(scene: Scene, anna: User) -> None:
    scene.telegram.fail_next("sendMessage", too_many_requests(7))
    with pytest.raises(RetryAfter):
        await Api(scene.application.bot).call_with_html("sendMessage", "1", chat_id=anna.id)
    assert len(scene.telegram.calls_of("sendMessage")) == 1
