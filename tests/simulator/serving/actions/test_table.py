"""Every action of the chat page: what it does, and what it refuses."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from bot.simulator.chats import Chat, Json, User
from bot.simulator.faults import bad_request
from bot.simulator.serving.actions.groups import GROUPS
from bot.simulator.serving.actions.table import ACTIONS
from bot.simulator.stage import Stage
from bot.simulator.telegram import LocalTelegram
from tests.simulator.scenes import inline
from tests.simulator.serving.callers import Browser, sentence_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

Holds = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Scene:
    """Anna has started the bot and has a group and a forum with a topic; Boris is in the group."""

    stage: Stage
    telegram: LocalTelegram
    anna: User
    boris: User
    group: Chat
    forum: Chat
    topic: int

    def said(self) -> int:
        """Something Anna wrote."""
        number: int = self.telegram.send(self.anna, self.anna, "hello")["message"]["message_id"]
        return number

    def texts(self) -> list[str]:
        return [message.text for message in self.telegram.messages(self.anna)]

    def status(self, user: User) -> str:
        return self.group.member(user).status

    def last(self, kind: str) -> Json:
        """What the newest update of a kind holds."""
        payload: Json = [each for each in self.telegram.updates.get() if kind in each][-1][kind]
        return payload


@pytest.fixture
def scene(stage: Stage, anna: User, boris: User, group: Chat, forum: Chat) -> Scene:
    topic = stage.telegram.create_topic(forum, "News").id
    return Scene(stage, stage.telegram, anna, boris, group, forum, topic)


Case = Callable[[Scene], tuple[Json, Holds]]
"""The body of an action, and what is so once it was done."""


def _press(scene: Scene) -> tuple[Json, Holds]:
    markup = inline(("One", "one"), ("Two", "two"))
    sent = scene.telegram.call("sendMessage", {"chat_id": scene.anna.id, "text": "x", "reply_markup": markup})
    place = {"chat": scene.anna.id, "person": scene.anna.id, "message": sent["message_id"]}
    return place | {"row": 0, "column": 1}, lambda: scene.last("callback_query")["data"] == "two"


def _choose(scene: Scene) -> tuple[Json, Holds]:
    query = scene.telegram.inline_query(scene.anna, "jobs")["inline_query"]["id"]
    result = {"type": "article", "id": "a", "title": "A", "input_message_content": {"message_text": "found"}}
    scene.telegram.call("answerInlineQuery", {"inline_query_id": query, "results": [result]})
    place = {"chat": scene.anna.id, "person": scene.anna.id}
    return place | {"query_id": query, "result_id": "a"}, lambda: scene.texts() == ["found"]


def _startgroup(scene: Scene) -> tuple[Json, Holds]:
    group = scene.telegram.create_group("Empty", scene.anna, with_bot=False)
    body = {"chat": group.id, "person": scene.anna.id, "argument": "jobs"}
    return body, lambda: scene.telegram.messages(group)[-1].text == "/start@briefing_bot jobs"


def _migrate(scene: Scene) -> tuple[Json, Holds]:
    old = scene.telegram.create_group("Old", scene.anna, basic=True)
    return {"chat": old.id}, lambda: old.migrated_to in scene.telegram.chats


def _closed(scene: Scene) -> tuple[Json, Holds]:
    scene.telegram.close_topic(scene.forum, scene.topic)
    topic = scene.forum.topics[scene.topic]
    return {"chat": scene.forum.id, "topic": topic.id}, lambda: not topic.is_closed


def _removed(scene: Scene) -> tuple[Json, Holds]:
    scene.telegram.remove_bot(scene.group)
    return {
        "chat": scene.group.id,
        "admin": True,
    }, lambda: scene.status(scene.telegram.bot) == "administrator"


def _blocked(scene: Scene) -> tuple[Json, Holds]:
    scene.telegram.block_bot(scene.anna)
    return {"person": scene.anna.id}, lambda: not scene.anna.has_blocked


def _restored(scene: Scene) -> tuple[Json, Holds]:
    scene.telegram.cut_network()
    return {}, lambda: not scene.telegram.faults.is_cut


def _failing(scene: Scene) -> tuple[Json, Holds]:
    scene.telegram.fail_next("getMe", bad_request("no"))
    return {}, lambda: scene.telegram.faults.orders == []


def _own(scene: Scene, **more: object) -> Json:
    """In Anna's private chat, about something she wrote."""
    return {"chat": scene.anna.id, "person": scene.anna.id, "message": scene.said(), **more}


