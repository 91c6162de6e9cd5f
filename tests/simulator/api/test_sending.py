"""Sending messages, photos, documents and actions."""

from typing import Any

import pytest

from bot.simulator.chats import Chat, User
from bot.simulator.files import UploadedFile
from bot.simulator.telegram import LocalTelegram
from bot.simulator.world import Changed, ChatAction, Rules
from tests.simulator.scenes import PNG, SetClock, inline, refusal


def _send(telegram: LocalTelegram, chat: Chat | User, text: str = "x", **params: Any) -> dict[str, Any]:
    message: dict[str, Any] = telegram.call("sendMessage", {"chat_id": chat.id, "text": text, **params})
    return message


def _refused(telegram: LocalTelegram, chat: Chat | User, **params: Any) -> str:
    return refusal(telegram, "sendMessage", **{"chat_id": chat.id, "text": "x", **params})


def test_a_message_has_the_shape_telegram_gives_it(telegram: LocalTelegram, anna: User) -> None:
    assert _send(telegram, anna, "<b>目标</b>", parse_mode="HTML", reply_markup=inline(("x", "y"))) == {
        "message_id": 1,
        "from": {
            "id": telegram.bot.id,
            "is_bot": True,
            "first_name": "Briefing bot",
            "username": "briefing_bot",
        },
        "chat": {"id": anna.id, "type": "private", "first_name": "Anna"},
        "date": 1778056200,
        "text": "目标",
        "entities": [{"type": "bold", "offset": 0, "length": 2}],
        "reply_markup": inline(("x", "y")),
    }


def test_a_message_is_shown_to_people(telegram: LocalTelegram, anna: User) -> None:
    _send(telegram, anna, "hello", reply_markup=inline(("x", "y")), disable_notification="true")
    (shown,) = telegram.messages(anna)
    assert (shown.id, shown.text, shown.from_bot, shown.silent, shown.edited) == (
        1,
        "hello",
        True,
        True,
        False,
    )
    assert shown.button("y").text == "x"


def test_options_are_kept(telegram: LocalTelegram, anna: User) -> None:
    options: dict[str, Any] = {
        "link_preview_options": '{"is_disabled": true}',
        "protect_content": True,
        "message_effect_id": "5",
    }
    sent = _send(telegram, anna, **options)
    assert sent["link_preview_options"] == {"is_disabled": True}
    assert (sent["has_protected_content"], sent["effect_id"]) == (True, "5")


def test_only_inline_keyboards_come_back(telegram: LocalTelegram, anna: User) -> None:
    sent = _send(telegram, anna, reply_markup={"keyboard": [[{"text": "Jobs"}]]})
    assert "reply_markup" not in sent
    assert telegram.messages(anna)[0].keyboard == (("Jobs",),)


def test_a_button_may_be_its_text(telegram: LocalTelegram, anna: User) -> None:
    _send(telegram, anna, reply_markup={"keyboard": [["Jobs", {"text": "Goals"}]]})
    assert telegram.messages(anna)[0].keyboard == (("Jobs", "Goals"),)


def test_somebody_the_bot_has_met_can_be_mentioned(telegram: LocalTelegram, anna: User) -> None:
    link = f'<a href="tg://user?id={anna.id}">you</a> <a href="tg://user?id=5">nobody</a>'
    (mention,) = _send(telegram, anna, link, parse_mode="HTML")["entities"]
    assert (mention["type"], mention["user"]["id"]) == ("text_mention", anna.id)


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": None}, "message text is empty"),
        ({"text": " \n "}, "text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
        (
            {"text": "<b>", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            {"text": "<x>", "parse_mode": "HTML"},
            'can\'t parse entities: Unsupported start tag "x" at byte offset 0',
        ),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "🎯" * 2049}, "message is too long"),
        ({"text": "目" * 11_000}, "text is too long"),
        ({"reply_markup": inline(("x", "y" * 65))}, "BUTTON_DATA_INVALID"),
        ({"reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"message_thread_id": 99}, "message thread not found"),
        ({"message_thread": 1}, 'unknown parameter "message_thread"'),
        ({"chat_id": None}, "chat_id is empty"),
        ({"chat_id": 5}, "chat not found"),
        ({"chat_id": "@nobody"}, "chat not found"),
    ],
)
def test_wrong_messages_are_refused(
    telegram: LocalTelegram, anna: User, params: dict[str, Any], reason: str
) -> None:
    assert _refused(telegram, anna, **params) == f"Bad Request: {reason}"
    assert telegram.messages(anna) == []


