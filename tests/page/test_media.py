"""Pictures and documents: sent by the bot, sent by people, enlarged and taken home."""

import struct
import zlib
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.page.screen import last, own, press
from tests.page.site import File, Person, Site


def png(width: int, height: int) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checked = kind + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    rows = (b"\0" + b"\x2b\x72\xb0" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


PICTURE = File("picture.png", png(400, 200))
DOCUMENT = File("报告.txt", "全文\n".encode())


def test_a_picture_shows_with_its_caption(page: Page, site: Site, person: Person) -> None:
    site.caller.upload("sendPhoto", "photo", PICTURE, chat_id=person.id, caption="一张图")
    expect(last(page)).to_contain_text("一张图")
    image = last(page).get_by_role("img", name="图片")
    expect(image).to_have_js_property("complete", value=True)
    expect(image).to_have_js_property("naturalWidth", 400)


def test_a_picture_is_enlarged_and_put_away(page: Page, site: Site, person: Person) -> None:
    site.caller.upload("sendPhoto", "photo", PICTURE, chat_id=person.id)
    press(last(page), "放大图片")
    enlarged = page.get_by_role("dialog").get_by_role("img")
    expect(enlarged).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_document_can_be_taken_home(page: Page, site: Site, person: Person, tmp_path: Path) -> None:
    site.caller.upload("sendDocument", "document", DOCUMENT, chat_id=person.id, caption="全文在此")
    link = last(page).get_by_role("link", name="下载 报告.txt")
    expect(link).to_contain_text("7 B")
    with page.expect_download() as started:
        link.click()
    assert started.value.suggested_filename == "报告.txt"
    started.value.save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_bytes() == DOCUMENT.content


def test_a_page_sent_as_a_document_is_downloaded_not_opened(page: Page, site: Site, person: Person) -> None:
    trap = File("trap.html", b"<script>top.harmed = true</script>")
    site.caller.upload("sendDocument", "document", trap, chat_id=person.id)
    with page.expect_download():
        last(page).get_by_role("link").click()
    assert page.evaluate("window.harmed") is None


@pytest.mark.parametrize(
    ("file", "shown"), [(PICTURE, "img"), (DOCUMENT, "a.document")], ids=["picture", "document"]
)
def test_a_person_sends_a_file(page: Page, file: File, shown: str) -> None:
    with page.expect_file_chooser() as chosen:
        press(page.get_by_role("main"), "添加文件")
    chosen.value.set_files({"name": file.name, "mimeType": "", "buffer": file.content})
    expect(page.locator(f".own .bubble {shown}")).to_be_visible()


def test_a_dropped_file_is_sent(page: Page) -> None:
    dropped = page.evaluate_handle(
        "() => { const all = new DataTransfer(); all.items.add(new File(['x'], '拖来的.txt')); return all; }"
    )
    page.dispatch_event("#messages", "drop", {"dataTransfer": dropped})
    expect(own(page, "拖来的.txt")).to_be_visible()
