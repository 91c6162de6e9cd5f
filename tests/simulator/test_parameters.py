"""Reading parameters: as a form, as JSON in a form, as JSON."""

from typing import Any

import pytest

from bot.simulator.faults import ApiError
from bot.simulator.files import UploadedFile
from bot.simulator.objects import OBJECTS
from bot.simulator.parameters import Reader, declare

_DECLARED = declare(
    "chat_id!:Chat text!:String number:Integer flag:Boolean words:[String] photo:File "
    "reply_markup:ReplyMarkup commands:[BotCommand] other:Anything"
)
_NEEDED = {"chat_id": 1, "text": "x"}


def _read(
    given: dict[str, Any], files: dict[str, UploadedFile] | None = None, *, is_strict: bool = True
) -> Any:
    return Reader(OBJECTS, files or {}, is_strict=is_strict).parameters(_DECLARED, _NEEDED | given)


def _refusal(given: dict[str, Any]) -> str:
    with pytest.raises(ApiError) as refused:
        _read(given)
    return refused.value.description


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ({"chat_id": "-1001"}, -1001),
        ({"chat_id": "@office"}, "@office"),
        ({"number": "7"}, 7),
        ({"number": -7}, -7),
        ({"flag": "True"}, True),
        ({"flag": "0"}, False),
        ({"flag": False}, False),
        ({"text": "5"}, "5"),
        ({"words": '["a", "b"]'}, ["a", "b"]),
        ({"words": ("a",)}, ["a"]),
        ({"other": '{"x": 1}'}, {"x": 1}),
        ({"commands": [{"command": "a", "description": "b"}]}, [{"command": "a", "description": "b"}]),
    ],
)
def test_values_come_in_their_own_types(given: dict[str, Any], read: object) -> None:
    assert _read(given)[next(iter(given))] == read


def test_what_is_empty_or_null_is_not_given() -> None:
    assert _read({"number": "", "flag": None, "reply_markup": ""}) == _NEEDED


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"chat_id": ""}, "chat_id is empty"),
        ({"chat_id": None}, "chat_id is empty"),
        ({"chat_id": "office"}, "chat not found"),
        ({"chat_id": 1.5}, 'parameter "chat_id" must be of type Chat'),
        ({"text": ""}, "message text is empty"),
        ({"text": 5}, 'parameter "text" must be of type String'),
        ({"text": "\ud83d"}, "strings must be encoded in UTF-8"),
        ({"txt": "x"}, 'unknown parameter "txt"'),
        ({"number": "seven"}, 'parameter "number" must be of type Integer'),
        ({"number": True}, 'parameter "number" must be of type Integer'),
        ({"flag": "maybe"}, 'parameter "flag" must be of type Boolean'),
        ({"flag": 1}, 'parameter "flag" must be of type Boolean'),
        ({"words": "a"}, "can't parse words JSON object"),
        ({"words": '"a"'}, 'parameter "words" must be of type Array'),
        ({"reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
        ({"reply_markup": "[" * 100_000}, "can't parse reply keyboard markup JSON object"),
        ({"reply_markup": []}, 'parameter "reply_markup" must be of type ReplyMarkup'),
        ({"reply_markup": {"inline": []}}, 'unknown field of ReplyMarkup "inline"'),
        ({"commands": [{"command": "a"}]}, "can't parse BotCommand: Can't find field \"description\""),
        ({"photo": "attach://x"}, "there is no photo in the request"),
    ],
)
def test_wrong_values_are_refused(given: dict[str, Any], reason: str) -> None:
    assert _refusal(given) == f"Bad Request: {reason}"


def test_unknown_parameters_may_be_let_through_as_telegram_does() -> None:
    given = {"txt": "x", "reply_markup": {"force_reply": True, "typo": 1}}
    assert _read(given, is_strict=False) == _NEEDED | {"reply_markup": {"force_reply": True}}


def test_uploads_come_by_parameter_or_by_attachment() -> None:
    file = UploadedFile("a.png", b"x")
    assert _read({}, {"photo": file})["photo"] is file
    assert _read({"photo": "attach://it"}, {"it": file})["photo"] is file
