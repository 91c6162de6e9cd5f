"""Somebody turns the clock."""

from datetime import datetime, timedelta

from bot.simulator.chats import Json
from bot.simulator.faults import ImpossibleActionError
from bot.simulator.serving.actions.action import Given, action
from bot.simulator.serving.shapes import clock_json
from bot.simulator.stage import Stage

A_DAY_A_MINUTE = 1440
MAX_HOURS = 24 * 366


def _turn(stage: Stage, given: Given) -> Json:
    try:
        moment = datetime.fromisoformat(given["to"])
        # What names no zone is meant where the district is.
        stage.clock.jump(moment if moment.tzinfo else moment.replace(tzinfo=stage.zone))
    except (ValueError, OverflowError) as error:
        raise ImpossibleActionError(
            f"{given['to'][:40]!r} is not a time to turn to; write it as 2030-01-31T08:30, years 2000 to 2099"
        ) from error
    return clock_json(stage)


def _next_due(stage: Stage, _: Given) -> Json:
    try:
        stage.clock.jump_to_next_due()
    except ValueError as error:
        raise ImpossibleActionError(str(error)) from error
    return clock_json(stage)


def _play(stage: Stage, given: Given) -> Json:
    rate, hours = given.get("rate", A_DAY_A_MINUTE), given.get("hours", 24)
    if not 0 < hours <= MAX_HOURS:
        raise ImpossibleActionError(f"{hours} hours cannot be played; 1 to {MAX_HOURS} can")
    try:
        stage.clock.play(timedelta(hours=hours), rate)
    except ValueError as error:
        raise ImpossibleActionError(str(error)) from error
    return clock_json(stage)


def _stop(stage: Stage, _: Given) -> Json:
    stage.clock.run(0)
    return clock_json(stage)


def _real_time(stage: Stage, _: Given) -> Json:
    stage.clock.return_to_real_time()
    return clock_json(stage)


TURNING = {
    "turn": action("to!:String", _turn),
    "next_due": action("", _next_due),
    "play": action("rate:Integer hours:Integer", _play),
    "stop": action("", _stop),
    "real_time": action("", _real_time),
}
