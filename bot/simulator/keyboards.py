"""What Telegram takes as the keyboard of a message."""

from collections.abc import Sequence

from bot.simulator.chats import Json
from bot.simulator.faults import bad_request
from bot.simulator.links import checked_link

MAX_BUTTONS = 100
MAX_ROW = 8
MAX_KEYBOARD_BUTTONS = 300
MAX_KEYBOARD_ROW = 12
MAX_DATA_BYTES = 64
MAX_MARKUP_BYTES = 10_000

_ACTIONS = frozenset({
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
})  # fmt: skip


def checked_markup(markup: Json | None) -> Json | None:
    """The markup as Telegram keeps it; an empty keyboard is none.

    Raises:
        ApiError: a button is wrong, or there are too many.
    """
    if not markup:
        return None
    if "inline_keyboard" in markup:
        return _inline(markup["inline_keyboard"])
    if "keyboard" in markup:
        _check_size(markup["keyboard"], MAX_KEYBOARD_BUTTONS, MAX_KEYBOARD_ROW)
        return markup
    if not (markup.get("remove_keyboard") or markup.get("force_reply")):
        return None
    return markup


def _inline(rows: Sequence[Sequence[Json]]) -> Json | None:
    _check_size(rows, MAX_BUTTONS, MAX_ROW)
    for row in rows:
        for button in row:
            _check_button(button)
    if sum(_weight(button) for row in rows for button in row) > MAX_MARKUP_BYTES:
        raise bad_request("reply markup is too long")
    kept = [[dict(button) for button in row] for row in rows if row]
    return {"inline_keyboard": kept} if kept else None


def _check_size(rows: Sequence[Sequence[object]], most: int, most_in_a_row: int) -> None:
    if sum(map(len, rows)) > most or any(len(row) > most_in_a_row for row in rows):
        raise bad_request("reply markup is too long")


def _check_button(button: Json) -> None:
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    actions = _ACTIONS & button.keys()
    if not actions:
        raise _unreadable("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        # Telegram takes the first it knows and drops the others without a word.
        raise _unreadable(f"exactly one of the fields {', '.join(sorted(actions))} must be used")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= MAX_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "url" in button and not checked_link(button["url"]):
        url = button["url"]
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _unreadable(reason: str) -> Exception:
    return bad_request(f"can't parse inline keyboard button: {reason}")


def _weight(button: Json) -> int:
    return sum(len(str(button.get(name, "")).encode()) for name in ("text", "callback_data", "url"))
