"""The Bot API over HTTP: ways to call, files, and refusals as Telegram words them."""

import json
from typing import Any

import aiohttp
import pytest

from bot.simulator.chats import Chat, User
from bot.simulator.telegram import LocalTelegram
from bot.simulator.world import Rules
from tests.simulator.scenes import PNG, inline
from tests.simulator.serving.callers import Bot, Browser, refusal_of

pytestmark = pytest.mark.asyncio(loop_scope="module")

ALL_BYTES = bytes(range(256)) * 300


def _form(**fields: Any) -> aiohttp.FormData:
    form = aiohttp.FormData(default_to_multipart=True)
    for name, value in fields.items():
        form.add_field(name, value, filename=f"{name}.bin" if isinstance(value, bytes) else None)
    return form


def _last(telegram: LocalTelegram, anna: User) -> str:
    return telegram.messages(anna)[-1].text


# ways to call


async def test_a_method_is_called_by_get(telegram: LocalTelegram, anna: User, bot: Bot) -> None:
    status, answer = await bot.get("sendMessage", chat_id=str(anna.id), text="你好 & <b>+", parse_mode="")
    assert (status, answer["result"]["text"]) == (200, "你好 & <b>+")
    assert _last(telegram, anna) == "你好 & <b>+"


async def test_a_method_is_called_with_a_form(telegram: LocalTelegram, anna: User, bot: Bot) -> None:
    markup = json.dumps(inline(("More", "more")))
    form = {"chat_id": str(anna.id), "text": "你好 & +", "reply_markup": markup}
    status, _ = await bot.ask("sendMessage", data=form)
    assert status == 200
    assert _last(telegram, anna) == "你好 & +"
    assert telegram.messages(anna)[-1].button("more").text == "More"


async def test_a_method_is_called_with_json(telegram: LocalTelegram, anna: User, bot: Bot) -> None:
    sent = await bot.call(
        "sendMessage", chat_id=anna.id, text="你好 👋", reply_markup=inline(("More", "more"))
    )
    assert sent["text"] == _last(telegram, anna) == "你好 👋"


async def test_a_method_is_called_with_parts(telegram: LocalTelegram, anna: User, bot: Bot) -> None:
    status, _ = await bot.ask("sendMessage", data=_form(chat_id=str(anna.id), text="你好"))
    assert (status, _last(telegram, anna)) == (200, "你好")


async def test_the_body_has_the_last_word_over_the_address(anna: User, bot: Bot) -> None:
    status, answer = await bot.ask(
        "sendMessage", params={"chat_id": str(anna.id), "text": "address"}, json={"text": "body"}
    )
    assert (status, answer["result"]["text"]) == (200, "body")


@pytest.mark.parametrize("body", [{}, {"json": {}}, {"data": b""}])
async def test_what_needs_nothing_is_given_nothing(bot: Bot, body: dict[str, Any]) -> None:
    assert (await bot.ask("getMe", **body))[0] == 200


@pytest.mark.parametrize("method", ["getMe", "getme", "GETME", "GeTmE"])
async def test_methods_are_known_in_any_case(bot: Bot, method: str) -> None:
    assert (await bot.call(method))["username"] == "briefing_bot"


async def test_waiting_works_in_any_case(telegram: LocalTelegram, anna: User, bot: Bot) -> None:
    sent = telegram.send(anna, anna, "hello")
    assert await bot.call("getupdates", timeout=30) == [sent]


@pytest.mark.parametrize("token", ["1:a", "7000000001:local", "no-token-at-all", "%20"])
async def test_any_token_is_the_bots(bot: Bot, token: str) -> None:
    other = Bot(bot.session, bot.url, token)
    assert (await other.call("getMe"))["id"] == 7_000_000_001


@pytest.mark.parametrize("path", ["1:a/sendLove", "1:a/", "1:a", "/getMe", "1:a/getMe/more"])
async def test_what_is_no_method_is_not_found(bot: Bot, path: str) -> None:
    async with bot.session.post(f"{bot.url}/bot{path}") as answer:
        assert refusal_of((answer.status, await answer.json())) == "404 Not Found"


# files


@pytest.mark.parametrize(("method", "content"), [("sendDocument", ALL_BYTES), ("sendPhoto", PNG)])
async def test_an_upload_comes_back_byte_for_byte(anna: User, bot: Bot, method: str, content: bytes) -> None:
    kind = method.removeprefix("send").lower()
    _, answer = await bot.ask(method, data=_form(chat_id=str(anna.id), **{kind: content}))
    sent = answer["result"][kind]
    file = await bot.call("getFile", file_id=(sent[-1] if kind == "photo" else sent)["file_id"])
    async with bot.session.get(f"{bot.url}/file/bot{bot.token}/{file['file_path']}") as fetched:
        assert (fetched.status, await fetched.read()) == (200, content)
    assert file["file_size"] == len(content)


async def test_an_upload_can_be_named_by_an_attachment(anna: User, bot: Bot) -> None:
    form = _form(chat_id=str(anna.id), document="attach://report", report=b"text")
    _, answer = await bot.ask("sendDocument", data=form)
    assert answer["result"]["document"]["file_name"] == "report.bin"


