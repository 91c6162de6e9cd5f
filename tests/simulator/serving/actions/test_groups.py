"""People found groups and change them."""

import pytest

from bot.simulator.chats import Chat, User
from bot.simulator.telegram import LocalTelegram
from tests.simulator.serving.callers import Browser

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.mark.parametrize(
    ("options", "kind", "is_forum", "members"),
    [
        ({}, "supergroup", False, 2),
        ({"forum": True}, "supergroup", True, 2),
        ({"basic": True}, "group", False, 2),
        ({"with_bot": False}, "supergroup", False, 1),
    ],
)
async def test_a_group_is_founded_as_it_was_wanted(
    anna: User, browser: Browser, options: dict[str, bool], kind: str, *, is_forum: bool, members: int
) -> None:
    chat = await browser.do("create_group", title=" <b>Office</b> ", person=anna.id, **options)
    assert (chat["title"], chat["type"], chat["is_forum"]) == ("<b>Office</b>", kind, is_forum)
    assert chat["members"][0] == {"person": anna.id, "status": "creator", "is_anonymous": False}
    assert len(chat["members"]) == members


@pytest.mark.parametrize(("title", "code"), [("", 400), ("  ", 409), ("a" * 129, 409)])
async def test_a_title_is_neither_empty_nor_endless(
    anna: User, group: Chat, browser: Browser, title: str, code: int
) -> None:
    founded = await browser.refusal("create_group", title=title, person=anna.id)
    renamed = await browser.refusal("rename_group", title=title, chat=group.id)
    assert founded == renamed
    assert founded.startswith(f"{code} ")


async def test_an_upgraded_group_says_where_it_went(
    telegram: LocalTelegram, anna: User, browser: Browser
) -> None:
    old = telegram.create_group("Office", anna, basic=True)
    new = await browser.do("migrate_group", chat=old.id)
    chats = {chat["id"]: chat for chat in (await browser.read("/state"))["chats"]}
    assert chats[old.id]["migrated_to"] == new["id"]
    assert chats[new["id"]] == new
    assert await browser.refusal("migrate_group", chat=old.id) == "409 Office no longer exists"


async def test_a_supergroup_is_not_upgraded(group: Chat, browser: Browser) -> None:
    assert await browser.refusal("migrate_group", chat=group.id) == "409 Office is not a basic group"


@pytest.mark.parametrize(("by", "status"), [(True, "kicked"), (False, "left")])
async def test_who_removes_somebody_makes_the_difference(
    group: Chat, anna: User, boris: User, browser: Browser, *, by: bool, status: str
) -> None:
    actor = {"by": anna.id} if by else {}
    await browser.do("remove_member", chat=group.id, person=boris.id, **actor)
    assert group.member(boris).status == status


async def test_admins_may_be_anonymous(group: Chat, boris: User, browser: Browser) -> None:
    body = {"chat": group.id, "person": boris.id, "status": "administrator", "anonymous": True}
    await browser.do("set_status", **body)
    assert group.member(boris).is_anonymous


async def test_a_way_to_stand_to_a_group_nobody_knows_is_refused(
    group: Chat, boris: User, browser: Browser
) -> None:
    refused = await browser.refusal("set_status", chat=group.id, person=boris.id, status="boss")
    assert refused == (
        "409 'boss' is not a member status; creator, administrator, member, restricted, left, kicked are"
    )


async def test_a_topic_has_a_number_and_is_shown(forum: Chat, browser: Browser) -> None:
    made = await browser.do("create_topic", chat=forum.id, name="<i>News</i>")
    chats = {chat["id"]: chat for chat in (await browser.read("/state"))["chats"]}
    shown = {"id": made["id"], "name": "<i>News</i>", "is_closed": False}
    assert chats[forum.id]["topics"] == [shown]


async def test_the_general_topic_is_closed_and_opened_when_none_is_named(
    forum: Chat, browser: Browser
) -> None:
    await browser.do("close_topic", chat=forum.id)
    assert forum.is_general_closed
    await browser.do("reopen_topic", chat=forum.id)
    assert not forum.is_general_closed


@pytest.mark.parametrize("action", ["rename_topic", "close_topic", "reopen_topic", "delete_topic"])
async def test_a_topic_that_is_not_there_is_named(forum: Chat, browser: Browser, action: str) -> None:
    name = {"name": "x"} if action == "rename_topic" else {}
    refused = await browser.refusal(action, chat=forum.id, topic=99, **name)
    assert refused == "409 there is no topic 99 in Forum"


async def test_a_plain_group_has_no_topics(group: Chat, browser: Browser) -> None:
    assert await browser.refusal("create_topic", chat=group.id, name="x") == "409 Office has no topics"


async def test_where_only_admins_write_others_cannot(group: Chat, boris: User, browser: Browser) -> None:
    await browser.do("allow_writing", chat=group.id, allowed=False)
    refused = await browser.refusal("send", chat=group.id, person=boris.id, text="x")
    assert refused == "409 Boris cannot write in Office"
