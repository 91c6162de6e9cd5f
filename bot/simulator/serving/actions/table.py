"""The one table of actions of the chat page."""

from collections.abc import Mapping
from typing import Any

from bot.simulator.parameters import Reader
from bot.simulator.serving.actions.action import Action, Given, check_person
from bot.simulator.serving.actions.groups import GROUPS
from bot.simulator.serving.actions.talking import TALKING
from bot.simulator.serving.actions.trouble import TROUBLE
from bot.simulator.serving.actions.turning import TURNING
from bot.simulator.stage import Stage

ACTIONS: Mapping[str, Action] = TALKING | GROUPS | TURNING | TROUBLE


def do(stage: Stage, name: str, given: Given) -> Any:
    """Do what somebody chose on the page.

    Raises:
        KeyError: there is no such action.
        ApiError: something is missing, unknown or of the wrong type.
        ImpossibleActionError: nobody could do this in Telegram.
    """
    chosen = ACTIONS[name]
    read = Reader({}, {}, is_strict=True).parameters(chosen.parameters, given)
    if "person" in read and not chosen.bots_too:
        check_person(stage, read)
    return chosen.act(stage, read)