CASES: dict[str, Case] = {
    "send": lambda s: (
        {"chat": s.anna.id, "person": s.anna.id, "text": "new"}, lambda: s.texts() == ["new"]
    ),
    "edit": lambda s: (_own(s, text="new"), lambda: s.texts() == ["new"]),
    "delete": lambda s: ({"chat": s.anna.id, "message": s.said()}, lambda: s.texts() == []),
    "react": lambda s: (
        _own(s, emoji="👍"),
        lambda: [*s.telegram.chat(s.anna).messages.values()][-1].likes == {s.anna.id: "👍"},
    ),
    "press": _press,
    "start": lambda s: (
        {"person": s.boris.id, "argument": "jobs"},
        lambda: s.boris.has_started and s.telegram.messages(s.boris)[-1].text == "/start jobs",
    ),
    "startgroup": _startgroup,
    "inline": lambda s: (
        {"person": s.anna.id, "query": "jobs", "offset": "5", "chat": s.group.id},
        lambda: s.last("inline_query").items() > {"query": "jobs", "chat_type": "supergroup"}.items(),
    ),
    "choose": _choose,
    "block": lambda s: ({"person": s.anna.id}, lambda: s.anna.has_blocked),
    "unblock": _blocked,
    "deactivate": lambda s: ({"person": s.anna.id}, lambda: s.anna.is_deactivated),
    "add_person": lambda s: (
        {"first_name": " Zoe ", "language_code": "en", "username": "zoe"},
        lambda: [*s.telegram.users.values()][-1].first_name == "Zoe",
    ),
    "create_group": lambda s: (
        {"title": "New", "person": s.anna.id, "forum": True, "basic": False, "with_bot": False},
        lambda: [*s.telegram.chats.values()][-1].title == "New",
    ),
    "add_member": lambda s: (
        {"chat": s.forum.id, "person": s.boris.id, "by": s.anna.id},
        lambda: s.forum.member(s.boris).status == "member",
    ),
    "remove_member": lambda s: (
        {"chat": s.group.id, "person": s.boris.id, "by": s.anna.id}, lambda: s.status(s.boris) == "kicked"
    ),
    "set_status": lambda s: (
        {"chat": s.group.id, "person": s.telegram.bot.id, "status": "restricted"},
        lambda: s.status(s.telegram.bot) == "restricted",
    ),
    "add_bot": _removed,
    "remove_bot": lambda s: ({"chat": s.group.id}, lambda: s.status(s.telegram.bot) == "kicked"),
    "rename_group": lambda s: ({"chat": s.group.id, "title": "New"}, lambda: s.group.title == "New"),
    "allow_writing": lambda s: (
        {"chat": s.group.id, "allowed": False}, lambda: not s.group.can_members_write
    ),
    "migrate_group": _migrate,
    "delete_group": lambda s: ({"chat": s.group.id}, lambda: s.group.is_deleted),
    "create_topic": lambda s: (
        {"chat": s.forum.id, "name": "More"}, lambda: [*s.forum.topics.values()][-1].name == "More"
    ),
    "rename_topic": lambda s: (
        {"chat": s.forum.id, "topic": s.topic, "name": "Old"}, lambda: s.forum.topics[s.topic].name == "Old"
    ),
    "close_topic": lambda s: (
        {"chat": s.forum.id, "topic": s.topic}, lambda: s.forum.topics[s.topic].is_closed
    ),
    "reopen_topic": _closed,
    "delete_topic": lambda s: ({"chat": s.forum.id, "topic": s.topic}, lambda: s.topic not in s.forum.topics),
    "turn": lambda s: ({"to": "2030-01-01T08:00"}, lambda: s.stage.clock().year == 2030),
    "next_due": lambda s: ({}, lambda: s.stage.clock().astimezone(s.stage.zone).hour == 0),
    "play": lambda s: ({"rate": 60, "hours": 1}, lambda: s.stage.clock.rate == 60),
    "stop": lambda s: ({}, lambda: s.stage.clock.rate == 0),
    "real_time": lambda s: ({}, lambda: not s.stage.clock.is_turned),
    "fail": lambda s: (
        {"method": "getMe", "what": "500"}, lambda: s.telegram.faults.orders[0].method == "getMe"
    ),
    "cut": lambda s: ({}, lambda: s.telegram.faults.is_cut),
    "restore": _restored,
    "clear_trouble": _failing,
    "set_rules": lambda s: ({"flood_limits": True}, lambda: s.telegram.rules.flood_limits),
}  # fmt: skip


