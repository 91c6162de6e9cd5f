"""Receiving updates: the queue, the webhook, and leaving the server."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from bot.simulator.chats import Json
from bot.simulator.faults import ApiError, bad_request
from bot.simulator.links import is_loopback
from bot.simulator.world import World

Given = Mapping[str, Any]

MAX_UPDATES = 100
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")


def get_updates(world: World, given: Given) -> list[Json]:
    """What waits now; waiting for more is the transport's part."""
    if world.webhook:
        raise ApiError(
            409,
            "Conflict: can't use getUpdates method while webhook is active; "
            "use deleteWebhook to delete the webhook first",
        )
    world.updates.allow(given.get("allowed_updates"))
    limit = min(max(given.get("limit", MAX_UPDATES), 1), MAX_UPDATES)
    return world.updates.get(given.get("offset", 0), limit)


def set_webhook(world: World, given: Given) -> bool:
    url = given.get("url", "")
    if not url:
        return delete_webhook(world, given)
    scheme, host = _parts(url)
    if world.rules.local_webhooks:
        # What people try here shall not leave this machine because a bot knows its public address.
        if scheme not in {"http", "https"} or not is_loopback(host):
            raise bad_request("bad webhook: the local Telegram calls http(s)://localhost and 127.0.0.1 only")
    elif scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not _SECRET.fullmatch(given.get("secret_token", "")):
        raise bad_request("secret token contains unallowed characters")
    _drop_pending(world, given)
    world.updates.allow(given.get("allowed_updates"))
    world.webhook = dict(given)
    world.webhook_error = {}
    world.updates.wake()
    return True


def _parts(url: str) -> tuple[str, str]:
    """Scheme and host; empty when it is no address."""
    try:
        parts = urlsplit(url)
    except ValueError:  # urlsplit's own word for malformed hosts
        return "", ""
    return parts.scheme, parts.hostname or ""


def delete_webhook(world: World, given: Given) -> bool:
    _drop_pending(world, given)
    world.webhook, world.webhook_error = {}, {}
    world.updates.wake()
    return True


def _drop_pending(world: World, given: Given) -> None:
    if given.get("drop_pending_updates"):
        world.updates.drop()


def get_webhook_info(world: World, _: Given) -> Json:
    info: Json = {
        "url": world.webhook.get("url", ""),
        "has_custom_certificate": "certificate" in world.webhook,
        "pending_update_count": len(world.updates),
    }
    if world.webhook:
        info["max_connections"] = world.webhook.get("max_connections", 40)
        info |= {name: world.webhook[name] for name in ("ip_address",) if name in world.webhook}
    if world.updates.allowed:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info | world.webhook_error


def log_out(world: World, _: Given) -> bool:
    world.is_logged_out = True
    return True


def close(_: World, __: Given) -> bool:
    return True
