"""What the chat page asks of the server: its own files, what there is, what happens, and what people do."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse

from bot.simulator.faults import ApiError, ImpossibleActionError
from bot.simulator.parameters import Reader, declare, read_json
from bot.simulator.serving.actions.table import ACTIONS, do
from bot.simulator.serving.actions.talking import PLACE, attach
from bot.simulator.serving.bodies import read_body
from bot.simulator.serving.live import Live
from bot.simulator.serving.shapes import shown_json, state_json
from bot.simulator.stage import Stage

MAX_BODY = 1_000_000
MAX_UPLOAD = 20_000_000
MAX_NAME = 255

# Only pictures are shown; whatever else a bot sends is kept from being opened as a page of ours.
_PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_NUMBER = re.compile(r"-?\d{1,16}", re.ASCII)
_ATTACHED = declare(PLACE + "topic:Integer name!:String")


class _RefusedError(Exception):
    """The request is not what this place takes."""

    def __init__(self, status: int, reason: str) -> None:
        self.status = status
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Page:
    """One stage's page; several browsers may look on."""

    stage: Stage
    live: Live

    async def state(self, _: Request) -> Response:
        return JSONResponse(state_json(self.stage, self.live.stamp))

    async def messages(self, request: Request) -> Response:
        """All that stands in a chat, oldest first."""
        telegram = self.stage.telegram
        chat = telegram.chats.get(_number(request.path_params["chat"]))
        if chat is None:
            return _refusal(404, "there is no such chat")
        standing = (message for message in chat.messages.values() if not message.is_deleted)
        shown = [shown_json(message, telegram) for message in standing]
        return JSONResponse({"stamp": self.live.stamp, "messages": shown})

    async def menu(self, request: Request) -> Response:
        """The bot's commands as a person sees them in a chat."""
        chat, person = request.path_params["chat"], request.query_params.get("person", "")
        try:
            menu = self.stage.telegram.menu(_number(chat), _number(person))
        except ImpossibleActionError as error:
            return _refusal(404, str(error))
        return JSONResponse(menu)

    async def file(self, request: Request) -> Response:
        """A file as the page may show it."""
        content = self.stage.telegram.files.content(request.path_params["path"])
        if content is None:
            return _refusal(404, "there is no such file")
        kind = next((kind for magic, kind in _PICTURES.items() if content.startswith(magic)), "")
        attached = {} if kind else {"Content-Disposition": "attachment"}
        return Response(content, media_type=kind or "application/octet-stream", headers=attached)

    async def events(self, request: Request) -> Response:
        """Everything that happens from a stamp on, as server-sent events."""
        after = request.headers.get("last-event-id") or request.query_params.get("after", "")
        return StreamingResponse(self.live.events(after), media_type="text/event-stream")

    async def do(self, request: Request) -> Response:
        """What somebody does, as an object in JSON."""
        name = request.path_params["action"]
        return await self._done(request, name)

    async def _done(self, request: Request, name: str) -> Response:
        try:
            result = await self._act(request, name)
        except _RefusedError as refused:
            return _refusal(refused.status, str(refused))
        except ApiError as error:
            return _refusal(error.code, error.description.removeprefix("Bad Request: "))
        except ImpossibleActionError as error:
            return _refusal(409, str(error))
        return JSONResponse({"ok": True, "result": result})

    async def _act(self, request: Request, name: str) -> Any:
        if name == "attach":
            given = Reader({}, {}, is_strict=True).parameters(_ATTACHED, dict(request.query_params))
            content = await read_body(request, MAX_UPLOAD)
            return attach(self.stage, given, given["name"][:MAX_NAME], content)
        if name not in ACTIONS:
            raise _RefusedError(404, "there is no such action")
        return do(self.stage, name, await _json_object(request))


def _number(written: str) -> int:
    """A chat's or a person's, negative for groups; 0, which nobody has, when it is none."""
    return int(written) if _NUMBER.fullmatch(written) else 0


async def _json_object(request: Request) -> Mapping[str, Any]:
    # A form on somebody else's page can send anything but this.
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise _RefusedError(415, "the content type must be application/json")
    try:
        value = read_json(await read_body(request, MAX_BODY) or b"{}")
    except ValueError as error:
        raise _RefusedError(400, "the body is not JSON") from error
    if not isinstance(value, dict):
        raise _RefusedError(400, "the body must be a JSON object")
    return value


def _refusal(status: int, reason: str) -> Response:
    return JSONResponse({"ok": False, "error": reason}, status)
