"""Which addresses Telegram takes as links, and how it writes them down."""

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

_USER_LINK = re.compile(r"tg://user/?\?id=(\d+)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def linked_user_id(url: str) -> int:
    """The user a `tg://user?id=…` link means, or 0."""
    match = _USER_LINK.fullmatch(url.strip())
    return int(match.group(1)) if match else 0


def is_loopback(host: str) -> bool:
    """Whether this name or address means this very machine."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def checked_link(url: str) -> str:
    """The address as Telegram writes it down, or an empty string when it is none."""
    url = url.strip()
    if not url or any(char.isspace() for char in url):
        return ""
    try:
        parts = urlsplit(url if _SCHEME.match(url) else f"http://{url}")
    except ValueError:  # urlsplit's own word for malformed hosts
        return ""
    return _written(parts)


def _written(parts: SplitResult) -> str:
    if parts.scheme in {"tg", "ton"}:
        return parts.geturl() if parts.netloc else ""
    if parts.scheme not in {"http", "https"} or "." not in parts.netloc.strip("."):
        return ""
    return parts._replace(netloc=parts.netloc.lower(), path=parts.path or "/").geturl()
