"""Telegram's HTTP over aiohttp: the contract of HTTPXRequest for about half its CPU."""

import asyncio
import os
import select
import ssl
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, cast
from urllib.request import getproxies, proxy_bypass
from weakref import WeakSet

import aiohttp
import httpx
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.errors import OperatorError
from bot.telegram.unsent import UnsentError, UnsentTimedOut

if TYPE_CHECKING:
    from aiohttp.abc import AbstractStreamWriter
    from aiohttp.connector import Connection
    from aiohttp.tracing import Trace
    from telegram._utils.types import ODVInput, UploadFileDict

_FORM = "application/x-www-form-urlencoded"
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
        self._proxies = _Proxies(proxy)
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
            connector=_Connections(),
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
    ) -> "_Body | None":
        fields = request_data.json_parameters if request_data else {}
        files = request_data.multipart_data if request_data else {}
        if files:
            return _upload(fields, files, _chosen(write_timeout, self._media_write_timeout))
        if method == "GET" and not fields:
            return None
        return _form(fields, _chosen(write_timeout, self._write_timeout))

    def _timeout_of(
        self, connect_timeout: "ODVInput[float]", read_timeout: "ODVInput[float]"
    ) -> aiohttp.ClientTimeout:
        if isinstance(connect_timeout, DefaultValue) and isinstance(read_timeout, DefaultValue):
            return self._timeout
        return _client_timeout(
            _chosen(connect_timeout, self._connect_timeout), _chosen(read_timeout, self._read_timeout)
        )


class _Connections(aiohttp.TCPConnector):
    """A pool that does not hand out an idle connection which the server has closed.

    The loop may not have read the close yet, so the socket itself is asked, before anything is sent. No POST
    is sent twice: once a byte has left, Telegram may have acted, sendMessage is not idempotent and the Bot
    API has no idempotency key. A connection that breaks after this check is therefore the caller's error.
    """

    def __init__(self) -> None:
        # No limit, for aiohttp would count waiting for a free connection as connecting. Idle for well under
        # what servers and address translators allow, so that a connection is rarely found dead.
        super().__init__(limit=0, keepalive_timeout=15.0, ssl=_trusted())
        self._used: WeakSet[asyncio.BaseProtocol] = WeakSet()

    async def connect(
        self,
        req: aiohttp.ClientRequest,
        traces: "list[Trace]",
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - the signature of aiohttp
    ) -> "Connection":
        while True:
            connection = await super().connect(req, traces, timeout)
            protocol, transport = connection.protocol, connection.transport
            # A new connection may well have something to read: TLS sends session tickets unasked.
            if protocol is not None and protocol not in self._used:
                self._used.add(protocol)
                return _given_to(req, connection)
            if transport is not None and not _is_readable(transport):
                return _given_to(req, connection)
            connection.close()


def _given_to(request: aiohttp.ClientRequest, connection: "Connection") -> "Connection":
    """Remembers that from here on something may have left."""
    if isinstance(request.body, _Body):
        request.body.has_connection = True
    return connection


class _Body(aiohttp.Payload):
    """The bytes of one request, each write of which is limited in time."""

    def __init__(
        self, chunks: Iterable[bytes], content_type: str, size: int | None, write_timeout: float | None
    ) -> None:
        super().__init__(chunks, content_type=content_type)
        self._chunks = chunks
        self._size = size
        self._write_timeout = write_timeout
        self.has_connection = False

    async def write(self, writer: "AbstractStreamWriter") -> None:
        try:
            for chunk in self._chunks:
                async with asyncio.timeout(self._write_timeout):
                    await writer.write(chunk)
        except BaseException:
            # aiohttp would only close(), which goes on sending what is buffered after the caller was told.
            if writer.transport is not None:
                writer.transport.abort()
            raise

    def decode(self, encoding: str = "utf-8", errors: str = "strict") -> str:
        return b"".join(self._chunks).decode(encoding, errors)


def _form(fields: Mapping[str, str], write_timeout: float | None) -> _Body:
    # urlencode() refuses a lone surrogate, yarl would drop it and change the text.
    "".join(fields.values()).encode()
    # yarl quotes in C: 9 microseconds for 600 Chinese characters where urlencode() takes 55.
    form = URL().with_query(fields).raw_query_string.encode("ascii")
    return _Body((form,), _FORM, len(form), write_timeout)


def _upload(fields: Mapping[str, str], files: "UploadFileDict", write_timeout: float | None) -> _Body:
    # python-telegram-bot brings httpx; with its encoder an upload arrives just as HTTPXRequest would send it.
    encoded = httpx.Request("POST", "http://unused", data=fields, files=files)
    length = encoded.headers.get("Content-Length")
    chunks = cast("httpx.SyncByteStream", encoded.stream)
    return _Body(chunks, encoded.headers["Content-Type"], int(length) if length else None, write_timeout)


def _is_readable(transport: asyncio.BaseTransport) -> bool:
    """Whether there is something to read; on an idle connection that can only be its end."""
    descriptor = transport.get_extra_info("socket").fileno()
    if sys.platform == "win32":
        return bool(select.select([descriptor], [], [], 0)[0])
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return bool(poll.poll(0))


class _Proxies:
    """Which proxy a URL goes through: the one given, otherwise what the environment says."""

    def __init__(self, given: str | None) -> None:
        self._obeys_environment = given is None
        named = getproxies() if given is None else {"all": given}
        found = {scheme: named.get(scheme) or named.get("all") for scheme in ("http", "https")}
        self._by_scheme = {scheme: _proxy_url(proxy) for scheme, proxy in found.items() if proxy}

    def find(self, url: str) -> URL | None:
        if not self._by_scheme:
            return None
        target = URL(url)
        proxy = self._by_scheme.get(target.scheme)
        if proxy is not None and self._obeys_environment and proxy_bypass(target.host or ""):
            return None
        return proxy


def _proxy_url(text: str) -> URL:
    try:
        url = URL(text if "://" in text else f"http://{text}")
    except ValueError:
        # The message leaves the text out: it may hold a password.
        raise OperatorError("The proxy is not a URL; it looks like http://127.0.0.1:3128") from None
    if url.scheme not in {"http", "https"} or not url.host:
        raise OperatorError(
            f"A {url.scheme} proxy is configured, or set in the environment, but only http:// and https:// "
            "proxies work, no SOCKS: name the HTTP port of the proxy program, such as http://127.0.0.1:3128"
        )
    return url


@cache
def _trusted() -> ssl.SSLContext:
    """The certificates HTTPXRequest trusts, by SSL_CERT_FILE too; read once, because it takes 20 ms."""
    return httpx.create_ssl_context()


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
