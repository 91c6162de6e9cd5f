"""The Bot API as bots speak it: any token, GET or POST, parameters in the address, a form or JSON."""

import asyncio
import contextlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.simulator import gateway
from bot.simulator.chats import Json
from bot.simulator.faults import ApiError, LostAnswerError, NetworkFault, bad_request
from bot.simulator.files import UploadedFile
from bot.simulator.methods import METHODS
from bot.simulator.parameters import read_json
from bot.simulator.serving.bodies import limited, read_body
from bot.simulator.serving.connections import Connections
from bot.simulator.telegram import LocalTelegram

MAX_BODY = 10_000_000
MAX_UPLOAD = 50_000_000  # as Telegram's own
MAX_PARTS = 100
PATIENCE = 120.0  # seconds a request is left waiting whose answer shall be lost

_FORM, _MULTIPART, _JSON = "application/x-www-form-urlencoded", "multipart/form-data", "application/json"
# Telegram does not mind how a method's name is spelt.
_METHODS = {name.lower(): name for name in METHODS}

Parameters = tuple[dict[str, Any], dict[str, UploadedFile]]


@dataclass(frozen=True, slots=True)
class BotApi:
    """Telegram's server, for the bots of one local Telegram: whatever their token, they are the same bot."""

    telegram: LocalTelegram
    connections: Connections
    token: Callable[[], str]  # the one that is known; empty when any will do

    async def answer(self, request: Request) -> Response:
        """What Telegram answers to this request; nothing at all where that was ordered."""
        method = request.path_params["method"]
        try:
            self._check_token(request)
            values, files = await read_parameters(self.telegram, request)
            known = _METHODS.get(method.lower(), method)
            status, body = await gateway.answer(self.telegram, known, values, files)
        except ApiError as refusal:
            status, body = refusal.code, refusal.as_json()
        except LostAnswerError as lost:
            return await self._lose(request, lost.fault)
        if self.telegram.faults.is_cut:  # what cannot be read is refused before Telegram has it
            return await self._lose(request, NetworkFault.CONNECTION_RESET)
        return _json(status, body)

    def _check_token(self, request: Request) -> None:
        if self.token() not in {"", request.path_params["token"]}:
            raise ApiError(401, "Unauthorized")

    async def _lose(self, request: Request, fault: NetworkFault) -> Response:
        """No answer comes: the connection breaks, or the bot waits in vain."""
        if fault is NetworkFault.TIMED_OUT:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(_client_gone(request), PATIENCE)
        if request.client:
            self.connections.hang_up(request.client)
        return Response()

    async def file(self, request: Request) -> Response:
        """The bytes of a file the bot asked for by its path."""
        if self.token() not in {"", request.path_params["token"]}:
            return await not_found(request)
        if self.telegram.faults.is_cut:
            return await self._lose(request, NetworkFault.CONNECTION_RESET)
        content = self.telegram.files.content(request.path_params["path"])
        if content is None:
            return await not_found(request)
        return Response(content, media_type="application/octet-stream")


async def not_found(_: Request) -> Response:
    refusal = ApiError(404, "Not Found")
    return _json(refusal.code, refusal.as_json())


def _json(status: int, body: Json) -> Response:
    return Response(json.dumps(body, ensure_ascii=False), status, media_type=_JSON)


async def read_parameters(telegram: LocalTelegram, request: Request) -> Parameters:
    """Values and uploads of a call, whatever form it has. Raises ApiError when it cannot be read."""
    values: dict[str, Any] = dict(
        parse_qsl(request.scope["query_string"].decode("latin-1"), keep_blank_values=True)
    )
    if request.method == "GET":
        return values, {}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == _MULTIPART:
        form, files = await _multipart(request)
        return values | form, files
    body = await read_body(request, MAX_BODY)
    if kind == _JSON:
        values |= _json_object(body)
    elif kind == _FORM:
        values |= _form(body)
    elif body and telegram.rules.strict_parameters:
        # Telegram itself takes no notice of such a body.
        raise bad_request(f"unsupported content type {kind[:60]!r}; use {_FORM}, {_JSON} or {_MULTIPART}")
    return values, {}


def _form(body: bytes) -> dict[str, str]:
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict"))
    except ValueError as error:
        raise bad_request("strings must be encoded in UTF-8") from error


def _json_object(body: bytes) -> Mapping[str, Any]:
    if not body.strip():
        return {}
    try:
        value = read_json(body)
    except ValueError as error:
        raise bad_request("can't parse JSON") from error
    if not isinstance(value, dict):
        raise bad_request("JSON object expected")
    return value


async def _multipart(request: Request) -> Parameters:
    try:
        async with limited(request, MAX_UPLOAD).form(
            max_files=MAX_PARTS, max_fields=MAX_PARTS, max_part_size=MAX_BODY
        ) as form:
            values = {name: value for name, value in form.items() if isinstance(value, str)}
            files = {
                name: UploadedFile(file.filename or name, await file.read())
                for name, file in form.items()
                if isinstance(file, UploadFile)
            }
    except (HTTPException, UnicodeError) as error:
        reason = error.detail if isinstance(error, HTTPException) else "unknown charset"
        raise bad_request(f"can't parse multipart/form-data: {reason}") from error
    return values, files


async def _client_gone(request: Request) -> None:
    while not await request.is_disconnected():
        await request.receive()
