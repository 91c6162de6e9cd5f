"""Files the bot has sent: their bytes, their ids, and how large a picture is."""

import mimetypes
import struct
from dataclasses import dataclass

from bot.simulator.chats import Json
from bot.simulator.faults import bad_request

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
# The markers of a JPEG that begin a frame and so hold its size.
_MOST_SEGMENTS = 1000  # a picture has a dozen before its frame
_JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file in a request."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file Telegram has; `path` is where it can be fetched."""

    id: str
    path: str
    name: str
    content: bytes

    @property
    def unique_id(self) -> str:
        return f"unique-{self.id}"

    def as_json(self) -> Json:
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


class FileStore:
    """Every file of every message, by its id."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}

    def keep(self, kind: str, given: UploadedFile | str) -> StoredFile:
        """Store an upload, or find again what an id means. Addresses on the net are not fetched."""
        if isinstance(given, str):
            return self._known(given)
        if not given.content:
            raise bad_request("file must be non-empty")
        number = len(self._files) + 1
        stored = StoredFile(f"{kind}-{number}", f"{kind}s/file_{number}", given.name, given.content)
        self._files[stored.id] = stored
        return stored

    def find(self, file_id: str) -> StoredFile:
        if file_id not in self._files:
            raise bad_request("invalid file_id")
        return self._files[file_id]

    def content(self, path: str) -> bytes | None:
        """The bytes at this path, or None when nothing is there."""
        return next((stored.content for stored in self._files.values() if stored.path == path), None)

    def _known(self, given: str) -> StoredFile:
        if given.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        if given not in self._files:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self._files[given]


def photo_json(stored: StoredFile) -> Json:
    """The message field of a photo, in its one size."""
    width, height = picture_size(stored.content)
    return {"photo": [stored.as_json() | {"width": width, "height": height}]}


def document_json(stored: StoredFile) -> Json:
    described = {"file_name": stored.name, "mime_type": mimetypes.guess_type(stored.name)[0]}
    return {"document": stored.as_json() | {name: value for name, value in described.items() if value}}


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG.

    Raises:
        ApiError: it is neither.
    """
    try:
        if content.startswith(_PNG):
            width, height = struct.unpack(">II", content[16:24])
        else:
            width, height = _jpeg_size(content)
    except struct.error as error:
        raise bad_request("IMAGE_PROCESS_FAILED") from error
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int]:
    place = 2 if content.startswith(_JPEG) else len(content)
    for _ in range(_MOST_SEGMENTS):
        _, marker, length = struct.unpack_from(">BBH", content, place)
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", content, place + 5)
            return width, height
        place += 2 + length
    raise struct.error("no frame")
