"""People talk: what comes of it, and what nobody can do."""

from typing import Any

import pytest

from bot.simulator.chats import Chat, Json, User
from bot.simulator.telegram import LocalTelegram
from tests.simulator.scenes import PNG, inline
from tests.simulator.serving.callers import Browser, sentence_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

HTML = "<script>alert(1)</script> &amp; <b>"


def _own(anna: User, **more: object) -> dict[str, Any]:
    return {"chat": anna.id, "person": anna.id, **more}


async def _standing(browser: Browser, chat: User | Chat) -> list[Json]:
    messages: list[Json] = (await browser.read(f"/chats/{chat.id}/messages"))["messages"]
    return messages


# writing


async def test_what_is_sent_has_a_number_and_stands_as_it_was_written(anna: User, browser: Browser) -> None:
    sent = await browser.do("send", **_own(anna, text=HTML))
    (message,) = await _standing(browser, anna)
    assert (message["message_id"], message["text"]) == (sent["message_id"], HTML)


async def test_a_reply_says_to_what(anna: User, browser: Browser) -> None:
    sent = await browser.do("send", **_own(anna, text="one"))
    await browser.do("send", **_own(anna, text="two", reply_to=sent["message_id"]))
    assert (await _standing(browser, anna))[-1]["reply_to_message"]["text"] == "one"


@pytest.mark.parametrize("general", [{}, {"topic": 1}])
async def test_a_message_goes_into_its_topic(
    telegram: LocalTelegram, forum: Chat, anna: User, browser: Browser, general: dict[str, int]
) -> None:
    topic = telegram.create_topic(forum, "News").id
    for where in ({"topic": topic}, general):
        await browser.do("send", chat=forum.id, person=anna.id, text="x", **where)
    assert [message.topic for message in telegram.messages(forum)] == [topic, None]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "400 message text is empty"),
        ("   ", "409 a message must have 1 to 4096 characters"),
        ("a" * 4097, "409 a message must have 1 to 4096 characters"),
        ("👋" * 2049, "409 a message must have 1 to 4096 characters"),
    ],
)
async def test_a_text_nobody_can_send_is_refused(
    anna: User, browser: Browser, text: str, reason: str
) -> None:
    assert await browser.refusal("send", **_own(anna, text=text)) == reason


async def test_half_an_emoji_is_no_text(anna: User, browser: Browser) -> None:
    assert await browser.refusal("send", **_own(anna, text="\ud800")) == "400 the body is not JSON"


async def test_who_is_not_there_cannot_write(
    telegram: LocalTelegram, anna: User, group: Chat, browser: Browser
) -> None:
    zoe = telegram.add_user("Zoe")
    for chat in (group, anna):
        refused = await browser.refusal("send", chat=chat.id, person=zoe.id, text="x")
        assert refused.startswith("409 Zoe cannot write")


async def test_people_edit_what_they_wrote_themselves_only(
    telegram: LocalTelegram, group: Chat, anna: User, boris: User, browser: Browser
) -> None:
    sent = telegram.call("sendMessage", {"chat_id": anna.id, "text": "x"})["message_id"]
    said = telegram.send(group, anna, "x")["message"]["message_id"]
    bodies = [_own(anna, message=sent), {"chat": group.id, "person": boris.id, "message": said}]
    bodies.append({"chat": group.id, "person": anna.id, "message": 1})  # that the group was founded
    for body in bodies:
        refused = await browser.refusal("edit", **body, text="y")
        assert refused == "409 people can edit only what they wrote themselves"


ON_MESSAGES: dict[str, dict[str, object]] = {
    "edit": {"text": "y"}, "react": {"emoji": "👍"}, "press": {"row": 0, "column": 0}, "delete": {},
}  # fmt: skip


@pytest.mark.parametrize("action", ON_MESSAGES)
async def test_nothing_is_done_with_a_message_that_is_gone(
    telegram: LocalTelegram, anna: User, browser: Browser, action: str
) -> None:
    gone = telegram.send(anna, anna, "x")["message"]["message_id"]
    telegram.delete(anna, gone)
    who = {} if action == "delete" else {"person": anna.id}
    for number in (gone, 999_999):
        refused = await browser.refusal(action, chat=anna.id, message=number, **who, **ON_MESSAGES[action])
        assert refused == f"409 message {number} is gone"


async def test_a_person_has_one_reaction_at_a_time(anna: User, browser: Browser) -> None:
    sent = await browser.do("send", **_own(anna, text="x"))
    for emoji in ("👍", "🔥"):
        await browser.do("react", **_own(anna, message=sent["message_id"], emoji=emoji))
    assert (await _standing(browser, anna))[0]["reactions"] == ["🔥"]


# pressing and asking


@pytest.mark.parametrize(("row", "column"), [(0, 1), (1, 0), (-1, 0), (0, -1), (10**9, 0)])
async def test_a_button_that_is_not_there_cannot_be_pressed(
    telegram: LocalTelegram, anna: User, browser: Browser, row: int, column: int
) -> None:
    markup = inline(("More", "more"))
    sent = telegram.call("sendMessage", {"chat_id": anna.id, "text": "x", "reply_markup": markup})
    refused = await browser.refusal("press", **_own(anna, message=sent["message_id"], row=row, column=column))
    assert refused == "409 this button is no longer there"


async def test_a_button_that_is_a_link_calls_nobody(
    telegram: LocalTelegram, anna: User, browser: Browser
) -> None:
    markup = {"inline_keyboard": [[{"text": "More", "url": "https://example.com"}]]}
    sent = telegram.call("sendMessage", {"chat_id": anna.id, "text": "x", "reply_markup": markup})
    refused = await browser.refusal("press", **_own(anna, message=sent["message_id"], row=0, column=0))
    assert refused == "409 this button does not call the bot"


