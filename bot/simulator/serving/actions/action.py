"""An action of the chat page: what it is given, and what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.simulator.faults import ImpossibleActionError
from bot.simulator.parameters import Declared, declare
from bot.simulator.stage import Stage

Given = Mapping[str, Any]
Act = Callable[[Stage, Given], Any]


@dataclass(frozen=True, slots=True)
class Action:
    """Its result is given to the page as it is."""

    parameters: Declared
    act: Act
    bots_too: bool = False  # `person` may be the bot


def action(parameters: str, act: Act, *, bots_too: bool = False) -> Action:
    """Parameters as `chat!:Integer text!:String topic:Integer`, the required marked by `!`."""
    return Action(declare(parameters), act, bots_too)


def check_person(stage: Stage, given: Given) -> None:
    """Raises ImpossibleActionError: there is nobody of this number, or a bot, and bots use no page."""
    user = stage.telegram.user(given["person"])
    if user.is_bot:
        raise ImpossibleActionError(f"{user.first_name} is a bot, not a person")
