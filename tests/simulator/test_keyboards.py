"""Keyboards Telegram takes, and those it refuses."""

from typing import Any

import pytest

from bot.simulator.faults import ApiError
from bot.simulator.keyboards import checked_markup

_BUTTON = {"text": "x", "callback_data": "y"}


def _inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


@pytest.mark.parametrize("markup", [None, {}, _inline(), _inline([]), {"remove_keyboard": False}])
def test_an_empty_keyboard_is_none(markup: dict[str, Any] | None) -> None:
    assert checked_markup(markup) is None


@pytest.mark.parametrize(
    "markup",
    [
        _inline([_BUTTON] * 8, *[[_BUTTON]] * 92),
        _inline([_BUTTON | {"callback_data": "目" * 21 + "x"}]),
        _inline([{"text": "x", "url": "example.com"}]),
        _inline([{"text": "x", "switch_inline_query": ""}]),
        {"keyboard": [[{"text": "x"}]], "resize_keyboard": True},
        {"force_reply": True},
        {"remove_keyboard": True},
    ],
)
def test_a_good_keyboard_is_kept(markup: dict[str, Any]) -> None:
    assert checked_markup(markup) == markup


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        (_inline([_BUTTON | {"callback_data": "目" * 22}]), "BUTTON_DATA_INVALID"),
        (_inline([_BUTTON | {"callback_data": ""}]), "BUTTON_DATA_INVALID"),
        (_inline([_BUTTON | {"text": " "}]), "inline keyboard button text must be non-empty"),
        (
            _inline([{"text": "x", "url": "nowhere"}]),
            "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
        ),
        (
            _inline([{"text": "x"}]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            _inline([_BUTTON | {"url": "a.b"}]),
            "can't parse inline keyboard button: exactly one of the fields callback_data, url must be used",
        ),
        (_inline(*[[_BUTTON]] * 101), "reply markup is too long"),
        (_inline([_BUTTON] * 9), "reply markup is too long"),
        (_inline(*[[_BUTTON | {"text": "目" * 40}]] * 100), "reply markup is too long"),
        ({"keyboard": [[{"text": "x"}] * 13]}, "reply markup is too long"),
    ],
)
def test_a_wrong_keyboard_is_refused(markup: dict[str, Any], reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        checked_markup(markup)
    assert refused.value.description == f"Bad Request: {reason}"