async def test_pressing_is_answered_under_its_number(
    telegram: LocalTelegram, anna: User, browser: Browser
) -> None:
    markup = inline(("More", "more"))
    sent = telegram.call("sendMessage", {"chat_id": anna.id, "text": "x", "reply_markup": markup})
    async with browser.events() as events:
        pressed = await browser.do("press", **_own(anna, message=sent["message_id"], row=0, column=0))
        telegram.call("answerCallbackQuery", {"callback_query_id": pressed["query_id"]})
        notice = await events.next("notice")
    assert (notice["query_id"], notice["person"], notice["text"]) == (pressed["query_id"], anna.id, "")


async def test_where_somebody_asks_inline_is_told(
    telegram: LocalTelegram, anna: User, group: Chat, browser: Browser
) -> None:
    for chat in ({}, {"chat": anna.id}, {"chat": group.id}):
        await browser.do("inline", person=anna.id, query="jobs", **chat)
    kinds = [update["inline_query"]["chat_type"] for update in telegram.updates.get()]
    assert kinds == ["sender", "sender", "supergroup"]


async def test_what_the_bot_did_not_answer_cannot_be_chosen(anna: User, browser: Browser) -> None:
    asked = await browser.do("inline", person=anna.id, query="jobs")
    refused = await browser.refusal("choose", **_own(anna, query_id=asked["query_id"], result_id="a"))
    assert refused == f"409 the bot has not answered inline query {asked['query_id']}"


async def test_a_bot_already_in_the_group_is_not_added_again(
    telegram: LocalTelegram, group: Chat, anna: User, browser: Browser
) -> None:
    await browser.do("startgroup", chat=group.id, person=anna.id)
    assert [*telegram.updates.get()[0]] == ["update_id", "message"]
    assert telegram.messages(group)[-1].text == "/start@briefing_bot"


# people


async def test_somebody_new_is_shown_as_they_are(browser: Browser) -> None:
    person = await browser.do("add_person", first_name=f" {HTML} ", language_code="zh-hans")
    assert person.pop("id") > 100_000
    assert person == {
        "first_name": HTML, "is_bot": False, "language_code": "zh-hans", "is_deactivated": False,
        "has_blocked": False, "has_started": False,
    }  # fmt: skip


@pytest.mark.parametrize(("name", "code"), [(" ", 409), ("a" * 65, 409), ("", 400)])
async def test_a_name_is_neither_empty_nor_endless(browser: Browser, name: str, code: int) -> None:
    assert (await browser.refusal("add_person", first_name=name)).startswith(f"{code} ")


@pytest.mark.parametrize("action", ["block", "deactivate"])
async def test_who_has_left_says_nothing(anna: User, browser: Browser, action: str) -> None:
    await browser.do(action, person=anna.id)
    assert await browser.refusal("start", person=anna.id) == "409 Anna cannot write to the bot here"


# attachments


@pytest.mark.parametrize("kind", ["image/png", "text/html", "application/json", "multipart/form-data"])
async def test_a_picture_becomes_a_photo_whatever_it_says_it_is(
    anna: User, browser: Browser, kind: str
) -> None:
    query = _own(anna, name="picture.png")
    answered = await browser.post("attach", params=query, data=PNG, headers={"Content-Type": kind})
    (message,) = await _standing(browser, anna)
    assert answered == (200, {"ok": True, "result": {"message_id": message["message_id"]}})
    assert await _content(browser, message["photo"][0]["file_path"]) == PNG


async def _content(browser: Browser, path: str) -> bytes:
    async with browser.session.get(f"{browser.url}/files/{path}") as answer:
        content: bytes = await answer.read()
        return content


async def test_anything_else_becomes_a_document_byte_for_byte(anna: User, browser: Browser) -> None:
    content = bytes(range(256)) * 40
    await browser.attach(content, **_own(anna, name="报告.pdf"))
    (message,) = await _standing(browser, anna)
    document = message["document"]
    assert (document["file_name"], document["mime_type"]) == ("报告.pdf", "application/pdf")
    assert await _content(browser, document["file_path"]) == content


async def test_the_bot_is_told_of_an_attachment_in_its_topic(
    telegram: LocalTelegram, forum: Chat, anna: User, browser: Browser
) -> None:
    telegram.set_member(forum, telegram.bot, "administrator")
    topic = telegram.create_topic(forum, "News").id
    await browser.attach(b"text", chat=forum.id, person=anna.id, topic=topic, name="a" * 300)
    told = telegram.updates.get()[-1]["message"]
    assert (told["message_thread_id"], told["document"]["file_name"]) == (topic, "a" * 255)


@pytest.mark.parametrize(
    ("content", "query", "reason"),
    [
        (b"", {}, "400 file must be non-empty"),
        (PNG[:12], {}, "400 IMAGE_PROCESS_FAILED"),
        (b"\xff\xd8\xff", {}, "400 IMAGE_PROCESS_FAILED"),
        (b"x", {"chat": "5"}, "409 there is no chat 5"),
        (b"x", {"person": "5"}, "409 there is no user 5"),
        (b"x", {"person": "7000000001"}, "409 Briefing bot is a bot, not a person"),
        (b"x", {"chat": "x"}, '400 parameter "chat" must be of type Integer'),
        (b"x", {"name": ""}, '400 parameter "name" is required'),
        (b"x", {"more": "x"}, '400 unknown parameter "more"'),
    ],
)
async def test_an_attachment_nobody_can_send_is_refused(
    anna: User, browser: Browser, content: bytes, query: dict[str, str], reason: str
) -> None:
    place = {"chat": str(anna.id), "person": str(anna.id), "name": "x"} | query
    assert sentence_of(await browser.attach(content, **place)) == reason
