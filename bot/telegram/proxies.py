"""The way to Telegram through a proxy."""

from urllib.request import getproxies, proxy_bypass

from yarl import URL

from bot.errors import OperatorError


class Proxies:
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