def _fields(*fields: str, required: bool = False) -> list[tuple[str, str]]:
    """Each action with each of its fields, or of these."""
    return [
        (name, field)
        for name, action in ACTIONS.items()
        for field, declared in action.parameters.items()
        if (not fields or field in fields) and (declared.is_required or not required)
    ]


async def test_each_action_has_a_case() -> None:
    assert CASES.keys() == ACTIONS.keys()


@pytest.mark.parametrize("name", CASES)
async def test_an_action_does_what_it_is_there_for(scene: Scene, browser: Browser, name: str) -> None:
    body, holds = CASES[name](scene)
    await browser.do(name, **body)
    assert holds()


async def test_an_action_nobody_knows_is_not_found(browser: Browser) -> None:
    assert await browser.refusal("dance") == "404 there is no such action"


@pytest.mark.parametrize("name", ACTIONS)
async def test_a_field_no_action_has_is_refused(scene: Scene, browser: Browser, name: str) -> None:
    body, _ = CASES[name](scene)
    assert await browser.refusal(name, **body, nonsense=1) == '400 unknown parameter "nonsense"'


@pytest.mark.parametrize(("name", "field"), _fields(required=True))
async def test_what_is_missing_is_named(scene: Scene, browser: Browser, name: str, field: str) -> None:
    body, _ = CASES[name](scene)
    del body[field]
    assert (await browser.refusal(name, **body)).startswith("400 ")


@pytest.mark.parametrize(("name", "field"), _fields())
async def test_what_has_another_type_is_refused(
    scene: Scene, browser: Browser, name: str, field: str
) -> None:
    body, _ = CASES[name](scene)
    refused = await browser.refusal(name, **{**body, field: 1.5})
    assert refused.startswith(f'400 parameter "{field}" must be of type ')


@pytest.mark.parametrize(("name", "field"), _fields("chat", "person", "by"))
async def test_whom_nobody_knows_can_do_nothing(
    scene: Scene, browser: Browser, name: str, field: str
) -> None:
    body, _ = CASES[name](scene)
    what = "chat" if field == "chat" else "user"
    assert await browser.refusal(name, **{**body, field: 5}) == f"409 there is no {what} 5"


BOTS_TOO = {"set_status"}


@pytest.mark.parametrize("name", sorted({name for name, _ in _fields("person")} - BOTS_TOO))
async def test_people_act_and_no_bots(scene: Scene, browser: Browser, name: str) -> None:
    body, _ = CASES[name](scene)
    bot = scene.telegram.bot
    refused = await browser.refusal(name, **{**body, "person": bot.id})
    assert refused == "409 Briefing bot is a bot, not a person"
    assert not bot.has_blocked


@pytest.mark.parametrize("name", sorted(GROUPS.keys() - {"create_group"}))
async def test_what_is_done_to_groups_is_not_done_to_private_chats(
    scene: Scene, browser: Browser, name: str
) -> None:
    body, _ = CASES[name](scene)
    acting = {"by": scene.anna.id} if "by" in ACTIONS[name].parameters else {}
    refused = await browser.refusal(name, **{**body, **acting, "chat": scene.anna.id})
    assert refused == "409 this is a private chat, not a group"


@pytest.mark.parametrize("name", sorted(GROUPS.keys() - {"create_group"}))
async def test_a_group_that_is_no_more_is_left_alone(scene: Scene, browser: Browser, name: str) -> None:
    body, _ = CASES[name](scene)
    scene.telegram.delete_group(body["chat"])
    assert (await browser.refusal(name, **body)).endswith(" no longer exists")


@pytest.mark.parametrize("person", [None, "x", "", 1.5])
async def test_an_attachment_is_somebodys(scene: Scene, browser: Browser, person: object) -> None:
    place = {"chat": str(scene.anna.id), "name": "x"} | ({} if person is None else {"person": str(person)})
    refused = sentence_of(await browser.post("attach", params=place, data=b"x"))
    assert refused.startswith("400 ")