def test_length_is_counted_after_the_markup_is_gone(telegram: LocalTelegram, anna: User) -> None:
    sent = _send(telegram, anna, "<b>" + "&amp;" * 4096 + "</b>", parse_mode="HTML")
    assert len(sent["text"]) == 4096


def test_a_message_goes_into_its_topic(telegram: LocalTelegram, forum: Chat) -> None:
    topic = telegram.create_topic(forum, "News")
    sent = _send(telegram, forum, message_thread_id=topic.id)
    assert (sent["message_thread_id"], sent["is_topic_message"]) == (topic.id, True)
    assert sent["reply_to_message"]["message_id"] == topic.id


def test_a_reply_goes_into_the_topic_of_what_it_replies_to(
    telegram: LocalTelegram, forum: Chat, anna: User
) -> None:
    topic = telegram.create_topic(forum, "News")
    asked = telegram.send(forum, anna, "/jobs", topic=topic.id)["message"]["message_id"]
    sent = _send(telegram, forum, reply_parameters={"message_id": asked})
    assert (sent["message_thread_id"], sent["reply_to_message"]["message_id"]) == (topic.id, asked)
    assert telegram.messages(forum)[-1].reply_to == asked


def test_a_reply_across_topics_is_an_external_one(telegram: LocalTelegram, forum: Chat, anna: User) -> None:
    topic = telegram.create_topic(forum, "News")
    asked = telegram.send(forum, anna, "/jobs")["message"]["message_id"]
    sent = _send(telegram, forum, message_thread_id=topic.id, reply_parameters={"message_id": asked})
    assert sent["external_reply"]["message_id"] == asked
    assert "reply_to_message" not in sent


def test_a_reply_may_go_without_what_it_replies_to(telegram: LocalTelegram, anna: User) -> None:
    parameters = {"message_id": 99, "allow_sending_without_reply": True}
    assert "reply_to_message" not in _send(telegram, anna, reply_parameters=parameters)


def test_a_quote_must_stand_in_the_message(telegram: LocalTelegram, anna: User) -> None:
    telegram.send(anna, anna, "how many jobs")
    sent = _send(telegram, anna, reply_parameters={"message_id": 1, "quote": "many"})
    assert sent["quote"] == {"text": "many", "position": 4, "is_manual": True}
    wrong = {"message_id": 1, "quote": "few"}
    assert _refused(telegram, anna, reply_parameters=wrong) == "Bad Request: QUOTE_TEXT_INVALID"


def test_a_deleted_topic_is_not_found(telegram: LocalTelegram, forum: Chat) -> None:
    topic = telegram.create_topic(forum, "News").id
    telegram.delete_topic(forum, topic)
    assert _refused(telegram, forum, message_thread_id=topic) == "Bad Request: message thread not found"


@pytest.mark.parametrize("thread", [1, 4])
def test_the_general_topic_and_groups_without_topics_know_no_thread(
    telegram: LocalTelegram, forum: Chat, group: Chat, thread: int
) -> None:
    assert _refused(telegram, forum, message_thread_id=thread) == "Bad Request: message thread not found"
    assert _refused(telegram, group, message_thread_id=thread) == "Bad Request: message thread not found"


