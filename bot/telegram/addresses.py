"""What a button carries: where it leads, which page of it, in which language."""

import re
from dataclasses import dataclass

from bot.briefing.briefing import LONGEST_ADDRESS
from bot.errors import UnknownAddressError
from bot.report.model import VOICES, Voice

_DATA = re.compile(rf"([a-z0-9_-]{{1,{LONGEST_ADDRESS}}})\.(0|[1-9][0-9]?)\.([a-z])")
_DEEP_LINK = re.compile(r"[a-z0-9_-]{1,64}")
_LETTERS = {voice[0]: voice for voice in VOICES}  # a button has 64 bytes


@dataclass(frozen=True, slots=True)
class View:
    """A page of the briefing at an address."""

    address: str
    page: int
    voice: Voice


def data_of(view: View) -> str:
    """Callback data, at most 64 bytes: `jobs.0.z`."""
    return f"{view.address}.{view.page}.{view.voice[0]}"


def view_of(data: str) -> View:
    """Raises UnknownAddressError for anything `data_of` would not have made."""
    match = _DATA.fullmatch(data)
    if not match or match[3] not in _LETTERS:
        raise UnknownAddressError(data[:20])
    return View(match[1], int(match[2]), _LETTERS[match[3]])


def address_of_deep_link(payload: str) -> str:
    """The address behind `?start=…`; raises UnknownAddressError when it cannot be one."""
    if not _DEEP_LINK.fullmatch(payload):
        raise UnknownAddressError(payload[:20])
    return payload
