"""Files and the size of pictures."""

import struct

import pytest

from bot.simulator.faults import ApiError
from bot.simulator.files import FileStore, UploadedFile, document_json, picture_size
from tests.simulator.scenes import PNG

_JPEG = b"\xff\xd8" + b"\xff\xe0\x00\x04ab" + b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 30, 40) + b"rest"


@pytest.mark.parametrize("content", [PNG, _JPEG])
def test_the_size_of_a_picture_is_read(content: bytes) -> None:
    assert picture_size(content) == (40, 30)


@pytest.mark.parametrize("content", [b"text", PNG[:20], _JPEG[:8], b"\xff\xd8"])
def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(ApiError, match="Bad Request: IMAGE_PROCESS_FAILED"):
        picture_size(content)


def test_what_only_claims_to_be_a_picture_is_not_read_to_its_end() -> None:
    with pytest.raises(ApiError, match="Bad Request: IMAGE_PROCESS_FAILED"):
        picture_size(b"\xff\xd8" + b"\xff\xe0\x00\x02" * 5000 + _JPEG[2:])


def test_a_file_is_found_again_by_its_id_and_path() -> None:
    store = FileStore()
    kept = store.keep("document", UploadedFile("a.csv", b"1,2"))
    assert store.keep("document", kept.id) is kept
    assert store.content(kept.path) == b"1,2"
    assert store.content("elsewhere") is None


def test_a_document_tells_its_name_and_kind() -> None:
    shown = document_json(FileStore().keep("document", UploadedFile("a.csv", b"1,2")))["document"]
    assert (shown["file_name"], shown["mime_type"], shown["file_size"]) == ("a.csv", "text/csv", 3)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("nothing", "wrong file identifier/HTTP URL specified"),
        ("https://example.com/a.png", "failed to get HTTP URL content"),
        (UploadedFile("a.png", b""), "file must be non-empty"),
    ],
)
def test_files_that_are_not_there_are_refused(given: UploadedFile | str, reason: str) -> None:
    with pytest.raises(ApiError, match=f"Bad Request: {reason}"):
        FileStore().keep("photo", given)
