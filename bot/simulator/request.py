"""python-telegram-bot's way to the local Telegram: no network, the same answers."""

import json
from collections.abc import Mapping
from typing import Any

from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.simulator import gateway
from bot.simulator.chats import Json
from bot.simulator.faults import ApiError, LostAnswerError, NetworkFault
from bot.simulator.files import UploadedFile
from bot.simulator.telegram import LocalTelegram

LOCAL_TOKEN = "7000000001:local"  # noqa: S105
"""The local Telegram knows one bot, and takes any token for it."""

_FILES = "/file/bot"


class LocalRequest(BaseRequest):
    """Carries requests into a LocalTelegram in the same process; needs neither opening nor closing."""

    def __init__(self, telegram: LocalTelegram, *, token: str | None = None) -> None:
        """With a `token`, requests with another one are refused as Telegram refuses them."""
        self._telegram = telegram
        self._token = token

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close: a getUpdates still waiting ends with the task that waits."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_timeouts: object,
        **_named_timeouts: object,
    ) -> tuple[int, bytes]:
        """Status and body, as Telegram's server would give them; files are what is fetched by GET."""
        if method == "GET":
            return self._file(url)
        status, answer = await self._answer(url, request_data or RequestData())
        return status, json.dumps(answer).encode()

    async def _answer(self, url: str, data: RequestData) -> tuple[int, Json]:
        token, method = _address(url)
        if self._token not in {None, token}:
            refusal = ApiError(401, "Unauthorized")
            return refusal.code, refusal.as_json()
        try:
            return await gateway.answer(self._telegram, method, data.json_parameters, _uploads(data))
        except LostAnswerError as lost:
            if lost.fault is NetworkFault.TIMED_OUT:
                raise TimedOut from lost
            raise NetworkError(str(lost)) from lost

    def _file(self, url: str) -> tuple[int, bytes]:
        """The content of `https://host/file/bot<token>/<path>`."""
        path = url.partition(_FILES)[2].partition("/")[2]
        content = self._telegram.files.content(path)
        if content is None:
            return 404, json.dumps(ApiError(404, "Not Found").as_json()).encode()
        return 200, content


def _address(url: str) -> tuple[str, str]:
    """Token and method of `https://host/bot<token>/<method>`."""
    place, method = url.rsplit("/", 1)
    return place.rsplit("/bot", 1)[-1], method


def _uploads(data: RequestData) -> Mapping[str, UploadedFile]:
    return {name: _upload(*parts) for name, parts in data.multipart_data.items()}


def _upload(name: str, content: Any, _mime_type: str) -> UploadedFile:
    return UploadedFile(name, content if isinstance(content, bytes) else content.read())
