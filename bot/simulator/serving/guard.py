"""What every answer says to browsers, and which names this server answers to."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.simulator.links import is_loopback

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Around the whole application.

    A page from elsewhere can make browsers call this machine under a name of its own: that is refused.
    """

    def __init__(self, app: ASGIApp, host: str, *, is_public: bool) -> None:
        self._app = app
        self._host = host
        self._is_public = is_public

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        app = self._refusal(scope["path"], Headers(scope=scope)) or self._app
        # Bots are no browsers; but a page from elsewhere might call like one.
        is_bot = scope["path"].startswith(("/bot", "/file/bot"))
        await app(scope, receive, send if is_bot else send_guarded)

    def _refusal(self, path: str, headers: Headers) -> ASGIApp | None:
        host, origin = headers.get("host", ""), headers.get("origin")
        # What a page shows as a picture is called without an origin; a link may lead to the page itself.
        is_foreign = path != "/" and headers.get("sec-fetch-site") in {"cross-site", "same-site"}
        name = _host_of(host)
        if not (self._is_public or is_loopback(name) or name == self._host):
            return PlainTextResponse("this server answers to the names of this machine only", 421)
        if is_foreign or (origin is not None and origin.partition("://")[2] != host):
            return PlainTextResponse("this server does nothing for pages from elsewhere", 403)
        return None


def _host_of(header: str) -> str:
    """The host without its port: `[::1]:80` is `::1`."""
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0]