async def test_a_file_can_be_sent_again_by_its_id(anna: User, bot: Bot) -> None:
    _, answer = await bot.ask("sendDocument", data=_form(chat_id=str(anna.id), document=b"text"))
    file_id = answer["result"]["document"]["file_id"]
    again = await bot.call("sendDocument", chat_id=anna.id, document=file_id)
    assert again["document"] == answer["result"]["document"]


@pytest.mark.parametrize("path", ["documents/file_999", "", "../../etc/passwd", "..%2f..%2fetc%2fpasswd"])
async def test_a_file_that_is_not_there_is_not_found(bot: Bot, path: str) -> None:
    async with bot.session.get(f"{bot.url}/file/bot{bot.token}/{path}") as answer:
        assert answer.status == 404


# refusals, as Telegram words them


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"x": 1}, 'unknown parameter "x"'),
        ({"text": ""}, "message text is empty"),
        ({"text": "a" * 4097}, "message is too long"),
        ({"text": "👋" * 2049}, "message is too long"),
        (
            {"text": "a &b; <b>", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        ({"text": "x", "reply_markup": inline(("More", "a" * 65))}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": inline(("More", "字" * 22))}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "chat_id": 5}, "chat not found"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ],
)
async def test_a_message_is_refused_in_telegrams_words(
    anna: User, bot: Bot, params: dict[str, Any], words: str
) -> None:
    assert await bot.refusal("sendMessage", **{"chat_id": anna.id, **params}) == f"400 Bad Request: {words}"


@pytest.mark.parametrize("text", ["a" * 4096, "👋" * 2048])
async def test_a_text_may_be_just_as_long_as_telegram_takes_it(anna: User, bot: Bot, text: str) -> None:
    assert (await bot.call("sendMessage", chat_id=anna.id, text=text))["text"] == text


async def test_a_caption_over_its_limit_is_refused(anna: User, bot: Bot) -> None:
    form = _form(chat_id=str(anna.id), document=b"x", caption="a" * 1025)
    assert refusal_of(await bot.ask("sendDocument", data=form)) == (
        "400 Bad Request: message caption is too long"
    )


async def test_an_edit_that_changes_nothing_is_refused(anna: User, bot: Bot) -> None:
    sent = await bot.call("sendMessage", chat_id=anna.id, text="x")
    refused = await bot.refusal("editMessageText", chat_id=anna.id, message_id=sent["message_id"], text="x")
    assert refused.startswith("400 Bad Request: message is not modified: specified new message content")


async def test_a_right_that_is_missing_is_named(telegram: LocalTelegram, group: Chat, bot: Bot) -> None:
    telegram.set_member(group, telegram.bot, "restricted")
    assert await bot.refusal("sendMessage", chat_id=group.id, text="x") == (
        "400 Bad Request: not enough rights to send text messages to the chat"
    )


async def test_who_blocked_the_bot_is_not_written_to(telegram: LocalTelegram, anna: User, bot: Bot) -> None:
    telegram.block_bot(anna)
    refused = await bot.refusal("sendMessage", chat_id=anna.id, text="x")
    assert refused == "403 Forbidden: bot was blocked by the user"


async def test_what_else_is_known_of_a_refusal_is_said(telegram: LocalTelegram, anna: User, bot: Bot) -> None:
    old = telegram.create_group("Office", anna, basic=True)
    new = telegram.migrate_group(old)
    _, answer = await bot.ask("sendMessage", json={"chat_id": old.id, "text": "x"})
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}


async def test_limits_on_sending_can_be_switched_on_and_off(anna: User, bot: Bot, browser: Browser) -> None:
    await browser.do("set_rules", flood_limits=True)
    await bot.call("sendMessage", chat_id=anna.id, text="one")
    _, answer = await bot.ask("sendMessage", json={"chat_id": anna.id, "text": "two"})
    await browser.do("set_rules", flood_limits=False)
    await bot.call("sendMessage", chat_id=anna.id, text="three")
    assert (answer["error_code"], answer["parameters"]) == (429, {"retry_after": 1})
    assert answer["description"] == "Too Many Requests: retry after 1"


async def test_unknown_parameters_pass_where_that_is_wanted(telegram: LocalTelegram, bot: Bot) -> None:
    telegram.set_rules(Rules(strict_parameters=False))
    assert (await bot.call("getMe", x=1))["is_bot"] is True


async def test_a_bot_logged_out_is_told(bot: Bot) -> None:
    assert await bot.call("logOut") is True
    assert await bot.refusal("getMe") == "400 Logged out"


async def test_what_people_write_passes_as_it_is(telegram: LocalTelegram, anna: User, bot: Bot) -> None:
    telegram.send(anna, anna, "<script>alert(1)</script> \u2028 \x07 👩‍👩‍👧")
    (update,) = await bot.call("getUpdates")
    assert update["message"]["text"] == telegram.messages(anna)[-1].text
