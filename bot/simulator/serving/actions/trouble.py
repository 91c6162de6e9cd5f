"""Somebody orders trouble: refusals, broken connections, a network that is cut, stricter rules."""

from collections.abc import Callable
from dataclasses import replace

from bot.simulator.chats import Json
from bot.simulator.faults import (
    ANY_METHOD,
    ApiError,
    Fault,
    ImpossibleActionError,
    NetworkFault,
    bad_request,
    forbidden,
    too_many_requests,
)
from bot.simulator.methods import METHODS
from bot.simulator.serving.actions.action import Given, action
from bot.simulator.serving.shapes import trouble_json
from bot.simulator.stage import Stage

MAX_TIMES = 10_000
MAX_RETRY_AFTER = 3600

_FAULTS: dict[str, Callable[[Given], Fault]] = {
    "400": lambda given: bad_request(given.get("description", "chat not found")),
    "403": lambda given: forbidden(given.get("description", "bot was blocked by the user")),
    "429": lambda given: too_many_requests(_within(given, "retry_after", 5, MAX_RETRY_AFTER)),
    "500": lambda given: ApiError(500, given.get("description", "Internal Server Error")),
    "reset": lambda _: NetworkFault.CONNECTION_RESET,
    "timeout": lambda _: NetworkFault.TIMED_OUT,
}


def _within(given: Given, name: str, usual: int, most: int) -> int:
    value: int = given.get(name, usual)
    if not 0 < value <= most:
        raise ImpossibleActionError(f"{name} is 1 to {most}")
    return value


def _fail(stage: Stage, given: Given) -> Json:
    method, what = given["method"], given["what"]
    if method not in {ANY_METHOD, *METHODS}:
        raise ImpossibleActionError(f"the local Telegram has no method {method!r}")
    if what not in _FAULTS:
        raise ImpossibleActionError(f"{what!r} is not a known fault; {', '.join(_FAULTS)} are")
    times = _within(given, "times", 1, MAX_TIMES)
    stage.telegram.fail_next(method, _FAULTS[what](given), given.get("chat"), times)
    return trouble_json(stage.telegram)


def _cut(stage: Stage, _: Given) -> Json:
    stage.telegram.cut_network()
    return trouble_json(stage.telegram)


def _restore(stage: Stage, _: Given) -> Json:
    stage.telegram.restore_network()
    return trouble_json(stage.telegram)


def _clear_trouble(stage: Stage, _: Given) -> Json:
    stage.telegram.end_trouble()
    return trouble_json(stage.telegram)


def _set_rules(stage: Stage, given: Given) -> Json:
    stage.telegram.set_rules(replace(stage.telegram.rules, **given))
    return trouble_json(stage.telegram)


_RULES = (
    "flood_limits:Boolean strict_parameters:Boolean reads_all_group_messages:Boolean inline_feedback:Boolean"
)

TROUBLE = {
    "fail": action(
        "method!:String what!:String chat:Integer times:Integer retry_after:Integer description:String", _fail
    ),
    "cut": action("", _cut),
    "restore": action("", _restore),
    "clear_trouble": action("", _clear_trouble),
    "set_rules": action(_RULES, _set_rules),
}
