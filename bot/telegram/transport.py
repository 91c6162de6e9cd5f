"""Telegram's HTTP over aiohttp: the contract of HTTPXRequest for about half its CPU."""

import asyncio
import os
from typing import TYPE_CHECKING

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram.bodies import Body, form, upload
from bot.telegram.connections import Connections
from bot.telegram.proxies import Proxies
from bot.telegram.unsent import UnsentError, UnsentTimedOut

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput

_POOL_TIMEOUT = (
    "Pool timeout: All connections in the pool are occupied. The request was *not* sent to Telegram. "
    "Consider a larger connection pool or a longer pool timeout."
)


class AiohttpRequest(BaseRequest):
    """Keeps what HTTPXRequest promises.

    Time-outs are in seconds, None is no limit. Its errors never name the URL, which holds the bot's token.
    """

    def __init__(  # noqa: PLR0913 - the arguments of HTTPXRequest
        self,
        *,
        connection_pool_size: int = 256,
        read_timeout: float | None = 5.0,
        write_timeout: float | None = 5.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 1.0,
        media_write_timeout: float | None = 20.0,
        proxy: str | None = None,
    ) -> None:
        """Raises OperatorError when the proxy, given or found in the environment, cannot be used."""
        self._pool_size = connection_pool_size
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._media_write_timeout = media_write_timeout
        self._timeout = _client_timeout(connect_timeout, read_timeout)
        self._proxies = Proxies(proxy)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """The read time-out of requests that do not bring their own."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Opens the connection pool unless it is open."""
        if self._session is not None:
            return
        self._slots = asyncio.Semaphore(self._pool_size)
        self._session = aiohttp.ClientSession(
            connector=Connections(),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
        )

    async def shutdown(self) -> None:
        """Closes every connection; initialize() opens anew."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the signature of BaseRequest
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: "ODVInput[float]" = BaseRequest.DEFAULT_NONE,
        write_timeout: "ODVInput[float]" = BaseRequest.DEFAULT_NONE,
        connect_timeout: "ODVInput[float]" = BaseRequest.DEFAULT_NONE,
        pool_timeout: "ODVInput[float]" = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Sends one request; gives the status and the body of the answer.

        Raises TimedOut and NetworkError, of these UnsentTimedOut and UnsentError when nothing has left, and
        RuntimeError before initialize() and after shutdown().
        """
        session = self._session
        if session is None:
            raise RuntimeError("This AiohttpRequest is not initialized!")
        body = self._encode(method, request_data, write_timeout)
        timeout = self._timeout_of(connect_timeout, read_timeout)
        slots = self._slots
        await _take(slots, _chosen(pool_timeout, self._pool_timeout))
        try:
            answer = await session.request(
                method, url, data=body, timeout=timeout, proxy=self._proxies.find(url), allow_redirects=False
            )
            return answer.status, await answer.read()
        except (aiohttp.ClientError, OSError, ValueError) as error:
            failure = _described(error, unsent=body is not None and not body.has_connection)
        finally:
            slots.release()
        # Not raised in the handler: aiohttp's error names the URL and must become neither cause nor context.
        raise failure

    def _encode(
        self, method: str, request_data: RequestData | None, write_timeout: "ODVInput[float]"
    ) -> Body | None:
        fields = request_data.json_parameters if request_data else {}
        files = request_data.multipart_data if request_data else {}
        if files:
            return upload(fields, files, _chosen(write_timeout, self._media_write_timeout))
        if method == "GET" and not fields:
            return None
        return form(fields, _chosen(write_timeout, self._write_timeout))

    def _timeout_of(
        self, connect_timeout: "ODVInput[float]", read_timeout: "ODVInput[float]"
    ) -> aiohttp.ClientTimeout:
        if isinstance(connect_timeout, DefaultValue) and isinstance(read_timeout, DefaultValue):
            return self._timeout
        return _client_timeout(
            _chosen(connect_timeout, self._connect_timeout), _chosen(read_timeout, self._read_timeout)
        )


async def _take(slots: asyncio.Semaphore, pool_timeout: float | None) -> None:
    try:
        async with asyncio.timeout(pool_timeout if slots.locked() else None):
            await slots.acquire()
    except TimeoutError:
        raise UnsentTimedOut(_POOL_TIMEOUT) from None


def _chosen(timeout: "ODVInput[float]", default: float | None) -> float | None:
    return default if isinstance(timeout, DefaultValue) else timeout


def _client_timeout(connect: float | None, read: float | None) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=None, connect=_above_zero(connect), sock_read=_above_zero(read))


def _above_zero(timeout: float | None) -> float | None:
    """Zero means no limit to aiohttp; here it means at once."""
    return timeout if timeout is None else max(timeout, 0.001)


def _described(error: Exception, *, unsent: bool) -> NetworkError:
    if isinstance(error, TimeoutError):
        return UnsentTimedOut() if unsent else TimedOut()
    name, reason = type(error).__name__, _reason(error)
    words = f"{name}: {reason}" if reason else name
    return UnsentError(words) if unsent else NetworkError(words)


def _reason(error: Exception) -> str:
    """What went wrong in words that cannot hold the URL: str(error) often does."""
    if isinstance(error, aiohttp.ClientConnectorError):
        return str(error)  # host, port and the words of the system
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return f"the proxy answered {error.status}"
    if isinstance(error, OSError) and error.errno:
        return os.strerror(error.errno)
    return type(error.__cause__).__name__ if error.__cause__ else ""