def test_a_closed_topic_is_for_admins(telegram: LocalTelegram, forum: Chat) -> None:
    topic = telegram.create_topic(forum, "News").id
    telegram.close_topic(forum, topic)
    telegram.close_topic(forum)
    assert _refused(telegram, forum, message_thread_id=topic) == "Bad Request: TOPIC_CLOSED"
    assert _refused(telegram, forum) == "Bad Request: TOPIC_CLOSED"
    telegram.set_member(forum, telegram.bot, "administrator")
    assert _send(telegram, forum, message_thread_id=topic)["message_thread_id"] == topic


def test_limits_are_kept_when_they_are_on(clock: SetClock) -> None:
    telegram = LocalTelegram(clock, rules=Rules(flood_limits=True))
    anna = telegram.add_user("Anna")
    telegram.open_private_chat(anna)
    _send(telegram, anna)
    assert _refused(telegram, anna) == "Too Many Requests: retry after 1"
    clock.forward(1)
    assert _send(telegram, anna)["message_id"] == 2


def test_limits_are_off_otherwise(telegram: LocalTelegram, group: Chat) -> None:
    for _ in range(40):
        _send(telegram, group)
    assert len(telegram.messages(group)) == 40


def test_a_photo_is_kept_and_can_be_fetched(telegram: LocalTelegram, anna: User) -> None:
    upload = UploadedFile("card.png", PNG)
    sent = telegram.call(
        "sendPhoto", {"chat_id": anna.id, "caption": "<i>x</i>", "parse_mode": "HTML"}, {"photo": upload}
    )
    assert (sent["caption"], sent["caption_entities"][0]["type"]) == ("x", "italic")
    assert (sent["photo"][0]["width"], sent["photo"][0]["height"]) == (40, 30)
    file = telegram.call("getFile", {"file_id": sent["photo"][0]["file_id"]})
    assert telegram.files.content(file["file_path"]) == PNG


def test_a_file_is_sent_again_by_its_id(telegram: LocalTelegram, anna: User) -> None:
    upload = {"it": UploadedFile("a.csv", b"1,2")}
    sent = telegram.call("sendDocument", {"chat_id": anna.id, "document": "attach://it"}, upload)["document"]
    again = telegram.call("sendDocument", {"chat_id": anna.id, "document": sent["file_id"]})["document"]
    assert again == sent
    assert telegram.messages(anna)[1].media == "document"


@pytest.mark.parametrize(
    ("method", "params", "reason"),
    [
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendDocument", {}, "there is no document in the request"),
        ("sendPhoto", {"photo": UploadedFile("a.txt", b"text")}, "IMAGE_PROCESS_FAILED"),
        ("sendPhoto", {"photo": "lost"}, "wrong file identifier/HTTP URL specified"),
        (
            "sendPhoto",
            {"photo": UploadedFile("a.png", PNG), "caption": "x" * 1025},
            "message caption is too long",
        ),
        ("sendChatAction", {"action": "dancing"}, "wrong parameter action in request"),
        ("getFile", {"chat_id": None, "file_id": "lost"}, "invalid file_id"),
    ],
)
def test_wrong_files_and_actions_are_refused(
    telegram: LocalTelegram, anna: User, method: str, params: dict[str, Any], reason: str
) -> None:
    assert refusal(telegram, method, **({"chat_id": anna.id} | params)) == f"Bad Request: {reason}"


def test_rights_are_named_by_what_is_sent(telegram: LocalTelegram, group: Chat) -> None:
    telegram.allow_writing(group, allowed=False)
    photo = UploadedFile("a.png", PNG)
    said = refusal(telegram, "sendPhoto", chat_id=group.id, photo=photo)
    assert said == "Bad Request: not enough rights to send photos to the chat"


def test_an_action_is_seen(telegram: LocalTelegram, forum: Chat) -> None:
    topic = telegram.create_topic(forum, "News").id
    seen: list[Changed] = []
    telegram.observe(seen.append)
    params = {"chat_id": forum.id, "message_thread_id": topic, "action": "typing"}
    assert telegram.call("sendChatAction", params) is True
    assert seen == [ChatAction(forum, topic, "typing")]
