"""Bodies of requests, read no further than they may be long."""

from starlette.requests import Request
from starlette.types import Message, Receive

from bot.simulator.faults import ApiError


def too_large() -> ApiError:
    return ApiError(413, "Request Entity Too Large")


class Limited:
    """A request's `receive` that stops at so many bytes: what its header claims is no promise."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._left = most

    async def __call__(self) -> Message:
        """The next part. Raises ApiError 413."""
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise too_large()
        return message


def limited(request: Request, most: int) -> Request:
    """The request, to be read up to so many bytes; raises ApiError 413 at once if it says it is longer."""
    claimed = request.headers.get("content-length", "")
    if claimed.isdecimal() and int(claimed) > most:
        raise too_large()
    return Request(request.scope, Limited(request.receive, most))


async def read_body(request: Request, most: int) -> bytes:
    """All of it. Raises ApiError 413."""
    return await limited(request, most).body()
